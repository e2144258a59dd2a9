"""A small public key infrastructure for tests: authorities, holders, answers, lists.

Built with `cryptography`, and broken on purpose with asn1crypto; every name is invented.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from asn1crypto import algos, core
from asn1crypto import ocsp as asn1_ocsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import (
    AuthorityInformationAccessOID,
    ExtendedKeyUsageOID,
    NameOID,
)

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate

Digest = hashes.SHA256 | hashes.SHA384 | hashes.SHA512
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Extensions = Sequence[tuple[x509.ExtensionType, bool]]

NOW = datetime.now(UTC).replace(microsecond=0)
HOUR, DAY, YEAR = timedelta(hours=1), timedelta(days=1), timedelta(days=365)
AUTH_POLICY, SIGN_POLICY = "1.2.392.200149.8.5.1.3.30", "1.2.392.200149.8.5.1.1.20"
CPS = "http://test.invalid/cps.html"


@cache
def rsa_key(name: str = "", size: int = 2048) -> rsa.RSAPrivateKey:
    del name
    return rsa.generate_private_key(65537, size)


@cache
def ec_key(name: str = "", curve: type[ec.EllipticCurve] = ec.SECP256R1) -> Key:
    del name
    return ec.generate_private_key(curve())


def directory(*units: str, organization: str = "Sample Authority", cn: str = "") -> x509.Name:
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization),
        *(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit) for unit in units),
    ]
    return x509.Name([*parts, *([x509.NameAttribute(NameOID.COMMON_NAME, cn)] if cn else [])])


AUTH_NAME = directory("TEST for user authentication")
PARTITION = directory("CRL Distribution Points", "Mihon-ken", cn="Kakuu-shi CRLDP")
OTHER_PARTITION = directory("CRL Distribution Points", "Mihon-ken", cn="Betsu-shi CRLDP")
HOLDER = x509.Name(
    [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"),
        x509.NameAttribute(NameOID.COMMON_NAME, "997794E9AGCIEG99201001A"),
    ]
)


def usage(*names: str) -> x509.KeyUsage:
    known = (
        *("digital_signature", "content_commitment", "key_encipherment", "data_encipherment"),
        *("key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"),
    )
    return x509.KeyUsage(**{name: name in names for name in known})


def digest_for(key: Key) -> Digest:
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name == "secp384r1":
        return hashes.SHA384()
    return hashes.SHA256()


@dataclass(frozen=True)
class Authority:
    """An authority: its key and its certificate."""

    key: Key
    x509: x509.Certificate

    @property
    def certificate(self) -> Certificate:
        return parsed(self.x509)

    @property
    def der(self) -> bytes:
        return self.x509.public_bytes(Encoding.DER)


def parsed(certificate: x509.Certificate) -> Certificate:
    return parse_certificate(certificate.public_bytes(Encoding.DER))


CA_EXTENSIONS: Extensions = (
    (usage("key_cert_sign", "crl_sign"), True),
    (x509.BasicConstraints(ca=True, path_length=None), True),
)


def make_authority(
    name: x509.Name = AUTH_NAME,
    *,
    key: Key | None = None,
    issuer: Authority | None = None,
    extensions: Extensions = CA_EXTENSIONS,
    start: datetime = NOW - 2 * YEAR,
    end: datetime = NOW + 8 * YEAR,
    serial: int = 0x0132C4AB,
    digest: Digest | None = None,
) -> Authority:
    own = key or rsa_key("ca")
    signer = own if issuer is None else issuer.key
    identifier = x509.SubjectKeyIdentifier.from_public_key(own.public_key())
    certificate = build(
        own,
        signer,
        subject=name,
        issuer=name if issuer is None else issuer.x509.subject,
        extensions=[
            *extensions,
            (identifier, False),
            *([] if issuer is None else [(authority_key(issuer.key), False)]),
        ],
        start=start,
        end=end,
        serial=serial,
        digest=digest,
    )
    return Authority(own, certificate)


def authority_key(key: Key) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def build(
    key: Key,
    signer: Key,
    *,
    subject: x509.Name,
    issuer: x509.Name,
    extensions: Extensions,
    start: datetime,
    end: datetime,
    serial: int,
    digest: Digest | None = None,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .serial_number(serial)
        .not_valid_before(start)
        .not_valid_after(end)
        .public_key(key.public_key())
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder.sign(signer, digest or digest_for(signer))


def point(*names: x509.GeneralName) -> x509.CRLDistributionPoints:
    return x509.CRLDistributionPoints([x509.DistributionPoint(list(names), None, None, None)])


def policies(oid: str = AUTH_POLICY) -> x509.CertificatePolicies:
    information = x509.PolicyInformation(x509.ObjectIdentifier(oid), [CPS])
    return x509.CertificatePolicies([information])


def ocsp_access(url: str = "http://ocsp.test.invalid/") -> x509.AuthorityInformationAccess:
    place = x509.UniformResourceIdentifier(url)
    access = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, place)
    return x509.AuthorityInformationAccess([access])


def auth_extensions(
    issuer: Authority, *, url: str = "http://ocsp.test.invalid/", partition: x509.Name = PARTITION
) -> list[tuple[x509.ExtensionType, bool]]:
    """The extensions of a user authentication certificate in the form of JPKI's."""
    return [
        (usage("digital_signature"), True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), False),
        (policies(), True),
        (point(x509.DirectoryName(partition)), False),
        (ocsp_access(url), False),
        (authority_key(issuer.key), False),
    ]


