"""The line icons of the main window: drawn from SVG by their buttons, in the colour of the text."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtSvg import QSvgRenderer

from jpki_desktop.gui.icons import picture_source
from jpki_desktop.gui.main_menu import MenuButton
from jpki_desktop.gui.style import MANUAL_PAGE, lines

# Line icons are drawn in black, which stands for the colour of the text around them.
_INK = b"#000000"


def draw_icons(buttons: Iterable[MenuButton]) -> None:
    """Give buttons that start jobs their icons, of the names of their pages in the manual."""
    for button in buttons:
        button.draw_icon = LineIcon(button, str(button.property(MANUAL_PAGE))).draw
        button.update()


class LineIcon:
    """Draws an icon whenever its button is shown: in the size and the colour of the text there.

    Nothing is kept for sizes and colours that nobody looks at.
    """

    def __init__(self, button: MenuButton, name: str) -> None:
        self._button = button
        self._name = name
        self._ink = QColor()
        self._renderer: QSvgRenderer | None = None

    def place(self) -> QRectF:
        """Return where it is drawn, in the room before the words."""
        side = lines(self._button, 1)
        return QRectF(side - 4, (self._button.height() - side) / 2, side, side)

    def draw(self) -> None:
        """Draw the icon over the button."""
        enabled = self._button.isEnabled()
        group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
        ink: QColor = self._button.palette().color(group, QPalette.ColorRole.ButtonText)
        if self._renderer is None or ink != self._ink:
            self._ink = ink
            source = picture_source(f"menu-{self._name}").replace(_INK, ink.name().encode())
            self._renderer = QSvgRenderer(source)
        painter = QPainter(self._button)
        self._renderer.render(painter, self.place())
        painter.end()
