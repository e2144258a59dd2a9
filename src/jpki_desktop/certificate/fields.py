"""Which rows the two tabs of a certificate show, in the order of the official client.

Only the choice and the order live here; labels and values are `wording`'s.
"""

from collections.abc import Iterator
from enum import StrEnum

from jpki_desktop.certificate.extension import (
    AuthorityAccess,
    AuthorityKeyIdentifier,
    BasicConstraints,
    CertificatePolicies,
    CrlDistributionPoints,
    ExtendedKeyUsage,
    ExtensionFacts,
    IssuerAlternativeNames,
    KeyUsage,
    SubjectAlternativeNames,
    SubjectKeyIdentifier,
)
from jpki_desktop.certificate.jpki_profile import subject_parts
from jpki_desktop.certificate.model import Certificate, CertificateKind


class Field(StrEnum):
    """Every row that either tab can show."""

    NAME = "name"
    BIRTH_DATE = "birth-date"
    SEX = "sex"
    ADDRESS = "address"
    NOT_BEFORE = "not-before"
    NOT_AFTER = "not-after"
    ISSUER = "issuer"
    SUBJECT = "subject"
    SHA256 = "sha256"
    SHA1 = "sha1"
    VERSION = "version"
    SERIAL_HEX = "serial-hex"
    SERIAL_DECIMAL = "serial-decimal"
    SIGNATURE_ALGORITHM = "signature-algorithm"
    RANDOM_STRING = "random-string"
    REQUEST_TIME = "request-time"
    TERMINAL = "terminal"
    SEQUENCE = "sequence"
    PUBLIC_KEY = "public-key"
    ISSUER_UNIQUE_ID = "issuer-unique-id"
    SUBJECT_UNIQUE_ID = "subject-unique-id"
    AUTHORITY_KEY_ID = "authority-key-id"
    SUBJECT_KEY_ID = "subject-key-id"
    KEY_USAGE = "key-usage"
    EXTENDED_KEY_USAGE = "extended-key-usage"
    POLICIES = "policies"
    SUBJECT_ALTERNATIVE_NAMES = "subject-alternative-names"
    ISSUER_ALTERNATIVE_NAMES = "issuer-alternative-names"
    BASIC_CONSTRAINTS = "basic-constraints"
    CRL_DISTRIBUTION_POINTS = "crl-distribution-points"
    AUTHORITY_ACCESS = "authority-access"
    UNKNOWN_EXTENSIONS = "unknown-extensions"


_VALIDITY_AND_ISSUER = (Field.NOT_BEFORE, Field.NOT_AFTER, Field.ISSUER)
_FOUR_FACTS = (Field.NAME, Field.BIRTH_DATE, Field.SEX, Field.ADDRESS)

# The decimal serial number stands right below the other because forms ask for that one.
_DETAIL_HEAD = (
    Field.VERSION,
    Field.SERIAL_HEX,
    Field.SERIAL_DECIMAL,
    Field.SIGNATURE_ALGORITHM,
    Field.ISSUER,
    Field.NOT_BEFORE,
    Field.NOT_AFTER,
    Field.SUBJECT,
)

EXTENSION_FIELDS: dict[Field, type[ExtensionFacts]] = {
    Field.AUTHORITY_KEY_ID: AuthorityKeyIdentifier,
    Field.SUBJECT_KEY_ID: SubjectKeyIdentifier,
    Field.KEY_USAGE: KeyUsage,
    Field.EXTENDED_KEY_USAGE: ExtendedKeyUsage,
    Field.POLICIES: CertificatePolicies,
    Field.SUBJECT_ALTERNATIVE_NAMES: SubjectAlternativeNames,
    Field.ISSUER_ALTERNATIVE_NAMES: IssuerAlternativeNames,
    Field.BASIC_CONSTRAINTS: BasicConstraints,
    Field.CRL_DISTRIBUTION_POINTS: CrlDistributionPoints,
    Field.AUTHORITY_ACCESS: AuthorityAccess,
}
"""The rows that show one extension each, in their order."""


def basic_fields(certificate: Certificate) -> tuple[Field, ...]:
    """The rows of the first tab."""
    if certificate.kind is CertificateKind.SIGN and certificate.holder is not None:
        return _FOUR_FACTS + _VALIDITY_AND_ISSUER
    rows = (Field.SUBJECT, *_VALIDITY_AND_ISSUER)
    return (*rows, Field.SHA256) if certificate.is_ca else rows


def detail_fields(certificate: Certificate) -> tuple[Field, ...]:
    """The rows of the second tab."""
    return (
        *_DETAIL_HEAD,
        *_subject_rows(certificate),
        Field.PUBLIC_KEY,
        *_unique_ids(certificate),
        *_extension_rows(certificate),
        Field.SHA256,
        Field.SHA1,
    )


def _subject_rows(certificate: Certificate) -> Iterator[Field]:
    parts = subject_parts(certificate.kind, certificate.subject)
    if parts.random_string is not None:
        yield Field.RANDOM_STRING
    if parts.request_time is not None:
        yield Field.REQUEST_TIME
    if parts.terminal is not None:
        yield Field.TERMINAL
    if parts.sequence is not None:
        yield Field.SEQUENCE


def _unique_ids(certificate: Certificate) -> Iterator[Field]:
    if certificate.issuer_unique_id is not None:
        yield Field.ISSUER_UNIQUE_ID
    if certificate.subject_unique_id is not None:
        yield Field.SUBJECT_UNIQUE_ID


def _extension_rows(certificate: Certificate) -> Iterator[Field]:
    present = {type(extension.facts) for extension in certificate.extensions}
    yield from (field for field, facts in EXTENSION_FIELDS.items() if facts in present)
    if any(extension.facts is None for extension in certificate.extensions):
        yield Field.UNKNOWN_EXTENSIONS
