"""Commands byte by byte, and what a log may see of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.card.apdu import (
    CommandApdu,
    Ins,
    ResponseApdu,
    describe_command,
    describe_response,
)
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, PasswordKind


# The transcripts of reference/card.md, 1.11.
@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (CommandApdu(Ins.SELECT, 4, 0x0C, MY_NUMBER_CARD.applet), "00A4040C0AD392F000260100000001"),
        (CommandApdu(Ins.SELECT, 4, 0x0C, MY_NUMBER_CARD.other_applet), "00A4040C07A0000001510000"),
        (CommandApdu(Ins.SELECT, 2, 0x0C, b"\x00\x06"), "00A4020C020006"),
        (CommandApdu(Ins.READ_BINARY, 0, 0, le=0x20), "00B0000020"),
        (CommandApdu(Ins.READ_BINARY, 0, 0, le=256), "00B0000000"),
        (CommandApdu(Ins.VERIFY, 0, 0x80), "00200080"),
        (
            CommandApdu(Ins.PERFORM_SECURITY_OPERATION, 0, 0x80, b"\x30", 256, cla=0x80),
            "802A0080013000",
        ),
    ],
)
def test_encoding(command: CommandApdu, expected: str) -> None:
    assert command.encoded().hex().upper() == expected


@pytest.mark.parametrize(
    ("status", "ok"), [(0x9000, True), (0x6282, True), (0x63C3, False), (0x6A82, False)]
)
def test_success(status: int, ok: bool) -> None:
    response = ResponseApdu(b"", status)
    assert response.ok is ok
    assert response.status_text == f"{status:04X}"


@given(st.sampled_from([0x20, 0x24]), st.binary(min_size=4, max_size=16))
def test_password_is_never_described(ins: int, password: bytes) -> None:
    command = bytes([0x00, ins, 0x00, 0x80, len(password)]) + password
    text = describe_command(command)
    assert text == f"00{ins:02X}0080 + {len(password) + 1} bytes kept secret"
    assert describe_command(bytearray(command)) == text


@pytest.mark.parametrize("command", ["802A008003313233FF", "00DA000003313233", "1020008003313233"])
def test_data_of_other_commands_is_not_described(command: str) -> None:
    text = describe_command(bytes.fromhex(command))
    assert text.startswith(command[:8])
    assert "313233" not in text


def test_harmless_commands_are_described_whole() -> None:
    assert describe_command(bytes.fromhex("00A4020C020006")) == "00A4020C020006"
    assert describe_command(bytes.fromhex("00200080")) == "00200080"


def test_contents_of_an_answer_are_never_described() -> None:
    assert describe_response(b"\x30\x82\x90\x00") == "2 bytes, 9000"
    assert describe_response(b"") == "0 bytes, nothing"


def test_profile_knows_its_own_parts() -> None:
    assert MY_NUMBER_CARD.short_id(0x000A) == 0x0A
    assert MY_NUMBER_CARD.short_id(0x001F) is None
    assert MY_NUMBER_CARD.short_id(0x0100) is None
    rules = MY_NUMBER_CARD.password_for(CertificateFile.SIGN)
    assert rules is not None
    assert rules.kind is PasswordKind.SIGN
    assert MY_NUMBER_CARD.password_for(CertificateFile.AUTH_CA) is None
