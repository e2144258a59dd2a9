"""The program from its first picture to its end: the shell at once, everything else behind it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from jpki_desktop.gui.main_window import MainWindow
from jpki_desktop.settings.store import SettingsStore

if TYPE_CHECKING:
    from jpki_desktop.environment import Environment
    from jpki_desktop.gui.program import Program
    from jpki_desktop.gui.resident import Resident
    from jpki_desktop.login_start import LoginStart

# A window that is never drawn, as on a desktop that starts it minimized, waits no longer.
_WAIT_MS = 400


class Running(QObject):
    """`demo` names the demo card; an empty text means this machine's readers.

    `welcome` shows the first minute also where it would not come by itself.
    """

    def __init__(
        self,
        application: QApplication,
        settings: SettingsStore,
        *,
        demo: str,
        reader: str,
        in_background: bool,
        welcome: bool = False,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._demo = demo
        self._reader = reader
        self._in_background = in_background
        self._welcome = welcome
        self._paths: list[Path] = []
        self._shell: MainWindow | None = None
        self._program: Program | None = None
        self._resident: Resident | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def start(self, paths: list[Path]) -> None:
        """Show the window and load the rest as soon as it has been drawn."""
        self._paths = paths
        if self._in_background:
            self._timer.start(0)
            return
        self._shell = MainWindow()
        self._shell.drawn.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self._shell.show()
        self._timer.start(_WAIT_MS)

    def _go_on(self) -> None:
        self._timer.stop()
        if self._program is not None:
            return
        try:
            self._load()
        except BaseException:
            # Without what is behind it the window would only look as if it worked.
            self._application.exit(1)
            raise

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
        self._application.setWindowIcon(picture_icon("jpki-desktop"))
        HelpKey(self._application, program.open_manual)
        if self._reader:
            program.watcher.prefer(self._reader)
        self._resident = Resident(
            program,
            self._application,
            in_background=self._in_background,
            settings=self._open_settings,
        )
        if self._in_background:
            program.start_in_background()
        else:
            program.start(self._paths)
            if self._is_welcome(world):
                QTimer.singleShot(0, program.welcome)
        self._resident.start()

    def _is_welcome(self, world: "Environment") -> bool:
        """Once, to somebody who has come for nothing else; a demonstration only where asked."""
        first = not self._demo and not self._paths and not world.settings.settings.welcome
        return first or self._welcome

    def _world(self) -> "Environment":
        from jpki_desktop import environment

        if self._demo:
            return environment.demo(self._demo)
        return environment.real(self._settings)

    def _login_start(self) -> "LoginStart | None":
        """A demonstration changes nothing on this computer."""
        if self._demo:
            return None
        from jpki_desktop.login_start import login_start

        return login_start()

    def _open_settings(self) -> None:
        if self._resident is not None and self._program is not None:
            self._resident.show_window()
            self._program.window.open_settings()

    def open_paths(self, paths: list[Path]) -> None:
        """A second start: its files, or only the window."""
        if self._resident is not None:
            self._resident.open_paths(paths)
        else:
            self._paths = [*self._paths, *paths]

    def stop(self) -> None:
        """End what was begun."""
        self._timer.stop()
        if self._resident is not None:
            self._resident.close()
        program = self._program
        if program is not None:
            program.stop()
            program.unexpected.end()
            program.world.logbook.close()
