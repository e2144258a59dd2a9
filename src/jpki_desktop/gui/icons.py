"""Our own icons: drawn from SVG in the sizes that are asked for, line icons in the colour of text.

QtSvg is loaded here at the first icon, and so never before the first window is on the screen.
"""

from collections.abc import Iterable
from importlib import resources

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QPushButton

from jpki_desktop.gui.style import MANUAL_PAGE

# Dense screens take the larger ones.
_SIZES = (16, 24, 32, 48, 64, 128)
# Line icons are drawn in black, which stands for the colour of the text around them.
_INK = b"#000000"


def picture_icon(name: str, sizes: Iterable[int] = _SIZES) -> QIcon:
    """Return `resources/pictures/<name>.svg` in pixels: hosts would take one size only."""
    return _drawn(_source(name), sizes)


def sign_icon(name: str) -> QIcon:
    """Return a sign for lists, which keeps its colours in a chosen row."""
    icon = _drawn(_source(name), _SIZES)
    return _drawn(_source(name), _SIZES, icon, QIcon.Mode.Selected)


def line_icon(name: str, colours: QPalette) -> QIcon:
    """Return a line icon in the colours of buttons that can and that cannot be pressed."""
    icon = QIcon()
    for group, mode in (
        (QPalette.ColorGroup.Active, QIcon.Mode.Normal),
        (QPalette.ColorGroup.Disabled, QIcon.Mode.Disabled),
    ):
        ink: QColor = colours.color(group, QPalette.ColorRole.ButtonText)
        source = _source(f"menu-{name}").replace(_INK, ink.name().encode())
        _drawn(source, _SIZES, icon, mode)
    return icon


def draw_icons(buttons: Iterable[QPushButton]) -> None:
    """Give buttons that start jobs their icons, of the names of their pages in the manual."""
    for button in buttons:
        LineIcon(button, str(button.property(MANUAL_PAGE)))


class LineIcon(QObject):
    """Keeps the icon of a button in the colour of its text, whatever the appearance becomes."""

    def __init__(self, button: QPushButton, name: str) -> None:
        super().__init__(button)
        self._button = button
        self._name = name
        self._ink = QColor()
        button.installEventFilter(self)
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw anew where the colours have changed."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        ink = self._button.palette().color(QPalette.ColorRole.ButtonText)
        if ink != self._ink:
            self._ink = ink
            self._button.setIcon(line_icon(self._name, self._button.palette()))


def _source(name: str) -> bytes:
    path = resources.files("jpki_desktop.resources") / "pictures" / f"{name}.svg"
    return path.read_bytes()


def _drawn(
    source: bytes,
    sizes: Iterable[int],
    icon: QIcon | None = None,
    mode: QIcon.Mode = QIcon.Mode.Normal,
) -> QIcon:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(source)
    icon = QIcon() if icon is None else icon
    for size in sizes:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon
