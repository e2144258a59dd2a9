"""The certificate as one frozen value.

The bytes are read by `parse`. Everything here is what the certificate says about itself; whether
to believe it is a question for whoever checks signatures and revocation.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from jpki_desktop.certificate.extension import Extension, ExtensionFacts, Name, NameAttribute
from jpki_desktop.certificate.holder import BirthDate, Holder, MarkedText, Sex, SexEntry
from jpki_desktop.certificate.period import Period

__all__ = [
    "BirthDate",
    "Certificate",
    "CertificateKind",
    "Extension",
    "Holder",
    "MarkedText",
    "Name",
    "NameAttribute",
    "Origin",
    "Period",
    "PublicKeyFacts",
    "Sex",
    "SexEntry",
    "hexadecimal",
]

FactsT = TypeVar("FactsT", bound=ExtensionFacts)


class CertificateKind(StrEnum):
    """What the certificate is for."""

    AUTH = "auth"
    SIGN = "sign"
    AUTH_CA = "auth-ca"
    SIGN_CA = "sign-ca"
    OTHER = "other"


class Origin(StrEnum):
    """Whose certificate the issuer's *names* claim this is.

    Anyone can write any name, so this says nothing about validity: it decides banners and
    headings and must never decide trust.
    """

    JPKI = "jpki"
    JPKI_TEST = "jpki-test"
    DEMO = "demo"
    OTHER = "other"


def hexadecimal(serial: int) -> str:
    """Upper-case hexadecimal with an even number of digits, as `openssl x509 -serial`."""
    digits = f"{abs(serial):X}"
    padded = digits.zfill(len(digits) + len(digits) % 2)
    return f"-{padded}" if serial < 0 else padded


@dataclass(frozen=True, slots=True)
class PublicKeyFacts:
    """The public key: `algorithm` is `RSA`, `EC`, `Ed25519`, … or a dotted OID.

    `bits` is 0 when the size is not known; `der` is the SubjectPublicKeyInfo.
    """

    algorithm: str
    bits: int
    curve: str | None
    der: bytes


@dataclass(frozen=True, slots=True)
class Certificate:
    """An X.509 certificate; `der` is as read, and `kind` and `origin` are claims of its content."""

    der: bytes
    kind: CertificateKind
    origin: Origin
    version: int
    serial: int
    signature_algorithm: str
    issuer: Name
    subject: Name
    not_before: datetime
    not_after: datetime
    key: PublicKeyFacts
    key_usage: tuple[str, ...]
    extended_key_usage: tuple[str, ...]
    policies: tuple[str, ...]
    ocsp_urls: tuple[str, ...]
    is_ca: bool
    holder: Holder | None
    issuer_unique_id: bytes | None
    subject_unique_id: bytes | None
    extensions: tuple[Extension, ...]
    sha256: str
    sha1: str

    @property
    def serial_hex(self) -> str:
        """Upper-case hexadecimal with an even number of digits, as `openssl x509 -serial`."""
        return hexadecimal(self.serial)

    @property
    def serial_decimal(self) -> str:
        """The serial number in decimal digits, as the municipal forms ask for it."""
        return str(self.serial)

    def find(self, kind: type[FactsT]) -> FactsT | None:
        """The facts of the extension of this kind, when it is there and readable."""
        for extension in self.extensions:
            if isinstance(extension.facts, kind):
                return extension.facts
        return None

    @property
    def period(self) -> Period:
        """The time between its first and its last moment."""
        return Period(self.not_before, self.not_after)

    def days_left(self, now: datetime) -> int:
        """Days from today to the last day of validity in Japan; negative after it."""
        return self.period.days_left(now)

    def is_expired(self, now: datetime) -> bool:
        """Whether the last moment of validity, which still counts, has passed."""
        return self.period.is_expired(now)

    def is_not_yet_valid(self, now: datetime) -> bool:
        """Whether validity has not begun."""
        return self.period.is_not_yet_valid(now)
