"""Deviations of real cards, and mishaps at a chosen moment."""

import re
import time
from pathlib import Path

import pytest

from jpki_desktop.emulator import (
    PERSONAS,
    QUIRKS,
    PasswordKind,
    Quirk,
    VirtualCard,
    make_card,
)
from jpki_desktop.emulator.faults import parse_fault
from jpki_desktop.errors import VirtualCardError

SELECT_AP = "00A4040C0AD392F000260100000001"
AUTH = "0020009804" + b"1234".hex()
WRONG_AUTH = "0020009804" + b"9999".hex()


def send(card: VirtualCard, *commands: str) -> str:
    return [card.transmit(bytes.fromhex(command)) for command in commands][-1].hex().upper()


def selected(persona: str = "mynumber", *quirks: Quirk) -> VirtualCard:
    card = make_card(persona, frozenset(quirks))
    card.power_on()
    send(card, SELECT_AP)
    return card


@pytest.mark.parametrize(
    ("quirk", "commands", "plain", "strange"),
    [
        (Quirk.SHORT_READS, ["00B08A0000"], 258, 102),
        (Quirk.WRONG_LE, ["00B0860000"], 162, "6CA0"),
        (Quirk.WRONG_LE, ["00B08600A0"], 162, 162),
        (Quirk.GET_RESPONSE, ["00B0880003"], "8F8F009000", "6103"),
        (Quirk.GET_RESPONSE, ["00B08A0000"], 258, "6100"),
        (Quirk.GET_RESPONSE, ["00B0880003", "00C0000003"], "6985", "8F8F009000"),
        (Quirk.GET_RESPONSE, ["00B0880003", "00C0000002"], "6985", "8F8F6101"),
        (Quirk.NO_CASE_1, ["00200098"], "63C3", "6700"),
        (Quirk.NO_CASE_1, ["0020009800"], "63C3", "63C3"),
        (Quirk.BLOCKED_63C0, [*[WRONG_AUTH] * 4], "6984", "63C0"),
        (Quirk.BLOCKED_63C0, [*[WRONG_AUTH] * 3, "00200098"], "6984", "63C0"),
        (Quirk.BLOCKED_6983, [*[WRONG_AUTH] * 3, "00200098"], "6984", "6983"),
        (Quirk.END_OF_FILE, ["00B0880000"], "8F8F009000", "8F8F006282"),
        (Quirk.END_OF_FILE, ["00B0880003"], "8F8F009000", "8F8F009000"),
        (Quirk.VERIFIED_9000, [AUTH, "00200098"], "63C3", "9000"),
        (Quirk.VERIFIED_9000, ["00200098"], "63C3", "63C3"),
        (Quirk.NO_AVAILABILITY, ["00A4020C020008"], "9000", "6A82"),
        (Quirk.NO_SFI, ["00B0880003"], "8F8F009000", "6A86"),
    ],
)
def test_quirk_changes_the_answer(
    quirk: Quirk, commands: list[str], plain: str | int, strange: str | int
) -> None:
    for card, expected in ((selected(), plain), (selected("mynumber", quirk), strange)):
        if quirk is Quirk.GET_RESPONSE and card.quirks:
            send(card, SELECT_AP)
        answer = send(card, *commands)
        assert (len(answer) // 2 if isinstance(expected, int) else answer) == expected


def test_first_command_after_power_on_fails() -> None:
    card = make_card(quirks=frozenset({Quirk.FIRST_FAILS}))
    card.power_on()
    assert [send(card, SELECT_AP), send(card, SELECT_AP)] == ["6F00", "9000"]
    card.reset()
    assert send(card, SELECT_AP) == "9000"
    card.power_off()
    card.power_on()
    assert send(card, SELECT_AP) == "6F00"


def test_slow_card() -> None:
    card = selected()
    card.set_quirk(Quirk.SLOW, on=True)
    start = time.monotonic()
    send(card, "00200098")
    assert time.monotonic() - start > 0.19


def test_mute_card_says_so() -> None:
    card = selected()
    card.set_quirk(Quirk.MUTE, on=True)
    with pytest.raises(VirtualCardError, match="mute"):
        send(card, "00200098")


@pytest.mark.parametrize(
    ("quirk", "select", "read"),
    [
        (Quirk.ABSENT_FF, "9000", "FFFFFFFF9000"),
        (Quirk.ABSENT_EMPTY, "9000", "6B00"),
        (Quirk.ABSENT_NOT_FOUND, "6A82", "6986"),
        (Quirk.ABSENT_GARBAGE, "9000", None),
    ],
)
def test_missing_certificate(quirk: Quirk, select: str, read: str | None) -> None:
    card = selected("auth-missing", quirk)
    assert send(card, "00A4020C02000A") == select
    answer = send(card, "00B0000004")
    assert answer == read if read is not None else not answer.startswith("3082")


def test_absent_quirks_exclude_each_other() -> None:
    card = selected("auth-missing", Quirk.ABSENT_EMPTY)
    card.set_quirk(Quirk.ABSENT_FF, on=True)
    assert card.quirks == {Quirk.ABSENT_FF}


def test_quirks_combine() -> None:
    card = selected("mynumber", Quirk.SHORT_READS, Quirk.GET_RESPONSE)
    assert send(card, "00B08A0000") == "6164"
    assert len(send(card, "00C0000064")) == 2 * 102


def test_every_quirk_is_a_known_name() -> None:
    assert len(QUIRKS) == len(set(QUIRKS)) == len(Quirk)


# --- Faults -----------------------------------------------------------------------------------


def test_untouched_card_is_the_control() -> None:
    assert [send(selected(), command) for command in ("00200098", AUTH)] == ["63C3", "9000"]


def test_card_goes_at_the_nth_command() -> None:
    card = selected()
    card.arm(parse_fault(["gone", "3"]))
    assert [send(card, "00200098") for _ in range(2)] == ["63C3", "63C3"]
    with pytest.raises(VirtualCardError, match="gone"):
        send(card, "00200098")
    with pytest.raises(VirtualCardError, match="gone"):
        card.power_on()
    card.insert()
    card.power_on()
    assert send(card, SELECT_AP) == "9000"


@pytest.mark.parametrize(("kind", "left"), [("gone", 3), ("gone-after", 2)])
def test_card_goes_before_or_after_the_password_is_checked(kind: str, left: int) -> None:
    card = selected()
    card.arm(parse_fault([kind, "verify"]))
    send(card, "00200098")  # a counter query checks no password
    with pytest.raises(VirtualCardError, match="gone"):
        send(card, WRONG_AUTH)
    assert card.tries(PasswordKind.AUTH) == left


@pytest.mark.parametrize(("kind", "new_holds"), [("gone", False), ("gone-after", True)])
def test_card_goes_before_or_after_the_change(kind: str, *, new_holds: bool) -> None:
    card = selected()
    card.arm(parse_fault([kind, "change"]))
    send(card, AUTH)
    with pytest.raises(VirtualCardError, match="gone"):
        send(card, "0024019804" + b"5678".hex())
    card.insert()
    card.power_on()
    send(card, SELECT_AP)
    assert (send(card, AUTH) != "9000") == new_holds


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("empty", ""),
        ("6f00", "6F00"),
        ("garbage", "(..){1,38}2.00"),
        ("overlong", "(..){65533}9000"),
    ],
)
def test_answers_that_are_none(kind: str, pattern: str) -> None:
    card = selected()
    card.arm(parse_fault([kind, "1"]))
    assert re.fullmatch(pattern, send(card, "00200098"))
    assert send(card, "00200098") == "63C3"  # a fault strikes once


