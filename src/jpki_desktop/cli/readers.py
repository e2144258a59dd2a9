"""`jpki readers`: the card readers and whether a card lies on them."""

import argparse

from jpki_desktop.card.connection import CardPresence
from jpki_desktop.cli.output import print_json, print_rows
from jpki_desktop.cli.session import CardSession
from jpki_desktop.errors import NoReaderError
from jpki_desktop.operations.list_readers import list_readers
from jpki_desktop.wording.language import translate


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options: there are none of its own."""


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Print the readers; no reader at all is an error."""
    seen = session.run(lambda _cancel: list_readers(session.world.cards))
    if not seen.readers:
        raise NoReaderError
    hides = session.world.settings.settings.hides
    if arguments.json:
        print_json(
            {
                "readers": [
                    {
                        "name": reader.name,
                        "card": reader.presence.value,
                        "atr": reader.atr.hex(),
                        "hidden": hides(reader.name),
                    }
                    for reader in seen.readers
                ]
            }
        )
        return 0
    print_rows(
        [
            (reader.name, _line(reader.presence, hidden=hides(reader.name)))
            for reader in seen.readers
        ]
    )
    return 0


def _line(presence: CardPresence, *, hidden: bool) -> str:
    state = _presence(presence)
    return translate("cli", "{state} (hidden)").format(state=state) if hidden else state


def _presence(presence: CardPresence) -> str:
    if presence is CardPresence.PRESENT:
        return translate("cli", "card in place")
    if presence is CardPresence.MUTE:
        return translate("cli", "card does not react")
    return translate("cli", "no card")
