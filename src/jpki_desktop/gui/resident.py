"""The program while no window is open: the tray, the notices, and what closing the window means.

Without it a program ends with its last window. It can always be reached: by the icon, by a notice,
and by starting it again, which brings the window of the running one.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from jpki_desktop.environment import Environment
from jpki_desktop.errors import SettingsFileError, SettingsSetAsideError
from jpki_desktop.gui.announcer import Announcer
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.reminders import Reminders
from jpki_desktop.gui.tray import Tray, TrayActions, TrayState
from jpki_desktop.wording.language import translate

if TYPE_CHECKING:
    from jpki_desktop.gui.main_window import MainWindow

STAY, QUIT = "stay", "quit"

# At login the desktop's own services come up at the same time; nobody reads anything before that.
_LOGIN_DELAY_MS = 3_000
_WINDOW_DELAY_MS = 1_500


class Wired(Protocol):
    """What `app.Program` has: the window is made at the first look at it."""

    world: Environment
    watcher: CardWatcher
    reminders: Reminders

    @property
    def window(self) -> "MainWindow":
        """The main window, shown or not."""


class Resident(QObject):
    """Keeps the program there, where that is wanted; `settings` opens the dialog of settings."""

    def __init__(
        self,
        program: Wired,
        application: QApplication,
        *,
        in_background: bool,
        settings: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(application)
        self._program = program
        self._application = application
        self._in_background = in_background
        self._ending = False
        self._question: QMessageBox | None = None
        self.tray = Tray(
            TrayActions(
                open=self.show_window,
                own_certificate=self._show_own_certificate,
                reminders=self._show_reminders,
                quit=self.quit,
                settings=settings,
            ),
            parent=self,
        )
        self.announcer = Announcer(program.reminders, self.tray, self)
        self.announcer.opened.connect(self._show_reminders)
        for changed in (self.announcer.changed, program.reminders.changed, program.watcher.changed):
            changed.connect(self._show_state)
        program.reminders.on_tick(self.tray.look_again)
        application.commitDataRequest.connect(self._session_ends)
        if in_background:
            application.setQuitOnLastWindowClosed(False)
        else:
            program.window.may_close = self._may_close

    def start(self) -> None:
        """Show the icon, and tell what is due in a moment."""
        QTimer.singleShot(0, self, self.tray.start)
        delay = _LOGIN_DELAY_MS if self._in_background else _WINDOW_DELAY_MS
        QTimer.singleShot(delay, self, self._program.reminders.start)
        problems = self._program.world.settings.problems
        if self._in_background and any(isinstance(it, SettingsSetAsideError) for it in problems):
            # The next start finds no broken file any more: nobody would hear why no reminder comes.
            QTimer.singleShot(delay, self, self.show_window)

    def close(self) -> None:
        """Take everything off the screen."""
        self.announcer.close()
        self.tray.hide()

    # --- windows --------------------------------------------------------------------------------

    def show_window(self) -> None:
        """Show the main window, which may have to be made first."""
        self._program.window.may_close = self._may_close
        self._program.window.come_forward()

    def open_paths(self, paths: list[Path]) -> None:
        """A second start: its files, or only the window."""
        self.show_window()
        self._program.window.open_paths(paths)

    def _show_own_certificate(self) -> None:
        self.show_window()
        self._program.window.show_own_certificate()

    def _show_reminders(self) -> None:
        self.announcer.answered()
        self._program.window.may_close = self._may_close
        self._program.window.show_reminders()

    # --- the icon -------------------------------------------------------------------------------

    def _show_state(self) -> None:
        has_card = any(view.state.has_card for view in self._program.watcher.view.readers)
        state = TrayState.CARD if has_card else TrayState.NORMAL
        if self.announcer.waiting:
            state = TrayState.REMINDER
        self.tray.show_state(state, self._line())

    def _line(self) -> str:
        """What the icon says of the certificates; the words are loaded where there are any."""
        if not self._program.reminders.allowed:
            return ""
        from jpki_desktop.wording.reminders import tray_text

        return tray_text(self._program.reminders.standing())

    # --- the end --------------------------------------------------------------------------------

    def quit(self) -> None:
        """End the program, whatever is open."""
        self._ending = True
        self._application.exit(0)

    def _session_ends(self) -> None:
        self._ending = True

    def _may_close(self) -> bool:
        """The window is to be closed: let it, hide it, or ask once."""
        if self._ending or self._application.isSavingSession() or not self._can_stay():
            return self._leave()
        choice = self._program.world.settings.settings.closing
        if choice == STAY:
            self._stay()
            return False
        if choice == QUIT:
            return self._leave()
        self._ask()
        return False

    def _can_stay(self) -> bool:
        """Whether there is something to stay for, and a way back that the user knows of."""
        wanted = self._program.reminders.allowed and self._program.world.demo is None
        return wanted and (self._in_background or self.tray.visible)

    def _leave(self) -> bool:
        """The program ends with its last window, as one without reminders does."""
        self._application.setQuitOnLastWindowClosed(True)
        return True

    def _stay(self) -> None:
        self._application.setQuitOnLastWindowClosed(False)
        self._program.window.hide()

    def _ask(self) -> None:
        if self._question is not None:
            return
        from jpki_desktop.gui.widgets.message import fill

        box = QMessageBox(self._program.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("tray", "JPKI Desktop (unofficial)"))
        question = translate("tray", "Shall this program stay ready to remind you?")
        where = (
            translate("tray", "You find it as an icon beside the clock, and quit it there.")
            if self.tray.visible
            else translate("tray", "Start it again to see its window.")
        )
        once = translate("tray", "This is asked only once.")
        fill(box, QMessageBox.Icon.Question, question, f"{where}\n{once}")
        stay = box.addButton(translate("tray", "Stay ready"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(translate("tray", "Quit"), QMessageBox.ButtonRole.DestructiveRole)
        back = box.addButton(translate("tray", "Back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(back)

        def answered() -> None:
            self._question = None
            clicked = box.clickedButton()
            if clicked in (stay, leave):
                self._answer(STAY if clicked is stay else QUIT)

        box.finished.connect(answered)
        self._question = box
        box.open()

    def _answer(self, choice: str) -> None:
        # What cannot be written holds for this run and is asked again in the next one.
        with suppress(SettingsFileError):
            self._program.world.settings.change(closing=choice)
        if choice == STAY:
            self._stay()
        else:
            self.quit()
