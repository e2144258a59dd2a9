"""The bench judges rightly: good figures pass, and each broken limit is told."""

import importlib.util
import sys
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from architecture import guards


def _load() -> ModuleType:
    file = guards.ROOT / "benchmarks" / "limits.py"
    spec = importlib.util.spec_from_file_location("bench_limits", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_limits"] = module
    spec.loader.exec_module(module)
    return module


limits: Any = _load()
CERTIFICATE = limits.Measured(limits.OURS_CERTIFICATE, 9, 70, 1419, 1.0, 1.0)
CARD = limits.Measured(limits.OURS_CARD, 13, 90, 1500, 1.0, 1.0)


def judged(certificate: object = CERTIFICATE, card: object = CARD) -> list[str]:
    found: list[str] = limits.broken({limits.OURS_CERTIFICATE: certificate, limits.OURS_CARD: card})
    return found


def test_good_figures_pass() -> None:
    assert judged() == []


@pytest.mark.parametrize("change", [{"apdus": 10}, {"sent": 71}, {"notes": ("re-read",)}])
def test_a_costly_certificate_would_be_noticed(change: dict[str, Any]) -> None:
    assert len(judged(certificate=replace(CERTIFICATE, **change))) == 1


@pytest.mark.parametrize("change", [{"apdus": 14}, {"notes": ("foreign-aid",)}])
def test_a_costly_summary_would_be_noticed(change: dict[str, Any]) -> None:
    assert len(judged(card=replace(CARD, **change))) == 1


def test_table_shows_ratios_only_beside_opensc() -> None:
    opensc = limits.Measured(limits.OPENSC, 36, 280, 1489, 1.0, 1.0)
    alone = limits.table({limits.OURS_CERTIFICATE: CERTIFICATE})
    beside = limits.table({limits.OURS_CERTIFICATE: CERTIFICATE, limits.OPENSC: opensc})
    assert alone[1].split()[-2:] == ["-", "-"]
    assert beside[1].split()[-2:] == ["0.25", "0.25"]
