"""Command and response APDUs as the virtual card sees them (ISO/IEC 7816-4, clause 5).

Only the outer form lives here: which bytes are the header, the data and the expected length. What
a command means is the applet's affair.
"""

from dataclasses import dataclass, field
from enum import IntEnum


class Status(IntEnum):
    """Status words (ISO/IEC 7816-4 and JICSAP 2.0, as measured by the myna-card project)."""

    OK = 0x9000
    END_OF_FILE = 0x6282
    NO_TRIES_LEFT = 0x63C0
    WRONG_LENGTH = 0x6700
    NO_CHANNEL = 0x6881
    NO_SECURE_MESSAGING = 0x6882
    WRONG_FILE_KIND = 0x6981
    SECURITY_NOT_SATISFIED = 0x6982
    METHOD_BLOCKED = 0x6983
    PASSWORD_BLOCKED = 0x6984
    CONDITIONS_NOT_SATISFIED = 0x6985
    NO_CURRENT_FILE = 0x6986
    WRONG_DATA = 0x6A80
    NOT_FOUND = 0x6A82
    WRONG_PARAMETERS = 0x6A86
    REFERENCE_NOT_FOUND = 0x6A88
    WRONG_OFFSET = 0x6B00
    UNKNOWN_INSTRUCTION = 0x6D00
    UNKNOWN_CLASS = 0x6E00
    FAILURE = 0x6F00


@dataclass(frozen=True, slots=True)
class Command:
    """One command; `expected` is Le in bytes, or None when the command carries no Le."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = field(repr=False)
    expected: int | None
    extended: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """What goes back: data, which may be a certificate and so stays out of logs, and SW1 SW2."""

    status: int
    data: bytes = field(default=b"", repr=False)

    def encode(self) -> bytes:
        """Return the bytes on the wire."""
        return self.data + self.status.to_bytes(2, "big")


def parse(raw: bytes) -> Command | None:
    """Split a command into its parts; None when the lengths in it contradict each other."""
    if len(raw) < 4:
        return None
    body = raw[4:]
    parts = _extended(body) if len(body) >= 3 and body[0] == 0 else _short(body)
    if parts is None:
        return None
    data, expected, is_extended = parts
    return Command(raw[0], raw[1], raw[2], raw[3], data, expected, is_extended)


def _short(body: bytes) -> tuple[bytes, int | None, bool] | None:
    if len(body) <= 1:
        return b"", (body[0] or 256) if body else None, False
    length = body[0]
    data, rest = body[1 : 1 + length], body[1 + length :]
    if len(data) < length or len(rest) > 1:
        return None
    return data, (rest[0] or 256) if rest else None, False


def _extended(body: bytes) -> tuple[bytes, int | None, bool] | None:
    length = int.from_bytes(body[1:3], "big")
    if len(body) == 3:
        return b"", length or 65536, True
    data, rest = body[3 : 3 + length], body[3 + length :]
    if length == 0 or len(data) < length or len(rest) not in (0, 2):
        return None
    return data, (int.from_bytes(rest, "big") or 65536) if rest else None, True
