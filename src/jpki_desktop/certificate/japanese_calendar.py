"""Japanese eras and Japan's time zone.

Only arithmetic lives here; how an era or a date is written down is decided by `wording`.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum

JST = timezone(timedelta(hours=9), "JST")
"""Japan Standard Time: UTC+9 without summer time (明治28年勅令第167号)."""


class Era(Enum):
    """The modern eras; the value is the first day, in the Gregorian calendar.

    Sources: 明治 行政官布告第1号 of 1868, which counts from the first day of that year in the old
    calendar; 大正 and 昭和 the imperial edicts of their first day; 平成 昭和64年政令第1号;
    令和 平成31年政令第143号. A day of change belongs to the new era.
    """

    MEIJI = date(1868, 1, 25)
    TAISHO = date(1912, 7, 30)
    SHOWA = date(1926, 12, 25)
    HEISEI = date(1989, 1, 8)
    REIWA = date(2019, 5, 1)

    def year_of(self, year: int) -> int:
        """The year of this era that the Gregorian `year` is."""
        return year - self.value.year + 1

    def has_year(self, year: int) -> bool:
        """Whether any day of the Gregorian `year` belongs to this era."""
        later = [era.value.year for era in Era if era.value > self.value]
        return self.value.year <= year <= min(later, default=year)


@dataclass(frozen=True, slots=True)
class EraDate:
    """A day as the Japanese calendar counts it; year 1 is written 元年."""

    era: Era
    year: int
    month: int
    day: int


def to_era(day: date) -> EraDate | None:
    """The day in the Japanese calendar, or None before Meiji."""
    for era in reversed(Era):
        if day >= era.value:
            return EraDate(era, era.year_of(day.year), day.month, day.day)
    return None


def in_jst(moment: datetime) -> datetime:
    """The moment on a clock in Japan.

    99991231235959Z means "no end" in certificates (RFC 5280 4.1.2.5) and has no later day to move
    to, so the clock stops at the end of the calendar instead of failing.
    """
    try:
        return moment.astimezone(JST)
    except OverflowError:
        return datetime.max.replace(microsecond=0, tzinfo=JST)


def jst_date(moment: datetime) -> date:
    """The calendar day of the moment in Japan."""
    return in_jst(moment).date()
