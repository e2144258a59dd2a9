"""Wires the window, the card, the reminders and the world together."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from jpki_desktop.card.worker import CardWorker
from jpki_desktop.environment import Environment
from jpki_desktop.errors import JpkiError
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.detailed_log import LogProblem
from jpki_desktop.gui.reminders import Reminders
from jpki_desktop.gui.unexpected import UnexpectedErrors
from jpki_desktop.login_start import LoginStart
from jpki_desktop.wording.log import log_failed

if TYPE_CHECKING:
    from jpki_desktop.gui.main_window import MainWindow


class Program:
    """Everything behind the window; without a `shell`, the window is made when it is needed."""

    def __init__(
        self,
        world: Environment,
        login_start: LoginStart | None = None,
        shell: "MainWindow | None" = None,
    ) -> None:
        self.world = world
        self.background = Background(CardWorker())
        self.watcher = CardWatcher(world, self.background)
        self.reminders = Reminders(world, self.watcher, login_start)
        self.reminders.failed.connect(self._explain)
        self.unexpected = UnexpectedErrors(lambda: self.window)
        self._window: MainWindow | None = None
        if shell is not None:
            self._take(shell)

    @property
    def window(self) -> "MainWindow":
        """The main window, shown or not."""
        if self._window is not None:
            return self._window
        from jpki_desktop.gui.main_window import MainWindow

        return self._take(MainWindow())

    def _take(self, window: "MainWindow") -> "MainWindow":
        self._window = window
        window.attach(self.world, self.background, self.watcher, self.reminders)
        problems = self.world.settings.problems
        if problems:
            QTimer.singleShot(0, window, lambda: window.tell_of_settings(problems))
        return window

    def welcome(self) -> None:
        """Show the first minute over the window."""
        self.window.entries.welcome()

    def open_manual(self, page: str) -> None:
        """Open the manual at a page, from whatever window."""
        self.window.entries.open_manual(page)

    def _explain(self, error: JpkiError) -> None:
        self.window.explain(error)

    def start(self, paths: list[Path] | None = None) -> None:
        """Show the window first, then look for readers and open files."""
        self.window.show()
        if paths:
            QTimer.singleShot(0, lambda: self.window.open_paths(paths))
        QTimer.singleShot(0, self.watcher.start)

    def start_in_background(self) -> None:
        """Look for readers, and show nothing."""
        QTimer.singleShot(0, self.watcher.start)

    def follow(self, application: QGuiApplication) -> None:
        """Look for a missing service when somebody comes back, who may have started it.

        No event is looked at: Python would be handed each one of the window.
        """
        application.applicationStateChanged.connect(self.watcher.look_again)

    def watch_log(self) -> None:
        """Say it once when the log cannot be written; the program goes on without it."""
        bridge = LogProblem(self.watcher)
        bridge.told.connect(self._say_log_failed)
        self.world.logbook.when_failed(bridge.told.emit)

    def _say_log_failed(self, reason: str) -> None:
        if self._window is not None:
            self._window.say(log_failed(reason))

    def ready_to_end(self) -> bool:
        """Whether nothing would be lost by ending now; without a window nothing is being done."""
        return self._window is None or self._window.ready_to_end()

    def stop(self) -> None:
        """End the threads."""
        if self._window is not None:
            self._window.entries.close()
        self.watcher.stop()
        self.background.close()
        self.world.proxy_password.close()
