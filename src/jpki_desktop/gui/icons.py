"""Our own icons in colours: drawn from SVG in the sizes that are asked for.

QtSvg is loaded here at the first icon, and so never before the first window is on the screen.
"""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jpki_desktop.resources import resource

# Dense screens take the larger ones.
_SIZES = (16, 24, 32, 48, 64, 128)


def picture_icon(name: str, sizes: Iterable[int] = _SIZES) -> QIcon:
    """Return `resources/pictures/<name>.svg` in pixels: hosts would take one size only."""
    renderer = QSvgRenderer(picture_source(name))
    icon = QIcon()
    for size in sizes:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def sign_icon(name: str) -> QIcon:
    """Return a sign for lists, which keeps its colours in a chosen row."""
    icon = picture_icon(name)
    for size in icon.availableSizes():
        icon.addPixmap(icon.pixmap(size), QIcon.Mode.Selected)
    return icon


def picture_source(name: str) -> bytes:
    """Return `resources/pictures/<name>.svg` as it stands."""
    return resource("pictures", f"{name}.svg").read_bytes()
