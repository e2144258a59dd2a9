"""The part of a window that scrolls where the screen is too low for all of it; buttons stay."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from jpki_desktop.gui.style import SPACE, lines, see_through
from jpki_desktop.gui.widgets.shrinking import Shrinking

# What a window's frame and title take of the screen, at most.
_FRAME = QSize(16, 48)


class TallBody(QScrollArea):
    """Add widgets to `rows`, the area itself to the window's layout, and call `fit`."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = Shrinking()
        self.rows = QVBoxLayout(self._inside)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(SPACE)
        self.setWidget(self._inside)
        see_through(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What is inside takes the focus; the area itself is no stop on the way.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self._inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow when the contents do, as when a note appears."""
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self._grow)
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        self.updateGeometry()
        # A part of a larger window takes what that has; a dialog makes itself larger.
        layout = self.window().layout()
        own = layout is not None and layout.indexOf(self) >= 0
        if own and self._height_at(self.viewport().width()) > self.viewport().height():
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs: what was asked for before was a guess."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size in which nothing scrolls, at the present width."""
        wide = self._present_width()
        return QSize(wide, self._height_at(wide))

    def minimumSizeHint(self) -> QSize:
        """Return what is always needed: the width of the contents, and a few lines."""
        high = min(lines(self, 4), self._height_at(self._present_width()))
        return QSize(self._least_width(), high)

    def _present_width(self) -> int:
        return max(self.width() if self.isVisible() else 0, self._least_width())

    def _least_width(self) -> int:
        return self._inside.minimumSizeHint().width()

    def _height_at(self, wide: int) -> int:
        # Without a width, a wrapped label asks for more lines than it has.
        if self.rows.hasHeightForWidth():
            return self.rows.totalHeightForWidth(wide)
        return self.rows.totalSizeHint().height()

    def fit(self) -> None:
        """Make the window as high as its contents want, and no higher than the screen."""
        window = self.window()
        layout = window.layout()
        if layout is None:
            return
        layout.activate()
        room = window.screen().availableGeometry().size() - _FRAME
        margins = layout.contentsMargins()
        wide = max(window.minimumWidth(), layout.totalMinimumSize().width())
        wide = min(max(wide, window.width() if window.isVisible() else 0), room.width())
        inner = wide - margins.left() - margins.right()
        others = layout.totalMinimumSize().height() - self.minimumSizeHint().height()
        high = others + self._height_at(inner)
        if high > room.height():
            # Beside the bar that now shows, lines are shorter and so there are more of them.
            wide = min(wide + self.verticalScrollBar().sizeHint().width(), room.width())
        window.resize(QSize(wide, high).boundedTo(room))
