"""The generated certificates, checked by openssl against the published profile."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from jpki_desktop.emulator import PERSONAS, make_card
from jpki_desktop.emulator.end_entity import dates_of
from jpki_desktop.emulator.file_system import FileContents

pytestmark = [
    pytest.mark.peer,
]

# Object identifiers in the order in which real certificates carry their extensions.
AUTH_ORDER = ["keyUsage", "extendedKeyUsage", "certificatePolicies", "issuerAltName"]
SIGN_ORDER = ["keyUsage", "subjectAltName", "certificatePolicies", "issuerAltName"]
COMMON_ORDER = [
    "cRLDistributionPoints",
    "authorityInfoAccess",
    "authorityKeyIdentifier",
    "subjectKeyIdentifier",
]


def contents(persona: str = "mynumber") -> FileContents:
    found = make_card(persona).contents
    assert found is not None
    return found


def certificate(persona: str, kind: str) -> x509.Certificate:
    return x509.load_der_x509_certificate(getattr(contents(persona), f"{kind}_certificate"))


def openssl(der: bytes, *words: str) -> str:
    command = ["openssl", *words, "-inform", "DER"]
    return subprocess.run(command, input=der, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("kind", ["auth", "sign"])
@pytest.mark.parametrize("persona", ["mynumber", "long", "jlis-test"])
def test_openssl_verifies_the_path(tmp_path: Path, persona: str, kind: str) -> None:
    found = contents(persona)
    files = {}
    for name in (f"{kind}_certificate", f"{kind}_ca_certificate"):
        files[name] = tmp_path / name
        files[name].write_text(openssl(getattr(found, name), "x509"))
    root, leaf = files[f"{kind}_ca_certificate"], files[f"{kind}_certificate"]
    command = ["openssl", "verify", "-x509_strict", "-CAfile", str(root), str(leaf)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    other = "sign" if kind == "auth" else "auth"
    root.write_text(openssl(getattr(found, f"{other}_ca_certificate"), "x509"))
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize(("kind", "order"), [("auth", AUTH_ORDER), ("sign", SIGN_ORDER)])
def test_order_of_the_extensions(kind: str, order: list[str]) -> None:
    found = [extension.oid._name for extension in certificate("mynumber", kind).extensions]
    assert found == order + COMMON_ORDER


def test_auth_certificate_says_what_the_profile_wants() -> None:
    text = openssl(certificate_der("auth"), "x509", "-noout", "-text", "-nameopt", "RFC2253")
    for part in (
        "sha256WithRSAEncryption",
        "X509v3 Key Usage: critical\n                Digital Signature\n",
        "TLS Web Client Authentication",
        "X509v3 Certificate Policies: critical\n                Policy: 1.2.392.200149.8.5.1.3.30",
        "OCSP - URI:http://ocspauth.test.invalid",
        "14:59:59",
    ):
        assert part in text
    subject = openssl(certificate_der("auth"), "x509", "-noout", "-subject", "-nameopt", "RFC2253")
    assert len(subject.strip().removeprefix("subject=CN=").removesuffix(",C=JP")) == 23


def test_sign_certificate_says_what_the_profile_wants() -> None:
    text = openssl(certificate_der("sign"), "x509", "-noout", "-text")
    assert "Key Usage: critical\n                Digital Signature, Non Repudiation\n" in text
    assert "Extended Key Usage" not in text
    assert "Policy: 1.2.392.200149.8.5.1.1.20" in text
    subject = openssl(certificate_der("sign"), "x509", "-noout", "-subject", "-nameopt", "RFC2253")
    common_name, _, rest = subject.strip().removeprefix("subject=CN=").partition(",")
    assert (len(common_name), rest) == (28, "L=Kakuu-shi,L=Mihon-ken,C=JP")


def test_holder_stands_in_six_other_names_in_card_order() -> None:
    names = certificate("mynumber", "sign").extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    )
    assert not names.critical
    found = list(names.value)
    assert [name.type_id.dotted_string[-1] for name in found] == list("143526")
    birth = next(name for name in found if name.type_id.dotted_string.endswith(".4"))
    assert birth.value == b"\x0c\x09319880520"
    # otherName holds its value as [0] EXPLICIT UTF8String; openssl prints that for one of them.
    text = openssl(certificate_der("sign"), "x509", "-noout", "-ext", "subjectAltName")
    assert text.count("1.2.392.200149.8.5.5.") + text.count("othername") >= 6
    explicit = b"\xa0\x0b" + birth.value
    assert explicit in certificate_der("sign")


def test_types_in_the_names() -> None:
    text = openssl(certificate_der("auth"), "asn1parse")
    assert "PRINTABLESTRING   :JP" in text
    assert "UTF8STRING        :JPKI Desktop Test Authority" in text
    assert "UTCTIME" in text
    assert "GENERALIZEDTIME" not in text


def test_root_says_what_the_profile_wants() -> None:
    text = openssl(contents().auth_ca_certificate or b"", "x509", "-noout", "-text")
    order = (
        "Key Usage: critical",
        "Alternative Name",
        "Constraints: critical",
        "CRL Dist",
        "Subject Key",
    )
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "Certificate Sign, CRL Sign" in text


@pytest.mark.parametrize("kind", ["auth", "sign"])
def test_serial_number_has_four_bytes(kind: str) -> None:
    for persona in set(PERSONAS) - {
        "licence",
        "juki",
        "auth-missing",
        "sign-missing",
        "both-missing",
    }:
        serial = certificate(persona, kind).serial_number
        assert 0x01000000 <= serial <= 0x7FFFFFFF


def test_sizes() -> None:
    assert 1400 <= len(certificate_der("auth")) <= 1536
    assert len(certificate_der("sign")) < 2048
    assert len(contents("long").sign_certificate or b"") > 2048


def test_names_cannot_be_taken_for_official_ones() -> None:
    issuer = certificate("mynumber", "sign").issuer.rfc4514_string()
    assert "TEST" in issuer
    assert "O=JPKI," not in issuer
    assert "O=JPKI-TEST," in certificate("jlis-test", "auth").issuer.rfc4514_string()


def test_long_persona_reaches_the_limits() -> None:
    holder = PERSONAS["long"].holder
    assert len(holder.address) == len(holder.address_flags) == 200
    assert len(holder.name) == len(holder.name_flags)
    assert "1" in holder.name_flags
    assert "1" in holder.address_flags
    for mark in "［］（）":
        assert mark in holder.name


@pytest.mark.parametrize("offset", range(0, 1500, 37))
def test_dates_follow_the_rule_on_any_day(offset: int) -> None:
    now = datetime(2026, 1, 1, 3, tzinfo=UTC) + timedelta(days=offset)
    for persona in PERSONAS.values():
        dates = dates_of(persona, now)
        end = dates.not_after
        assert (end.month, end.day) == (dates.born.month, dates.born.day)
        assert timedelta(days=4 * 365) < end - dates.not_before <= timedelta(days=5 * 366)
        assert dates.not_before < now
    assert dates_of(PERSONAS["expired"], now).not_after < now
    left = dates_of(PERSONAS["expiring"], now).not_after - now
    assert timedelta(days=40) < left < timedelta(days=45)


def certificate_der(kind: str) -> bytes:
    der = getattr(contents(), f"{kind}_certificate")
    assert isinstance(der, bytes)
    return der