def make_holder(
    issuer: Authority,
    *,
    key: Key | None = None,
    extensions: Extensions | None = None,
    start: datetime = NOW - YEAR,
    end: datetime = NOW + 3 * YEAR,
    serial: int = 0x0705D990,
    subject: x509.Name = HOLDER,
    issuer_name: x509.Name | None = None,
    digest: Digest | None = None,
) -> x509.Certificate:
    return build(
        key or rsa_key("holder"),
        issuer.key,
        subject=subject,
        issuer=issuer_name or issuer.x509.subject,
        extensions=auth_extensions(issuer) if extensions is None else extensions,
        start=start,
        end=end,
        serial=serial,
        digest=digest,
    )


def make_delegate(
    issuer: Authority,
    *,
    key: Key | None = None,
    purposes: Sequence[x509.ObjectIdentifier] = (ExtendedKeyUsageOID.OCSP_SIGNING,),
    names: Sequence[str] = ("digital_signature",),
    no_check: bool = True,
    start: datetime = NOW - DAY,
    end: datetime = NOW + 30 * DAY,
    more: Extensions = (),
) -> Authority:
    own = key or rsa_key("delegate")
    extensions: list[tuple[x509.ExtensionType, bool]] = [(authority_key(issuer.key), False)]
    if names:
        extensions.append((usage(*names), True))
    if purposes:
        extensions.append((x509.ExtendedKeyUsage(purposes), False))
    if no_check:
        extensions.append((x509.OCSPNoCheck(), False))
    certificate = build(
        own,
        issuer.key,
        subject=directory(cn="OCSP responder"),
        issuer=issuer.x509.subject,
        extensions=[*extensions, *more],
        start=start,
        end=end,
        serial=0x77,
    )
    return Authority(own, certificate)


def with_sha1(certificate: x509.Certificate, key: Key) -> x509.Certificate:
    """Sign a certificate again with SHA-1, which `cryptography` no longer does."""
    whole = asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
    weak = sha1_algorithm()
    whole["tbs_certificate"]["signature"] = weak
    whole["signature_algorithm"] = weak
    body = whole["tbs_certificate"].dump(force=True)
    whole["signature_value"] = sign(key, body, hashes.SHA1())  # noqa: S303
    return x509.load_der_x509_certificate(whole.dump(force=True))


def sha1_algorithm() -> Any:
    return algos.SignedDigestAlgorithm({"algorithm": "sha1_rsa", "parameters": core.Null()})


# --- answers ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AnswerPlan:
    """What an answer says; the defaults are a good one."""

    status: ocsp.OCSPCertStatus = ocsp.OCSPCertStatus.GOOD
    this_update: datetime = NOW - timedelta(minutes=10)
    next_update: datetime | None = NOW + timedelta(minutes=20)
    revoked_at: datetime | None = None
    reason: x509.ReasonFlags | None = None
    nonce: bytes | None = None
    digest: hashes.HashAlgorithm = field(default_factory=hashes.SHA1)
    by_name: bool = False
    certificates: Sequence[x509.Certificate] = ()
    sign_digest: Digest | None = None


def make_answer(
    certificate: x509.Certificate, issuer: Authority, signer: Authority, plan: AnswerPlan
) -> bytes:
    builder = ocsp.OCSPResponseBuilder().add_response(
        certificate,
        issuer.x509,
        plan.digest,
        plan.status,
        plan.this_update,
        plan.next_update,
        plan.revoked_at,
        plan.reason,
    )
    encoding = ocsp.OCSPResponderEncoding
    builder = builder.responder_id(encoding.NAME if plan.by_name else encoding.HASH, signer.x509)
    if plan.certificates:
        builder = builder.certificates(list(plan.certificates))
    if plan.nonce is not None:
        builder = builder.add_extension(x509.OCSPNonce(plan.nonce), critical=False)
    digest = plan.sign_digest or digest_for(signer.key)
    return builder.sign(signer.key, digest).public_bytes(Encoding.DER)


def changed_answer(
    der: bytes, key: Key, change: Callable[[Any], None], *, sha1: bool = False
) -> bytes:
    """Change the signed part of an answer (asn1crypto's view of it) and sign it again."""
    answer = asn1_ocsp.OCSPResponse.load(der)
    basic = answer["response_bytes"]["response"].parsed
    change(basic["tbs_response_data"])
    body = basic["tbs_response_data"].dump(force=True)
    if sha1:
        basic["signature_algorithm"] = sha1_algorithm()
    basic["signature"] = sign(key, body, hashes.SHA1() if sha1 else digest_for(key))  # noqa: S303
    answer["response_bytes"]["response"] = core.ParsableOctetString(basic.dump(force=True))
    return bytes(answer.dump(force=True))


def sign(key: Key, data: bytes, digest: hashes.HashAlgorithm) -> bytes:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(data, padding.PKCS1v15(), digest)
    return key.sign(data, ec.ECDSA(digest))


# --- lists --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Entry:
    """One entry of a list."""

    serial: int
    at: datetime = NOW - 10 * DAY
    reason: x509.ReasonFlags | None = None
    extensions: Extensions = ()


def partition_scope(
    *names: x509.Name, critical: bool = True, **flags: Any
) -> tuple[x509.ExtensionType, bool]:
    full_name = [x509.DirectoryName(name) for name in names] or None
    values: dict[str, Any] = {
        "full_name": full_name,
        "relative_name": None,
        "only_contains_user_certs": False,
        "only_contains_ca_certs": False,
        "only_some_reasons": None,
        "indirect_crl": False,
        "only_contains_attribute_certs": False,
    }
    return x509.IssuingDistributionPoint(**(values | flags)), critical


def make_list(
    issuer: Authority,
    entries: Sequence[Entry] = (),
    *,
    extensions: Extensions = (),
    this_update: datetime = NOW - HOUR,
    next_update: datetime = NOW + DAY,
    name: x509.Name | None = None,
    digest: Digest | None = None,
    key: Key | None = None,
) -> bytes:
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(name or issuer.x509.subject)
        .last_update(this_update)
        .next_update(next_update)
        .add_extension(authority_key(issuer.key), critical=False)
        .add_extension(x509.CRLNumber(7), critical=False)
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    for entry in entries:
        one = x509.RevokedCertificateBuilder().serial_number(entry.serial).revocation_date(entry.at)
        if entry.reason is not None:
            one = one.add_extension(x509.CRLReason(entry.reason), critical=False)
        for extension, critical in entry.extensions:
            one = one.add_extension(extension, critical)
        builder = builder.add_revoked_certificate(one.build())
    signer = key or issuer.key
    return builder.sign(signer, digest or digest_for(signer)).public_bytes(Encoding.DER)
