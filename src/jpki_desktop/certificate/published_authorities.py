"""The six authorities' certificates that J-LIS has published, by fingerprint.

All generations share their names, so only the fingerprint tells them apart. That a certificate
matches says that it is the published one; nothing here checks a signature.
Source: https://www.jpki.go.jp/ca/ca_rules3.html and ca_rules4.html, as computed from the
certificates that public projects carry.
"""

from dataclasses import dataclass
from enum import StrEnum

from jpki_desktop.certificate.jpki_profile import origin_of
from jpki_desktop.certificate.model import Certificate, CertificateKind, Origin


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
        "19645405A1FE14377434BD55957628AC4038557C542403A2243F21C706FC9355",
    ),
    PublishedAuthority(
        CertificateKind.SIGN_CA,
        2,
        2019,
        2029,
        "79679C33E4CC9319440F1AD120A597FF1844E2EF217063ADB176966FD5E6FBEB",
    ),
    PublishedAuthority(
        CertificateKind.SIGN_CA,
        3,
        2023,
        2033,
        "D227F6CDE11D35C5252178F106F843D24651944975413B539FA2FB68DBFA365F",
    ),
    PublishedAuthority(
        CertificateKind.AUTH_CA,
        1,
        2015,
        2025,
        "4DCFC4CA0AAF9FB2A3081B3F0C991C320B3ACC008667A341EEAEC5AF1D58CA7D",
    ),
    PublishedAuthority(
        CertificateKind.AUTH_CA,
        2,
        2019,
        2029,
        "0D98DE47FC11B7F67126874B7028B6026A803D2638D6EDFE53176953961FADE6",
    ),
    PublishedAuthority(
        CertificateKind.AUTH_CA,
        3,
        2023,
        2033,
        "64114F29620C24ED2631D46476A040E7EE740D956089C00B036A6A8118C322B5",
    ),
)
FINGERPRINTS = frozenset(authority.sha256 for authority in PUBLISHED)

_TESTS = (Origin.JPKI_TEST, Origin.DEMO)


def match(certificate: Certificate) -> MatchedAuthority:
    """Look a certificate up; a test authority is one by name, which never makes it trusted."""
    for authority in PUBLISHED:
        if authority.sha256 == certificate.sha256:
            return MatchedAuthority(AuthorityMatch.PUBLISHED, authority)
    if certificate.is_ca and origin_of(certificate.subject) in _TESTS:
        return MatchedAuthority(AuthorityMatch.TEST)
    return MatchedAuthority(AuthorityMatch.UNKNOWN)
