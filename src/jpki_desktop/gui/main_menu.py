"""The menu of the main window: headings and buttons that scroll on a small screen; its note."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, lines
from jpki_desktop.gui.widgets.labels import heading_label
from jpki_desktop.wording.language import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class MainMenu(QScrollArea):
    """Jobs in groups, in the order in which they were added."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[MenuButton] = []
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
    ) -> "MenuButton":
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


class MenuButton(QPushButton):
    """A button with room for an icon, which is drawn when the window is on the screen.

    Not an icon of Qt: those are loaded with all their kinds, which takes longer than the button.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        # Draws the icon into this button; until then there is the room that `style` leaves for it.
        self.draw_icon: Callable[[], None] | None = None
        self.setObjectName("job")

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the button and its icon."""
        super().paintEvent(event)
        if self.draw_icon is not None:
            self.draw_icon()


def menu_button(text: str, description: str, page: str, start: Callable[[], None]) -> MenuButton:
    """Return a button of the main window that starts a job."""
    button = MenuButton(text)
    button.setProperty(MANUAL_PAGE, page)
    button.clicked.connect(lambda _checked: start())
    button.setAccessibleDescription(description)
    return button


def unofficial_note() -> QLabel:
    """What the program is not, for the status line; a message takes its place for a while."""
    note = QLabel(
        translate("main_window", "Unofficial software. Not made by J-LIS or the Digital Agency.")
    )
    note.setProperty("tone", Tone.QUIET.value)
    note.setContentsMargins(WIDE_SPACE - 2, 0, 0, 0)
    return note
