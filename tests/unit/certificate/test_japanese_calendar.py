"""Borders of the eras and of the day in Japan."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate.japanese_calendar import Era, in_jst, jst_date, to_era


@pytest.mark.parametrize(
    ("day", "era", "year"),
    [
        (date(1868, 1, 25), Era.MEIJI, 1),
        (date(1912, 7, 29), Era.MEIJI, 45),
        (date(1912, 7, 30), Era.TAISHO, 1),
        (date(1926, 12, 24), Era.TAISHO, 15),
        (date(1926, 12, 25), Era.SHOWA, 1),
        (date(1989, 1, 7), Era.SHOWA, 64),
        (date(1989, 1, 8), Era.HEISEI, 1),
        (date(2019, 4, 30), Era.HEISEI, 31),
        (date(2019, 5, 1), Era.REIWA, 1),
        (date(2024, 7, 6), Era.REIWA, 6),
    ],
)
def test_era_borders(day: date, era: Era, year: int) -> None:
    found = to_era(day)
    assert found is not None
    assert (found.era, found.year, found.month, found.day) == (era, year, day.month, day.day)


def test_before_meiji_there_is_no_era() -> None:
    assert to_era(date(1868, 1, 24)) is None


@given(st.dates(min_value=date(1868, 1, 25)))
def test_every_day_comes_back(day: date) -> None:
    found = to_era(day)
    assert found is not None
    assert date(found.era.value.year + found.year - 1, found.month, found.day) == day
    assert found.era.has_year(day.year)


def test_the_day_in_japan_begins_at_15_utc() -> None:
    assert jst_date(datetime(2020, 3, 26, 14, 59, 59, tzinfo=UTC)) == date(2020, 3, 26)
    assert jst_date(datetime(2020, 3, 26, 15, 0, 0, tzinfo=UTC)) == date(2020, 3, 27)


def test_the_clock_stops_at_the_end_of_the_calendar() -> None:
    assert in_jst(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)).year == 9999
