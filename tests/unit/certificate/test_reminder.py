"""Reminders: the days, and the calendar file."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.reminder import (
    Reminder,
    calendar_file,
    last_day,
    months_before,
    renewal_day,
)
from unit.certificate import samples

SIGN = parse_certificate(samples.sign())
NOW = datetime(2019, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_days_are_those_of_japan() -> None:
    assert last_day(SIGN) == date(2020, 3, 26)
    assert renewal_day(last_day(SIGN)) == date(2019, 12, 27)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2020, 5, 31), date(2020, 2, 29)),
        (date(2019, 5, 31), date(2019, 2, 28)),
        (date(2020, 3, 31), date(2019, 12, 31)),
        (date(2020, 1, 15), date(2019, 10, 15)),
        (date(1, 2, 3), date.min),
        (date(9999, 12, 31), date(9999, 9, 30)),
    ],
)
def test_three_calendar_months_before(day: date, before: date) -> None:
    assert months_before(day, 3) == before


def unfolded(data: bytes) -> list[str]:
    assert data.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n", data)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for line in data.split(b"\r\n"):
        line.decode("utf-8")
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_calendar_file() -> None:
    reminders = [Reminder("end", date(2020, 3, 26), "終わり; 今日, ほんと", "一\n二\\三")]
    lines = unfolded(calendar_file(SIGN, reminders, NOW))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20200326" in lines
    assert "DTSTAMP:20190102T030405Z" in lines
    assert r"SUMMARY:終わり\; 今日\, ほんと" in lines
    assert r"DESCRIPTION:一\n二\\三" in lines


def test_identifier_is_stable_and_tells_nothing() -> None:
    def identifiers(now: datetime) -> list[str]:
        file = calendar_file(SIGN, [Reminder("end", date(2020, 3, 26), "a", "b")], now)
        return [line for line in unfolded(file) if line.startswith("UID:")]

    (uid,) = identifiers(NOW)
    assert identifiers(datetime(2020, 1, 1, tzinfo=UTC)) == [uid]
    for secret in (SIGN.serial_hex, SIGN.serial_decimal, SIGN.sha256, SIGN.sha256.lower()[:16]):
        assert secret not in uid


@given(summary=st.text(), description=st.text())
def test_any_text_is_folded_between_characters(summary: str, description: str) -> None:
    reminders = [Reminder("end", date(2020, 3, 26), summary, description)]
    lines = unfolded(calendar_file(SIGN, reminders, NOW))
    assert sum(line.startswith("SUMMARY:") for line in lines) == 1
