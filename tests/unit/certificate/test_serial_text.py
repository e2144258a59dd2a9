"""Pasted serial numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate.serial_text import read_serial
from jpki_desktop.errors import SerialTextError


@pytest.mark.parametrize(
    "text",
    [
        "678A9E",
        "67:8a:9e",
        "0x678a9e",
        " 67 8A\n9E ",
        "６７８Ａ９Ｅ",
        "００６７８Ａ９Ｅ",
        "67-8a-9e",
        "\ufeff678A\u200b9E",
    ],
)
def test_hexadecimal_in_every_notation(text: str) -> None:
    readings = read_serial(text)
    assert readings.as_decimal is None
    assert not readings.ambiguous
    assert readings.as_hexadecimal is not None
    assert readings.as_hexadecimal.decimal == "6785694"
    assert readings.as_hexadecimal.hexadecimal == "678A9E"


def test_digits_alone_have_two_readings() -> None:
    readings = read_serial("６785694")
    assert readings.ambiguous
    assert readings.as_decimal is not None
    assert readings.as_decimal.hexadecimal == "678A9E"
    assert readings.as_hexadecimal is not None
    assert readings.as_hexadecimal.decimal == str(0x6785694)


def test_small_numbers_are_the_same_in_both() -> None:
    assert not read_serial("7").ambiguous


@pytest.mark.parametrize("text", ["6,785,694", "６，７８５，６９４"])
def test_groups_are_decimal(text: str) -> None:
    readings = read_serial(text)
    assert readings.as_hexadecimal is None
    assert readings.as_decimal is not None
    assert readings.as_decimal.hexadecimal == "678A9E"


@pytest.mark.parametrize("text", ["0x678694", "67:86:94"])
def test_notations_that_only_hexadecimal_has(text: str) -> None:
    assert read_serial(text).as_decimal is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("0x", "empty"),
        (":", "empty"),
        ("serial", "characters"),
        ("-", "empty"),
        ("6,78A", "characters"),
        ("٣٤", "characters"),
        ("F" * 41, "too-long"),
        ("9" * 100_000, "too-long"),
        ("1" + "0" * 49, "too-long"),
    ],
)
def test_what_is_none(text: str, reason: str) -> None:
    with pytest.raises(SerialTextError) as caught:
        read_serial(text)
    assert caught.value.reason == reason


def test_a_long_decimal_has_no_hexadecimal_reading() -> None:
    readings = read_serial(str(2**160 - 1))
    assert readings.as_hexadecimal is None
    assert readings.as_decimal is not None
    assert readings.as_decimal.hexadecimal == "FF" * 20


@given(st.integers(0, 2**160 - 1))
def test_both_ways(number: int) -> None:
    as_hex = read_serial(f"0x{number:X}").as_hexadecimal
    as_decimal = read_serial(str(number)).as_decimal
    assert as_hex == as_decimal
    assert as_hex is not None
    assert int(as_hex.decimal) == int(as_hex.hexadecimal, 16) == number


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        readings = read_serial(text)
        assert readings.as_hexadecimal or readings.as_decimal
    except SerialTextError:
        pass
