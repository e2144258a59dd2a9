"""Dates and times in words: the Japanese calendar in Japanese, day-month-year in English.

The two languages differ in more than words here, so both forms stand side by side instead of in
the catalogue. Every moment is shown in Japan Standard Time.
"""

from datetime import date, datetime

from jpki_desktop.certificate.holder import BirthDate
from jpki_desktop.certificate.japanese_calendar import Era, in_jst, jst_date, to_era
from jpki_desktop.wording.language import language, translate

_ERAS = {
    Era.MEIJI: "明治",
    Era.TAISHO: "大正",
    Era.SHOWA: "昭和",
    Era.HEISEI: "平成",
    Era.REIWA: "令和",
}

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(value: date) -> str:
    """A calendar day: 平成28年3月16日, or 16 March 2016."""
    if language() != "ja":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    era = to_era(value)
    year = f"{value.year}年" if era is None else _era_year(era.era, era.year)
    return f"{year}{value.month}月{value.day}日"


def day_in_japan(moment: datetime) -> str:
    """The calendar day of a moment in Japan, without its time."""
    return day(jst_date(moment))


def moment_in_japan(moment: datetime) -> str:
    """A moment to the second: 2016年3月16日10時28分05秒, or 16 March 2016, 10:28:05 JST."""
    local = in_jst(moment)
    if language() != "ja":
        return f"{day(local.date())}, {local:%H:%M:%S} JST"
    return f"{local.year}年{local.month}月{local.day}日{local:%H時%M分%S秒}"


def birth_date(value: BirthDate) -> str:
    """A date of birth as far as it is known; what makes no sense is shown as it stands."""
    if value.year is None or (value.month is None and value.day is not None):
        return _unknown(value.raw)
    known = _japanese_birth(value) if language() == "ja" else _english_birth(value)
    if value.month is None:
        return translate("certificate", "{known} (month and day unknown)").format(known=known)
    if value.day is None:
        return translate("certificate", "{known} (day unknown)").format(known=known)
    return known


def _unknown(raw: str) -> str:
    if not raw.strip("0"):
        return translate("certificate", "Unknown")
    return translate("certificate", "Unknown ({raw})").format(raw=raw)


def _japanese_birth(value: BirthDate) -> str:
    """The era that the certificate names; without one the year is Gregorian."""
    if value.era is None or value.era_year is None:
        year = f"{value.year}年"
    else:
        year = _era_year(value.era, value.era_year)
    month = f"{value.month}月" if value.month else ""
    last = f"{value.day}日" if value.day else ""
    return f"{year}{month}{last}"


def _english_birth(value: BirthDate) -> str:
    month = _MONTHS[value.month - 1] if value.month else None
    parts = (value.day, month, value.year)
    return " ".join(str(part) for part in parts if part is not None)


def _era_year(era: Era, year: int) -> str:
    return f"{_ERAS[era]}{'元' if year == 1 else year}年"


def day_with_year(moment: datetime) -> str:
    """A day in Japan in both calendars: 2030年2月17日（令和12年）, or 17 February 2030."""
    local = jst_date(moment)
    era = to_era(local)
    if language() != "ja" or era is None:
        return day(local)
    return f"{local.year}年{local.month}月{local.day}日（{_era_year(era.era, era.year)}）"
