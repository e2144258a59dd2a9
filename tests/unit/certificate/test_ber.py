"""Elements of BER, and the limits that keep a hostile file from taking time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate import ber
from jpki_desktop.certificate.ber import BerError


def element(octets: str) -> tuple[bytes, ber.Element]:
    data = bytes.fromhex(octets)
    return data, ber.element_at(data, 0, len(data))


def test_definite_and_indefinite_lengths() -> None:
    data, one = element("30 03 02 01 05")
    assert (one.start, one.stop, one.end) == (2, 5, 5)
    assert [ber.integer(data, child) for child in ber.children(data, one)] == [5]
    data, one = element("30 80 02 01 05 30 80 02 01 06 00 00 00 00")
    assert (one.start, one.stop, one.end) == (2, 12, 14)
    assert [child.tag for child in ber.children(data, one)] == [0x02, 0x30]


def test_octets_in_pieces() -> None:
    data, one = element("24 80 04 02 01 02 24 05 04 03 03 04 05 00 00")
    assert ber.octets(data, one) == bytes([1, 2, 3, 4, 5])


@pytest.mark.parametrize(
    ("octets", "reason"),
    [
        ("30", "truncated"),
        ("30 05 02 01", "truncated"),
        ("30 82 01", "truncated"),
        ("1f 81 01 00", "tag"),
        ("04 80 00 00", "length"),
        ("30 89 01 01 01 01 01 01 01 01 01", "length"),
        ("30 80 02 01 05", "truncated"),
        ("30 80" * 100, "too-deep"),
    ],
)
def test_what_is_no_element(octets: str, reason: str) -> None:
    with pytest.raises(BerError) as caught:
        element(octets)
    assert caught.value.reason == reason


def test_countless_elements_end_soon() -> None:
    start = time.process_time()
    with pytest.raises(BerError, match="too-complex"):
        ber.element_at(b"\x30\x80" + b"\x05\x00" * 10_000_000, 0, 20_000_002)
    assert time.process_time() - start < 5


@given(st.binary(max_size=200))
def test_any_bytes_are_elements_or_an_error(data: bytes) -> None:
    try:
        one = ber.element_at(data, 0, len(data))
        assert one.end <= len(data)
        assert all(
            one.start <= child.begin < child.end <= one.stop for child in ber.children(data, one)
        )
        ber.octets(data, one)
    except BerError:
        pass
