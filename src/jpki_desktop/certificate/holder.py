"""The holder of a signature certificate: the four facts as they stand in the certificate.

Reading them from the alternative names is `jpki_profile`'s work; showing them is `wording`'s.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jpki_desktop.certificate.japanese_calendar import Era


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text and its map: one `0` or `1` a character, where `1` marks a substituted character.

    Characters that the certificate's character set lacks are replaced by similar ones.
    """

    text: str
    substitution_map: str

    @property
    def substituted_positions(self) -> tuple[int, ...]:
        """Positions of substituted characters; a map that is too long or too short is no error."""
        pairs = zip(self.text, self.substitution_map, strict=False)
        return tuple(at for at, (_, flag) in enumerate(pairs) if flag == "1")


class Sex(StrEnum):
    """The codes of JIS X 0303 (ISO/IEC 5218)."""

    NOT_KNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    NOT_APPLICABLE = "9"


@dataclass(frozen=True, slots=True)
class SexEntry:
    """The code on the certificate; sources disagree about further codes, so it is kept raw."""

    code: str

    @property
    def meaning(self) -> Sex | None:
        """What the code means, or None when it is not one of the standard."""
        return Sex(self.code) if self.code in set(Sex) else None


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A date of birth of which any part may be unknown; `year` is Gregorian.

    No `era` means that the certificate names none, which is not the same as a date before Meiji.
    """

    raw: str
    era: Era | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def era_year(self) -> int | None:
        """The year of the era on the certificate; None when the two contradict each other."""
        if self.era is None or self.year is None or not self.era.has_year(self.year):
            return None
        return self.era.year_of(self.year)

    @property
    def date(self) -> date | None:
        """The day, when all of it is known and exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Holder:
    """The four facts (基本4情報); a fact that the certificate lacks is an empty text."""

    name: MarkedText
    birth_date: BirthDate
    sex: SexEntry
    address: MarkedText
