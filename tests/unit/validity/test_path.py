"""The matrix of paths: one certificate, one way in which it is right or wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.validity.path import check_path
from jpki_desktop.validity.result import PathFault, PathResult, PathState, Trust
from jpki_desktop.validity.trust import Purpose, TrustedAuthority
from support import pki
from support.pki import NOW, YEAR, Authority, auth_extensions, make_authority, make_holder

OLD, CA = make_authority(key=pki.rsa_key("old")), make_authority()
SIGN_CA = make_authority(pki.directory("TEST for digital signature"), key=pki.rsa_key("sign-ca"))
AUTHORITIES = (
    TrustedAuthority(OLD.certificate, Trust.JPKI, Purpose.AUTH),
    TrustedAuthority(CA.certificate, Trust.JPKI, Purpose.AUTH),
    TrustedAuthority(SIGN_CA.certificate, Trust.JPKI, Purpose.SIGN),
)
UNKNOWN_OID = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")


def judge(certificate: Certificate, *authorities: TrustedAuthority) -> PathResult:
    return check_path(certificate, authorities or AUTHORITIES, NOW)


def without(kind: type[x509.ExtensionType]) -> list[tuple[x509.ExtensionType, bool]]:
    return [one for one in auth_extensions(CA) if not isinstance(one[0], kind)]


def with_instead(
    extension: x509.ExtensionType, *, critical: bool = False
) -> list[tuple[x509.ExtensionType, bool]]:
    return [*without(type(extension)), (extension, critical)]


def sign_extensions() -> list[tuple[x509.ExtensionType, bool]]:
    return [
        (pki.usage("digital_signature", "content_commitment"), True),
        (pki.policies(pki.SIGN_POLICY), True),
        (pki.point(x509.DirectoryName(pki.PARTITION)), False),
        (pki.authority_key(SIGN_CA.key), False),
    ]


def altered(der: bytes, what: bytes, instead: bytes) -> bytes:
    assert der.count(what) >= 1
    return der.replace(what, instead, 1)


def attacker() -> x509.Certificate:
    """An authority of the same name that the certificate's identifier does not tell apart."""
    false = Authority(pki.rsa_key("attacker"), CA.x509)
    return make_holder(false, extensions=auth_extensions(CA))


@dataclass(frozen=True)
class Case:
    make: Callable[[], x509.Certificate]
    state: PathState
    fault: PathFault | None = None


