"""Colours for light, dark and high contrast, each measured against what it stands on.

They are our own: the system says which of the four is wanted, and a desktop's own pair of colours
may be too weak to read. `tests/gui/test_contrast.py` measures all of them.
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
    """What carries a meaning, and what panels and controls are drawn with.

    `line` and `edge` frame panels and buttons, which can be told without them; `rim` the fields
    that nothing else shows.
    `check` names the picture in a box that is ticked. `focus` and `arrow` (a picture) are there
    where controls have strong frames.
    """

    good: str
    warning: str
    bad: str
    quiet: str
    line: str
    panel: str
    banner: str
    banner_text: str
    edge: str
    rim: str
    button: str
    hover: str
    pressed: str
    accent: str
    accent_text: str
    disabled: str
    check: str = ""
    border: str = "1px"
    focus: str = ""
    arrow: str = ""


LIGHT = Colours(
    good="#1b6b3a",
    warning="#8a4b00",
    bad="#a61b1b",
    quiet="#565e6c",
    line="#d3d8df",
    panel="#ffffff",
    banner="#ffe7b3",
    banner_text="#4a3300",
    edge="#b7bfca",
    rim="#868e9a",
    button="#ffffff",
    hover="#e6eef3",
    pressed="#cfdfe7",
    accent="#1a6480",
    accent_text="#ffffff",
    disabled="#8a929d",
    check="check-white.svg",
)
DARK = Colours(
    good="#7fd6a0",
    warning="#f2b866",
    bad="#ff9d9d",
    quiet="#b4bcc8",
    line="#454b55",
    panel="#2b2f36",
    banner="#5a4200",
    banner_text="#ffe9bd",
    edge="#5d6674",
    rim="#7f8895",
    button="#383d46",
    hover="#434a55",
    pressed="#505864",
    accent="#7cc4dc",
    accent_text="#0b1a20",
    disabled="#7f8895",
    check="check-black.svg",
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
    edge="#000000",
    rim="#000000",
    button="#ffffff",
    hover="#ffffff",
    pressed="#ffffff",
    accent="#00008b",
    accent_text="#ffffff",
    disabled="#505050",
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
    edge="#ffffff",
    rim="#ffffff",
    button="#000000",
    hover="#000000",
    pressed="#000000",
    accent="#ffff00",
    accent_text="#000000",
    disabled="#b0b0b0",
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
    """Return the light or the dark palette."""
    chosen = DARK if dark else LIGHT
    window, base, other, ink = (
        ("#202329", "#191c20", "#22262b", "#eceff3")
        if dark
        else ("#f2f4f7", "#ffffff", "#f6f8fa", "#1a1e24")
    )
    palette = QPalette(QColor(chosen.button), QColor(window))
    role = QPalette.ColorRole
    for words in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(words, QColor(ink))
        palette.setColor(QPalette.ColorGroup.Disabled, words, QColor(chosen.disabled))
    palette.setColor(role.Base, QColor(base))
    palette.setColor(role.AlternateBase, QColor(other))
    palette.setColor(role.PlaceholderText, QColor(chosen.quiet))
    palette.setColor(role.ToolTipBase, QColor(chosen.panel))
    palette.setColor(role.ToolTipText, QColor(ink))
    _mark(palette, chosen)
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
    chosen = HIGH_DARK if dark else HIGH_LIGHT
    _mark(palette, chosen)
    for words in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, words, QColor(chosen.disabled))
    return palette


def _mark(palette: QPalette, chosen: Colours) -> None:
    role = QPalette.ColorRole
    for ground in (role.Highlight, role.Accent, role.Link):
        palette.setColor(ground, QColor(chosen.accent))
    palette.setColor(role.HighlightedText, QColor(chosen.accent_text))
