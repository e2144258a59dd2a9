"""Our own icons: drawn from SVG in the sizes that are asked for, line icons in the colour of text.

QtSvg is loaded here at the first icon, and so never before the first window is on the screen.
"""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jpki_desktop.gui.main_menu import MenuButton
from jpki_desktop.gui.style import MANUAL_PAGE, lines
from jpki_desktop.resources import resource

# Dense screens take the larger ones.
_SIZES = (16, 24, 32, 48, 64, 128)
# Line icons are drawn in black, which stands for the colour of the text around them.
_INK = b"#000000"


def picture_icon(name: str, sizes: Iterable[int] = _SIZES) -> QIcon:
    """Return `resources/pictures/<name>.svg` in pixels: hosts would take one size only."""
    renderer = QSvgRenderer(_source(name))
    icon = QIcon()
    for size in sizes:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


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
            source = _source(f"menu-{self._name}").replace(_INK, ink.name().encode())
            self._renderer = QSvgRenderer(source)
        painter = QPainter(self._button)
        self._renderer.render(painter, self.place())
        painter.end()


def _source(name: str) -> bytes:
    return resource("pictures", f"{name}.svg").read_bytes()
