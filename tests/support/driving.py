"""A hand on the keyboard of the program: finds the open window and types into it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.environment import DemoCards
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.select_certificate import SelectCertificateDialog
from jpki_desktop.gui.program import Program

W = TypeVar("W", bound=QWidget)

WAIT_MS = 10_000


class Driver:
    """One running program, whatever readers it has."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program
        self.window = program.window

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Run the event loop until `condition` holds."""
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def wait_until_read(self) -> None:
        """Wait until everything is known of what lies on the reader."""
        watcher = self.program.watcher

        def known() -> bool:
            current = watcher.view.current
            return watcher.started and (current is None or not current.reading)

        self.wait_until(known)

    def open_windows(self, kind: type[W]) -> list[W]:
        """Return the visible windows of a kind."""
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, kind) and widget.isVisible()
        ]

    def wait_for(self, kind: type[W]) -> W:
        """Return the window of a kind as soon as it is open."""
        self.wait_until(lambda: bool(self.open_windows(kind)))
        return self.open_windows(kind)[0]

    def wait_gone(self, kind: type[QWidget]) -> None:
        """Wait until no window of a kind is open."""
        self.wait_until(lambda: not self.open_windows(kind))

    def press(
        self,
        window: QWidget,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus of `window` is."""
        QTest.keyClick(self.focus(window), key, modifier)

    def alt(self, window: QWidget, key: Qt.Key) -> None:
        """Press a mnemonic."""
        self.focus(window)
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)

    def type(self, window: QWidget, text: str) -> None:
        """Type into the focused field."""
        QTest.keyClicks(self.focus(window), text)

    def focus(self, window: QWidget) -> QWidget:
        """Bring a window to the front and return what has its focus."""
        window.activateWindow()
        self.wait_until(window.isActiveWindow)
        focused: QWidget | None = window.focusWidget()
        return window if focused is None else focused

    def ask_for(self, key: Qt.Key) -> EnterPasswordDialog:
        """Go by keyboard from the main window to the password of one certificate."""
        self.select(key)
        return self.wait_for(EnterPasswordDialog)

    def select(self, key: Qt.Key) -> None:
        """Choose a certificate by its letter."""
        self.alt(self.window, Qt.Key.Key_U)
        select = self.wait_for(SelectCertificateDialog)
        self.alt(select, key)
        wanted = CertificateFile.SIGN if key is Qt.Key.Key_S else CertificateFile.AUTH
        # Qt shows a button pressed by its letter as pressed for a moment before it acts.
        self.wait_until(lambda: select.choice is wanted)
        self.press(select, Qt.Key.Key_Return)


class DemoDriver(Driver):
    """One running program with the demo card, which it can exchange."""

    def __init__(self, qtbot: QtBot, program: Program, cards: DemoCards) -> None:
        super().__init__(qtbot, program)
        self.cards = cards
        self.verifies = Verifies(cards)

    def lay(self, persona: str) -> None:
        """Exchange the demo card."""
        self.cards.remove()
        self.cards.insert(persona)
        self.verifies.watch()
        self.wait_until_read()


class Verifies:
    """Counts the passwords that reach the demo card."""

    def __init__(self, cards: DemoCards) -> None:
        self._cards = cards
        self.sent = 0
        self.changes = 0
        self.watch()

    def watch(self) -> None:
        """Look at the card that lies on the reader now."""
        self._cards._card.observer = self._note

    def _note(self, exchange: object) -> None:
        command: bytes = exchange.command  # type: ignore[attr-defined]
        if command[1] == 0x20 and len(command) > 5:
            self.sent += 1
        self.changes += command[1] == 0x24


def texts(window: QWidget) -> str:
    """Return all visible texts of labels, one a line."""
    return "\n".join(
        label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()
    )
