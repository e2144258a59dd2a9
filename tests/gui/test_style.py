"""The appearance changes live, by choice and with the system."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from jpki_desktop.gui import colours
from jpki_desktop.gui.colours import Appearance
from jpki_desktop.gui.style import Look, apply_style


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    font = qapp.font()
    look = apply_style(qapp)
    yield look
    look.choose(Appearance.SYSTEM)
    look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.mark.parametrize(
    ("appearance", "expected"),
    [
        (Appearance.DARK, colours.DARK),
        (Appearance.LIGHT, colours.LIGHT),
        (Appearance.CONTRAST, colours.HIGH_LIGHT),
    ],
)
def test_a_choice_holds_at_once(
    qapp: QApplication, look: Look, appearance: Appearance, expected: colours.Colours
) -> None:
    look.choose(appearance)
    assert colours.of(qapp.palette()) == expected
    assert expected.bad in qapp.styleSheet()


def test_what_is_drawn_is_what_was_measured(qapp: QApplication, look: Look) -> None:
    # A desktop's own pair for a chosen row is often too weak to read: Fusion's has 3.7 to 1.
    assert qapp.palette().highlight() == colours.plain(dark=False).highlight()
    look.choose(Appearance.DARK)
    assert qapp.palette().highlight() == colours.plain(dark=True).highlight()


def test_back_to_the_system(qapp: QApplication, look: Look) -> None:
    before = qapp.palette().window().color()
    look.choose(Appearance.DARK)
    look.choose(Appearance.SYSTEM)
    assert qapp.palette().window().color() == before


def test_a_dark_desktop_that_names_no_scheme_is_noticed() -> None:
    assert colours.of(QPalette(QColor("#202020"), QColor("#202020"))) == colours.DARK
