"""Orders to a running virtual card, one line each, for tests and developers.

Every line is answered by one JSON line. The orders are listed in `Control.__init__`; what they do
is done by the card and its slot.
"""

import json
import threading
from collections.abc import Callable, Iterable
from typing import TextIO

from jpki_desktop.emulator.faults import parse_fault
from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.quirks import parse_quirk
from jpki_desktop.emulator.virtual_card import VirtualCard
from jpki_desktop.emulator.vpcd import Slot
from jpki_desktop.errors import VirtualCardError

# Longer than a reader needs to notice a card; an answer after that means that there is none.
_READER_SECONDS = 10.0


class Control:
    """Reads orders and carries them out."""

    def __init__(
        self, slot: Slot, make_card: Callable[[str], VirtualCard], stop: threading.Event
    ) -> None:
        self._slot = slot
        self._make_card = make_card
        self._stop = stop
        self._orders: dict[str, Callable[[list[str]], None]] = {
            "insert": self._insert,  # answered when the card is on the reader
            "remove": self._remove,
            "persona": self._persona,  # NAME: another card in the same state (inserted or not)
            "quirk": self._quirk,  # NAME on|off
            "fault": self._fault,  # KIND[-after] N | KIND[-after] CLASS [N]
            "tries": self._tries,  # auth|sign NUMBER
            "quit": self._quit,
        }

    def run(self, lines: Iterable[str], output: TextIO) -> None:
        """Obey until the lines end, which ends the card too."""
        for line in lines:
            output.write(json.dumps(self.obey(line)) + "\n")
            output.flush()
            if self._stop.is_set():
                break
        self._stop.set()

    def obey(self, line: str) -> dict[str, object]:
        """Carry out one order and say how it went."""
        name, *words = line.split() or [""]
        order = self._orders.get(name)
        if order is None:
            return {"ok": False, "order": name, "reason": "unknown order"}
        try:
            order(words)
        except (ValueError, LookupError) as error:
            return {"ok": False, "order": name, "reason": f"cannot be understood: {error}"}
        except VirtualCardError as error:
            return {"ok": False, "order": name, "reason": error.reason}
        return {"ok": True, "order": name}

    def _insert(self, words: list[str]) -> None:
        _none(words)
        self._slot.card.insert()
        if not self._slot.connected.wait(_READER_SECONDS):
            raise VirtualCardError("no reader")

    def _remove(self, words: list[str]) -> None:
        _none(words)
        self._slot.remove()

    def _persona(self, words: list[str]) -> None:
        (name,) = words
        card = self._make_card(name)
        was_present = self._slot.card.present
        self._slot.remove()
        card.present = False
        self._slot.card = card
        if was_present:
            self._insert([])

    def _quirk(self, words: list[str]) -> None:
        name, switch = words
        self._slot.card.set_quirk(parse_quirk(name), on={"on": True, "off": False}[switch])

    def _fault(self, words: list[str]) -> None:
        self._slot.card.arm(parse_fault(words))

    def _tries(self, words: list[str]) -> None:
        kind, number = words
        self._slot.card.set_tries(PasswordKind(kind), int(number))

    def _quit(self, words: list[str]) -> None:
        _none(words)
        self._stop.set()


def _none(words: list[str]) -> None:
    if words:
        raise ValueError(" ".join(words))
