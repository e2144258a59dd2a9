"""Icons: in the colour of the text around them, whatever the appearance; not before the window."""

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QPushButton

from architecture import guards
from jpki_desktop.gui.icons import line_icon, picture_icon
from jpki_desktop.gui.style import MANUAL_PAGE
from support.driving import DemoDriver

LATE = (
    *("PySide6.QtSvg", "jpki_desktop.gui.icons", "jpki_desktop.gui.manual"),
    *("jpki_desktop.gui.manual.window", "jpki_desktop.gui.dialogs.welcome"),
    "jpki_desktop.wording.error_codes",
)


def inks(image: QImage) -> set[str]:
    """The colours that are fully there."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("ink", ["#ffffff", "#101010", "#ffff00"])
def test_line_icons_take_the_colour_of_the_text(driver: DemoDriver, ink: str) -> None:
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.ButtonText, QColor(ink))
    image = line_icon("settings", lambda: colours).pixmap(64, 64).toImage()
    assert inks(image) == {ink}


def test_every_button_of_the_window_has_its_icon_and_follows_the_colours(
    driver: DemoDriver,
) -> None:
    buttons = [
        button for button in driver.window.findChildren(QPushButton) if button.property(MANUAL_PAGE)
    ]
    assert len(buttons) == 11
    for button in buttons:
        assert inks(button.icon().pixmap(64, 64).toImage())
        colours = button.palette()
        colours.setColor(QPalette.ColorRole.ButtonText, QColor("#00ff00"))
        button.setPalette(colours)
        assert inks(button.icon().pixmap(64, 64).toImage()) == {"#00ff00"}


def test_the_icon_of_the_window_can_be_drawn() -> None:
    icon = picture_icon("jpki-desktop")
    assert {size.width() for size in icon.availableSizes()} >= {16, 32, 128}
    assert len(inks(icon.pixmap(128, 128).toImage())) > 4


def test_nothing_of_it_is_loaded_before_the_window() -> None:
    assert not guards.loaded_by("jpki_desktop.gui.app", LATE)
    assert guards.loaded_by("jpki_desktop.gui.manual.manual", LATE)
