"""Which reminder is due: the tables of data/expiry, and what holds for any table."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate.japanese_calendar import JST, jst_date
from jpki_desktop.expiry import reminders
from jpki_desktop.expiry.clock import looked
from jpki_desktop.expiry.model import ClockState, LedgerEntry, Notice
from support.reminder_tables import entry, table

SURE = ClockState()
DAYS = [
    (one["what"], one["ends_at"], *look) for one in table("days")["end"] for look in one["looks"]
]
ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Pacific/Niue")


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("what", "ends_at", "now", "threshold", "left"), DAYS)
def test_days(what: str, ends_at: datetime, now: datetime, threshold: str, left: int) -> None:
    assert (reminders.reached(ends_at, now) or "") == threshold
    assert reminders.days_left(ends_at, now) == left


@pytest.mark.usefixtures("zone")
def test_the_time_zone_of_the_machine_does_not_matter() -> None:
    for _, ends_at, now, threshold, left in DAYS:
        here = now.astimezone()
        assert (reminders.reached(ends_at, here) or "") == threshold
        assert reminders.days_left(ends_at, here) == left


def test_a_certificate_without_an_end_is_never_due() -> None:
    forever = entry("9999-12-31T23:59:59+00:00")
    assert not reminders.due_notices([forever], datetime(2026, 1, 1, tzinfo=UTC), SURE)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=JST)


def only(entries: Iterable[LedgerEntry], now: datetime) -> Notice | None:
    notices = reminders.due_notices(entries, now, SURE)
    assert len(notices) <= 1
    return notices[0] if notices else None


# --- a user's year ------------------------------------------------------------------------------


def off(plan: dict[str, Any], day: date) -> bool:
    return any(first <= day <= last for first, last in plan["off"])


def logins(plan: dict[str, Any]) -> Iterator[datetime]:
    day = plan["first"]
    while day <= plan["last"]:
        if not off(plan, day):
            for hour in (9, 21):
                yield datetime(day.year, day.month, day.day, hour, tzinfo=JST)
        day += timedelta(days=1)


def acted(known: LedgerEntry, plan: dict[str, Any], now: datetime) -> LedgerEntry:
    for action in plan["action"]:
        if (action["day"], action["name"]) == (jst_date(now), known.mark):
            never = action["what"] == "never"
            return reminders.silenced(known) if never else reminders.snoozed(known, now)
    return known


def test_logins_with_three_cards_give_exactly_the_notices_of_the_table() -> None:
    plan = table("logins")
    known: dict[str, LedgerEntry] = {}
    clock, found = ClockState(), []
    for now in logins(plan):
        for one in plan["certificate"]:
            if one["seen"] == jst_date(now):
                known.setdefault(one["name"], entry(one["ends_at"].isoformat(), one["name"]))
        clock = looked(clock, jst_date(now))
        for notice in reminders.due_notices(known.values(), now, clock):
            name = notice.entry.mark
            found.append([str(jst_date(now)), name, notice.threshold, notice.days_left])
            known[name] = acted(reminders.told(known[name], notice, now), plan, now)
    assert found == table("logins")["expected"]["notices"]


# --- clocks that jump ---------------------------------------------------------------------------


@pytest.mark.parametrize("case", table("clocks")["clock"], ids=lambda case: str(case["what"]))
def test_clocks(case: dict[str, Any]) -> None:
    known, clock, found = entry("2028-02-29T23:59:59+09:00"), ClockState(), []
    for day, _ in case["looks"]:
        now = noon(date.fromisoformat(day))
        before, clock = clock, looked(clock, jst_date(now))
        if before.latest and clock.latest and clock.latest < before.latest:
            known = reminders.set_back(known, now)
        notices = reminders.due_notices([known], now, clock)
        for notice in notices:
            known = reminders.told(known, notice, now)
        found.append([day, notices[0].threshold if notices else ""])
    assert found == case["looks"]


def test_what_was_put_off_by_a_clock_that_was_ahead_is_not_lost() -> None:
    known = entry("2028-02-29T23:59:59+09:00")
    ahead = reminders.snoozed(known, noon(date(2040, 1, 1)))
    assert only([ahead], noon(date(2028, 2, 22)))
    back = reminders.set_back(ahead, noon(date(2028, 2, 22)))
    assert back.snoozed_until is None


# --- what the user says -------------------------------------------------------------------------

END = "2028-02-29T23:59:59+09:00"
WEEK = noon(date(2028, 2, 14))


def after_telling(now: datetime) -> LedgerEntry:
    notice = only([entry(END)], now)
    assert notice
    return reminders.told(notice.entry, notice, now)


def test_told_once() -> None:
    known = after_telling(WEEK)
    assert only([known], WEEK) is None
    assert only([known], WEEK + timedelta(days=1)) is None


def test_put_off_until_tomorrow_and_only_once_more() -> None:
    known = reminders.snoozed(after_telling(WEEK), WEEK)
    assert only([known], WEEK + timedelta(hours=11)) is None
    again = only([known], WEEK + timedelta(days=1))
    assert again
    assert (again.threshold, again.days_left) == ("15", 14)
    known = reminders.told(known, again, WEEK + timedelta(days=1))
    assert known.told == ("15",)
    assert only([known], WEEK + timedelta(days=2)) is None


def test_put_off_without_having_been_told() -> None:
    known = reminders.snoozed(entry(END), WEEK)
    assert only([known], WEEK) is None
    assert only([known], WEEK + timedelta(days=1))


def test_silenced_counts_for_the_end_too_and_can_be_taken_back() -> None:
    known = reminders.silenced(reminders.snoozed(entry(END), WEEK))
    assert only([known], WEEK + timedelta(days=1)) is None
    assert only([known], noon(date(2028, 3, 1))) is None
    assert only([reminders.silenced(known, on=False)], WEEK)


def test_the_first_to_end_comes_first() -> None:
    entries = [entry(END, "b"), entry("2028-02-16T23:59:59+09:00", "c"), entry(END, "a")]
    assert [it.entry.mark for it in reminders.due_notices(entries, WEEK, SURE)] == ["c", "a", "b"]


def test_nothing_while_the_clock_is_doubted() -> None:
    assert not reminders.due_notices([entry(END)], WEEK, ClockState(date(2020, 1, 1), WEEK.date()))


def test_a_last_day_that_ends_at_noon_gives_one_notice_and_the_end_on_the_next_day() -> None:
    known = entry("2028-02-29T12:00:00+09:00")
    morning = noon(date(2028, 2, 29)) - timedelta(hours=1)
    notice = only([known], morning)
    assert notice
    known = reminders.told(known, notice, morning)
    assert only([known], morning + timedelta(hours=2)) is None
    ended = only([known], morning + timedelta(days=1))
    assert ended
    assert ended.threshold == "ended"


def test_what_was_passed_before_a_later_one_was_told_is_not_told_any_more() -> None:
    known = replace(entry(END), told=("7",), last_told_on=date(2028, 2, 1))
    assert only([known], WEEK) is None


def test_an_unknown_threshold_of_the_past_harms_nothing() -> None:
    assert only([replace(entry(END), told=("45",))], WEEK)


# --- what always holds --------------------------------------------------------------------------

START = datetime(2024, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 8 * 366 * 24 * 60).map(lambda it: START + timedelta(minutes=it))
ACTIONS = st.lists(st.tuples(st.integers(0, 60 * 24 * 90), st.sampled_from(["", "", "tomorrow"])))


@given(ends_at=MOMENTS, start=MOMENTS, steps=ACTIONS)
def test_never_two_a_day(ends_at: datetime, start: datetime, steps: list[tuple[int, str]]) -> None:
    known, now, days = entry(ends_at.isoformat()), start, []
    for minutes, action in steps:
        now += timedelta(minutes=minutes)
        notice = only([known], now)
        if notice:
            days.append(jst_date(now))
            known = reminders.told(known, notice, now)
            assert only([known], now) is None
        if action:
            known = reminders.snoozed(known, now)
    assert len(days) == len(set(days))


@given(ends_at=MOMENTS, hour=st.integers(0, 23), before=st.integers(0, 200))
def test_looked_at_daily_each_threshold_is_told_on_its_day(
    ends_at: datetime, hour: int, before: int
) -> None:
    known, told = entry(ends_at.isoformat()), {}
    day = jst_date(ends_at) - timedelta(days=before)
    clock = ClockState()
    for _ in range(before + 5):
        now = datetime(day.year, day.month, day.day, hour, tzinfo=JST)
        clock = looked(clock, day)
        for notice in reminders.due_notices([known], now, clock):
            assert notice.threshold not in told
            told[notice.threshold] = notice.days_left
            known = reminders.told(known, notice, now)
        day += timedelta(days=1)
    ended = told.pop("ended")
    assert ended in (0, -1)
    assert all(left == int(name) for name, left in told.items() if name.isdigit() and before > 93)
    expected = {"7", "6", "5", "4", "3", "2", "1"} | ({"0"} if ended < 0 else set())
    assert {name for name in expected if int(name) <= before} <= set(told)
    if before > 93:
        assert {"months-3", "60", "30", "15"} <= set(told)


def test_a_correction_by_a_day_is_believed_at_once() -> None:
    sure = ClockState(date(2028, 2, 22))
    assert looked(sure, date(2028, 2, 21)) == sure
    assert looked(sure, date(2028, 2, 20)) == replace(sure, doubted=date(2028, 2, 20))


@given(looks=st.lists(st.dates(date(1999, 1, 1), date(2060, 1, 1)), max_size=30))
def test_any_clock_ends_up_believed(looks: list[date]) -> None:
    clock = ClockState()
    for day in looks:
        clock = looked(clock, day)
        assert looked(clock, day) == clock
        assert clock.latest is not None
        assert clock.doubted is None or clock.doubted == day
    right = date(2028, 1, 1)
    for _ in range(2):
        clock = looked(clock, right)
        right += timedelta(days=1)
    assert clock.doubted is None
