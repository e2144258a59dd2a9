"""Command and response APDUs and the status words of the My Number card.

Bytes only: which command means what for JPKI is in `card.jpki_session`.
"""

from dataclasses import dataclass
from enum import IntEnum


class Ins(IntEnum):
    """Instruction bytes (ISO/IEC 7816-4 and -8)."""

    VERIFY = 0x20
    CHANGE_REFERENCE_DATA = 0x24
    PERFORM_SECURITY_OPERATION = 0x2A
    SELECT = 0xA4
    READ_BINARY = 0xB0
    GET_RESPONSE = 0xC0


# Commands whose data a log may show: they name files. The data of every other command, also of one
# that nobody has thought of, stays out: passwords (VERIFY, CHANGE) and what is signed.
_OPEN_INSTRUCTIONS = frozenset({Ins.SELECT, Ins.READ_BINARY, Ins.GET_RESPONSE})


class Status:
    """Status words by their ISO/IEC 7816-4 meaning, as far as this program tells them apart."""

    OK = 0x9000
    END_OF_FILE = 0x6282
    WRONG_UNLIMITED = 0x6300
    WRONG_LENGTH = 0x6700
    NOT_FOR_THIS_FILE = 0x6981
    SECURITY_NOT_SATISFIED = 0x6982
    # ISO's word for a blocked password; several clients expect it from this card.
    BLOCKED_ISO = 0x6983
    # JICSAP's "the referenced IEF is blocked", measured on a J-LIS test card by myna-card.
    BLOCKED_JICSAP = 0x6984
    NO_CURRENT_FILE = 0x6986
    FILE_NOT_FOUND = 0x6A82
    WRONG_PARAMETERS = 0x6A86
    OFFSET_OUTSIDE = 0x6B00
    # Measured by myna-card: the answer to the very first command after power-on.
    NO_DIAGNOSIS = 0x6F00


@dataclass(frozen=True, slots=True)
class CommandApdu:
    """A short command APDU. `le` of 256 asks for "as much as fits", None for no data."""

    ins: int
    p1: int
    p2: int
    data: bytes = b""
    le: int | None = None
    cla: int = 0

    def encoded(self) -> bytes:
        """Return the bytes for the card."""
        body = bytes([len(self.data)]) + self.data if self.data else b""
        tail = b"" if self.le is None else bytes([self.le & 0xFF])
        return bytes([self.cla, self.ins, self.p1, self.p2]) + body + tail


@dataclass(frozen=True, slots=True)
class ResponseApdu:
    """Data and status word as the card sent them."""

    data: bytes
    status: int

    @property
    def ok(self) -> bool:
        """Whether the command was carried out (6282 warns that the file ended early)."""
        return self.status in (Status.OK, Status.END_OF_FILE)

    @property
    def status_text(self) -> str:
        """The status word as four hexadecimal digits."""
        return f"{self.status:04X}"


def describe_command(command: bytes | bytearray) -> str:
    """Return a command for a log: whole, or without its data unless that names a file."""
    if len(command) > 4 and command[1] not in _OPEN_INSTRUCTIONS:
        return f"{command[:4].hex().upper()} + {len(command) - 4} bytes kept secret"
    return command.hex().upper()


def describe_response(response: bytes) -> str:
    """Return a response for a log: its length and status word, never its contents."""
    return f"{max(len(response) - 2, 0)} bytes, {response[-2:].hex().upper() or 'nothing'}"
