"""The six authorities' certificates that J-LIS has published: whose, and for which years.

All generations share their names, so only the fingerprint tells them apart. That a certificate
matches says that it is the published one; nothing here checks a signature. The fingerprints are in
`published_fingerprints`, which the start of the program can afford to load.
"""

from dataclasses import dataclass
from enum import StrEnum

from jpki_desktop.certificate.jpki_profile import origin_of
from jpki_desktop.certificate.model import Certificate, CertificateKind, Origin
from jpki_desktop.certificate.published_fingerprints import (
    AUTH_1,
    AUTH_2,
    AUTH_3,
    SIGN_1,
    SIGN_2,
    SIGN_3,
)


@dataclass(frozen=True, slots=True)
class PublishedAuthority:
    """One certificate of an authority: for what, the how manyth, from and until which year."""

    kind: CertificateKind
    generation: int
    first_year: int
    last_year: int
    sha256: str


class AuthorityMatch(StrEnum):
    """What is known of an authority's certificate."""

    PUBLISHED = "published"
    TEST = "test"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MatchedAuthority:
    """The result of looking a certificate up; `published` only with a published one."""

    match: AuthorityMatch
    published: PublishedAuthority | None = None


PUBLISHED = (
    PublishedAuthority(
        CertificateKind.SIGN_CA,
        1,
        2015,
        2025,
        SIGN_1,
    ),
    PublishedAuthority(
        CertificateKind.SIGN_CA,
        2,
        2019,
        2029,
        SIGN_2,
    ),
    PublishedAuthority(
        CertificateKind.SIGN_CA,
        3,
        2023,
        2033,
        SIGN_3,
    ),
    PublishedAuthority(
        CertificateKind.AUTH_CA,
        1,
        2015,
        2025,
        AUTH_1,
    ),
    PublishedAuthority(
        CertificateKind.AUTH_CA,
        2,
        2019,
        2029,
        AUTH_2,
    ),
    PublishedAuthority(
        CertificateKind.AUTH_CA,
        3,
        2023,
        2033,
        AUTH_3,
    ),
)
_TESTS = (Origin.JPKI_TEST, Origin.DEMO)


def match(certificate: Certificate) -> MatchedAuthority:
    """Look a certificate up; a test authority is one by name, which never makes it trusted."""
    for authority in PUBLISHED:
        if authority.sha256 == certificate.sha256:
            return MatchedAuthority(AuthorityMatch.PUBLISHED, authority)
    if certificate.is_ca and origin_of(certificate.subject) in _TESTS:
        return MatchedAuthority(AuthorityMatch.TEST)
    return MatchedAuthority(AuthorityMatch.UNKNOWN)
