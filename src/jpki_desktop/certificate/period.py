"""The time between the first and the last moment of a certificate, in Japan's calendar.

Arithmetic only: whether a certificate is valid takes more than its dates.
"""

from dataclasses import dataclass
from datetime import datetime

from jpki_desktop.certificate.japanese_calendar import jst_date


@dataclass(frozen=True, slots=True)
class Period:
    """Both moments count; they carry their time zone."""

    not_before: datetime
    not_after: datetime

    def days_left(self, now: datetime) -> int:
        """Days from today to the last day of validity in Japan; negative after it."""
        return (jst_date(self.not_after) - jst_date(now)).days

    def is_expired(self, now: datetime) -> bool:
        """Whether the last moment of validity, which still counts, has passed."""
        return now > self.not_after

    def is_not_yet_valid(self, now: datetime) -> bool:
        """Whether validity has not begun."""
        return now < self.not_before
