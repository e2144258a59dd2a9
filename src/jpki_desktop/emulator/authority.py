"""The generated test authority: its names, its two roots and the act of signing a certificate.

It follows the form of the public JPKI roots (two self-signed RSA-2048 roots, one for each kind of
certificate) under names that no one can take for J-LIS. Where keys are kept is the store's affair;
what an end-entity certificate says is decided in `end_entity`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.persona import AuthorityKind

KEY_SIZE = 2048

# How far a root reaches from the day it is made; personas are issued at most 4.3 years back.
_HALF_LIFE = timedelta(days=5 * 365 + 1)

KEY_USAGE_NONE = {
    "digital_signature": False,
    "content_commitment": False,
    "key_encipherment": False,
    "data_encipherment": False,
    "key_agreement": False,
    "key_cert_sign": False,
    "crl_sign": False,
    "encipher_only": False,
    "decipher_only": False,
}


@dataclass(frozen=True, slots=True)
class IssuerNames:
    """The names and addresses of one root and what its certificates point to."""

    organisation: str
    unit: str
    operator: str
    japanese_organisation: str
    japanese_unit: str
    japanese_operator: str
    policy: str
    ocsp_url: str
    serial: int

    @property
    def subject(self) -> x509.Name:
        """C, O, OU, OU, as the public roots have it."""
        return directory_name(self.organisation, self.unit, self.operator)

    @property
    def japanese(self) -> x509.Name:
        """The alternative name in Japanese."""
        return directory_name(
            self.japanese_organisation, self.japanese_unit, self.japanese_operator
        )


CPS_URL = "http://test.invalid/cps.html"

# Policy identifiers: jsrsasign-oid-jpki; the one of the test hierarchy's signature side: myna-card.
_SIGN_POLICY, _AUTH_POLICY = "1.2.392.200149.8.5.1.1.20", "1.2.392.200149.8.5.1.3.30"
_SIGN_TEST_POLICY = "1.2.392.200149.8.5.1.0.20"

_OPERATOR = "JPKI Desktop TEST"
_JAPANESE = ("試験用認証局（非公式）", "試験用")

NAMES: dict[tuple[AuthorityKind, PasswordKind], IssuerNames] = {
    (AuthorityKind.DEMO, PasswordKind.SIGN): IssuerNames(
        "JPKI Desktop Test Authority",
        "TEST for digital signature",
        _OPERATOR,
        _JAPANESE[0],
        "試験用認証局署名用",
        _JAPANESE[1],
        _SIGN_POLICY,
        "http://ocspsign.test.invalid",
        0x01D0A001,
    ),
    (AuthorityKind.DEMO, PasswordKind.AUTH): IssuerNames(
        "JPKI Desktop Test Authority",
        "TEST for user authentication",
        _OPERATOR,
        _JAPANESE[0],
        "試験用認証局利用者証明用",
        _JAPANESE[1],
        _AUTH_POLICY,
        "http://ocspauth.test.invalid",
        0x01D0A002,
    ),
    # Bears the organisation of J-LIS's test cards, so that the banner for them can be tried.
    (AuthorityKind.JLIS_TEST, PasswordKind.SIGN): IssuerNames(
        "JPKI-TEST",
        "JPKI for digital signature",
        _OPERATOR,
        _JAPANESE[0],
        "試験用認証局署名用",
        _JAPANESE[1],
        _SIGN_TEST_POLICY,
        "http://ocspsign.test-card.invalid",
        0x01D0B001,
    ),
    (AuthorityKind.JLIS_TEST, PasswordKind.AUTH): IssuerNames(
        "JPKI-TEST",
        "JPKI for user authentication",
        _OPERATOR,
        _JAPANESE[0],
        "試験用認証局利用者証明用",
        _JAPANESE[1],
        _AUTH_POLICY,
        "http://ocspauth.test-card.invalid",
        0x01D0B002,
    ),
}


@dataclass(frozen=True, slots=True)
class CertificateContent:
    """Everything that a certificate says, ready to be signed; extensions keep their order."""

    subject: x509.Name
    issuer: x509.Name
    serial: int
    not_before: datetime
    not_after: datetime
    extensions: Sequence[tuple[x509.ExtensionType, bool]] = field(repr=False)


def issue(
    content: CertificateContent, public_key: rsa.RSAPublicKey, issuer_key: rsa.RSAPrivateKey
) -> x509.Certificate:
    """Sign a certificate with sha256WithRSAEncryption."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(content.subject)
        .issuer_name(content.issuer)
        .serial_number(content.serial)
        .not_valid_before(content.not_before)
        .not_valid_after(content.not_after)
        .public_key(public_key)
    )
    for extension, critical in content.extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(issuer_key, hashes.SHA256())


def root_content(
    names: IssuerNames, public_key: rsa.RSAPublicKey, now: datetime
) -> CertificateContent:
    """Describe the self-signed root (form: the public JPKI roots)."""
    usage = x509.KeyUsage(**KEY_USAGE_NONE | {"key_cert_sign": True, "crl_sign": True})
    return CertificateContent(
        subject=names.subject,
        issuer=names.subject,
        serial=names.serial,
        not_before=now - _HALF_LIFE,
        not_after=end_of_day_in_japan(now + _HALF_LIFE),
        extensions=(
            (usage, True),
            (x509.SubjectAlternativeName([x509.DirectoryName(names.japanese)]), False),
            (x509.BasicConstraints(ca=True, path_length=None), True),
            (distribution_point(names.subject), False),
            (x509.SubjectKeyIdentifier.from_public_key(public_key), False),
        ),
    )


def directory_name(organisation: str, *units: str) -> x509.Name:
    """Build C=JP, O, OU… in which only the country is a PrintableString."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            *(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit) for unit in units),
        ]
    )


def distribution_point(name: x509.Name) -> x509.CRLDistributionPoints:
    """Point to a revocation list by directory name, without a URL."""
    point = x509.DistributionPoint([x509.DirectoryName(name)], None, None, None)
    return x509.CRLDistributionPoints([point])


def end_of_day_in_japan(moment: datetime) -> datetime:
    """23:59:59 in Japan, which is 14:59:59 UTC of the same day."""
    return moment.replace(hour=14, minute=59, second=59, microsecond=0)


def four_byte_serial(text: str) -> int:
    """A serial number of four bytes, the same for the same text."""
    digest = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
    return 0x01000000 + digest % 0x7E000000
