"""What the extensions of a certificate say, as values.

Reading them from DER is `parse_extension`'s work; nothing is judged here.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class NameAttribute:
    """One part of a distinguished name; `type` is a short name such as `OU`, or a dotted OID."""

    type: str
    value: str


Name: TypeAlias = tuple[NameAttribute, ...]
"""A distinguished name in the order of the certificate (the country first, as a rule)."""


def values_of(name: Name, attribute: str) -> tuple[str, ...]:
    """Every value of one attribute type, in the order of the name."""
    return tuple(part.value for part in name if part.type == attribute)


class GeneralNameKind(StrEnum):
    """The choices of GeneralName (RFC 5280 4.2.1.6) that are told apart here."""

    OTHER = "other"
    EMAIL = "email"
    DNS = "dns"
    DIRECTORY = "directory"
    URI = "uri"
    IP = "ip"
    REGISTERED_ID = "registered-id"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class GeneralName:
    """One GeneralName.

    `text` is empty for a directory name, which is in `name`; `type_oid` is that of an otherName.
    What has no text is upper-case hexadecimal DER.
    """

    kind: GeneralNameKind
    text: str = ""
    name: Name = ()
    type_oid: str = ""


@dataclass(frozen=True, slots=True)
class KeyUsage:
    """The bits that are set, by their RFC 5280 names and in their order."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExtendedKeyUsage:
    """Purposes by their RFC 5280 names, or dotted OIDs."""

    purposes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """One certificate policy with the addresses of its practice statements and its notices."""

    oid: str
    cps_uris: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CertificatePolicies:
    """Every policy that the certificate was issued under."""

    policies: tuple[Policy, ...]


@dataclass(frozen=True, slots=True)
class SubjectAlternativeNames:
    """Other names of the holder; the signature certificate keeps the four facts here."""

    names: tuple[GeneralName, ...]


@dataclass(frozen=True, slots=True)
class IssuerAlternativeNames:
    """Other names of the issuer."""

    names: tuple[GeneralName, ...]


@dataclass(frozen=True, slots=True)
class BasicConstraints:
    """Whether this is an authority, and how many authorities may follow below it."""

    is_ca: bool
    path_length: int | None


@dataclass(frozen=True, slots=True)
class AuthorityKeyIdentifier:
    """Which key of the issuer signed; all JPKI generations share a name and differ here."""

    key_identifier: bytes | None
    issuer: tuple[GeneralName, ...]
    serial: int | None


@dataclass(frozen=True, slots=True)
class SubjectKeyIdentifier:
    """The identifier of the key in this certificate."""

    identifier: bytes


@dataclass(frozen=True, slots=True)
class CrlDistributionPoints:
    """Where the revocation list is kept: one tuple of names for each point."""

    points: tuple[tuple[GeneralName, ...], ...]


@dataclass(frozen=True, slots=True)
class AccessLocation:
    """One access method (`ocsp`, `caIssuers` or a dotted OID) and its place."""

    method: str
    location: GeneralName


@dataclass(frozen=True, slots=True)
class AuthorityAccess:
    """The authorityInfoAccess extension."""

    locations: tuple[AccessLocation, ...]


ExtensionFacts: TypeAlias = (
    KeyUsage
    | ExtendedKeyUsage
    | CertificatePolicies
    | SubjectAlternativeNames
    | IssuerAlternativeNames
    | BasicConstraints
    | AuthorityKeyIdentifier
    | SubjectKeyIdentifier
    | CrlDistributionPoints
    | AuthorityAccess
)


@dataclass(frozen=True, slots=True)
class Extension:
    """One extension. `facts` is None when it is unknown here or could not be read.

    Whoever judges a certificate must not trust it when that happens to a critical one.
    """

    oid: str
    critical: bool
    value: bytes
    facts: ExtensionFacts | None
