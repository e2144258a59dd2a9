"""Facts of generated certificates, compared with openssl where it has an opinion."""

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from asn1crypto import core
from asn1crypto import x509 as asn1
from cryptography import x509
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jpki_desktop.certificate import extension as ext
from jpki_desktop.certificate.model import Certificate, CertificateKind, Origin
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.errors import CertificateError
from unit.certificate import samples


def openssl(der: bytes, *options: str) -> str:
    command = ["openssl", "x509", "-inform", "DER", "-noout", *options]
    return subprocess.run(command, input=der, capture_output=True, check=True).stdout.decode()


def rewritten(der: bytes, change: Callable[[Any], None]) -> bytes:
    """The certificate with something changed that no builder would write."""
    certificate = asn1.Certificate.load(der)
    change(certificate["tbs_certificate"])
    return bytes(certificate.dump(force=True))


def with_serial(serial: int) -> bytes:
    def change(tbs: Any) -> None:
        tbs["serial_number"] = serial

    return rewritten(samples.build(), change)


def unrecognized(oid: str, value: bytes, *, critical: bool = False) -> bytes:
    odd = x509.UnrecognizedExtension(x509.ObjectIdentifier(oid), value)
    return samples.build([(odd, critical)])


@pytest.mark.peer
@pytest.mark.parametrize(
    "serial", [0, 1, 0x7F, 0x80, 0xFF, 0x678A9E, 0x0132C4AB, -1, -128, -300, 2**159 - 1]
)
def test_serial_is_written_as_openssl_writes_it(serial: int) -> None:
    der = with_serial(serial)
    assert f"serial={parse_certificate(der).serial_hex}\n" == openssl(der, "-serial")


@pytest.mark.peer
@pytest.mark.parametrize("make", [samples.auth, samples.sign, samples.authority])
def test_facts_agree_with_openssl(make: Callable[[], bytes]) -> None:
    der = make()
    certificate = parse_certificate(der)
    options = ("-nameopt", "sep_multiline,utf8,sname")
    for which, found in (("issuer", certificate.issuer), ("subject", certificate.subject)):
        lines = openssl(der, f"-{which}", *options).splitlines()[1:]
        assert [line.strip() for line in lines] == [f"{one.type}={one.value}" for one in found]
    form = "%b %e %H:%M:%S %Y GMT"
    assert openssl(der, "-startdate").strip() == f"notBefore={certificate.not_before:{form}}"
    assert openssl(der, "-enddate").strip() == f"notAfter={certificate.not_after:{form}}"
    for digest, found_digest in (("sha256", certificate.sha256), ("sha1", certificate.sha1)):
        printed = openssl(der, "-fingerprint", f"-{digest}").strip().split("=")[1]
        assert printed.replace(":", "") == found_digest


@pytest.mark.peer
def test_algorithm_and_urls_agree_with_openssl() -> None:
    der = samples.auth()
    certificate = parse_certificate(der)
    assert f"Signature Algorithm: {certificate.signature_algorithm}" in openssl(der, "-text")
    assert openssl(der, "-ocsp_uri").split() == list(certificate.ocsp_urls)


def test_auth_certificate() -> None:
    certificate = parse_certificate(samples.auth())
    assert certificate.kind is CertificateKind.AUTH
    assert certificate.origin is Origin.JPKI
    assert certificate.version == 3
    assert certificate.key_usage == ("digitalSignature",)
    assert certificate.extended_key_usage == ("clientAuth",)
    assert certificate.policies == (samples.AUTH_POLICY,)
    assert certificate.ocsp_urls == ("http://ocsp.test.invalid",)
    assert not certificate.is_ca
    assert certificate.holder is None
    assert (certificate.not_before, certificate.not_after) == (samples.START, samples.END)
    assert certificate.not_after.tzinfo is UTC


def test_sign_certificate() -> None:
    certificate = parse_certificate(samples.sign())
    assert certificate.kind is CertificateKind.SIGN
    assert certificate.key_usage == ("digitalSignature", "nonRepudiation")
    assert certificate.holder is not None
    assert certificate.holder.name.text == samples.NAME
    assert certificate.holder.address.substitution_map == samples.ADDRESS_MAP


