"""The card on the reader in words, for every card of the demo, in both languages."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.certificate.period import Period
from jpki_desktop.environment import DEMO_READER, PERSONAS, DemoCards
from jpki_desktop.operations.read_card import CardSummary, read_card
from jpki_desktop.wording import card as words
from jpki_desktop.wording.language import language, set_language

NOW = datetime.now(UTC)
WITH_APPLET = sorted(set(PERSONAS) - {"licence"})


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    set_language("en")
    yield
    set_language(before)


@cache
def summary(persona: str) -> CardSummary:
    return read_card(DemoCards(persona, None), DEMO_READER, CancelToken())


def values(persona: str) -> list[str]:
    """The values beside the labels: reader, kind, the two certificates, the two passwords."""
    rows = words.summary_rows(summary(persona), NOW)
    return [value for label, value in rows if not label.startswith("  ")]


@pytest.mark.parametrize(
    ("state", "ja", "en"),
    [
        (PasswordState(present=False), "このカードにはありません", "not on this card"),
        (PasswordState(present=True, tries_left=3), "残り3回（全3回）", "3 of 3 tries left"),
        (PasswordState(present=True, tries_left=1), "残り1回（全3回）", "1 of 3 tries left"),
        (PasswordState(present=True, tries_left=0, locked=True), "ロックされています", "locked"),
        (PasswordState(present=True, verified=True), "照合済み", "already verified"),
    ],
)
def test_tries(state: PasswordState, ja: str, en: str) -> None:
    assert words.tries_text(state, PasswordKind.AUTH) == en
    set_language("ja")
    assert words.tries_text(state, PasswordKind.AUTH) == ja


def test_each_password_has_its_own_number_of_tries() -> None:
    state = PasswordState(present=True, tries_left=2)
    assert words.tries_text(state, PasswordKind.SIGN) == "2 of 5 tries left"


@pytest.mark.parametrize(
    ("persona", "kind", "auth", "sign"),
    [
        ("mynumber", "My Number card", r"\d+ \w+ \d{4}  \d+ days left", "shown after the password"),
        ("expired", "My Number card", r".* Ended .*", "shown after the password"),
        ("sign-missing", "My Number card", r".* days left", "not on this card"),
        ("auth-missing", "My Number card", "not on this card", "shown after the password"),
        ("both-missing", "My Number card", "not on this card", "not on this card"),
        ("android", r"smartphone \(Android\)", "shown after the password", "shown after .*"),
        ("ios", r"smartphone \(iPhone\)", r".* days left", "shown after the password"),
        ("juki", r"Basic .* card – its certificates have all ended", "not on .*", "not on .*"),
    ],
)
def test_rows(persona: str, kind: str, auth: str, sign: str) -> None:
    _, shown_kind, shown_auth, shown_sign, *_ = values(persona)
    for shown, wanted in ((shown_kind, kind), (shown_auth, auth), (shown_sign, sign)):
        assert re.fullmatch(wanted, shown), shown


@pytest.mark.parametrize("persona", WITH_APPLET)
def test_rows_in_japanese(persona: str) -> None:
    set_language("ja")
    rows = words.summary_rows(summary(persona), NOW)
    for label, value in rows:
        assert re.search("[ぁ-んァ-ヶ一-龠]", label)
        assert not re.search("[a-z]{4,}", re.sub(r"Demo Reader 00|Android|iPhone", "", value))


def test_end_in_both_calendars_in_japanese() -> None:
    set_language("ja")
    assert re.fullmatch(r"\d{4}年\d+月\d+日（令和\d+年）  あと\d+日", values("mynumber")[2])


@pytest.mark.parametrize(("persona", "said"), [("expiring", True), ("mynumber", False)])
def test_it_is_said_when_it_can_be_renewed(persona: str, said: bool) -> None:
    assert values(persona)[2].endswith("Can be renewed now") is said


@pytest.mark.parametrize("persona", ["mynumber", "jlis-test"])
def test_a_card_of_a_test_says_so(persona: str) -> None:
    rows = dict(words.summary_rows(summary(persona), NOW))
    assert rows["  Note"].startswith("For tests")


def test_serial_number_in_both_forms() -> None:
    rows = dict(words.summary_rows(summary("mynumber"), NOW))
    serial = int(rows["  Serial number (decimal)"])
    assert int(rows["  Serial number (hexadecimal)"], 16) == serial


def test_opened_signature_certificate_shows_its_end() -> None:
    opened = summary("mynumber").certificate
    assert opened is not None
    period = Period(opened.not_before, opened.not_after)
    assert words.sign_end_text(summary("mynumber"), period, NOW).endswith("days left")


@pytest.mark.parametrize(
    ("persona", "mentioned"),
    [
        ("mynumber", []),
        ("auth-locked", ["user authentication password"]),
        ("sign-locked", ["signature password"]),
        ("one-try", []),
    ],
)
def test_where_to_go_with_a_locked_password(persona: str, mentioned: list[str]) -> None:
    lines = [line for line in words.locked_text(summary(persona)).split("\n") if line]
    assert [line.partition(":")[0].lower() for line in lines] == mentioned
    assert all("city, ward, town or village" in line for line in lines)
