"""One planned mishap: which command it hits, whether before or after it is carried out, and how.

Faults make rare moments repeatable, such as a card that slips while a password is being checked.
"""

import secrets
from dataclasses import dataclass
from enum import StrEnum

from jpki_desktop.emulator.apdu import Command
from jpki_desktop.emulator.jpki_applet import (
    CHANGE_REFERENCE_DATA,
    PERFORM_SECURITY_OPERATION,
    READ_BINARY,
    SELECT,
    VERIFY,
)


class FaultKind(StrEnum):
    """What happens instead of the answer."""

    GONE = "gone"  # the card leaves the reader
    EMPTY = "empty"  # zero bytes come back
    GARBAGE = "garbage"  # bytes that make no sense
    FAILURE = "6f00"
    OVERLONG = "overlong"  # a good status behind more bytes than any answer of this card has


class CommandClass(StrEnum):
    """Commands by purpose; an empty VERIFY is `tries`, because it checks no password."""

    ANY = "any"
    SELECT = "select"
    READ = "read"
    TRIES = "tries"
    VERIFY = "verify"
    CHANGE = "change"
    SIGN = "sign"


# Two bytes of length on the wire of vpcd.
_LONGEST_ANSWER = 0xFFFF

_CLASSES = {
    SELECT: CommandClass.SELECT,
    READ_BINARY: CommandClass.READ,
    CHANGE_REFERENCE_DATA: CommandClass.CHANGE,
    PERFORM_SECURITY_OPERATION: CommandClass.SIGN,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """The mishap at the `count`-th command of a class, counted from one when it is armed."""

    kind: FaultKind
    count: int = 1
    command: CommandClass = CommandClass.ANY
    after: bool = False


def parse_fault(words: list[str]) -> Fault:
    """Read `KIND[-after] N`, `KIND[-after] CLASS`, `KIND[-after] CLASS N`, else ValueError."""
    kind, *rest = words
    plain = kind.removesuffix("-after")
    command = CommandClass(rest.pop(0)) if rest and not rest[0].isdigit() else CommandClass.ANY
    count = int(rest.pop(0)) if rest else 1
    if rest or count < 1:
        raise ValueError(" ".join(words))
    return Fault(FaultKind(plain), count, command, after=plain != kind)


class ArmedFault:
    """A fault that waits for its command, strikes once and is over."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault
        self._left = fault.count

    def strikes(self, command: Command | None) -> Fault | None:
        """Count this command; return the fault when it is the one."""
        wanted = self._fault.command
        if self._left > 0 and wanted in (CommandClass.ANY, _class_of(command)):
            self._left -= 1
            return self._fault if self._left == 0 else None
        return None


def garbage() -> bytes:
    """Return three to forty random bytes whose status word has no meaning anywhere."""
    return secrets.token_bytes(1 + secrets.randbelow(38)) + bytes((0x20 + secrets.randbelow(16), 0))


def overlong() -> bytes:
    """Return the longest answer that the virtual reader can carry."""
    return secrets.token_bytes(_LONGEST_ANSWER - 2) + b"\x90\x00"


def _class_of(command: Command | None) -> CommandClass | None:
    if command is None:
        return None
    if command.ins == VERIFY:
        return CommandClass.VERIFY if command.data else CommandClass.TRIES
    return _CLASSES.get(command.ins)