def test_extension_facts() -> None:
    certificate = parse_certificate(samples.auth())
    identifier = certificate.find(ext.AuthorityKeyIdentifier)
    assert identifier is not None
    assert identifier.serial == 0x0132C4AB
    assert identifier.issuer[0].name == certificate.issuer
    own = certificate.find(ext.SubjectKeyIdentifier)
    assert own is not None
    assert own.identifier == identifier.key_identifier
    points = certificate.find(ext.CrlDistributionPoints)
    assert points is not None
    assert points.points[0][0].name == certificate.issuer
    policies = certificate.find(ext.CertificatePolicies)
    assert policies is not None
    assert policies.policies[0].cps_uris == ("http://cps.test.invalid",)
    assert [one.critical for one in certificate.extensions][:3] == [True, False, True]
    assert certificate.find(ext.BasicConstraints) is None


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        (samples.AUTH_UNIT, CertificateKind.AUTH_CA),
        (samples.SIGN_UNIT, CertificateKind.SIGN_CA),
        ("TEST for digital signature", CertificateKind.SIGN_CA),
        ("Something else", CertificateKind.OTHER),
    ],
)
def test_authorities(unit: str, kind: CertificateKind) -> None:
    certificate = parse_certificate(samples.authority(unit))
    assert certificate.kind is kind
    assert certificate.is_ca
    constraints = certificate.find(ext.BasicConstraints)
    assert constraints == ext.BasicConstraints(is_ca=True, path_length=0)


@pytest.mark.parametrize(
    ("organization", "origin"),
    [
        ("JPKI", Origin.JPKI),
        ("JPKI-TEST", Origin.JPKI_TEST),
        ("JPKI Desktop Test Authority", Origin.DEMO),
        ("JPKI2", Origin.OTHER),
        ("jpki", Origin.OTHER),
    ],
)
def test_origin_is_what_the_issuer_names_claim(organization: str, origin: Origin) -> None:
    assert parse_certificate(samples.auth(organization=organization)).origin is origin


def test_jpki_needs_its_operator() -> None:
    issuer = samples.issuer_name(operator="Somebody else")
    assert parse_certificate(samples.build(issuer=issuer)).origin is Origin.OTHER


@pytest.mark.parametrize("organization", ["JPKI-TEST", "JPKI Desktop Test Authority"])
def test_test_cards_with_unknown_policies_are_told_by_their_names(organization: str) -> None:
    auth = samples.auth(organization=organization, policy="1.2.3.4")
    sign = samples.sign(organization=organization, policy=None)
    assert parse_certificate(auth).kind is CertificateKind.AUTH
    assert parse_certificate(sign).kind is CertificateKind.SIGN


def test_the_test_policy_means_signature() -> None:
    der = samples.sign(organization="JPKI-TEST", policy=samples.SIGN_TEST_POLICY)
    assert parse_certificate(der).kind is CertificateKind.SIGN


def test_names_of_strangers_do_not_make_a_card_certificate() -> None:
    der = samples.auth(organization="Elsewhere", policy=None)
    assert parse_certificate(der).kind is CertificateKind.OTHER


def test_plain_certificate() -> None:
    certificate = parse_certificate(samples.build())
    assert certificate.kind is CertificateKind.OTHER
    assert certificate.extensions == ()
    assert certificate.key_usage == certificate.policies == certificate.ocsp_urls == ()


@pytest.mark.parametrize(
    ("key", "algorithm", "bits", "curve", "signature"),
    [
        (samples.rsa_key, "RSA", 2048, None, "sha256WithRSAEncryption"),
        (samples.p384_key, "EC", 384, "secp384r1", "ecdsa-with-SHA256"),
        (samples.ed25519_key, "Ed25519", 256, None, "ED25519"),
    ],
)
def test_keys(
    key: Callable[[], samples.PrivateKey],
    algorithm: str,
    bits: int,
    curve: str | None,
    signature: str,
) -> None:
    certificate = parse_certificate(samples.build(key=key()))
    facts = certificate.key
    assert (facts.algorithm, facts.bits, facts.curve) == (algorithm, bits, curve)
    assert certificate.signature_algorithm == signature


GOOD = samples.sign()


@pytest.mark.parametrize(
    ("der", "reason"),
    [
        (b"", "empty"),
        (b"\xff" * 1500, None),
        (b"\x00" * 1500, None),
        (GOOD[:-1], None),
        (GOOD[:40], None),
        (GOOD + b"\x00", None),
        (GOOD + GOOD, None),
        (b"\x30\x00", None),
        (b"-----BEGIN CERTIFICATE-----", None),
        (bytes(asn1.Certificate.load(GOOD)["tbs_certificate"].dump()), None),
    ],
)
def test_unreadable_bytes(der: bytes, reason: str | None) -> None:
    with pytest.raises(CertificateError) as caught:
        parse_certificate(der)
    assert caught.value.reason
    assert reason in (None, caught.value.reason)
    assert "見本" not in caught.value.reason


