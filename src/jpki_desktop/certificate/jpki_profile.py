"""What is particular to JPKI certificates: policies, names and the holder's four facts.

Sources: 公的個人認証サービス プロファイル仕様書 (J-LIS), as confirmed on test cards by the public
projects that read them. Everything here is what a certificate claims; nothing is verified.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jpki_desktop.certificate.extension import (
    GeneralName,
    GeneralNameKind,
    Name,
    values_of,
)
from jpki_desktop.certificate.holder import BirthDate, Holder, MarkedText, SexEntry
from jpki_desktop.certificate.japanese_calendar import Era
from jpki_desktop.certificate.model import CertificateKind, Origin

# Certificate policies under J-LIS's arc. The test card's signature policy differs from the
# production one in the fourth part from the end; no test policy for user authentication is known.
POLICY_AUTH = "1.2.392.200149.8.5.1.3.30"
POLICY_SIGN = "1.2.392.200149.8.5.1.1.20"
POLICY_SIGN_TEST = "1.2.392.200149.8.5.1.0.20"

# otherName types in subjectAltName of the signature certificate. On a card they stand in the order
# 1, 4, 3, 5, 2, 6, and each value is a UTF8String.
OTHER_NAME = "1.2.392.200149.8.5.5.1"
OTHER_NAME_SUBSTITUTIONS = "1.2.392.200149.8.5.5.2"
OTHER_SEX = "1.2.392.200149.8.5.5.3"
OTHER_BIRTH_DATE = "1.2.392.200149.8.5.5.4"
OTHER_ADDRESS = "1.2.392.200149.8.5.5.5"
OTHER_ADDRESS_SUBSTITUTIONS = "1.2.392.200149.8.5.5.6"
HOLDER_OIDS = frozenset(
    {
        OTHER_NAME,
        OTHER_NAME_SUBSTITUTIONS,
        OTHER_SEX,
        OTHER_BIRTH_DATE,
        OTHER_ADDRESS,
        OTHER_ADDRESS_SUBSTITUTIONS,
    }
)

# Organisations of the issuers. The demo's is agreed with this program's own test authority.
_JPKI = "JPKI"
_JPKI_TEST = "JPKI-TEST"
_JLIS = "Japan Agency for Local Authority Information Systems"
DEMO_ORGANIZATION = "JPKI Desktop Test Authority"

# The first digit of the date of birth; 0 means that the era is not known.
_ERA_DIGITS = {"1": Era.MEIJI, "2": Era.TAISHO, "3": Era.SHOWA, "4": Era.HEISEI, "5": Era.REIWA}
_BIRTH_DATE = re.compile(
    r"(?P<era>[0-9])(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", re.ASCII
)

# CN of the signature certificate: the time when the request was made, a sequence number and the
# identifier of the window's terminal. CN of the user authentication certificate: random characters
# and the same identifier (municipality code, three digits, a letter).
_SIGN_CN = re.compile(r"(?P<time>[0-9]{14})(?P<sequence>[0-9]{5})(?P<terminal>.+)", re.ASCII)
_AUTH_CN = re.compile(r"(?P<random>[0-9A-Za-z]{14})(?P<terminal>[0-9]{8}[0-9A-Za-z])", re.ASCII)


@dataclass(frozen=True, slots=True)
class SubjectParts:
    """The parts of the subject's CN; a part that the CN does not have is None.

    `request_time` is as written, 14 digits; `request_moment` understands it.
    """

    random_string: str | None = None
    request_time: str | None = None
    terminal: str | None = None
    sequence: str | None = None

    @property
    def request_moment(self) -> datetime | None:
        """The time of the request; the digits name no time zone and are taken as Japan's."""
        try:
            return datetime.strptime(f"{self.request_time}+0900", "%Y%m%d%H%M%S%z")
        except ValueError:
            return None


def origin_of(issuer: Name) -> Origin:
    """Whose certificate the issuer's name claims this is."""
    organizations = values_of(issuer, "O")
    if any(organization.startswith(DEMO_ORGANIZATION) for organization in organizations):
        return Origin.DEMO
    if _JPKI_TEST in organizations:
        return Origin.JPKI_TEST
    if _JPKI in organizations and _JLIS in values_of(issuer, "OU"):
        return Origin.JPKI
    return Origin.OTHER


