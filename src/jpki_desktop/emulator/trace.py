"""A record of the commands that a card received, one JSON line each, for tests and measurements.

Only what SELECT names is written out. The data of every other command is blacked out, and answers
appear as a length and a status word, so neither passwords nor certificates can get into the file.
"""

import json
import os
import time
from pathlib import Path

from jpki_desktop.emulator.apdu import Command, Status, parse
from jpki_desktop.emulator.jpki_applet import JPKI_AID, READ_BINARY, SELECT
from jpki_desktop.emulator.virtual_card import ISSUER_DOMAIN_AID, Exchange
from jpki_desktop.errors import VirtualCardError

_UNKNOWN = (Status.UNKNOWN_INSTRUCTION, Status.UNKNOWN_CLASS)


class Trace:
    """Writes exchanges into a file; usable as the observer of a card."""

    def __init__(self, path: Path) -> None:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        except OSError as error:
            raise VirtualCardError(f"{path}: {error.strerror}") from error
        self._file = os.fdopen(descriptor, "a", encoding="ascii")
        self._start = time.monotonic()
        self._count = 0
        self._notes = _Notes()

    def __call__(self, exchange: Exchange) -> None:
        """Write one exchange and flush it."""
        self._count += 1
        command = parse(exchange.command)
        status = exchange.answer[-2:].hex().upper() if len(exchange.answer) >= 2 else ""
        line: dict[str, object] = {
            "n": self._count,
            "ms": round((time.monotonic() - self._start) * 1000, 3),
            "header": exchange.command[:4].hex().upper(),
            "sent": len(exchange.command),
            "received": len(exchange.answer),
            "sw": status,
        }
        if command is not None and command.data:
            line["data"] = command.data.hex().upper() if command.ins == SELECT else "**"
        note = self._notes.note(exchange, command, status)
        if note is not None:
            line["note"] = note
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class _Notes:
    """Marks commands that a careful client would not send."""

    def __init__(self) -> None:
        self._read: set[tuple[bytes, bytes]] = set()
        self._application = self._file = b""

    def note(self, exchange: Exchange, command: Command | None, status: str) -> str | None:
        """Return the remark on one exchange; None when there is nothing to say."""
        if exchange.first:
            self._read.clear()
        if command is None:
            return None
        if status in (f"{word:04X}" for word in _UNKNOWN):
            return "unknown-ins"
        if command.ins == SELECT:
            return self._selected(command, succeeded=status == "9000")
        if command.extended:
            return "extended-apdu"
        if command.ins == READ_BINARY and len(exchange.answer) > 2:
            return self._was_read(exchange.command[2:4])
        return None

    def _selected(self, command: Command, *, succeeded: bool) -> str | None:
        if command.p1 != 0x04:
            self._file = command.data if succeeded else self._file
            return None
        if succeeded:
            self._application, self._file = command.data, b""
        own = JPKI_AID.startswith(command.data) or command.data == ISSUER_DOMAIN_AID
        return None if own else "foreign-aid"

    def _was_read(self, offset: bytes) -> str | None:
        # Short identifiers name the file themselves, and the last byte is the offset.
        if offset[0] & 0x80:
            self._file, offset = bytes((0, offset[0] & 0x1F)), bytes((0, offset[1]))
        place = (self._application + self._file, offset)
        seen = place in self._read
        self._read.add(place)
        return "re-read" if seen else None
