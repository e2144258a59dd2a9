"""The values of the ledger: what is kept of a certificate, and what is worth telling about it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LedgerKind(StrEnum):
    """The two certificates of a card that end and are renewed."""

    AUTH = "auth"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One certificate that was seen on a card; days are those of Japan.

    `mark` is a hash keyed with the installation's secret. `seen_at` is when it was first seen.
    `told` holds the thresholds that were told, `last_told_on` the day of the last one.
    `replaces` is the mark of the older entry that this one may stand for, until the user has said
    so or not. `for_tests` marks what comes from a test authority or the demonstration.
    """

    kind: LedgerKind
    ends_at: datetime
    mark: str
    seen_at: datetime
    told: tuple[str, ...] = ()
    last_told_on: date | None = None
    snoozed_until: date | None = None
    silenced: bool = False
    replaces: str = ""
    for_tests: bool = False


@dataclass(frozen=True, slots=True)
class ClockState:
    """What is believed of the clock: the latest day seen, and a day that is not believed yet."""

    latest: date | None = None
    doubted: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be told now; `days_left` is 0 on the last day and negative after it.

    `threshold` is one of `reminders.THRESHOLDS`; `ended` means that the last moment has passed.
    """

    entry: LedgerEntry
    threshold: str
    days_left: int
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class NotKept:
    """Nothing was written down: not allowed, nobody's certificate, or one that has ended."""


@dataclass(frozen=True, slots=True)
class New:
    """The certificate was not known and is from now on."""

    entry: LedgerEntry


@dataclass(frozen=True, slots=True)
class Known:
    """The certificate was known already; nothing was changed."""

    entry: LedgerEntry


@dataclass(frozen=True, slots=True)
class Replaces:
    """`new` is kept and may stand for `old`: the user is to be asked, both are kept until then.

    `again` says that this was so at an earlier look and has not been answered yet.
    """

    old: LedgerEntry
    new: LedgerEntry
    again: bool = False


Outcome = NotKept | New | Known | Replaces
