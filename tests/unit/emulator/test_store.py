"""What survives a restart, and what must never reach a file."""

import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from jpki_desktop.emulator import PasswordKind, VirtualCard, make_card
from jpki_desktop.emulator.trace import Trace
from jpki_desktop.errors import VirtualCardError

SELECT_AP = "00A4040C0AD392F000260100000001"
AUTH = "0020009804" + b"1234".hex()
NEW_AUTH, NEW_SIGN = b"7391", b"QUIET42Z"
PASSWORDS = (NEW_AUTH, NEW_SIGN, b"ABC123", b"8264")


def send(card: VirtualCard, *commands: str) -> str:
    return [card.transmit(bytes.fromhex(command)) for command in commands][-1].hex().upper()


def opened(directory: Path | None, now: datetime | None = None) -> VirtualCard:
    card = make_card(state_dir=directory, now=now)
    card.power_on()
    send(card, SELECT_AP)
    return card


def change_both(card: VirtualCard) -> None:
    send(card, AUTH, "0020009B06" + b"ABC123".hex())
    assert send(card, "0024019804" + NEW_AUTH.hex()) == "9000"
    assert send(card, "0024019B08" + NEW_SIGN.hex()) == "9000"


def test_certificates_and_counters_survive(tmp_path: Path) -> None:
    card = opened(tmp_path)
    send(card, "0020009804" + b"9999".hex())
    again = opened(tmp_path)
    assert again.contents == card.contents
    assert again.tries(PasswordKind.AUTH) == 2


def test_changed_passwords_survive(tmp_path: Path) -> None:
    change_both(opened(tmp_path))
    again = opened(tmp_path)
    assert send(again, "0020009804" + NEW_AUTH.hex()) == "9000"
    assert send(again, "0020009B08" + NEW_SIGN.hex()) == "9000"
    assert send(again, AUTH) == "63C2"


def test_memory_forgets_counters_but_keeps_keys() -> None:
    card = opened(None)
    send(card, "0020009804" + b"9999".hex())
    again = opened(None)
    assert again.tries(PasswordKind.AUTH) == 3
    assert again.contents is not None
    assert card.contents is not None
    first, second = (
        x509.load_der_x509_certificate(item.auth_certificate or b"").public_key()
        for item in (card.contents, again.contents)
    )
    assert first == second


def clear_passwords_in(content: bytes) -> list[bytes]:
    """Return the passwords of these tests that stand in a file, as text or in hexadecimal."""
    upper = content.upper()
    # Four digits can stand in a time or a hash by chance, so they count in hexadecimal only.
    hexadecimal = [word for word in PASSWORDS if word.hex().upper().encode() in upper]
    return hexadecimal + [word for word in PASSWORDS if len(word) > 4 and word in upper]


def test_no_clear_password_in_any_file(tmp_path: Path) -> None:
    state, trace = tmp_path / "state", tmp_path / "trace"
    card = opened(state)
    card.observer = observer = Trace(trace)
    change_both(card)
    send(card, "0020009804" + PASSWORDS[3].hex())
    observer.close()
    files = [trace, *(path for path in state.rglob("*") if path.is_file())]
    assert len(files) > 6
    for file in files:
        assert clear_passwords_in(file.read_bytes()) == [], file


@pytest.mark.parametrize("planted", [NEW_SIGN, b"37333931", b'"data": "' + NEW_SIGN.hex().encode()])
def test_search_for_clear_passwords_finds_one(planted: bytes) -> None:
    assert clear_passwords_in(b"... " + planted)


def test_files_belong_to_their_owner_alone(tmp_path: Path) -> None:
    state = tmp_path / "state"
    send(opened(state), AUTH)
    for path in (state, *state.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path
    assert not list(state.rglob(".*"))


def test_certificate_is_made_again_when_it_has_expired(tmp_path: Path) -> None:
    past = datetime.now(UTC) - timedelta(days=5 * 365)
    old, new = opened(tmp_path, past), opened(tmp_path)
    assert old.contents is not None
    assert new.contents is not None
    assert old.contents.auth_certificate != new.contents.auth_certificate
    assert new.contents == opened(tmp_path).contents


def test_certificate_is_made_again_when_the_keys_are_new(tmp_path: Path) -> None:
    card = opened(tmp_path)
    for file in (tmp_path / "keys").iterdir():
        file.unlink()
    assert opened(tmp_path).contents != card.contents


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"auth": 1}', '{"auth": {"tries": "x"}}'])
def test_damaged_counters_count_as_a_new_card(tmp_path: Path, content: str) -> None:
    opened(tmp_path)
    (tmp_path / "cards" / "mynumber.json").write_text(content)
    assert opened(tmp_path).tries(PasswordKind.AUTH) == 3


def test_unusable_directory_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(VirtualCardError):
        make_card(state_dir=tmp_path / "file" / "state")


# --- Trace ------------------------------------------------------------------------------------


def test_trace_notes_what_a_careful_client_does_not_send(tmp_path: Path) -> None:
    card = make_card()
    card.observer = observer = Trace(tmp_path / "trace")
    card.power_on()
    for command in (
        *(SELECT_AP, "00A4020C02000A", "00B0000000", "00B0010000", "00B0000004", "00B08A0004"),
        *("00DD0000", "00A4040C05F000000001", "00B00000000010", AUTH, "00A4040C07A0000001510000"),
    ):
        send(card, command)
    observer.close()
    lines = [json.loads(line) for line in (tmp_path / "trace").read_text().splitlines()]
    assert [line.get("note") for line in lines] == [
        *(None, None, None, None, "re-read", "re-read"),
        *("unknown-ins", "foreign-aid", "extended-apdu", None, None),
    ]
    assert [line.get("data") for line in lines][-2:] == ["**", "A0000001510000"]
    del lines[2]["ms"]
    expected = {"n": 3, "header": "00B00000", "sent": 5, "received": 258, "sw": "9000"}
    assert lines[2] == expected
