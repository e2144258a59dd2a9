"""Parts of a name or an address that a window shows differently from the rest.

Only positions and kinds live here; colours and explanations belong to the faces and to `wording`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from jpki_desktop.certificate.holder import MarkedText


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that are all substituted, or all not."""

    text: str
    substituted: bool


class NotationKind(StrEnum):
    """What brackets inside a name mean."""

    FORMER_NAME = "former-name"
    COMMON_NAME = "common-name"


@dataclass(frozen=True, slots=True)
class Notation:
    """A bracketed part of a name; `start` and `end` include the brackets."""

    kind: NotationKind
    text: str
    start: int
    end: int


# A former family name (旧氏) stands in square brackets and a common name (通称) in round ones, half
# or full width; where in the name is nowhere specified, so the whole name is searched.
_NOTATION = re.compile(r"[\[［](?P<former>[^\]］]*)[\]］]|[(（](?P<common>[^)）]*)[)）]")


def runs(marked: MarkedText) -> tuple[Run, ...]:
    """The text cut wherever substituted and original characters meet."""
    substituted = set(marked.substituted_positions)
    grouped = groupby(enumerate(marked.text), key=lambda pair: pair[0] in substituted)
    return tuple(Run("".join(char for _, char in pairs), flag) for flag, pairs in grouped)


def notations(name: str) -> tuple[Notation, ...]:
    """Every former and common name in brackets, in the order of the name."""
    return tuple(_notation(match) for match in _NOTATION.finditer(name))


def _notation(match: re.Match[str]) -> Notation:
    former: str | None = match["former"]
    kind = NotationKind.COMMON_NAME if former is None else NotationKind.FORMER_NAME
    return Notation(kind, former or match["common"] or "", match.start(), match.end())
