"""`jpki expiring`: the certificates that are remembered and when they end. Needs no card.

Also what `jpki card` and `jpki show` do with a certificate that they have read.
"""

import argparse
import sys
from datetime import datetime

from jpki_desktop.certificate.japanese_calendar import in_jst
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.cli.exit_codes import ExitCode
from jpki_desktop.cli.output import print_json, print_rows
from jpki_desktop.cli.session import CardSession
from jpki_desktop.environment import Environment
from jpki_desktop.errors import JpkiError
from jpki_desktop.expiry.model import LedgerEntry, LedgerKind, Replaces
from jpki_desktop.expiry.reminders import days_left, reached
from jpki_desktop.operations import remind
from jpki_desktop.wording import reminders as words
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate

_SHORT_MARK = 8


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what can be forgotten."""
    parser.epilog = translate(
        "cli",
        "Ends with 1 when a certificate can be renewed now or has ended and its reminders are not "
        "switched off, otherwise with 0.",
    )
    forget = parser.add_mutually_exclusive_group()
    forget.add_argument(
        "--forget",
        metavar="MARK",
        default="",
        help=translate("cli", "delete what is kept of one certificate"),
    )
    forget.add_argument(
        "--forget-all",
        action="store_true",
        help=translate("cli", "delete what is kept of all certificates"),
    )


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Forget what is to be forgotten and print what is kept."""
    world = session.world
    if arguments.forget_all:
        remind.forget_all(world)
    elif arguments.forget:
        remind.forget(world, remind.find_entry(world, arguments.forget).mark)
    kept, now = remind.entries(world), world.clock()
    doubted = remind.look_at_clock(world).doubted is not None
    if world.ledger.set_aside is not None:
        print(words.set_aside_text(str(world.ledger.set_aside)), file=sys.stderr)
    due = {entry.mark for entry in kept if not doubted and _is_due(entry, now)}
    if arguments.json:
        print_json(
            {
                "update_notice": world.settings.settings.update_notice,
                "clock_doubted": doubted,
                "certificates": [as_json(entry, now, due=entry.mark in due) for entry in kept],
            }
        )
    else:
        _print_text(world, kept, now, doubted=doubted)
    return ExitCode.NEGATIVE if due else ExitCode.DONE


def remember(world: Environment, certificate: Certificate) -> None:
    """Remember a certificate that was read; what goes wrong spoils nothing else."""
    try:
        outcome = remind.remember_certificate(world, certificate)
    except JpkiError as error:
        text = describe_error(error)
        print(f"{text.title} [{text.code}]", file=sys.stderr)
        return
    if isinstance(outcome, Replaces) and not outcome.again:
        print(words.replace_question(outcome), file=sys.stderr)
        print(_how_to_forget(outcome.old.mark), file=sys.stderr)


def as_json(entry: LedgerEntry, now: datetime, *, due: bool) -> dict[str, object]:
    """Return the documented shape of one certificate in `jpki expiring --json`."""
    snoozed = entry.snoozed_until
    return {
        "mark": entry.mark,
        "kind": entry.kind.value,
        "ends_at": in_jst(entry.ends_at).isoformat(),
        "days_left": days_left(entry.ends_at, now),
        "threshold": reached(entry.ends_at, now),
        "due": due,
        "told": list(entry.told),
        "silenced": entry.silenced,
        "snoozed_until": None if snoozed is None else snoozed.isoformat(),
        "may_replace": entry.replaces or None,
        "for_tests": entry.for_tests,
    }


def _is_due(entry: LedgerEntry, now: datetime) -> bool:
    """Whether something is to be done about it, told already or not."""
    return not entry.silenced and reached(entry.ends_at, now) is not None


def _print_text(
    world: Environment, kept: tuple[LedgerEntry, ...], now: datetime, *, doubted: bool
) -> None:
    if not remind.may_keep(world):
        print(
            translate("cli", "Reminders are off, so nothing is kept.")
            if remind.is_asked(world)
            else translate("cli", "Reminders have not been switched on.")
        )
        print(translate("cli", "To switch them on: jpki settings set update_notice yes"))
        return
    if not kept:
        print(words.none_kept_text())
    print_rows([row for entry in kept for row in _rows(entry, now)])
    hints = [words.clock_text()] if doubted else []
    if any(_is_due(entry, now) for entry in kept):
        hints.append(words.card_end_hint())
    if all(entry.kind is not LedgerKind.SIGN for entry in kept):
        hints.append(words.sign_hint())
    for hint in hints:
        print(f"\n{hint}")


def _rows(entry: LedgerEntry, now: datetime) -> list[tuple[str, str]]:
    lines = [
        f"{words.end_text(entry)}  {words.left_text(entry, now)}",
        words.state_text(entry, now),
        translate("cli", "mark {mark}").format(mark=entry.mark[:_SHORT_MARK]),
    ]
    if entry.replaces:
        lines.append(_how_to_forget(entry.replaces))
    return [(words.certificate_text(entry), "\n".join(lines))]


def _how_to_forget(mark: str) -> str:
    return translate(
        "cli", "If it replaces an older one, delete that: jpki expiring --forget {mark}"
    ).format(mark=mark[:_SHORT_MARK])
