"""The real stack with a handle on each of its parts: service, reader, wire, card."""

import shutil
from pathlib import Path
from typing import Any

from jpki_desktop.card.connection import CardPresence, ReadersSeen
from jpki_desktop.card.pcsc import PcscCards
from support.breaking_wire import BreakingWire
from support.private_pcscd import FIRST_PORT, PrivatePcscd
from support.virtual_reader import VirtualReader, wait_for_card
from support.waiting import until

# Where the wire to the first reader listens; below the ephemeral range, as all ports here.
_WIRE_PORT = FIRST_PORT + 1000


class Stack:
    """A private service with one card on its first reader, and the program's watch over it."""

    def __init__(self, pcscd: PrivatePcscd, keys: Path, directory: Path) -> None:
        self.pcscd = pcscd
        self.wire = BreakingWire(pcscd, _WIRE_PORT, FIRST_PORT)
        shutil.copytree(keys, directory / "state-0")
        self.card = VirtualReader(pcscd, directory, slot=0, port=_WIRE_PORT)
        self.name = self.card.name
        self.cards = PcscCards()
        self.seen = ReadersSeen(service_running=False)
        self._from = 0
        self.card.insert()
        self._watch = self.cards.watch(self._note)
        self.wait_until_seen()

    def _note(self, seen: ReadersSeen) -> None:
        self.seen = seen

    @property
    def sees_card(self) -> bool:
        """Whether the watch, which is never started again, has the card in view."""
        reader = self.seen.named(self.name)
        return reader is not None and reader.presence is CardPresence.PRESENT

    def wait_until_seen(self) -> None:
        """Wait for the watch; fails when it has died."""
        until(lambda: self.sees_card, seconds=10)

    def begin_case(self) -> None:
        """Start as new: what was sent before does not count."""
        # It replaces a fault that has not struck, and never strikes itself.
        self.card.fault("empty 1000000")
        self.card.tries("auth", 3)
        self.card.tries("sign", 5)
        self._from = len(self.card.trace())

    def trace(self) -> list[dict[str, Any]]:
        """Return the commands of this case."""
        return self.card.trace()[self._from :]

    def close(self) -> None:
        """End the card and the watch; the service is its owner's."""
        self._watch.stop()
        self.card.stop()
        self.wire.stop()
        wait_for_card(self.name, present=False)
