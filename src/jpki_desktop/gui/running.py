"""The program from its first picture to its end: the shell at once, everything else behind it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from jpki_desktop.gui.meeting_point import may_be_taken
from jpki_desktop.gui.style import Look

if TYPE_CHECKING:
    from jpki_desktop.environment import Environment
    from jpki_desktop.errors import JpkiError
    from jpki_desktop.gui.main_window import MainWindow
    from jpki_desktop.gui.program import Program
    from jpki_desktop.gui.resident import Resident
    from jpki_desktop.gui.signals import EndOnSignals
    from jpki_desktop.gui.single_instance import SingleInstance
    from jpki_desktop.login_start import LoginStart
    from jpki_desktop.settings.store import SettingsStore

# A window that is never drawn, as on a desktop that starts it minimized, waits no longer.
_WAIT_MS = 400


class Wish(NamedTuple):
    """What was asked for at the start; `demo` names a demo card, `place` is the meeting point.

    `welcome` shows the first minute also where it would not come by itself.
    """

    paths: list[Path]
    demo: str
    reader: str
    in_background: bool
    place: str
    welcome: bool = False


class Running(QObject):
    """Everything between the first picture and the end; `settings` is None where none are set."""

    def __init__(
        self,
        application: QApplication,
        look: Look,
        settings: "SettingsStore | None",
        wish: Wish,
        problem: "JpkiError | None" = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._look = look
        self._settings = settings
        self._wish = wish
        # What was found before there was a window to say it in.
        self._problem = problem
        self._shell: MainWindow | None = None
        self._instance: SingleInstance | None = None
        self._signals: EndOnSignals | None = None
        self._program: Program | None = None
        self._resident: Resident | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Show the window and load the rest as soon as it has been drawn."""
        if self._wish.in_background:
            self._timer.start(0)
            return
        from jpki_desktop.gui.main_window import MainWindow

        self._shell = MainWindow()
        # What is loaded next must not stand between the picture and the screen.
        self._shell.drawn.connect(lambda: self._timer.start(0))
        # Closed before that, it is not to come back.
        self._shell.closed.connect(self._timer.stop)
        self._timer.start(_WAIT_MS)
        self._shell.show()

    def _go_on(self) -> None:
        self._timer.stop()
        if self._signals is not None:
            return
        from jpki_desktop.gui.signals import EndOnSignals

        self._signals = EndOnSignals(self._application)
        self._look.follow()
        try:
            if self._is_first():
                self._load()
            else:
                self._application.exit(0)
        except BaseException:
            # Without what is behind it the window would only look as if it worked.
            self._application.exit(1)
            raise

    def _is_first(self) -> bool:
        """Become the one instance, unless another one has come between; it then has our files."""
        from jpki_desktop.gui.single_instance import SingleInstance

        instance = SingleInstance(self._wish.place, self._application)
        if may_be_taken(self._wish.place) and instance.hand_over(self._wish.paths):
            return False
        instance.received.connect(self._open_paths)
        instance.asked_to_end.connect(self._end_for_installer)
        instance.listen()
        self._instance = instance
        return True

    def _load(self) -> None:
        from jpki_desktop.gui.icons import picture_icon
        from jpki_desktop.gui.manual.help_key import HelpKey
        from jpki_desktop.gui.program import Program
        from jpki_desktop.gui.resident import Resident
        from jpki_desktop.process_protection import protect_process

        # Before anything that could hold a password exists.
        protect_process()
        world = self._world()
        world.logbook.start("window", detailed=world.settings.settings.log_level == "detailed")
        program = Program(world, self._login_start(), self._shell)
        self._program = program
        program.unexpected.begin()
        program.watch_log()
        program.follow(self._application)
        self._application.setWindowIcon(picture_icon("jpki-desktop"))
        HelpKey(self._application, program.open_manual)
        if self._wish.reader:
            program.watcher.prefer(self._wish.reader)
        self._resident = Resident(
            program,
            self._application,
            in_background=self._wish.in_background,
            settings=self._open_settings,
        )
        if self._wish.in_background:
            program.start_in_background()
        else:
            program.start(self._wish.paths)
            if self._problem is not None:
                program.window.explain(self._problem)
            elif self._is_welcome(world):
                QTimer.singleShot(0, program.welcome)
        self._resident.start()

    def _is_welcome(self, world: "Environment") -> bool:
        """Once, to somebody who has come for nothing else; a demonstration only where asked."""
        wish = self._wish
        first = not wish.demo and not wish.paths and not world.settings.settings.welcome
        return first or wish.welcome

    def _world(self) -> "Environment":
        from jpki_desktop import environment

        if self._wish.demo:
            return environment.demo(self._wish.demo)
        return environment.real(self._settings)

    def _login_start(self) -> "LoginStart | None":
        """A demonstration changes nothing on this computer."""
        if self._wish.demo:
            return None
        from jpki_desktop.login_start import login_start

        return login_start()

    def _open_settings(self) -> None:
        if self._resident is not None and self._program is not None:
            self._resident.show_window()
            self._program.window.open_settings()

    def _open_paths(self, paths: list[Path]) -> None:
        """A second start: its files, or only the window."""
        if self._resident is not None:
            self._resident.open_paths(paths)

    def _end_for_installer(self) -> None:
        """End because an installer asks for it; not in the middle of something with the card."""
        if self._program is None or self._program.ready_to_end():
            self._application.exit(0)

    def stop(self) -> None:
        """End what was begun."""
        self._timer.stop()
        # First of all: a new start must not hand its files to a program that is ending.
        if self._instance is not None:
            self._instance.close()
        if self._resident is not None:
            self._resident.close()
        program = self._program
        if program is not None:
            program.stop()
            program.unexpected.end()
            program.world.logbook.close()
        # Last of all: a second signal must not break off the log-out from the card.
        if self._signals is not None:
            self._signals.close()
