"""What the two certificates of a persona say.

Form and order of the extensions follow what is publicly known of real certificates (myna-card,
myna-sign, jsrsasign-oid-jpki); names, numbers and addresses are invented.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from jpki_desktop.emulator.authority import (
    CPS_URL,
    KEY_USAGE_NONE,
    CertificateContent,
    IssuerNames,
    distribution_point,
    four_byte_serial,
)
from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.persona import Holder, Persona, Validity

JAPAN = timezone(timedelta(hours=9))

# Attributes of the holder (jsrsasign-oid-jpki) in the order of a real card (myna-sign).
_HOLDER_ARC = "1.2.392.200149.8.5.5"
_HOLDER_ORDER = (1, 4, 3, 5, 2, 6)

_MUNICIPALITY = "99201"  # no prefecture bears the number 99
_ISSUED_DAYS_AGO = 400
_EXPIRED_DAYS_AGO = 30
_EXPIRING_IN_DAYS = 42
_LATE_IN_LIFE = timedelta(days=1525)  # 4.2 years before the end, so that it is the fifth birthday


@dataclass(frozen=True, slots=True)
class Dates:
    """Birth and validity of one persona as seen from today."""

    born: date
    not_before: datetime
    not_after: datetime


@dataclass(frozen=True, slots=True)
class Issuer:
    """A root, seen from the certificates that it signs."""

    names: IssuerNames
    public_key: rsa.RSAPublicKey


def dates_of(persona: Persona, now: datetime) -> Dates:
    """Both certificates end on the fifth birthday after issue, 23:59:59 in Japan."""
    today = now.astimezone(JAPAN).date()
    born = persona.holder.born
    if persona.validity is Validity.CURRENT:
        issued = today - timedelta(days=_ISSUED_DAYS_AGO)
    else:
        expiring = persona.validity is Validity.EXPIRING
        end = _never_29_february(
            today + timedelta(days=_EXPIRING_IN_DAYS if expiring else -_EXPIRED_DAYS_AGO)
        )
        issued, born = end - _LATE_IN_LIFE, end.replace(year=born.year)
    start = datetime.combine(issued, time(2, 41, 7), UTC)
    end_of_validity = datetime.combine(_fifth_birthday(born, issued), time(14, 59, 59), UTC)
    return Dates(born, start, end_of_validity)


def _never_29_february(day: date) -> date:
    return day + timedelta(days=1) if (day.month, day.day) == (2, 29) else day


def _fifth_birthday(born: date, issued: date) -> date:
    passed = born.replace(year=issued.year) <= issued
    return born.replace(year=issued.year + (5 if passed else 4))


def auth_content(
    persona: Persona, issuer: Issuer, public_key: rsa.RSAPublicKey, dates: Dates
) -> CertificateContent:
    """The certificate for user authentication: it names nobody."""
    usage = x509.KeyUsage(**KEY_USAGE_NONE | {"digital_signature": True})
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
    identity = hashlib.sha256(persona.name.encode()).hexdigest()[:14].upper()
    common_name = f"{identity}{_MUNICIPALITY}001A"
    return CertificateContent(
        subject=_name((NameOID.COMMON_NAME, common_name)),
        issuer=issuer.names.subject,
        serial=four_byte_serial(f"{persona.name} {PasswordKind.AUTH} {dates.not_before}"),
        not_before=dates.not_before,
        not_after=dates.not_after,
        extensions=((usage, True), (purpose, False), *_common(persona, issuer, public_key)),
    )


def sign_content(
    persona: Persona, issuer: Issuer, public_key: rsa.RSAPublicKey, dates: Dates
) -> CertificateContent:
    """The certificate for signatures: it carries the holder's four basic facts."""
    usage = x509.KeyUsage(
        **KEY_USAGE_NONE | {"digital_signature": True, "content_commitment": True}
    )
    requested = dates.not_before.astimezone(JAPAN).strftime("%Y%m%d%H%M%S")
    return CertificateContent(
        subject=_name(
            (NameOID.LOCALITY_NAME, persona.holder.prefecture),
            (NameOID.LOCALITY_NAME, persona.holder.city),
            (NameOID.COMMON_NAME, f"{requested}00001{_MUNICIPALITY}001A"),
        ),
        issuer=issuer.names.subject,
        serial=four_byte_serial(f"{persona.name} {PasswordKind.SIGN} {dates.not_before}"),
        not_before=dates.not_before,
        not_after=dates.not_after,
        extensions=(
            (usage, True),
            (_holder_names(persona.holder, dates.born), False),
            *_common(persona, issuer, public_key),
        ),
    )


def _common(
    persona: Persona, issuer: Issuer, public_key: rsa.RSAPublicKey
) -> tuple[tuple[x509.ExtensionType, bool], ...]:
    names = issuer.names
    policy = x509.PolicyInformation(x509.ObjectIdentifier(names.policy), [CPS_URL])
    ocsp = x509.AccessDescription(
        AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(names.ocsp_url)
    )
    return (
        (x509.CertificatePolicies([policy]), True),
        (x509.IssuerAlternativeName([x509.DirectoryName(names.japanese)]), False),
        (distribution_point(_list_name(persona.holder, names)), False),
        (x509.AuthorityInformationAccess([ocsp]), False),
        (_authority_key(issuer), False),
        (x509.SubjectKeyIdentifier.from_public_key(public_key), False),
    )


def _authority_key(issuer: Issuer) -> x509.AuthorityKeyIdentifier:
    identifier = x509.SubjectKeyIdentifier.from_public_key(issuer.public_key).digest
    name = x509.DirectoryName(issuer.names.subject)
    return x509.AuthorityKeyIdentifier(identifier, [name], issuer.names.serial)


def _list_name(holder: Holder, names: IssuerNames) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, names.organisation),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, names.unit),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "CRL Distribution Points"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, holder.prefecture),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{holder.city} CRLDP"),
        ]
    )


def _name(*attributes: tuple[x509.ObjectIdentifier, str]) -> x509.Name:
    country = x509.NameAttribute(NameOID.COUNTRY_NAME, "JP")
    return x509.Name([country, *(x509.NameAttribute(oid, value) for oid, value in attributes)])


def _holder_names(holder: Holder, born: date) -> x509.SubjectAlternativeName:
    values = {
        1: holder.name,
        2: holder.name_flags,
        3: holder.sex,
        4: _era(born) + born.strftime("%Y%m%d"),
        5: holder.address,
        6: holder.address_flags,
    }
    return x509.SubjectAlternativeName(
        [
            x509.OtherName(x509.ObjectIdentifier(f"{_HOLDER_ARC}.{index}"), _utf8(values[index]))
            for index in _HOLDER_ORDER
        ]
    )


def _era(born: date) -> str:
    """The digit before the Gregorian date names the era (myna-sign); these are first days."""
    starts = ((date(2019, 5, 1), "5"), (date(1989, 1, 8), "4"), (date(1926, 12, 25), "3"))
    return next((digit for start, digit in starts if born >= start), "2")


def _utf8(text: str) -> bytes:
    """DER of a UTF8String (X.690, clauses 8.1.3 and 8.23)."""
    content = text.encode()
    size = len(content)
    if size < 0x80:
        return b"\x0c" + bytes((size,)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return b"\x0c" + bytes((0x80 | len(length),)) + length + content
