"""A pasted serial number, read as hexadecimal and as decimal.

Digits alone can be either, so both readings are kept and a person chooses; nothing guesses.
"""

from dataclasses import dataclass

from jpki_desktop.certificate.model import hexadecimal
from jpki_desktop.certificate.pasted_text import narrow
from jpki_desktop.errors import SerialTextError

# RFC 5280 4.1.2.2: no authority issues serial numbers of more than 20 octets.
_MOST_BITS = 160
_HEX = frozenset("0123456789ABCDEF")
_DECIMAL = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class SerialReading:
    """One serial number in both notations."""

    value: int

    @property
    def hexadecimal(self) -> str:
        """Upper-case, with an even number of digits, as certificates are shown."""
        return hexadecimal(self.value)

    @property
    def decimal(self) -> str:
        """Without separators, as the forms ask for it."""
        return str(self.value)


@dataclass(frozen=True, slots=True)
class SerialReadings:
    """What the text can mean: read as hexadecimal, read as decimal; at least one is there."""

    as_hexadecimal: SerialReading | None
    as_decimal: SerialReading | None

    @property
    def ambiguous(self) -> bool:
        """Whether the two readings are different numbers."""
        both = self.as_hexadecimal, self.as_decimal
        return None not in both and both[0] != both[1]


def read_serial(text: str) -> SerialReadings:
    """Read a pasted serial number.

    Spaces, colons, `0x` and full-width characters are understood; colons and `0x` mean
    hexadecimal, commas between digits decimal.

    Raises:
        SerialTextError: it is empty, has other characters, or more than 20 octets.
    """
    plain = narrow(text).upper()
    prefixed = plain.startswith("0X")
    digits = plain.removeprefix("0X").translate(str.maketrans("", "", ":-,"))
    if not digits:
        raise SerialTextError("empty")
    grouped = "," in plain
    if not set(digits) <= (_DECIMAL if grouped else _HEX) or (grouped and prefixed):
        raise SerialTextError("characters")
    readings = SerialReadings(
        None if grouped else _reading(digits, 16),
        _reading(digits, 10) if _may_be_decimal(digits, plain, prefixed=prefixed) else None,
    )
    if readings.as_hexadecimal is None and readings.as_decimal is None:
        raise SerialTextError("too-long")
    return readings


def _may_be_decimal(digits: str, plain: str, *, prefixed: bool) -> bool:
    return not prefixed and ":" not in plain and set(digits) <= _DECIMAL


def _reading(digits: str, base: int) -> SerialReading | None:
    """The number, or None where it has more octets than any serial number."""
    significant = digits.lstrip("0") or "0"
    if len(significant) > _MOST_BITS // 3:  # Python itself refuses endless ones
        return None
    value = int(significant, base)
    return SerialReading(value) if value.bit_length() <= _MOST_BITS else None
