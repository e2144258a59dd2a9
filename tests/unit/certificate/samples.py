"""Certificates made for tests, in the form of JPKI's; every person and place is invented.

They are built with `cryptography`, which the package under test does not use to read them.
"""

import inspect
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
Extensions = Sequence[tuple[x509.ExtensionType, bool]]

JLIS = "Japan Agency for Local Authority Information Systems"
START = datetime(2016, 3, 16, 1, 28, 5, tzinfo=UTC)
END = datetime(2020, 3, 26, 14, 59, 59, tzinfo=UTC)
SERIAL = 0x678A9E
NAME, NAME_MAP = "見本　花子［山田］（はな）", "0100000000000"
ADDRESS, ADDRESS_MAP = "見本県架空市試験町１－２", "000000000000"
AUTH_POLICY, SIGN_POLICY = "1.2.392.200149.8.5.1.3.30", "1.2.392.200149.8.5.1.1.20"
SIGN_TEST_POLICY = "1.2.392.200149.8.5.1.0.20"
AUTH_UNIT, SIGN_UNIT = "JPKI for user authentication", "JPKI for digital signature"
SIGN_CN = "201603161027590012399201001A"
AUTH_CN = "409934E03FBEE099201001A"


@cache
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@cache
def p384_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP384R1())


@cache
def ed25519_key() -> ed25519.Ed25519PrivateKey:
    return ed25519.Ed25519PrivateKey.generate()


def name(*parts: tuple[x509.ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def issuer_name(
    unit: str = AUTH_UNIT, organization: str = "JPKI", operator: str = JLIS
) -> x509.Name:
    return name(
        (NameOID.COUNTRY_NAME, "JP"),
        (NameOID.ORGANIZATION_NAME, organization),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, operator),
    )


PLAIN = name((NameOID.COUNTRY_NAME, "JP"), (NameOID.COMMON_NAME, "Sample"))


def build(
    extensions: Extensions = (),
    *,
    subject: x509.Name = PLAIN,
    issuer: x509.Name = PLAIN,
    serial: int = SERIAL,
    key: PrivateKey | None = None,
    start: datetime = START,
    end: datetime = END,
) -> bytes:
    """DER of a certificate signed with the key that it contains."""
    private = key or rsa_key()
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .serial_number(serial)
        .not_valid_before(start)
        .not_valid_after(end)
        .public_key(private.public_key())
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    digest = None if isinstance(private, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return builder.sign(private, digest).public_bytes(serialization.Encoding.DER)


def usage(*names: str) -> x509.KeyUsage:
    every = inspect.signature(x509.KeyUsage).parameters
    return x509.KeyUsage(**{one: one in names for one in every})


def utf8(text: str) -> bytes:
    """DER of a UTF8String, written out so that no reader under test is involved."""
    octets = text.encode()
    length = len(octets)
    prefix = bytes([length]) if length < 128 else bytes([0x82, *length.to_bytes(2, "big")])
    return b"\x0c" + prefix + octets


def other_name(number: int, text: str) -> x509.OtherName:
    return x509.OtherName(x509.ObjectIdentifier(f"1.2.392.200149.8.5.5.{number}"), utf8(text))


def holder_names(
    *, birth: str = "319800217", sex: str = "2", name_map: str = NAME_MAP, order: str = "143526"
) -> x509.SubjectAlternativeName:
    texts = {1: NAME, 2: name_map, 3: sex, 4: birth, 5: ADDRESS, 6: ADDRESS_MAP}
    return x509.SubjectAlternativeName([other_name(int(n), texts[int(n)]) for n in order])


def policies(oid: str) -> x509.CertificatePolicies:
    found = x509.PolicyInformation(x509.ObjectIdentifier(oid), ["http://cps.test.invalid"])
    return x509.CertificatePolicies([found])


def common_extensions(
    issuer: x509.Name, policy: str | None
) -> Iterable[tuple[x509.ExtensionType, bool]]:
    public = rsa_key().public_key()
    if policy is not None:
        yield policies(policy), True
    yield x509.IssuerAlternativeName([x509.DirectoryName(issuer)]), False
    point = x509.DistributionPoint([x509.DirectoryName(issuer)], None, None, None)
    yield x509.CRLDistributionPoints([point]), False
    ocsp = x509.UniformResourceIdentifier("http://ocsp.test.invalid")
    access = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, ocsp)
    yield x509.AuthorityInformationAccess([access]), False
    digest = x509.SubjectKeyIdentifier.from_public_key(public).digest
    yield x509.AuthorityKeyIdentifier(digest, [x509.DirectoryName(issuer)], 0x0132C4AB), False
    yield x509.SubjectKeyIdentifier(digest), False


def auth(
    *, organization: str = "JPKI", policy: str | None = AUTH_POLICY, cn: str = AUTH_CN
) -> bytes:
    issuer = issuer_name(organization=organization)
    extensions = (
        (usage("digital_signature"), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), False),
        *common_extensions(issuer, policy),
    )
    subject = name((NameOID.COUNTRY_NAME, "JP"), (NameOID.COMMON_NAME, cn))
    return build(extensions, subject=subject, issuer=issuer)


def sign(
    *,
    organization: str = "JPKI",
    policy: str | None = SIGN_POLICY,
    names: x509.SubjectAlternativeName | None = None,
    cn: str = SIGN_CN,
) -> bytes:
    issuer = issuer_name(SIGN_UNIT, organization)
    extensions = (
        (usage("digital_signature", "content_commitment"), True),
        (names or holder_names(), False),
        *common_extensions(issuer, policy),
    )
    subject = name(
        (NameOID.COUNTRY_NAME, "JP"),
        (NameOID.LOCALITY_NAME, "Mihon-ken"),
        (NameOID.LOCALITY_NAME, "Kakuu-shi"),
        (NameOID.COMMON_NAME, cn),
    )
    return build(extensions, subject=subject, issuer=issuer)


def authority(unit: str = AUTH_UNIT, organization: str = "JPKI") -> bytes:
    own = issuer_name(unit, organization)
    extensions = (
        (usage("key_cert_sign", "crl_sign"), True),
        (x509.BasicConstraints(ca=True, path_length=0), True),
    )
    return build(extensions, subject=own, issuer=own, serial=0x0132C4AB)
