"""The icon beside the clock: its states, its menu, and messages where nothing better is there.

It exists only while something shows it; what its entries do is decided by who made it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from jpki_desktop.gui.desktop.tray_host import TrayHost
from jpki_desktop.gui.icons import picture_icon
from jpki_desktop.wording.language import translate

# What the hosts ask for: 16 on Windows, 22 and 24 on Linux, larger ones on dense screens.
_SIZES = (16, 22, 24, 32, 48, 64)
_MESSAGE_MS = 20_000


class TrayState(Enum):
    """What the icon says; the name of its picture."""

    NORMAL = "tray-normal"
    CARD = "tray-card"
    REMINDER = "tray-reminder"


@dataclass(frozen=True, slots=True)
class TrayActions:
    """What the entries do; `settings` may be missing, and then its entry is too."""

    open: Callable[[], None]
    own_certificate: Callable[[], None]
    reminders: Callable[[], None]
    quit: Callable[[], None]
    settings: Callable[[], None] | None = None


class Tray(QObject):
    """The icon, as soon as there is a place for it."""

    message_clicked = Signal()

    def __init__(
        self, actions: TrayActions, host: TrayHost | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._host = host or TrayHost(self)
        self._host.appeared.connect(self._make)
        self._state = TrayState.NORMAL
        self._line = ""
        self._pictures: dict[TrayState, QIcon] = {}
        self.icon: QSystemTrayIcon | None = None
        self.menu: QMenu | None = None

    def start(self) -> None:
        """Show the icon now or when a host appears."""
        self._host.start()

    def look_again(self) -> None:
        """Use an occasion to look for a host."""
        self._host.look()

    @property
    def visible(self) -> bool:
        """Whether the user can reach the program by the icon at this moment."""
        return self.icon is not None and self._host.present()

    def show_state(self, state: TrayState, line: str) -> None:
        """Change the picture, and the line about the certificates (empty: none)."""
        if (state, line) == (self._state, self._line):
            return
        self._state, self._line = state, line
        self._update()

    def show_message(self, title: str, text: str) -> bool:
        """Show a passing message at the icon; False where there is none."""
        if self.icon is None or not self.visible or not self.icon.supportsMessages():
            return False
        self.icon.showMessage(title, text, self._picture(TrayState.REMINDER), _MESSAGE_MS)
        return True

    def hide(self) -> None:
        """Take the icon away at the end of the program."""
        if self.icon is not None:
            self.icon.hide()

    # --- inside ---------------------------------------------------------------------------------

    def _make(self) -> None:
        if self.icon is not None:
            return
        self.menu = self.build_menu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self.message_clicked)
        self._update()
        self.icon.show()

    def build_menu(self) -> QMenu:
        """Make the menu; an icon takes it as soon as there is one."""
        menu = QMenu()
        self._line_entry = menu.addAction(self._line)
        self._line_entry.setVisible(bool(self._line))
        self._line_entry.triggered.connect(lambda _checked: self._actions.reminders())
        menu.addSeparator()
        opened = menu.addAction(translate("tray", "&Open JPKI Desktop"))
        opened.triggered.connect(lambda _checked: self._actions.open())
        menu.setDefaultAction(opened)
        for text, start in (
            (translate("tray", "My certificates (&U)"), self._actions.own_certificate),
            (translate("tray", "Reminders (&E)"), self._actions.reminders),
            (translate("tray", "Settings (&S)"), self._actions.settings),
        ):
            if start is not None:
                _add(menu, text, start)
        menu.addSeparator()
        _add(menu, translate("tray", "&Quit"), self._actions.quit)
        return menu

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A double click comes after a click and finds the window open already.
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._actions.open()

    def _update(self) -> None:
        if self.icon is None:
            return
        self.icon.setIcon(self._picture(self._state))
        state = {
            TrayState.NORMAL: "",
            TrayState.CARD: translate("tray", "A card is on the reader"),
            TrayState.REMINDER: "",
        }[self._state]
        name = translate("tray", "JPKI Desktop (unofficial)")
        self.icon.setToolTip("\n".join(line for line in (name, self._line, state) if line))
        self._line_entry.setText(self._line)
        self._line_entry.setVisible(bool(self._line))

    def _picture(self, state: TrayState) -> QIcon:
        if state not in self._pictures:
            self._pictures[state] = picture_of(state)
        return self._pictures[state]


def _add(menu: QMenu, text: str, start: Callable[[], None]) -> None:
    menu.addAction(text).triggered.connect(lambda _checked: start())


def picture_of(state: TrayState) -> QIcon:
    """Draw a picture in all sizes: hosts take pixels, and Qt would send only one size."""
    return picture_icon(state.value, _SIZES)