CASES = {
    "user authentication": Case(lambda: make_holder(CA), PathState.OK),
    "older generation of the same name": Case(lambda: make_holder(OLD), PathState.OK),
    "signature": Case(lambda: make_holder(SIGN_CA, extensions=sign_extensions()), PathState.OK),
    "holder's key on P-256": Case(lambda: make_holder(CA, key=pki.ec_key()), PathState.OK),
    "holder's key on P-384": Case(
        lambda: make_holder(CA, key=pki.ec_key("a", ec.SECP384R1)), PathState.OK
    ),
    "signed with SHA-512": Case(lambda: make_holder(CA, digest=hashes.SHA512()), PathState.OK),
    "no identifier of the authority's key": Case(
        lambda: make_holder(CA, extensions=without(x509.AuthorityKeyIdentifier)), PathState.OK
    ),
    "no extended usage": Case(
        lambda: make_holder(CA, extensions=without(x509.ExtendedKeyUsage)), PathState.OK
    ),
    "first second of validity": Case(lambda: make_holder(CA, start=NOW), PathState.OK),
    "last second of validity": Case(lambda: make_holder(CA, end=NOW), PathState.OK),
    "expired": Case(lambda: make_holder(CA, end=NOW - timedelta(seconds=1)), PathState.EXPIRED),
    "not yet valid": Case(
        lambda: make_holder(CA, start=NOW + timedelta(seconds=1)), PathState.NOT_YET_VALID
    ),
    "identifier of the other generation": Case(
        lambda: make_holder(CA, extensions=auth_extensions(OLD)),
        PathState.UNTRUSTED,
        PathFault.SIGNATURE,
    ),
    "attacker of the same name and identifier": Case(
        attacker, PathState.UNTRUSTED, PathFault.SIGNATURE
    ),
    "unknown authority": Case(
        lambda: make_holder(make_authority(pki.directory("Other"), key=pki.rsa_key("other"))),
        PathState.UNTRUSTED,
        PathFault.UNKNOWN_AUTHORITY,
    ),
    "issuer's name in another encoding": Case(
        lambda: make_holder(
            CA,
            issuer_name=x509.Name(
                [
                    x509.NameAttribute(part.oid, part.value, x509.name._ASN1Type.PrintableString)
                    for part in CA.x509.subject
                ]
            ),
        ),
        PathState.UNTRUSTED,
        PathFault.UNKNOWN_AUTHORITY,
    ),
    "unknown critical extension": Case(
        lambda: make_holder(CA, extensions=[*auth_extensions(CA), (UNKNOWN_OID, True)]),
        PathState.UNTRUSTED,
        PathFault.CRITICAL_EXTENSION,
    ),
    "unknown other extension": Case(
        lambda: make_holder(CA, extensions=[*auth_extensions(CA), (UNKNOWN_OID, False)]),
        PathState.OK,
    ),
    "critical name constraints on a holder": Case(
        lambda: make_holder(
            CA,
            extensions=[
                *auth_extensions(CA),
                (x509.NameConstraints([x509.DNSName("x")], None), True),
            ],
        ),
        PathState.UNTRUSTED,
        PathFault.CRITICAL_EXTENSION,
    ),
    "policy of the signature": Case(
        lambda: make_holder(CA, extensions=with_instead(pki.policies(pki.SIGN_POLICY))),
        PathState.UNTRUSTED,
        PathFault.POLICY,
    ),
    "policy of test cards": Case(
        lambda: make_holder(
            SIGN_CA,
            extensions=[
                (pki.usage("digital_signature", "content_commitment"), True),
                (pki.policies("1.2.392.200149.8.5.1.0.20"), True),
                (pki.authority_key(SIGN_CA.key), False),
            ],
        ),
        PathState.UNTRUSTED,
        PathFault.POLICY,
    ),
    "no policy": Case(
        lambda: make_holder(CA, extensions=without(x509.CertificatePolicies)),
        PathState.UNTRUSTED,
        PathFault.POLICY,
    ),
    "no key usage": Case(
        lambda: make_holder(CA, extensions=without(x509.KeyUsage)),
        PathState.UNTRUSTED,
        PathFault.KEY_USAGE,
    ),
    "key usage for encryption": Case(
        lambda: make_holder(CA, extensions=with_instead(pki.usage("key_encipherment"))),
        PathState.UNTRUSTED,
        PathFault.KEY_USAGE,
    ),
    "signature without nonRepudiation": Case(
        lambda: make_holder(
            SIGN_CA,
            extensions=[(pki.usage("digital_signature"), True), *sign_extensions()[1:]],
        ),
        PathState.UNTRUSTED,
        PathFault.KEY_USAGE,
    ),
    "extended usage of a server": Case(
        lambda: make_holder(
            CA,
            extensions=with_instead(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])),
        ),
        PathState.UNTRUSTED,
        PathFault.PURPOSE,
    ),
    "claims to be an authority": Case(
        lambda: make_holder(
            CA,
            extensions=[
                *auth_extensions(CA),
                (x509.BasicConstraints(ca=True, path_length=None), True),
            ],
        ),
        PathState.UNTRUSTED,
        PathFault.IS_AUTHORITY,
    ),
    "key usage of an authority": Case(
        lambda: make_holder(
            CA, extensions=with_instead(pki.usage("digital_signature", "key_cert_sign"))
        ),
        PathState.UNTRUSTED,
        PathFault.IS_AUTHORITY,
    ),
    "the authority itself": Case(lambda: CA.x509, PathState.UNTRUSTED, PathFault.IS_AUTHORITY),
    "RSA 1024": Case(
        lambda: make_holder(CA, key=pki.rsa_key("weak", 1024)),
        PathState.UNTRUSTED,
        PathFault.WEAK,
    ),
    "P-521": Case(
        lambda: make_holder(CA, key=pki.ec_key("b", ec.SECP521R1)),
        PathState.UNSUPPORTED,
        PathFault.ALGORITHM,
    ),
    "secp256k1": Case(
        lambda: make_holder(CA, key=pki.ec_key("c", ec.SECP256K1)),
        PathState.UNSUPPORTED,
        PathFault.ALGORITHM,
    ),
    "SHA-1": Case(
        lambda: pki.with_sha1(make_holder(CA), CA.key),
        PathState.UNTRUSTED,
        PathFault.WEAK,
    ),
    "serial number of 20 octets": Case(lambda: make_holder(CA, serial=1 << 158), PathState.OK),
}


