"""Which new passwords are easy to guess: what the guide asks people to avoid.

Pure: texts in, enums out. What is said about them, and whether one goes on all the same, is decided
elsewhere; the card itself takes any of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_YEAR, _LAST_YEAR = 1900, 2039
_SHORTEST_RUN = 3


class Weakness(StrEnum):
    """Why a new password could be guessed."""

    SAME_AS_OLD = "same-as-old"
    REPEATED = "repeated"
    RUN = "run"
    BIRTH_DATE = "birth-date"
    LOOKS_LIKE_DATE = "looks-like-date"


@dataclass(frozen=True, slots=True)
class BirthDay:
    """What is known of a birth date; zero and empty for what is not.

    `era` is the letter that stands for it (M, T, S, H, R) and `era_year` the year in it.
    """

    month: int
    day: int
    year: int = 0
    era: str = ""
    era_year: int = 0


def weaknesses(
    new: str, *, old: str = "", birth_days: Iterable[BirthDay] = ()
) -> tuple[Weakness, ...]:
    """Return what speaks against `new`, an adapted text that keeps the rules."""
    known = any(form in new for birth_day in birth_days for form in _forms(birth_day))
    found = {
        Weakness.SAME_AS_OLD: bool(new) and new == old,
        Weakness.REPEATED: _is_repeated(new),
        Weakness.RUN: _is_run(new),
        Weakness.BIRTH_DATE: known,
        Weakness.LOOKS_LIKE_DATE: not known and _looks_like_date(new),
    }
    return tuple(weakness for weakness in Weakness if found[weakness])


def _parts(text: str) -> list[str]:
    """The letters and the digits of a text, each in their order: A1B2C3 is ABC and 123."""
    letters = "".join(character for character in text if not character.isdigit())
    digits = "".join(character for character in text if character.isdigit())
    return [part for part in (letters, digits) if part]


def _is_repeated(text: str) -> bool:
    return len(text) >= _SHORTEST_RUN and all(len(set(part)) == 1 for part in _parts(text))


def _is_run(text: str) -> bool:
    """Whether letters and digits all go up or down by one, such as 1234, 8901, ABC321."""
    long_parts = [part for part in _parts(text) if len(part) > 1]
    return any(len(part) >= _SHORTEST_RUN for part in long_parts) and all(
        _steps_by(part, 1) or _steps_by(part, -1) for part in long_parts
    )


def _steps_by(part: str, step: int) -> bool:
    """Whether each character follows the one before it; 0 follows 9, and A follows Z."""
    alphabet = "0123456789" if part.isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    places = [alphabet.find(character) for character in part]
    return -1 not in places and all(
        (first + step) % len(alphabet) == second for first, second in pairwise(places)
    )


def _forms(birth_day: BirthDay) -> Iterator[str]:
    """The ways in which people write a birth date without separators."""
    month, day = f"{birth_day.month:02}", f"{birth_day.day:02}"
    yield month + day
    yield day + month
    if birth_day.year:
        year = f"{birth_day.year:04}"
        yield from (year, year[2:] + month, year[2:] + month + day, year + month + day)
        yield from (day + month + year, day + month + year[2:])
    if birth_day.era_year:
        era_year = f"{birth_day.era_year:02}"
        yield from (era_year + month, era_year + month + day)
        yield from (birth_day.era + era_year + month + day, birth_day.era + era_year)


def _looks_like_date(text: str) -> bool:
    """Whether a text is, or contains, what could be anybody's date."""
    if len(text) == 4 and text.isdigit():
        return _is_day(text) or _FIRST_YEAR <= int(text) <= _LAST_YEAR
    return any(_is_year_and_day(text[start : start + 8]) for start in range(len(text) - 7)) or any(
        _is_short_date(text[start : start + 6]) for start in range(len(text) - 5)
    )


def _is_year_and_day(text: str) -> bool:
    return text.isdigit() and _FIRST_YEAR <= int(text[:4]) <= _LAST_YEAR and _is_day(text[4:])


def _is_short_date(text: str) -> bool:
    """YYMMDD, whether the year is one of an era (S630520) or not."""
    return text.isdigit() and _is_day(text[2:])


def _is_day(text: str) -> bool:
    month, day = int(text[:2]), int(text[2:])
    return 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]