def test_duplicate_extensions_are_refused() -> None:
    def change(tbs: Any) -> None:
        tbs["extensions"].append(tbs["extensions"][0].copy())

    with pytest.raises(CertificateError, match="duplicate-extension"):
        parse_certificate(rewritten(GOOD, change))


def test_one_malformed_extension_hides_nothing_else() -> None:
    certificate = parse_certificate(unrecognized("2.5.29.19", b"\xff\xff", critical=True))
    (odd,) = certificate.extensions
    assert (odd.oid, odd.critical, odd.value, odd.facts) == ("2.5.29.19", True, b"\xff\xff", None)
    assert not certificate.is_ca


def test_bytes_behind_the_value_of_an_extension_make_it_unreadable() -> None:
    good = x509.BasicConstraints(ca=True, path_length=None).public_bytes()
    assert parse_certificate(unrecognized("2.5.29.19", good)).is_ca
    assert not parse_certificate(unrecognized("2.5.29.19", good + b"\x00")).is_ca


def test_endless_numbers_do_not_reach_the_printer() -> None:
    with pytest.raises(CertificateError, match="serial-too-long"):
        parse_certificate(with_serial(2**20000))
    number = core.Integer(2**20000).dump()
    constraints = core.SequenceOf(spec=core.Any)
    constraints.append(core.Any(core.Boolean(value=True)))
    constraints.append(core.Any(core.Integer.load(number)))
    (odd,) = parse_certificate(unrecognized("2.5.29.19", constraints.dump())).extensions
    assert odd.facts is None


def test_unique_ids() -> None:
    def change(tbs: Any) -> None:
        tbs["issuer_unique_id"] = core.OctetBitString(b"\x01\x02")

    certificate = parse_certificate(rewritten(samples.build(), change))
    assert certificate.issuer_unique_id == b"\x01\x02"
    assert certificate.subject_unique_id is None


def test_dates_without_end_and_beyond_python() -> None:
    def change(tbs: Any) -> None:
        moment = core.GeneralizedTime(datetime(2031, 1, 1, tzinfo=UTC))
        tbs["validity"]["not_after"] = asn1.Time("general_time", moment)

    der = rewritten(samples.build(), change)
    usual = b"20310101000000Z"
    endless = parse_certificate(der.replace(usual, b"99991231235959Z"))
    assert endless.not_after.year == 9999
    assert endless.days_left(datetime(2026, 1, 1, tzinfo=UTC)) > 2_900_000
    for odd in (b"00000101000000Z", b"20261301000000Z", b"xxxxxxxxxxxxxxx"):
        with pytest.raises(CertificateError):
            parse_certificate(der.replace(usual, odd))


def test_alternative_names_of_every_kind() -> None:
    names = x509.SubjectAlternativeName(
        [
            x509.DNSName("a.test.invalid"),
            x509.RFC822Name("a@test.invalid"),
            x509.UniformResourceIdentifier("http://test.invalid/%E3%81%82"),
            x509.RegisteredID(x509.ObjectIdentifier("1.2.3")),
            x509.OtherName(x509.ObjectIdentifier("1.2.3"), b"\x02\x01\x05"),
        ]
    )
    found = parse_certificate(samples.build([(names, False)])).find(ext.SubjectAlternativeNames)
    assert found is not None
    assert [(one.kind.value, one.text) for one in found.names] == [
        ("dns", "a.test.invalid"),
        ("email", "a@test.invalid"),
        ("uri", "http://test.invalid/%E3%81%82"),
        ("registered-id", "1.2.3"),
        ("other", "A003020105"),
    ]


def readable(der: bytes) -> Certificate | None:
    try:
        return parse_certificate(der)
    except CertificateError:
        return None


@given(st.binary(max_size=200))
def test_random_bytes_raise_nothing_else(der: bytes) -> None:
    readable(der)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.sampled_from(
        [GOOD, samples.auth(), samples.authority(), samples.build(key=samples.p384_key())]
    ),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=6),
    st.booleans(),
)
def test_mutated_certificates_raise_nothing_else(
    der: bytes, changes: list[tuple[int, int]], cut: bool
) -> None:
    assert readable(der) is not None
    octets = bytearray(der)
    for at, value in changes:
        octets[at % len(octets)] = value
    readable(bytes(octets[: changes[0][0]] if cut else octets))


@given(st.integers(-(2**160), 2**160))
def test_serial_forms_mean_the_same_number(serial: int) -> None:
    certificate = parse_certificate(with_serial(serial))
    assert int(certificate.serial_hex, 16) == int(certificate.serial_decimal) == serial
    assert len(certificate.serial_hex.lstrip("-")) % 2 == 0
    assert certificate.serial_hex == certificate.serial_hex.upper()
