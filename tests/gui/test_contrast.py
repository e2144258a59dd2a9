"""Every text stands out from its ground by 4.5 to 1 at least, in every appearance (WCAG 1.4.3)."""

import pytest
from PySide6.QtGui import QColor, QPalette

from jpki_desktop.gui import colours
from jpki_desktop.gui.colours import Colours

LEAST = 4.5
# What is no text, but has to be seen (WCAG 1.4.11).
LEAST_OF_FRAMES = 3
ROLE = QPalette.ColorRole

PALETTES = {
    "light": colours.plain(dark=False),
    "dark": colours.plain(dark=True),
    "high light": colours.high_contrast(dark=False),
    "high dark": colours.high_contrast(dark=True),
}


def luminance(colour: QColor) -> float:
    """WCAG 2.2, "relative luminance"."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def weak(chosen: Colours, palette: QPalette) -> list[str]:
    """Return what cannot be read well enough, with its ratio."""
    grounds = [palette.window().color(), QColor(chosen.panel)]
    pairs = [
        (name, QColor(getattr(chosen, name)), ground)
        for name in ("good", "warning", "bad", "quiet")
        for ground in grounds
    ]
    pairs.append(("banner", QColor(chosen.banner_text), QColor(chosen.banner)))
    pairs += [
        (words.name, palette.color(words), palette.color(ground))
        for words, ground in (
            (ROLE.WindowText, ROLE.Window),
            (ROLE.Text, ROLE.Base),
            (ROLE.ButtonText, ROLE.Button),
            (ROLE.HighlightedText, ROLE.Highlight),
            (ROLE.ToolTipText, ROLE.ToolTipBase),
        )
    ]
    ink = palette.color(ROLE.ButtonText)
    pairs += [
        (name, ink, QColor(getattr(chosen, name)))
        for name in ("panel", "button", "hover", "pressed")
    ]
    pairs += [("tab", QColor(chosen.accent), ground) for ground in grounds]
    pairs.append(("default", QColor(chosen.accent_text), QColor(chosen.accent)))
    pairs.append(("hint", palette.color(ROLE.PlaceholderText), palette.color(ROLE.Base)))
    return [
        f"{name} {one.name()} on {other.name()}: {contrast(one, other):.1f}"
        for name, one, other in pairs
        if contrast(one, other) < LEAST
    ]


def faint(chosen: Colours, palette: QPalette) -> list[str]:
    """Return the frames that cannot be seen: of fields, of what is ticked, of the focus."""
    grounds = [palette.window().color(), palette.base().color(), QColor(chosen.panel)]
    return [
        f"{name} on {ground.name()}"
        for name in ("rim", "accent")
        for ground in grounds
        if contrast(QColor(getattr(chosen, name)), ground) < LEAST_OF_FRAMES
    ]


def test_black_on_white_is_the_most() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


@pytest.mark.parametrize("name", PALETTES)
def test_everything_can_be_read(qapp: object, name: str) -> None:
    palette = PALETTES[name]
    assert weak(colours.of(palette), palette) == []
    assert faint(colours.of(palette), palette) == []


def test_a_planted_pale_colour_is_found(qapp: object) -> None:
    assert weak(colours.LIGHT._replace(quiet="#9aa0a8"), PALETTES["light"])
    assert faint(colours.LIGHT._replace(rim="#c9ced6"), PALETTES["light"])


def test_each_appearance_has_colours_of_its_own() -> None:
    assert len({colours.of(palette) for palette in PALETTES.values()}) == len(PALETTES)
