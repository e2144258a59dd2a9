"""The fast reader of rows says exactly what the whole reader says."""

from collections.abc import Callable
from functools import cache

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.summary import (
    CertificateSummary,
    read_summary,
    summary_of,
    usual_summary,
)
from jpki_desktop.errors import CertificateError
from unit.certificate import samples

USUAL: dict[str, Callable[[], bytes]] = {
    "auth": samples.auth,
    "sign": samples.sign,
    "auth of the test authority": lambda: samples.auth(organization="JPKI-TEST", policy=None),
    "sign of the test authority": lambda: samples.sign(organization="JPKI-TEST", policy=None),
    "authority": samples.authority,
    "sign authority": lambda: samples.authority(samples.SIGN_UNIT),
    "EC": lambda: samples.build(
        [(samples.usage("digital_signature"), True)], key=samples.p384_key()
    ),
    "Ed25519": lambda: samples.build(
        [(samples.usage("digital_signature"), True)], key=samples.ed25519_key()
    ),
    "long serial": lambda: samples.build(
        [(samples.usage("digital_signature"), True)], serial=2**159 - 1
    ),
}
ODD: dict[str, Callable[[], bytes]] = {
    "without extensions": samples.build,
    "other attributes": lambda: samples.build(
        [(samples.usage("digital_signature"), True)],
        subject=samples.name(
            (NameOID.DOMAIN_COMPONENT, "test"), (NameOID.EMAIL_ADDRESS, "a@test.invalid")
        ),
    ),
}


@cache
def usual(name: str) -> bytes:
    """Always the same bytes: signatures differ from one call to the next."""
    return USUAL[name]()


def both(der: bytes) -> tuple[CertificateSummary | None, CertificateSummary | None]:
    """What each reader says; None where it refuses."""

    def tried(read: Callable[[bytes], CertificateSummary]) -> CertificateSummary | None:
        try:
            return read(der)
        except CertificateError:
            return None

    return tried(read_summary), tried(lambda it: summary_of(parse_certificate(it)))


@pytest.mark.parametrize("name", USUAL)
def test_usual_certificates_take_the_short_way(name: str) -> None:
    der = USUAL[name]()
    assert usual_summary(der) == summary_of(parse_certificate(der))


@pytest.mark.parametrize("name", ODD)
def test_odd_certificates_are_the_same_too(name: str) -> None:
    fast, whole = both(ODD[name]())
    assert fast == whole
    assert whole is not None


@pytest.mark.parametrize("serial", [b"\xff\x01", b"\x80" * 30, b"\x00", b"\x00\x80"])
def test_serial_numbers_that_no_library_writes(serial: bytes) -> None:
    der = with_serial(samples.auth(), serial)
    fast, whole = both(der)
    assert fast == whole is not None
    assert fast is not None
    assert fast.serial == int.from_bytes(serial, "big", signed=True)
    assert fast.serial_hex == parse_certificate(der).serial_hex


def with_serial(der: bytes, serial: bytes) -> bytes:
    """The certificate with another serial number, its lengths set right again."""
    old = bytes([2, 3]) + samples.SERIAL.to_bytes(3, "big")
    at = der.index(old)
    inner = der[8:at] + bytes([2, len(serial)]) + serial + der[at + len(old) :]
    tbs_size = int.from_bytes(der[6:8], "big") + len(serial) - 3
    whole = b"\x30\x82" + tbs_size.to_bytes(2, "big") + inner
    return b"\x30\x82" + len(whole).to_bytes(2, "big") + whole


@given(data=st.data())
def test_mutated_certificates_are_judged_alike(data: st.DataObject) -> None:
    der = bytearray(usual(data.draw(st.sampled_from(sorted(USUAL)))))
    for _ in range(data.draw(st.integers(1, 3))):
        # Most of the structure is at the beginning.
        place = st.integers(0, len(der) - 1) | st.integers(0, 200)
        der[data.draw(place)] = data.draw(st.integers(0, 255))
    fast, whole = both(bytes(der))
    assert fast == whole


@given(cut=st.integers(0, 1500))
def test_truncated_certificates_are_judged_alike(cut: int) -> None:
    fast, whole = both(usual("auth")[:cut])
    assert fast == whole


def test_cryptography_agrees() -> None:
    der = samples.sign()
    peer = x509.load_der_x509_certificate(der)
    summary = read_summary(der)
    assert summary.serial == peer.serial_number
    assert summary.not_after == peer.not_valid_after_utc
    assert [part.value for part in summary.subject] == [part.value for part in peer.subject]
