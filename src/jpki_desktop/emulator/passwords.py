"""The card's two passwords: comparing, counting and changing, and their form when stored.

A changed password exists only as a salted hash. The passwords that a persona starts with are
printed in the documentation, so they need no protection.
"""

import hashlib
import hmac
import os
import re
from dataclasses import dataclass
from enum import StrEnum

# A wrong guess costs a try anyway; the hash only keeps clear text out of the files.
_SCRYPT_COST = 2**12


class PasswordKind(StrEnum):
    """Which of the two passwords."""

    AUTH = "auth"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class PasswordRule:
    """Form and tries of one password."""

    pattern: re.Pattern[bytes]
    shortest: int
    longest: int
    tries: int


# Lengths and tries: OpenSC jpki.h. That the signature password mixes letters and digits is the
# rule at the municipal window; no source says that the card itself enforces it.
RULES = {
    PasswordKind.AUTH: PasswordRule(re.compile(rb"[0-9]+"), 4, 4, 3),
    PasswordKind.SIGN: PasswordRule(re.compile(rb"(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]+"), 6, 16, 5),
}


@dataclass(frozen=True, slots=True)
class HashedPassword:
    """A password that its owner has changed."""

    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, password: bytes) -> "HashedPassword":
        """Hash a new password with a new salt."""
        salt = os.urandom(16)
        return cls(salt, _digest(password, salt))

    def matches(self, password: bytes) -> bool:
        """Tell whether this is the password."""
        return hmac.compare_digest(self.digest, _digest(password, self.salt))


def _digest(password: bytes, salt: bytes) -> bytes:
    return hashlib.scrypt(password, salt=salt, n=_SCRYPT_COST, r=8, p=1, dklen=32)


class Password:
    """One password of the card with its counter and its verified state."""

    def __init__(
        self, kind: PasswordKind, initial: bytes, tries: int, changed: HashedPassword | None = None
    ) -> None:
        self.kind = kind
        self.rule = RULES[kind]
        self.tries = tries
        self.changed = changed
        self.verified = False
        self._initial = initial

    def try_password(self, password: bytes) -> bool:
        """Compare once: a match fills the counter, anything else costs one try."""
        self.verified = self._matches(password)
        self.tries = self.rule.tries if self.verified else self.tries - 1
        return self.verified

    def change(self, password: bytes) -> None:
        """Take the new password; the caller has checked the right to do so and the form."""
        self.changed = HashedPassword.of(password)
        self.tries = self.rule.tries

    def _matches(self, password: bytes) -> bool:
        if self.changed is not None:
            return self.changed.matches(password)
        return hmac.compare_digest(self._initial, password)
