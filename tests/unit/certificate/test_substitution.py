"""Substituted characters and bracketed names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate.holder import MarkedText
from jpki_desktop.certificate.substitution import NotationKind, Run, notations, runs


@pytest.mark.parametrize(
    ("text", "flags", "positions"),
    [
        ("高橋花子", "1000", (0,)),
        ("高橋花子", "", ()),
        ("高橋花子", "1", (0,)),
        ("高橋", "01111", (1,)),
        ("高橋", "x1", (1,)),
        ("", "11", ()),
        ("𠮷田", "10", (0,)),
    ],
)
def test_positions(text: str, flags: str, positions: tuple[int, ...]) -> None:
    assert MarkedText(text, flags).substituted_positions == positions


def test_runs() -> None:
    found = runs(MarkedText("高橋花子", "1001"))
    assert found == (
        Run("高", substituted=True),
        Run("橋花", substituted=False),
        Run("子", substituted=True),
    )
    assert runs(MarkedText("", "")) == ()


@given(st.text(max_size=30), st.text("01x", max_size=40))
def test_runs_lose_nothing(text: str, flags: str) -> None:
    found = runs(MarkedText(text, flags))
    assert "".join(run.text for run in found) == text
    assert all(a.substituted != b.substituted for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("見本［山田］　花子", [(NotationKind.FORMER_NAME, "山田")]),
        (
            "見本[山田] 花子(はな)",
            [(NotationKind.FORMER_NAME, "山田"), (NotationKind.COMMON_NAME, "はな")],
        ),
        ("（試験　花）ＳＡＭＰＬＥ", [(NotationKind.COMMON_NAME, "試験　花")]),
        ("見本　花子", []),
        ("［閉じない", []),
        ("［］（）", [(NotationKind.FORMER_NAME, ""), (NotationKind.COMMON_NAME, "")]),
    ],
)
def test_notations(name: str, expected: list[tuple[NotationKind, str]]) -> None:
    found = notations(name)
    assert [(one.kind, one.text) for one in found] == expected
    assert all(name[one.start + 1 : one.end - 1] == one.text for one in found)
