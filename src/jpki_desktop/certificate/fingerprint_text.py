"""Compares a pasted fingerprint with that of a certificate.

Notation does not matter: case, colons, spaces, line breaks, full-width characters. What the
result means for trust is not said here.
"""

from dataclasses import dataclass
from enum import StrEnum

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.pasted_text import narrow

_HEX = frozenset("0123456789ABCDEF")
_SHA1_DIGITS = 40
_SEPARATORS = str.maketrans("", "", ":-")


class Likeness(StrEnum):
    """How the pasted text relates to the certificate."""

    EMPTY = "empty"
    EQUAL = "equal"
    EQUAL_SHA1 = "equal-sha1"
    DIFFERENT = "different"
    DIFFERENT_SHA1 = "different-sha1"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    NOT_HEXADECIMAL = "not-hexadecimal"


@dataclass(frozen=True, slots=True)
class FingerprintComparison:
    """The result; `digits` counts the pasted digits.

    `position` counts from 1 and names the first digit that differs, or the first character that is
    no digit; it is 0 where there is none (a text that is too short may agree as far as it goes).
    """

    likeness: Likeness
    digits: int = 0
    position: int = 0

    @property
    def equal(self) -> bool:
        """Whether the SHA-256 fingerprints are the same; SHA-1 alone is no longer enough."""
        return self.likeness is Likeness.EQUAL


def compare_fingerprint(text: str, certificate: Certificate) -> FingerprintComparison:
    """Compare a pasted text with the fingerprints of a certificate."""
    digits = _digits(text)
    if not digits:
        return FingerprintComparison(Likeness.EMPTY)
    odd = next((at for at, character in enumerate(digits, 1) if character not in _HEX), 0)
    if odd:
        return FingerprintComparison(Likeness.NOT_HEXADECIMAL, len(digits), odd)
    if len(digits) == _SHA1_DIGITS:
        position = _first_difference(digits, certificate.sha1)
        kind = Likeness.DIFFERENT_SHA1 if position else Likeness.EQUAL_SHA1
        return FingerprintComparison(kind, len(digits), position)
    position = _first_difference(digits, certificate.sha256)
    return FingerprintComparison(
        _likeness(len(digits), len(certificate.sha256), position), len(digits), position
    )


def _likeness(given: int, whole: int, position: int) -> Likeness:
    if given < whole:
        return Likeness.TOO_SHORT
    if given > whole:
        return Likeness.TOO_LONG
    return Likeness.DIFFERENT if position else Likeness.EQUAL


def _digits(text: str) -> str:
    """What was meant as digits; `openssl` writes the name of the digest and = before them."""
    plain = narrow(text).upper()
    _, found, after = plain.partition("FINGERPRINT=")
    return (after if found else plain).translate(_SEPARATORS)


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False), 1)
    return next((at for at, (left, right) in pairs if left != right), 0)
