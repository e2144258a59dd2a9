"""The days on which the end of a certificate is worth a reminder, and a calendar file of them.

Nothing that identifies a person goes in: a calendar is often shared. The sentences come from
`wording`. Source of the format: RFC 5545.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.certificate.model import Certificate

# The municipalities renew when less than this remains (`docs/decisions/0014-reminders.md`).
_MONTHS_BEFORE = 3

_PRODUCT = "-//JPKI Desktop//Expiry reminder//EN"
_LONGEST_LINE = 75  # octets without the line break: RFC 5545 3.1


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day of the calendar; `name` tells the reminders of one certificate apart."""

    name: str
    day: date
    summary: str
    description: str


def renewal_day(last: date) -> date:
    """The first day on which less than three calendar months remain until the last one."""
    return months_before(last, _MONTHS_BEFORE) + timedelta(days=1)


def last_day(certificate: Certificate) -> date:
    """The last day of validity in Japan."""
    return jst_date(certificate.not_after)


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last one; never before the calendar."""
    number = day.year * 12 + day.month - 1 - months
    if number < 12:
        return date.min
    # Not at the top, like hashlib below: the window without a card needs neither.
    import calendar

    year, month = divmod(number, 12)
    longest = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, longest))


def calendar_file(certificate: Certificate, reminders: Iterable[Reminder], now: datetime) -> bytes:
    """An iCalendar file with one all-day event for each reminder."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        *(line for one in reminders for line in _event(certificate, one, now)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(certificate: Certificate, reminder: Reminder, now: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_identifier(certificate)}-{reminder.name}@jpki-desktop.invalid",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        # strftime writes years before 1000 with fewer digits.
        f"DTSTART;VALUE=DATE:{reminder.day.isoformat().replace('-', '')}",
        "TRANSP:TRANSPARENT",
        f"SUMMARY:{_escaped(reminder.summary)}",
        f"DESCRIPTION:{_escaped(reminder.description)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT9H",  # all-day events begin at midnight, when nobody looks
        f"DESCRIPTION:{_escaped(reminder.summary)}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _identifier(certificate: Certificate) -> str:
    """Always the same for one certificate, so that a second import replaces the first.

    It is a digest of its own, so that it cannot be looked up by the fingerprint.
    """
    import hashlib  # loads OpenSSL

    return hashlib.sha256(b"jpki-desktop expiry reminder" + certificate.der).hexdigest()[:32]


def _escaped(text: str) -> str:
    """RFC 5545 3.3.11; other control characters have no place in a text."""
    plain = text.replace("\r\n", "\n")
    for character, escape in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(character, escape)
    return "".join(character for character in plain if character >= " ")


def _folded(line: str) -> bytes:
    """Cut a line into pieces of 75 octets, between characters."""
    pieces: list[bytes] = [b""]
    for character in line:
        octets = character.encode("utf-8", "replace")
        if len(pieces[-1]) + len(octets) > _LONGEST_LINE:
            pieces.append(b" ")
        pieces[-1] += octets
    return b"\r\n".join(pieces) + b"\r\n"
