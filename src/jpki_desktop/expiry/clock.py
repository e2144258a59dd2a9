"""When the machine's clock is believed. Pure.

A clock that jumps (an empty battery, a mistyped year) must neither tell of ends that are far away
nor use up what is to be told. See `docs/decisions/0014-reminders.md`.
"""

from datetime import date

from jpki_desktop.expiry.model import ClockState

LONGEST_PAUSE = 400
"""Days that a machine may plausibly have been off: many are used once a year, for the taxes."""

_BACK = 1
"""Days that a clock may be set back at once: a correction, a date line."""


def looked(state: ClockState, today: date) -> ClockState:
    """Return what is believed after a look at the clock, which says `today` (in Japan).

    A day out of reach of the latest one is doubted until the clock has lived through a midnight.
    """
    if state.latest is None:
        return ClockState(today)
    if _follows(state.latest, today, back=_BACK):
        return ClockState(max(state.latest, today))
    if state.doubted is None or not _follows(state.doubted, today, back=0):
        return ClockState(state.latest, today)
    return ClockState(today) if today > state.doubted else state


def was_set_back(before: ClockState, after: ClockState) -> bool:
    """Whether an earlier day than the latest one is believed from now on."""
    if before.latest is None or after.latest is None:
        return False
    return after.latest < before.latest


def _follows(earlier: date, today: date, *, back: int) -> bool:
    return -back <= (today - earlier).days <= LONGEST_PAUSE
