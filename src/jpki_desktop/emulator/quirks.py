"""Deviations that real cards and readers show or may show; each can be switched on by name.

The names are part of the command line (`--quirk NAME`). How a quirk acts is decided where it acts.
"""

from enum import StrEnum


class Quirk(StrEnum):
    """One deviation from the plain card."""

    FIRST_FAILS = "6f00-first"  # measured by myna-card: 6F00 to the first command after power-on
    SHORT_READS = "short-reads"  # fewer bytes than asked for, with 9000
    WRONG_LE = "6cxx"  # 6Cxx instead of fewer bytes than asked for
    GET_RESPONSE = "61xx"  # answers must be fetched with GET RESPONSE
    NO_CASE_1 = "6700-on-case1"  # the counter query needs an Le byte
    BLOCKED_63C0 = "blocked-63c0"
    BLOCKED_6983 = "blocked-6983"
    END_OF_FILE = "6282-at-end"
    VERIFIED_9000 = "verified-9000"  # the counter query answers 9000 after a correct password
    NO_AVAILABILITY = "no-0008"
    NO_SFI = "no-sfi"
    SLOW = "slow"  # 200 ms for each command
    MUTE = "mute"  # no answer, ever
    ABSENT_FF = "absent-ff"
    ABSENT_EMPTY = "absent-empty"
    ABSENT_NOT_FOUND = "absent-6a82"
    ABSENT_GARBAGE = "absent-garbage"


QUIRKS: tuple[str, ...] = tuple(quirk.value for quirk in Quirk)

# What the file of a certificate that was never issued contains has not been published, so all
# four possibilities can be chosen. Only one of them can hold at a time.
ABSENT_QUIRKS = frozenset(quirk for quirk in Quirk if quirk.value.startswith("absent-"))


def parse_quirk(name: str) -> Quirk:
    """Return the quirk of that name; ValueError when there is none."""
    return Quirk(name)


def with_quirk(active: frozenset[Quirk], quirk: Quirk, *, on: bool) -> frozenset[Quirk]:
    """Return the active quirks after one was switched; the `absent-` ones exclude each other."""
    others = active - (ABSENT_QUIRKS if quirk in ABSENT_QUIRKS else {quirk})
    return others | {quirk} if on else active - {quirk}
