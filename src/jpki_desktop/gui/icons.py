"""Our own icons: drawn from SVG in the sizes that are asked for, line icons in the colour of text.

QtSvg is loaded here at the first icon, and so never before the first window is on the screen.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton

from jpki_desktop.gui.style import MANUAL_PAGE
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
        icon.addPixmap(_drawn(QSize(size, size), renderer.render))
    return icon


def line_icon(name: str, colours: Callable[[], QPalette]) -> QIcon:
    """Return a line icon in the colours of buttons that can and that cannot be pressed."""
    return QIcon(LineIcon(name, colours))


def draw_icons(buttons: Iterable[QPushButton]) -> None:
    """Give buttons that start jobs their icons, of the names of their pages in the manual."""
    for button in buttons:
        button.setIcon(line_icon(str(button.property(MANUAL_PAGE)), button.palette))


class LineIcon(QIconEngine):
    """Draws an icon whenever it is shown: in that size, and in the colour that the text has then.

    Nothing is kept for sizes and colours that nobody looks at.
    """

    def __init__(self, name: str, colours: Callable[[], QPalette]) -> None:
        super().__init__()
        self._name = name
        self._colours = colours
        self._ink = QColor()
        self._renderer: QSvgRenderer | None = None

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        disabled = mode is QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        ink: QColor = self._colours().color(group, QPalette.ColorRole.ButtonText)
        if self._renderer is None or ink != self._ink:
            self._ink = ink
            source = _source(f"menu-{self._name}").replace(_INK, ink.name().encode())
            self._renderer = QSvgRenderer(source)
        self._renderer.render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon by itself; without this, Qt would paint on what is there by chance."""
        place = QRect(QPoint(0, 0), size)
        return _drawn(size, lambda painter: self.paint(painter, place, mode, state))

    def clone(self) -> "LineIcon":
        """Return another one for an icon that is changed."""
        return LineIcon(self._name, self._colours)


def _source(name: str) -> bytes:
    return resource("pictures", f"{name}.svg").read_bytes()


def _drawn(size: QSize, paint: Callable[[QPainter], None]) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    paint(painter)
    painter.end()
    return pixmap
