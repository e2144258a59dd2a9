"""Colours for light, dark and high contrast, each measured against what it stands on.

They come from the system's palette where Qt has a role for them; the few that carry a meaning are
chosen here. `tests/gui/test_contrast.py` measures all of them.
"""

from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Appearance(Enum):
    """What the user has chosen; the values stand in the settings file."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Colours(NamedTuple):
    """What carries a meaning, and the frames around panels.

    `focus` and `arrow` (a picture) are there where controls have strong frames.
    """

    good: str
    warning: str
    bad: str
    quiet: str
    line: str
    panel: str
    banner: str
    banner_text: str
    border: str = "1px"
    focus: str = ""
    arrow: str = ""


LIGHT = Colours(
    good="#1b6b3a",
    warning="#8a4b00",
    bad="#a61b1b",
    quiet="#565e6c",
    line="#c9ced6",
    panel="#ffffff",
    banner="#ffe7b3",
    banner_text="#4a3300",
)
DARK = Colours(
    good="#7fd6a0",
    warning="#f2b866",
    bad="#ff9d9d",
    quiet="#b4bcc8",
    line="#4b515c",
    panel="#2b2f36",
    banner="#5a4200",
    banner_text="#ffe9bd",
)
HIGH_LIGHT = Colours(
    good="#00471f",
    warning="#5c2f00",
    bad="#8b0000",
    quiet="#000000",
    line="#000000",
    panel="#ffffff",
    banner="#000000",
    banner_text="#ffff00",
    border="2px",
    focus="#00008b",
    arrow="arrow-black.svg",
)
HIGH_DARK = Colours(
    good="#7dff9b",
    warning="#ffd75e",
    bad="#ffb3b3",
    quiet="#ffffff",
    line="#ffffff",
    panel="#000000",
    banner="#ffff00",
    banner_text="#000000",
    border="2px",
    focus="#ffff00",
    arrow="arrow-white.svg",
)

_HALF = 128
_BLACK, _WHITE = QColor("#000000"), QColor("#ffffff")


def is_dark(palette: QPalette) -> bool:
    """Return whether windows are dark: some desktops are, and name no scheme."""
    return palette.window().color().lightness() < _HALF


def of(palette: QPalette) -> Colours:
    """Return the colours that go with a palette."""
    window = palette.window().color()
    if window == _BLACK:
        return HIGH_DARK
    if window == _WHITE:
        return HIGH_LIGHT
    return DARK if is_dark(palette) else LIGHT


def plain(*, dark: bool) -> QPalette:
    """Return a light or dark palette for desktops that have no other than their own."""
    if not dark:
        return QPalette(QColor("#efefef"))
    palette = QPalette(QColor("#3b4048"), QColor("#31353b"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#23262b"))
    palette.setColor(QPalette.ColorRole.AlternateBase, QColor("#2b2f36"))
    _mark(palette, highlight="#8ec7ff", text="#10151c", link="#8ec7ff")
    return palette


def high_contrast(*, dark: bool) -> QPalette:
    """Return black on white or white on black, with nothing in between."""
    ground, ink = (_BLACK, _WHITE) if dark else (_WHITE, _BLACK)
    palette = QPalette(ground, ground)
    role = QPalette.ColorRole
    for paper in (role.Window, role.Base, role.AlternateBase, role.Button, role.ToolTipBase):
        palette.setColor(paper, ground)
    for words in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText):
        palette.setColor(words, ink)
    for rim in (role.PlaceholderText, role.Mid, role.Dark, role.Light, role.Shadow):
        palette.setColor(rim, ink)
    _mark(
        palette,
        highlight="#ffff00" if dark else "#00008b",
        text="#000000" if dark else "#ffffff",
        link="#ffff00" if dark else "#00008b",
    )
    disabled = QColor("#b0b0b0" if dark else "#505050")
    for words in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, words, disabled)
    return palette


def _mark(palette: QPalette, *, highlight: str, text: str, link: str) -> None:
    palette.setColor(QPalette.ColorRole.Highlight, QColor(highlight))
    palette.setColor(QPalette.ColorRole.Accent, QColor(highlight))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(text))
    palette.setColor(QPalette.ColorRole.Link, QColor(link))