@pytest.mark.parametrize("name", CASES)
def test_matrix(name: str) -> None:
    case = CASES[name]
    result = judge(pki.parsed(case.make()))
    assert (result.state, result.fault) == (case.state, case.fault)


def test_issuer_is_the_generation_whose_key_signed() -> None:
    result = judge(pki.parsed(make_holder(OLD)))
    assert result.chain[-1] == OLD.certificate
    assert result.trust is Trust.JPKI


def test_leaf_that_issues_is_no_authority() -> None:
    holder = make_holder(CA)
    below = make_holder(Authority(pki.rsa_key("holder"), holder), extensions=auth_extensions(CA))
    result = check_path(pki.parsed(below), AUTHORITIES, NOW, between=(pki.parsed(holder),))
    assert result.state is PathState.UNTRUSTED


def test_jpki_has_one_level_only() -> None:
    middle = make_authority(pki.directory("Middle"), key=pki.rsa_key("middle"), issuer=CA)
    holder = make_holder(middle)
    result = check_path(pki.parsed(holder), AUTHORITIES, NOW, between=(middle.certificate,))
    assert (result.state, result.fault) == (PathState.UNTRUSTED, PathFault.TOO_LONG)


DER = make_holder(CA).public_bytes(Encoding.DER)


@pytest.mark.parametrize("where", range(0, len(DER) - 5, 7))
def test_no_flipped_bit_is_ok(where: int) -> None:
    for bit in range(8):
        flipped = bytearray(DER)
        flipped[where] ^= 1 << bit
        try:
            certificate = parse_certificate(bytes(flipped))
        except Exception:  # noqa: BLE001, S112 - not read is not OK
            continue
        assert judge(certificate).state is not PathState.OK


def test_inner_and_outer_algorithm_must_agree() -> None:
    rsa256, rsa512 = bytes.fromhex("2a864886f70d01010b"), bytes.fromhex("2a864886f70d01010d")
    inner = altered(DER, rsa256, rsa512)
    result = judge(parse_certificate(inner))
    assert (result.state, result.fault) == (PathState.MALFORMED, PathFault.FORM)


# --- organisations -----------------------------------------------------------------------------

ROOT = make_authority(pki.directory("Root"), key=pki.rsa_key("root"))
ORGANISATION = TrustedAuthority(ROOT.certificate, Trust.ORGANISATION, Purpose.ANY)
PLAIN = [(pki.usage("digital_signature"), True)]


def below(authority: Authority, *between: Authority, now: object = None) -> PathResult:
    holder = pki.parsed(make_holder(authority, extensions=PLAIN))
    certificates = tuple(one.certificate for one in between)
    return check_path(holder, (ORGANISATION,), NOW, between=certificates)


def middle(name: str = "Middle", issuer: Authority = ROOT, **options: Any) -> Authority:
    return make_authority(
        pki.directory(name),
        key=pki.rsa_key(f"org {name}"),
        issuer=issuer,
        **options,
    )


def ca_with(*more: tuple[x509.ExtensionType, bool]) -> dict[str, object]:
    return {"extensions": [*pki.CA_EXTENSIONS, *more]}


def test_organisation_with_and_without_levels() -> None:
    one = middle()
    two = middle("Second", one)
    assert below(ROOT).state is PathState.OK
    assert below(one, one).state is PathState.OK
    assert below(two, one, two).trust is Trust.ORGANISATION
    assert len(below(two, one, two).chain) == 4


def test_level_that_is_missing() -> None:
    one = middle()
    assert below(middle("Second", one)).fault is PathFault.UNKNOWN_AUTHORITY


