"""Counts what was done to each operation and what came of it, and draws the table."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Row:
    """One operation under torture."""

    name: str
    minimum: int
    minimum_over_pcscd: int
    injected: int = 0
    over_pcscd: int = 0
    recovered: int = 0
    tries_lost: int = 0
    crashes: int = 0
    left_open: int = 0
    slowest: float = 0.0
    kinds: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    @property
    def short(self) -> bool:
        """Whether fewer faults were injected than was promised."""
        return self.injected < self.minimum or self.over_pcscd < self.minimum_over_pcscd

    @property
    def held(self) -> bool:
        """Whether every promise was kept."""
        bad = self.tries_lost + self.crashes + self.left_open + len(self.complaints)
        return not self.short and not bad and self.recovered == self.injected

    def add(self, fault: str, *, over_pcscd: bool) -> None:
        """Count a fault that has struck."""
        self.injected += 1
        self.over_pcscd += over_pcscd
        self.kinds.add(fault)

    def came_back(self, seconds: float) -> None:
        """Count a recovery without a restart."""
        self.recovered += 1
        self.slowest = max(self.slowest, seconds)

    def complain(self, case: str, what: str) -> None:
        """Note what must not have happened."""
        self.complaints.append(f"{case}: {what}")


HEADINGS = (
    "operation",
    "at least (over pcscd)",
    "injected",
    "over pcscd",
    "kinds",
    "recovered",
    "tries lost",
    "crashes",
    "left open",
    "slowest recovery",
)


def table(rows: Iterable[Row]) -> str:
    """Return the figures as a table in Markdown, with columns of equal width."""
    lines = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    drawn = [_line(line, widths) for line in lines]
    drawn.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(drawn) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        f"{row.minimum} ({row.minimum_over_pcscd})",
        str(row.injected),
        str(row.over_pcscd),
        str(len(row.kinds)),
        str(row.recovered),
        str(row.tries_lost),
        str(row.crashes),
        str(row.left_open),
        f"{row.slowest:.2f} s",
    )


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return (
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        + " |"
    )
