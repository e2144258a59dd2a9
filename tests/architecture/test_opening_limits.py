"""The bench of opening judges rightly: good figures pass, and each broken limit is told."""

from dataclasses import replace
from typing import Any

import pytest

from architecture import guards

limits: Any = guards.benchmark("opening_limits")
COLD = {limits.OURS: 140.0, limits.BARE: 100.0, limits.KLEOPATRA: 200.0}
GOOD = limits.Opened(
    first_picture=100.0, with_file=250.0, handed_over=120.0, until_card=300.0, cold=COLD
)


@pytest.mark.parametrize("figures", [GOOD, replace(GOOD, until_card=None)])
def test_good_figures_pass(figures: object) -> None:
    assert limits.broken(figures) == []


@pytest.mark.parametrize(
    "figures",
    [
        replace(GOOD, with_file=400.0),
        replace(GOOD, handed_over=200.0),
        replace(GOOD, until_card=701.0),
        replace(GOOD, cold=COLD | {limits.BARE: 80.0}),
        replace(GOOD, cold=COLD | {limits.KLEOPATRA: 139.0}),
    ],
)
def test_each_broken_limit_is_told(figures: object) -> None:
    assert len(limits.broken(figures)) == 1
