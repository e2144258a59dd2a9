"""What a file of certificates holds, one value for each object in it.

Anything that cannot be read is an entry with its reason, so that one bad object never hides the
others. The bytes are read by `files`; the words are `wording`'s.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jpki_desktop.certificate.extension import Name
from jpki_desktop.certificate.model import Certificate, PublicKeyFacts
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.summary import CertificateSummary


class FileForm(StrEnum):
    """The form of a whole file, judged by its content."""

    DER = "der"
    PEM = "pem"
    PKCS7 = "pkcs7"
    PKCS12 = "pkcs12"


class Unreadable(StrEnum):
    """Why an entry shows nothing."""

    DAMAGED = "damaged"
    TRUNCATED = "truncated"
    TRAILING = "trailing"
    TOO_DEEP = "too-deep"
    TOO_COMPLEX = "too-complex"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    PRIVATE_KEY = "private-key"
    PKCS12 = "pkcs12"
    ATTRIBUTE_CERTIFICATE = "attribute-certificate"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CertificateEntry:
    """A certificate; ten thousand of them stay small because the rest is read when it is asked."""

    der: bytes
    summary: CertificateSummary

    def certificate(self) -> Certificate:
        """Everything that the certificate says."""
        return parse_certificate(self.der)


@dataclass(frozen=True, slots=True)
class RevocationListEntry:
    """A CRL: `revoked` entries, or more of them where `counted_all` is false."""

    issuer: Name
    this_update: datetime
    next_update: datetime | None
    revoked: int
    counted_all: bool


@dataclass(frozen=True, slots=True)
class RequestEntry:
    """A certificate request (PKCS#10): for whom, and with which key."""

    subject: Name
    key: PublicKeyFacts


@dataclass(frozen=True, slots=True)
class UnreadableEntry:
    """Something that is not shown; `detail` is a short technical cause or empty."""

    reason: Unreadable
    detail: str = ""


Entry = CertificateEntry | RevocationListEntry | RequestEntry | UnreadableEntry


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file with everything that was found in it, in its order; never empty."""

    path: str
    form: FileForm
    entries: tuple[Entry, ...]

    @property
    def certificates(self) -> tuple[CertificateEntry, ...]:
        """The certificates among the entries."""
        return tuple(entry for entry in self.entries if isinstance(entry, CertificateEntry))
