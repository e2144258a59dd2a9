"""Shows one of our own SVG pictures at a size that follows the font."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from jpki_desktop.resources import resource


class Picture(QWidget):
    """A picture with a description for people who do not see it."""

    def __init__(self, name: str, description: str, lines: int = 9) -> None:
        super().__init__()
        self._lines = lines
        self._renderer = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_picture(name, description)

    def show_picture(self, name: str, description: str) -> None:
        """Show `resources/pictures/<name>.svg`."""
        self._renderer.load(resource("pictures", f"{name}.svg").read_bytes())
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.setAccessibleName(description)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture into the whole of this widget."""
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()

    def sizeHint(self) -> QSize:
        """As high as some lines of text, in the proportion of the picture."""
        height = self.fontMetrics().height() * self._lines
        natural = self._renderer.defaultSize()
        if natural.height() <= 0:
            return QSize(height, height)
        return QSize(height * natural.width() // natural.height(), height)
