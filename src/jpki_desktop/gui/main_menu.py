"""The menu of the main window: headings and buttons that scroll on a small screen."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, lines
from jpki_desktop.gui.widgets.labels import heading_label
from jpki_desktop.wording.language import translate


class MainMenu(QScrollArea):
    """Jobs in groups, in the order in which they were added."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._rows.setSpacing(2)
        self._rows.addStretch(1)
        self.setObjectName("panel")
        # The panel's ground shows through. Qt's own viewport is not asked for: see `style.Look`.
        self.setViewport(QWidget())
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        # "Always off" and "no focus", by their numbers: see `style.Look` on the enums of Qt.
        self.setProperty("horizontalScrollBarPolicy", 1)
        self.setProperty("focusPolicy", 0)
        self.setAccessibleName(translate("main_window", "Menu"))

    def heading(self, text: str) -> None:
        """Begin a group."""
        label = heading_label(text, 1.0)
        # In one line with the icons below it.
        label.setContentsMargins(SPACE + 3, SPACE if self.buttons else 2, 0, 2)
        self._add(label)

    def entry(
        self, text: str, description: str, page: str, start: Callable[[], None]
    ) -> QPushButton:
        """Add a job; `page` is the page of the manual about it."""
        button = menu_button(text, description, page, start)
        button.setObjectName("menu")
        self.buttons.append(button)
        button.setMinimumWidth(max(lines(self, 13), button.sizeHint().width()))
        self._add(button)
        return button

    def _add(self, widget: QWidget) -> None:
        # The stretch stays last.
        self._rows.insertWidget(self._rows.count() - 1, widget)

    def sizeHint(self) -> QSize:
        """Return what the entries want; a bar beside them needs room of its own."""
        inside = self._inside.sizeHint()
        return QSize(self._width(inside), inside.height())

    def minimumSizeHint(self) -> QSize:
        """Return their width, and the height of a few of them."""
        return QSize(self._width(self._inside.minimumSizeHint()), lines(self, 8))

    def _width(self, inside: QSize) -> int:
        frames = 2 * self.frameWidth()
        return inside.width() + self.verticalScrollBar().sizeHint().width() + frames


def menu_button(text: str, description: str, page: str, start: Callable[[], None]) -> QPushButton:
    """Return a button of the main window that starts a job."""
    button = QPushButton(text)
    button.setProperty(MANUAL_PAGE, page)
    # Room for the icon, which is drawn when the window is on the screen.
    button.setIconSize(QSize(lines(button, 1), lines(button, 1)))
    room = QPixmap(button.iconSize())
    room.fill(QColor(0, 0, 0, 0))
    button.setIcon(QIcon(room))
    button.clicked.connect(lambda _checked: start())
    button.setAccessibleDescription(description)
    return button
