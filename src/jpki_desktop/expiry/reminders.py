"""Which reminder is due now, and what telling, putting off and silencing leave behind. Pure.

Days are counted on the calendar of Japan, whatever the time zone of the machine. When the clock
itself is believed is decided in `expiry.clock`; the rules stand in
`docs/decisions/0014-reminders.md`.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.certificate.reminder import renewal_day
from jpki_desktop.expiry.model import ClockState, LedgerEntry, Notice

RENEWAL = "months-3"
ENDED = "ended"
_DAYS = (60, 30, 15, 7, 6, 5, 4, 3, 2, 1, 0)

THRESHOLDS = (RENEWAL, *map(str, _DAYS), ENDED)
"""All thresholds in the order in which a certificate passes them."""


def due_notices(
    entries: Iterable[LedgerEntry], now: datetime, state: ClockState
) -> tuple[Notice, ...]:
    """Return what is to be told now, the first to end first; nothing while the clock is doubted."""
    if state.doubted is not None:
        return ()
    notices = (_due(entry, now) for entry in entries)
    return tuple(sorted(filter(None, notices), key=lambda it: (it.ends_at, it.entry.mark)))


def reached(ends_at: datetime, now: datetime) -> str | None:
    """Return the latest threshold that has been passed, or None before the first one."""
    if now > ends_at:
        return ENDED
    last, today = jst_date(ends_at), jst_date(now)
    passed = [days for days in _DAYS if (last - today).days <= days]
    if passed:
        return str(passed[-1])
    return RENEWAL if today >= renewal_day(last) else None


def days_left(ends_at: datetime, now: datetime) -> int:
    """Days from today to the last day in Japan; negative after it."""
    return (jst_date(ends_at) - jst_date(now)).days


def told(entry: LedgerEntry, notice: Notice, now: datetime) -> LedgerEntry:
    """Return the entry after the user was told."""
    known = entry.told if notice.threshold in entry.told else (*entry.told, notice.threshold)
    return replace(entry, told=known, last_told_on=jst_date(now), snoozed_until=None)


def snoozed(entry: LedgerEntry, now: datetime) -> LedgerEntry:
    """Return the entry to be told about again tomorrow."""
    return replace(entry, snoozed_until=_tomorrow(now))


def silenced(entry: LedgerEntry, *, on: bool = True) -> LedgerEntry:
    """Return the entry about which nothing is told any more, or is again."""
    return replace(entry, silenced=on, snoozed_until=None)


def beside(entry: LedgerEntry) -> LedgerEntry:
    """Return the entry of which the user has said whether it stands for an older one."""
    return replace(entry, replaces="")


def set_back(entry: LedgerEntry, now: datetime) -> LedgerEntry:
    """Return the entry without what was told in days that the clock had made up.

    Otherwise a clock that once stood years ahead would have told everything for ever.
    """
    today = jst_date(now)
    really = _rank(reached(entry.ends_at, now))
    return replace(
        entry,
        told=tuple(one for one in entry.told if _rank(one) <= really),
        last_told_on=_not_after(entry.last_told_on, today),
        snoozed_until=_not_after(entry.snoozed_until, today),
    )


def _due(entry: LedgerEntry, now: datetime) -> Notice | None:
    threshold = reached(entry.ends_at, now)
    if threshold is None or entry.silenced:
        return None
    today = jst_date(now)
    if entry.last_told_on is not None and entry.last_told_on >= today:
        return None
    put_off = entry.snoozed_until
    # A putting off lasts a day; one that lasts longer comes from a clock that was ahead.
    if put_off is not None and today < put_off <= _tomorrow(now):
        return None
    again = put_off is not None and put_off <= today
    if not again and any(_rank(one) >= _rank(threshold) for one in entry.told):
        return None
    return Notice(entry, threshold, days_left(entry.ends_at, now), entry.ends_at)


def _rank(threshold: str | None) -> int:
    return THRESHOLDS.index(threshold) if threshold in THRESHOLDS else -1


def _tomorrow(now: datetime) -> date:
    today = jst_date(now)
    return today if today == date.max else today + timedelta(days=1)


def _not_after(day: date | None, today: date) -> date | None:
    return None if day is None or day > today else day
