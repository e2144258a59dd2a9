"""The bench of the background start judges rightly: each broken limit is told."""

from dataclasses import replace
from typing import Any

import pytest

from architecture import guards

limits: Any = guards.benchmark("background_limits")
OURS = limits.Weight(limits.OURS, 0.2, 80_000, 70_000)
BARE = limits.Weight(limits.BARE, 0.1, 64_000, 56_000)


def judged(**changes: float) -> list[str]:
    found: list[str] = limits.broken({limits.BARE: BARE, limits.OURS: replace(OURS, **changes)})
    return found


def test_good_figures_pass() -> None:
    assert judged() == []


@pytest.mark.parametrize(
    ("change", "count"),
    [({"cpu": 1.1}, 2), ({"cpu": 0.5}, 1), ({"rss": 120_000}, 1), ({"pss": 120_000}, 1)],
)
def test_a_heavy_start_would_be_noticed(change: dict[str, float], count: int) -> None:
    assert len(judged(**change)) == count


def test_the_table_shows_ratios() -> None:
    lines = limits.table({limits.BARE: BARE, limits.OURS: OURS})
    assert lines[2].split()[-6:] == ["0.20", "2.00", "78.1", "1.25", "68.4", "1.25"]
