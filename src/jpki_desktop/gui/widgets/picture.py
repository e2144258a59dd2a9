"""Shows one of our own SVG pictures at a size that follows the font."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QSizePolicy

from jpki_desktop.resources import resource


class Picture(QSvgWidget):
    """A picture with a description for people who do not see it."""

    def __init__(self, name: str, description: str, lines: int = 9) -> None:
        super().__init__()
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_picture(name, description)

    def show_picture(self, name: str, description: str) -> None:
        """Show `resources/pictures/<name>.svg`."""
        self.load(QByteArray(resource("pictures", f"{name}.svg").read_bytes()))
        self.setAccessibleName(description)
        self.renderer().setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)

    def sizeHint(self) -> QSize:
        """As high as some lines of text, in the proportion of the picture."""
        height = self.fontMetrics().height() * self._lines
        natural = self.renderer().defaultSize()
        if natural.height() <= 0:
            return QSize(height, height)
        return QSize(height * natural.width() // natural.height(), height)