def test_count_within_a_class() -> None:
    card = selected()
    card.arm(parse_fault(["6f00", "read", "2"]))
    answers = [send(card, command) for command in ("00B0880003", "00200098", "00B0880003")]
    assert answers == ["8F8F009000", "63C3", "6F00"]


@pytest.mark.parametrize("words", ["gone 0", "gone x", "lost 1", "gone verify 1 2", "gone -1"])
def test_fault_that_cannot_be_meant(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_fault(words.split())


# --- Personas ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("persona", "answers"),
    [
        # EF 0008, auth tries, sign tries, EF 000A, EF 0001
        ("mynumber", ["8F8F009000", "63C3", "63C5", "9000", "6982"]),
        ("juki", ["8F00009000", "6A88", "63C5", "6A82", "6982"]),
        ("android", ["8F8F009000", "63C3", "63C5", "6982", "6982"]),
        ("ios", ["8F8F009000", "63C3", "63C5", "9000", "6982"]),
        ("sign-missing", ["008F009000", "63C3", "63C5", "9000", "6982"]),
        ("auth-missing", ["8F00009000", "63C3", "63C5", "9000", "6982"]),
        ("both-missing", ["0000009000", "63C3", "63C5", "9000", "6982"]),
        ("sign-locked", ["8F8F009000", "63C3", "6984", "9000", "6982"]),
        ("auth-locked", ["8F8F009000", "6984", "63C5", "9000", "6982"]),
        ("one-try", ["8F8F009000", "63C1", "63C1", "9000", "6982"]),
        ("licence", ["6986", "6986", "6986", "6986", "6986"]),
    ],
)
def test_persona(persona: str, answers: list[str]) -> None:
    card = selected(persona)
    commands = ("00B0880003", "00200098", "0020009B", "00B08A0001", "00B0810001")
    found = [send(card, command) for command in commands]
    assert [a if len(a) != 6 else a[-4:] for a in found] == answers


def test_android_gives_the_certificate_after_the_password() -> None:
    assert send(selected("android"), AUTH, "00B08A0002") == "30829000"


def test_only_the_iphone_knows_the_last_command() -> None:
    assert [send(selected(name), "80FC0000") for name in ("ios", "mynumber")] == ["9000", "6700"]


def test_licence_has_no_jpki_application() -> None:
    card = make_card("licence")
    card.power_on()
    assert send(card, SELECT_AP) == "6A82"
    with pytest.raises(VirtualCardError):
        card.tries(PasswordKind.AUTH)


def test_every_persona_survives_a_look(tmp_path: Path) -> None:
    for name in PERSONAS:
        card = make_card(name, state_dir=tmp_path)
        card.power_on()
        assert send(card, SELECT_AP) == ("6A82" if name == "licence" else "9000")
