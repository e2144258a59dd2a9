"""The options of `jpki-desktop`."""

import pytest

from jpki_desktop.environment import DEFAULT_PERSONA
from jpki_desktop.gui.arguments import parse


@pytest.mark.parametrize(
    ("words", "demo", "card"),
    [
        (["--lang", "ja"], False, DEFAULT_PERSONA),
        (["--demo"], True, DEFAULT_PERSONA),
        (["--demo-card", "one-try"], True, "one-try"),
        (["--demo", "--demo-card", "one-try"], True, "one-try"),
    ],
)
def test_a_demo_card_is_never_asked_for_in_vain(words: list[str], demo: bool, card: str) -> None:
    asked = parse(words)
    assert (asked.demo, asked.demo_card) == (demo, card)
