"""Reminders as a person reads them, in both languages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from jpki_desktop.expiry.model import ClockState, LedgerEntry, LedgerKind, Notice, Replaces
from jpki_desktop.expiry.reminders import due_notices
from jpki_desktop.wording import reminders as words
from jpki_desktop.wording.language import language, set_language
from support.reminder_tables import entry

ENTRY = entry("2028-02-29T23:59:59+09:00")
LAST = datetime(2028, 2, 29, 3, tzinfo=UTC)
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    before = language()
    set_language("ja")
    yield
    set_language(before)


def notice(days: int, known: LedgerEntry = ENTRY) -> Notice:
    (found,) = due_notices([known], LAST - timedelta(days=days), ClockState())
    return found


@pytest.mark.parametrize(
    ("days", "ja", "en"),
    [
        (60, "利用者証明用電子証明書の有効期間はあと60日です", "ends in 60 days"),
        (2, "利用者証明用電子証明書の有効期間はあと2日です", "ends in 2 days"),
        (1, "利用者証明用電子証明書の有効期間は明日までです", "ends tomorrow"),
        (0, "利用者証明用電子証明書の有効期間は今日までです", "ends today"),
        (-1, "利用者証明用電子証明書の有効期間が終わりました", "has ended"),
        (-9, "利用者証明用電子証明書の有効期間が終わりました", "has ended"),
    ],
)
def test_title(days: int, ja: str, en: str) -> None:
    assert words.notice_title(notice(days)) == ja
    set_language("en")
    assert words.notice_title(notice(days)) == f"User authentication certificate {en}"


@pytest.mark.parametrize("days", [91, 60, 0, -1])
@pytest.mark.parametrize("kind", LedgerKind)
def test_text_has_the_day_what_lapses_where_to_go_and_the_card(days: int, kind: LedgerKind) -> None:
    text = words.notice_text(notice(days, replace(ENTRY, kind=kind)))
    assert "2028年2月29日（令和10年）" in text
    assert "市区町村の窓口" in text
    assert "マイナンバーカード自体の有効期限" in text
    assert ("電子署名" in text) == (kind is LedgerKind.SIGN)
    assert ("オンラインサービス" in text) == (kind is LedgerKind.AUTH)
    assert ("今から更新できます" in text) == (days >= 0)
    assert ("でした。" in text) == (days < 0)
    set_language("en")
    english = words.notice_text(notice(days, replace(ENTRY, kind=kind)))
    assert "29 February 2028" in english
    assert not JAPANESE.search(english)


@pytest.mark.parametrize("days", [91, 0, -1])
@pytest.mark.parametrize("kind", LedgerKind)
def test_a_notification_says_the_day_where_to_go_and_what_lapses(
    days: int, kind: LedgerKind
) -> None:
    day, where, lapses = words.notice_summary(notice(days, replace(ENTRY, kind=kind))).split("\n")
    assert "2028年2月29日（令和10年）" in day
    assert "市区町村の窓口" in where
    assert ("e-Tax" if kind is LedgerKind.SIGN else "コンビニ交付") in lapses
    # What Windows shows of a message at the icon.
    assert len(f"{day}\n{where}\n{lapses}") < 255


def test_a_notification_names_nobody_and_no_number() -> None:
    known = replace(ENTRY, mark="5ec4e7" * 8)
    for text in (words.notice_summary(notice(7, known)), words.notice_text(notice(7, known))):
        assert "5ec4e7" not in text


def test_what_is_for_tests_is_marked_and_sends_nobody_to_the_counter_in_vain() -> None:
    known = replace(ENTRY, for_tests=True)
    assert words.notice_title(notice(7, known)).startswith("［テスト用］")
    for text in (words.notice_text(notice(7, known)), words.notice_summary(notice(7, known))):
        assert "窓口では更新できません" in text
        assert "今から更新できます" not in text
    assert words.state_text(known, LAST) == "テスト用のため更新できません"
    assert "テスト用" not in words.notice_text(notice(7))


def test_tray() -> None:
    assert words.tray_text(()) == "まもなく有効期間が終わる電子証明書はありません"
    assert words.tray_text((notice(7),)) == words.notice_title(notice(7))
    assert words.tray_text((notice(7), notice(5), notice(3))).endswith("あと7日です（ほか2件）")


@pytest.mark.parametrize(
    ("days", "silenced", "left", "state"),
    [
        (100, False, "あと100日", "満了日の3か月前から知らせます"),
        (60, False, "あと60日", "今から更新できます"),
        (60, True, "あと60日", "知らせません"),
        (-1, False, "昨日で終了", "終わりました"),
    ],
)
def test_rows(days: int, silenced: bool, left: str, state: str) -> None:
    known, now = replace(ENTRY, silenced=silenced), LAST - timedelta(days=days)
    assert words.end_text(known) == "2028年2月29日（令和10年）"
    assert words.left_text(known, now) == left
    assert words.state_text(known, now) == state


def test_the_end_in_the_middle_of_a_day() -> None:
    known = entry("2028-02-29T12:00:00+09:00")
    set_language("en")
    assert words.left_text(known, LAST) == "Ends today"
    assert words.left_text(known, LAST + timedelta(minutes=1)) == "Ended today"


def test_questions_say_what_is_kept_and_what_the_answers_do() -> None:
    assert words.keep_question().endswith("お知らせしますか？")
    for word in ("種類", "満了日", "氏名", "シリアル番号", "いいえ"):
        assert word in words.keep_explanation()
    newer = entry("2033-02-28T23:59:59+09:00", "b")
    question = words.replace_question(Replaces(ENTRY, newer))
    assert "2033年2月28日（令和15年）まで有効な利用者証明用電子証明書" in question
    assert "2028年2月29日（令和10年）まで有効なもの" in question
    assert "署名用電子証明書を一度表示" in words.sign_hint()
    # The other certificate of the same card was renewed as well, and nobody can see that.
    assert "署名用電子証明書も" in words.replace_explanation(Replaces(ENTRY, newer))
    signs = Replaces(ENTRY, replace(newer, kind=LedgerKind.SIGN))
    assert "署名用電子証明書も" not in words.replace_explanation(signs)
