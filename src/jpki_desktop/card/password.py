"""A password on its way to the card: one buffer that is wiped, never printed, checked beforehand.

The rules themselves are in `card.profile`; asking a person for the text is not done here.
"""

import threading
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Self

from jpki_desktop.card.profile import PasswordKind, PasswordRules
from jpki_desktop.errors import PasswordFormatError

_DIGITS = frozenset("0123456789")
_UPPER = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Rule(StrEnum):
    """What a text must be in order to be this password."""

    LENGTH = "length"
    DIGITS_ONLY = "digits-only"
    LETTERS_AND_DIGITS_ONLY = "letters-and-digits-only"
    HAS_LETTER = "has-letter"
    HAS_DIGIT = "has-digit"


@dataclass(frozen=True, slots=True)
class Adapted:
    """Which changes were made to a typed text before it was checked."""

    width: bool
    case: bool


def adapt(text: str, rules: PasswordRules) -> tuple[str, Adapted]:
    """Turn full-width characters into half-width ones, and lower case into upper case for letters.

    The card compares bytes, so a lower-case letter sent as it is would cost a try.
    """
    narrow = "".join(_narrow(character) for character in text)
    if not rules.letters:
        return narrow, Adapted(width=narrow != text, case=False)
    upper = "".join(_upper(character) for character in narrow)
    return upper, Adapted(width=narrow != text, case=upper != narrow)


def _narrow(character: str) -> str:
    full_width = "\uff01" <= character <= "\uff5e"
    return unicodedata.normalize("NFKC", character) if full_width else character


def _upper(character: str) -> str:
    return character.upper() if "a" <= character <= "z" else character


def rules_of(rules: PasswordRules) -> tuple[Rule, ...]:
    """Return the rules of one password in the order in which they are shown."""
    if rules.letters:
        return Rule.LENGTH, Rule.LETTERS_AND_DIGITS_ONLY, Rule.HAS_LETTER, Rule.HAS_DIGIT
    return Rule.LENGTH, Rule.DIGITS_ONLY


def broken_rules(adapted: str, rules: PasswordRules) -> tuple[Rule, ...]:
    """Return the rules that an adapted text does not meet, in the order in which they are shown."""
    characters = set(adapted)
    met = {
        Rule.LENGTH: rules.min_length <= len(adapted) <= rules.max_length,
        Rule.DIGITS_ONLY: characters <= _DIGITS,
        Rule.LETTERS_AND_DIGITS_ONLY: characters <= _DIGITS | _UPPER,
        Rule.HAS_LETTER: bool(characters & _UPPER),
        Rule.HAS_DIGIT: bool(characters & _DIGITS),
    }
    return tuple(rule for rule in rules_of(rules) if not met[rule])


class Password:
    """The bytes of one password, in one buffer that is overwritten when it is not needed."""

    __slots__ = ("_buffer", "_lock", "kind")

    def __init__(self, kind: PasswordKind, buffer: bytearray) -> None:
        self.kind = kind
        self._buffer = buffer
        # A half-wiped buffer in a command would be a wrong password that costs a try.
        self._lock = threading.Lock()

    @classmethod
    def from_text(cls, text: str, rules: PasswordRules) -> Self:
        """Adapt and check a typed text.

        Raises:
            PasswordFormatError: the text cannot be this password; nothing may be sent.
        """
        adapted, _ = adapt(text, rules)
        broken = broken_rules(adapted, rules)
        if broken:
            # The text itself must not become part of any traceback.
            del text, adapted
            raise PasswordFormatError(rules.kind.value, broken[0].value)
        return cls(rules.kind, bytearray(adapted, "ascii"))

    @property
    def wiped(self) -> bool:
        """Whether the buffer has been overwritten."""
        return not self._buffer

    def command(self, header: bytes) -> bytearray:
        """Return `header` followed by length and password, in a buffer the caller must wipe.

        Raises:
            ValueError: the password was wiped, so nothing can be sent any more.
        """
        with self._lock:
            if self.wiped:
                raise ValueError("wiped")
            return bytearray(header) + bytes([len(self._buffer)]) + self._buffer

    def same_as(self, other: "Password") -> bool:
        """Whether both hold the same characters.

        Raises:
            ValueError: one of them was wiped.
        """
        mine, its = self.command(b""), other.command(b"")
        alike = mine == its
        wipe(mine)
        wipe(its)
        return alike

    def wipe(self) -> None:
        """Overwrite the buffer; may be called from any thread and more than once."""
        with self._lock:
            wipe(self._buffer)

    def __repr__(self) -> str:
        return f"Password({self.kind.value})"

    def __reduce__(self) -> str:
        raise TypeError("a password is never written anywhere")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()


def wipe(buffer: bytearray) -> None:
    """Overwrite `buffer` in place and empty it."""
    buffer[:] = bytes(len(buffer))
    buffer.clear()