@pytest.mark.parametrize(
    ("options", "state", "fault"),
    [
        (
            {"extensions": [(pki.usage("key_cert_sign"), True)]},
            PathState.UNTRUSTED,
            PathFault.AUTHORITY_UNFIT,
        ),
        (
            {"extensions": [(pki.usage("crl_sign"), True), pki.CA_EXTENSIONS[1]]},
            PathState.UNTRUSTED,
            PathFault.AUTHORITY_UNFIT,
        ),
        (
            {"start": NOW - 2 * YEAR, "end": NOW - pki.DAY},
            PathState.UNTRUSTED,
            PathFault.AUTHORITY_DATES,
        ),
        ({"start": NOW + pki.DAY}, PathState.UNTRUSTED, PathFault.AUTHORITY_DATES),
        (ca_with((UNKNOWN_OID, True)), PathState.UNTRUSTED, PathFault.AUTHORITY_UNFIT),
        (ca_with((UNKNOWN_OID, False)), PathState.OK, None),
        (
            ca_with((x509.NameConstraints([x509.DNSName("x")], None), True)),
            PathState.UNSUPPORTED,
            PathFault.RULE,
        ),
        (
            ca_with((x509.NameConstraints([x509.DNSName("x")], None), False)),
            PathState.UNSUPPORTED,
            PathFault.RULE,
        ),
        (ca_with((x509.PolicyConstraints(0, None), True)), PathState.UNSUPPORTED, PathFault.RULE),
        (ca_with((x509.InhibitAnyPolicy(0), True)), PathState.UNSUPPORTED, PathFault.RULE),
    ],
)
def test_rules_for_a_level_between(
    options: dict[str, Any], state: PathState, fault: PathFault | None
) -> None:
    one = middle(**options)
    result = below(one, one)
    assert (result.state, result.fault) == (state, fault)


def test_weak_signature_between() -> None:
    one = middle()
    weak = Authority(one.key, pki.with_sha1(one.x509, ROOT.key))
    assert below(weak, weak).state is PathState.UNTRUSTED


def test_path_length() -> None:
    constraint = [pki.CA_EXTENSIONS[0], (x509.BasicConstraints(ca=True, path_length=0), True)]
    one = middle("Limited", extensions=constraint)
    assert below(one, one).state is PathState.OK
    two = middle("Second", one)
    assert below(two, one, two).fault is PathFault.TOO_LONG


def test_trusted_authority_that_has_ended() -> None:
    ended = make_authority(key=pki.rsa_key("ended"), end=NOW - pki.DAY)
    trusted = TrustedAuthority(ended.certificate, Trust.GIVEN, Purpose.ANY)
    result = judge(pki.parsed(make_holder(ended)), trusted)
    assert (result.state, result.fault) == (PathState.UNTRUSTED, PathFault.AUTHORITY_DATES)


def test_expired_holder_of_an_authority_that_has_ended_is_expired() -> None:
    ended = make_authority(key=pki.rsa_key("ended"), end=NOW - pki.DAY)
    trusted = TrustedAuthority(ended.certificate, Trust.JPKI, Purpose.AUTH)
    assert judge(pki.parsed(make_holder(ended, end=NOW - YEAR)), trusted).state is PathState.EXPIRED


def test_a_loop_ends() -> None:
    one = make_authority(pki.directory("A"), key=pki.rsa_key("org A"), issuer=None)
    loop = make_authority(pki.directory("A"), key=pki.rsa_key("org A"), issuer=one)
    result = below(loop, one, loop)
    assert result.state is PathState.UNTRUSTED


@pytest.mark.parametrize("curve", [ec.SECP256R1, ec.SECP384R1])
def test_authority_on_a_curve(curve: type[ec.EllipticCurve]) -> None:
    authority = make_authority(key=pki.ec_key("ca", curve))
    trusted = TrustedAuthority(authority.certificate, Trust.JPKI, Purpose.AUTH)
    assert judge(pki.parsed(make_holder(authority)), trusted).state is PathState.OK


def test_name_of_holder_may_be_anything() -> None:
    odd = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "見本" * 10)])
    assert judge(pki.parsed(make_holder(CA, subject=odd))).state is PathState.OK
