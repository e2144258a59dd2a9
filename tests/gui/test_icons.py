"""Icons: in the colour of the text around them, whatever the appearance; not before the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from architecture import guards
from jpki_desktop.gui.icons import picture_icon
from jpki_desktop.gui.main_menu import MenuButton
from jpki_desktop.gui.menu_icons import LineIcon
from jpki_desktop.gui.style import MANUAL_PAGE, apply_style
from support.driving import DemoDriver

LATE = (
    *(
        "PySide6.QtSvg",
        "jpki_desktop.gui.icons",
        "jpki_desktop.gui.menu_icons",
        "jpki_desktop.gui.manual",
    ),
    *("jpki_desktop.gui.manual.window", "jpki_desktop.gui.dialogs.welcome"),
    "jpki_desktop.wording.error_codes",
)


def inks(image: QImage) -> set[str]:
    """The colours that are fully there."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[None]:
    """The program's own style, which leaves the room for the icons."""
    font = qapp.font()
    look = apply_style(qapp)
    yield
    delete(look)
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.mark.parametrize("ink", ["#ff00ff", "#00ff00", "#ffff00"])
def test_every_button_of_the_window_has_its_icon_in_the_colour_of_its_words(
    styled: None, driver: DemoDriver, ink: str
) -> None:
    buttons = [
        button for button in driver.window.findChildren(MenuButton) if button.property(MANUAL_PAGE)
    ]
    assert len(buttons) == 11
    for button in buttons:
        place = LineIcon(button, "").place().toAlignedRect()
        assert button.rect().contains(place)
        assert ink not in inks(button.grab(place).toImage())
        colours = button.palette()
        colours.setColor(QPalette.ColorRole.ButtonText, QColor(ink))
        button.setPalette(colours)
        assert ink in inks(button.grab(place).toImage())
        # The same without the icon: the words begin beside it.
        button.draw_icon = None
        assert ink not in inks(button.grab(place).toImage())


def test_the_icon_of_the_window_can_be_drawn() -> None:
    icon = picture_icon("jpki-desktop")
    assert {size.width() for size in icon.availableSizes()} >= {16, 32, 128}
    assert len(inks(icon.pixmap(128, 128).toImage())) > 4


def test_nothing_of_it_is_loaded_before_the_window() -> None:
    assert not guards.loaded_by("jpki_desktop.gui.app", LATE)
    assert guards.loaded_by("jpki_desktop.gui.manual.manual", LATE)
