"""Contents of a scroll area that give way before the area begins to scroll."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Shrinking(QWidget):
    """Gives way down to its least height before the area around it begins to scroll.

    A scroll area takes the preferred height of contents with wrapped labels for the least one.
    """

    def heightForWidth(self, width: int) -> int:
        """Return the least height at this width."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1

    def minimumSizeHint(self) -> QSize:
        """Leave the height to `heightForWidth`; wrapped labels ask for too much without a width."""
        return QSize(super().minimumSizeHint().width(), 0)
