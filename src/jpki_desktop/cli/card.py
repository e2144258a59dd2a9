"""`jpki card`: what lies on the reader, and how many tries are left. Costs no try."""

import argparse

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.cli.expiring import remember
from jpki_desktop.cli.output import print_json, print_rows
from jpki_desktop.cli.session import CardSession
from jpki_desktop.operations.read_card import CardSummary, read_card
from jpki_desktop.wording.card import summary_rows


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options: there are none of its own."""


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Print the summary of the card."""
    reader = session.reader(exact=False)
    summary = session.run(lambda cancel: read_card(session.world.cards, reader, cancel))
    if summary.certificate is not None:
        remember(session.world, summary.certificate)
    if arguments.json:
        print_json(as_json(summary))
    else:
        print_rows(summary_rows(summary, session.world.clock()))
    return 0


def as_json(summary: CardSummary) -> dict[str, object]:
    """Return the documented shape of `jpki card --json`."""
    return {
        "reader": summary.reader,
        "kind": summary.kind.value,
        "certificates": {"auth": summary.has_auth, "sign": summary.has_sign},
        "tries_left": {kind.value: _tries(summary.password(kind)) for kind in PasswordKind},
        "locked": {kind.value: summary.password(kind).locked for kind in PasswordKind},
    }


def _tries(state: PasswordState) -> int | None:
    """Only what the card said: null where it has no such password or did not tell."""
    return state.tries_left
