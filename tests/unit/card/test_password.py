"""The one buffer: what is adapted, what is refused, and that it is gone afterwards."""

import copy
import pickle
import threading
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.card.password import Password, Rule, adapt, broken_rules, rules_of, wipe
from jpki_desktop.card.profile import MY_NUMBER_CARD, PasswordKind
from jpki_desktop.errors import PasswordFormatError

AUTH = MY_NUMBER_CARD.passwords[PasswordKind.AUTH]
SIGN = MY_NUMBER_CARD.passwords[PasswordKind.SIGN]
HEADER = bytes.fromhex("00200080")


@pytest.mark.parametrize(
    ("text", "adapted", "width", "case"),
    [
        ("ABC123", "ABC123", False, False),
        ("abc123", "ABC123", False, True),
        ("ＡＢＣ１２３", "ABC123", True, False),
        ("ａｂｃ１２３", "ABC123", True, True),
        # Neither the sharp s nor a ligature may grow into letters, nor a kanji into a digit.
        ("ßﬁ一", "ßﬁ一", False, False),
        ("ıſK", "ıſK", False, False),
    ],
)
def test_adaptation(text: str, adapted: str, width: bool, case: bool) -> None:
    found, changes = adapt(text, SIGN)
    assert (found, changes.width, changes.case) == (adapted, width, case)


def test_digits_password_keeps_letters_as_they_are() -> None:
    assert adapt("１２a４", AUTH)[0] == "12a4"


@given(st.text(max_size=20))
def test_what_is_accepted_fits_the_card(text: str) -> None:
    for rules in (AUTH, SIGN):
        adapted, _ = adapt(text, rules)
        if broken_rules(adapted, rules):
            with pytest.raises(PasswordFormatError):
                Password.from_text(text, rules)
            continue
        command = Password.from_text(text, rules).command(HEADER)
        assert command[4] == len(command) - 5 == len(adapted)
        assert rules.min_length <= command[4] <= rules.max_length
        assert set(command[5:]) <= set(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.mark.parametrize(
    ("text", "rules", "broken"),
    [
        ("", AUTH, [Rule.LENGTH]),
        ("123", AUTH, [Rule.LENGTH]),
        ("12345", AUTH, [Rule.LENGTH]),
        ("12a4", AUTH, [Rule.DIGITS_ONLY]),
        ("1234", AUTH, []),
        ("", SIGN, [Rule.LENGTH, Rule.HAS_LETTER, Rule.HAS_DIGIT]),
        ("ABC12", SIGN, [Rule.LENGTH]),
        ("ABCDEF", SIGN, [Rule.HAS_DIGIT]),
        ("123456", SIGN, [Rule.HAS_LETTER]),
        ("ABC-123", SIGN, [Rule.LETTERS_AND_DIGITS_ONLY]),
        ("ABC123 ", SIGN, [Rule.LETTERS_AND_DIGITS_ONLY]),
        ("A234567890123456", SIGN, []),
        ("A2345678901234567", SIGN, [Rule.LENGTH]),
    ],
)
def test_rules(text: str, rules: object, broken: list[Rule]) -> None:
    chosen = AUTH if rules is AUTH else SIGN
    assert list(broken_rules(text, chosen)) == broken
    assert set(broken) <= set(rules_of(chosen))


def test_format_error_carries_the_rule_and_no_text() -> None:
    with pytest.raises(PasswordFormatError) as caught:
        Password.from_text("SECRET-WORD-1", SIGN)
    assert caught.value.rule == Rule.LETTERS_AND_DIGITS_ONLY
    assert caught.value.facts == {"password": "sign", "rule": "letters-and-digits-only"}
    shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    # This very line of the test stands in the traceback, so the frame of the program is looked at.
    assert "SECRET-WORD-1" not in shown.replace('Password.from_text("SECRET-WORD-1", SIGN)', "")
    frames = traceback.StackSummary.extract(
        traceback.walk_tb(caught.tb.tb_next), capture_locals=True
    )
    assert "SECRET-WORD-1" not in "".join(frames.format())


def test_wiping() -> None:
    buffer = bytearray(b"ABC123")
    view = memoryview(bytearray(buffer))
    view.release()
    password = Password(PasswordKind.SIGN, buffer)
    password.wipe()
    password.wipe()
    assert password.wiped
    assert buffer == b""
    with pytest.raises(ValueError, match="wiped"):
        password.command(HEADER)


def test_bytes_are_overwritten_before_the_buffer_shrinks() -> None:
    seen: list[bytes] = []

    class Watched(bytearray):
        def clear(self) -> None:
            seen.append(bytes(self))
            super().clear()

    wipe(Watched(b"ABC123"))
    assert seen == [bytes(6)]


def test_context_wipes_whatever_happens() -> None:
    password = Password.from_text("ABC123", SIGN)
    with pytest.raises(KeyError), password:
        raise KeyError
    assert password.wiped


def test_password_shows_and_gives_away_nothing() -> None:
    password = Password.from_text("ABC123", SIGN)
    assert f"{password!r} {password}" == "Password(sign) Password(sign)"
    for escape in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            escape(password)


class SlowBuffer(bytearray):
    """Lets another thread run in the middle of a command being built."""

    def __init__(self, content: bytes, interrupt: threading.Event, resume: threading.Event) -> None:
        super().__init__(content)
        self._interrupt, self._resume = interrupt, resume
        self.armed = True

    def __len__(self) -> int:
        length = super().__len__()
        if self.armed:
            self.armed = False
            self._interrupt.set()
            self._resume.wait(0.3)
        return length


def test_command_is_whole_or_not_at_all() -> None:
    """A user gives up while the command is being built: zeros would cost a try."""
    building, wiped = threading.Event(), threading.Event()
    password = Password(PasswordKind.SIGN, SlowBuffer(b"ABC123", building, wiped))

    def give_up() -> None:
        building.wait()
        password.wipe()
        wiped.set()

    thread = threading.Thread(target=give_up)
    thread.start()
    command = password.command(HEADER)
    thread.join()
    assert command == HEADER + b"\x06ABC123"
    assert password.wiped
