"""The operations under test as one-line recipes, and the values of the default card.

The passwords are the published ones of the virtual card.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, PasswordKind
from jpki_desktop.emulator.file_system import FileContents
from jpki_desktop.operations.card_session import reading, verified
from jpki_desktop.operations.show_certificate import (
    CertificateLook,
    look_at_certificate,
    read_protected_certificate,
)

T = TypeVar("T")

RIGHT = {PasswordKind.AUTH: "1234", PasswordKind.SIGN: "ABC123"}
WRONG = {PasswordKind.AUTH: "9999", PasswordKind.SIGN: "ZZZ999"}
OTHER = {PasswordKind.AUTH: "5678", PasswordKind.SIGN: "NEWPASS1"}
FULL = {PasswordKind.AUTH: 3, PasswordKind.SIGN: 5}
CERTIFICATE = {PasswordKind.AUTH: CertificateFile.AUTH, PasswordKind.SIGN: CertificateFile.SIGN}

MESSAGE = b"a message that nobody needs"
# SHA-256 DigestInfo (RFC 8017, 9.2, note 1).
DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420") + (
    hashlib.sha256(MESSAGE).digest()
)


class CardUnderTest(Protocol):
    """What a test may do with a reader and its card, in process or over the service."""

    name: str

    @property
    def contents(self) -> FileContents:
        """What the files of the card hold."""

    def insert(self) -> None:
        """Lay the card onto the reader."""

    def remove(self) -> None:
        """Take the card away."""

    def persona(self, name: str) -> None:
        """Swap the card."""

    def fault(self, words: str) -> None:
        """Arm a fault."""

    def quirk(self, name: str, *, on: bool = True) -> None:
        """Switch a quirk."""

    def tries(self, password: str, number: int) -> None:
        """Set a counter."""

    def trace(self) -> list[dict[str, Any]]:
        """Return the commands so far."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A source of cards and the reader that a test works with."""

    cards: CardSource
    reader: CardUnderTest

    def read(self, work: Callable[[JpkiSession], T]) -> T:
        """Run `work` in a shared session."""
        return reading(self.cards, self.reader.name, CancelToken(), work)

    def look(self, kind: PasswordKind) -> CertificateLook:
        """Look at the certificate of a password."""
        which = CERTIFICATE[kind]
        return look_at_certificate(self.cards, self.reader.name, which, CancelToken())

    def show(
        self,
        look: CertificateLook,
        password: Password,
        *,
        last_try_confirmed: bool = False,
        cancel: CancelToken | None = None,
    ) -> bytes:
        """Show the certificate behind a password."""
        return read_protected_certificate(
            self.cards,
            look,
            password,
            cancel or CancelToken(),
            last_try_confirmed=last_try_confirmed,
        ).der

    def with_password(
        self, kind: PasswordKind, text: str, work: Callable[[JpkiSession], T]
    ) -> tuple[T, Password]:
        """Look, verify `text` once and run `work`; the password is returned to look at it."""
        password = secret(kind, text)
        look = self.look(kind)
        with verified(
            self.cards,
            look.reader,
            password,
            identity=look.identity,
            tries_shown=look.password.tries_left,
            last_try_confirmed=False,
            cancel=CancelToken(),
        ) as session:
            return work(session), password

    def tries(self, kind: PasswordKind) -> int | None:
        """Ask the card for a counter."""
        return self.read(lambda session: session.password_state(kind).tries_left)


def secret(kind: PasswordKind, text: str = "") -> Password:
    """Return a password; the right one by default."""
    return Password.from_text(text or RIGHT[kind], MY_NUMBER_CARD.passwords[kind])


def check_signature(certificate: bytes | None, signature: bytes) -> None:
    """Check a PKCS#1 v1.5 signature over MESSAGE; raises when it is wrong."""
    assert certificate is not None
    key = x509.load_der_x509_certificate(certificate).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    key.verify(signature, MESSAGE, padding.PKCS1v15(), hashes.SHA256())