def kind_of(
    *, issuer: Name, subject: Name, is_ca: bool, policies: tuple[str, ...], usage: tuple[str, ...]
) -> CertificateKind:
    """What the certificate is for, by its policy first and by names and usage after that."""
    if is_ca:
        return _authority_kind(subject)
    if POLICY_AUTH in policies:
        return CertificateKind.AUTH
    if POLICY_SIGN in policies or POLICY_SIGN_TEST in policies:
        return CertificateKind.SIGN
    return _card_kind(issuer, usage)


def _authority_kind(subject: Name) -> CertificateKind:
    if origin_of(subject) is Origin.OTHER:
        return CertificateKind.OTHER
    if _names_unit(subject, "user authentication"):
        return CertificateKind.AUTH_CA
    if _names_unit(subject, "digital signature"):
        return CertificateKind.SIGN_CA
    return CertificateKind.OTHER


def _card_kind(issuer: Name, usage: tuple[str, ...]) -> CertificateKind:
    """The kind of a test certificate whose policy is not known."""
    if origin_of(issuer) is Origin.OTHER or "digitalSignature" not in usage:
        return CertificateKind.OTHER
    if "nonRepudiation" in usage:
        signs = _names_unit(issuer, "digital signature")
        return CertificateKind.SIGN if signs else CertificateKind.OTHER
    authenticates = _names_unit(issuer, "user authentication")
    return CertificateKind.AUTH if authenticates else CertificateKind.OTHER


def _names_unit(name: Name, words: str) -> bool:
    return any(words in unit for unit in values_of(name, "OU"))


def holder_of(names: Iterable[GeneralName]) -> Holder | None:
    """The four facts among the alternative names, in any order; the first of a kind counts."""
    found: dict[str, str] = {}
    for name in names:
        if name.kind is GeneralNameKind.OTHER and name.type_oid in HOLDER_OIDS:
            found.setdefault(name.type_oid, name.text)
    if not found:
        return None
    return Holder(
        name=MarkedText(found.get(OTHER_NAME, ""), found.get(OTHER_NAME_SUBSTITUTIONS, "")),
        birth_date=birth_date_of(found.get(OTHER_BIRTH_DATE, "")),
        sex=SexEntry(found.get(OTHER_SEX, "")),
        address=MarkedText(
            found.get(OTHER_ADDRESS, ""), found.get(OTHER_ADDRESS_SUBSTITUTIONS, "")
        ),
    )


def birth_date_of(raw: str) -> BirthDate:
    """The date of birth from `EYYYYMMDD`; zeros and impossible numbers are unknown parts."""
    match = _BIRTH_DATE.fullmatch(raw)
    if match is None:
        return BirthDate(raw)
    return BirthDate(
        raw,
        era=_ERA_DIGITS.get(match["era"]),
        year=_part(match["year"], 9999),
        month=_part(match["month"], 12),
        day=_part(match["day"], 31),
    )


def _part(digits: str, largest: int) -> int | None:
    number = int(digits)
    return number if 1 <= number <= largest else None


def subject_parts(kind: CertificateKind, subject: Name) -> SubjectParts:
    """The parts of the CN of a card's certificate; a CN of another form is all random string."""
    common_name = next(iter(values_of(subject, "CN")), None)
    if common_name is None:
        return SubjectParts()
    if kind is CertificateKind.SIGN:
        match = _SIGN_CN.fullmatch(common_name)
        return SubjectParts() if match is None else _sign_parts(match)
    if kind is CertificateKind.AUTH:
        match = _AUTH_CN.fullmatch(common_name)
        return SubjectParts(common_name) if match is None else _auth_parts(match)
    return SubjectParts()


def _sign_parts(match: re.Match[str]) -> SubjectParts:
    return SubjectParts(None, match["time"], match["terminal"], match["sequence"])


def _auth_parts(match: re.Match[str]) -> SubjectParts:
    return SubjectParts(match["random"], terminal=match["terminal"])
