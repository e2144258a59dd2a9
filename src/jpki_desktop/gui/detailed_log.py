"""The detailed log: its switch, and the band that every window shows while it is on."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jpki_desktop.environment import Environment
from jpki_desktop.errors import SettingsFileError
from jpki_desktop.gui.style import SPACE
from jpki_desktop.gui.widgets.labels import banner_label
from jpki_desktop.settings.values import DETAILED
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.log import detailed_banner


class LogProblem(QObject):
    """Brings the failure of the log from the thread that met it."""

    told = Signal(str)


class DetailedLog(QObject):
    """Whether APDUs are logged; `changed` tells all who show it."""

    changed = Signal()

    def __init__(self, world: Environment, window: QWidget) -> None:
        super().__init__(window)
        self._world = world
        self._mark = _MarkDialogs(self)
        self._mark.follow()

    @property
    def on(self) -> bool:
        """Whether it is on."""
        return self._world.settings.settings.log_level == DETAILED

    @property
    def can_be_switched(self) -> bool:
        """Whether the user decides; an administrator's choice stays."""
        return "log_level" not in self._world.settings.managed

    def switch(self, *, on: bool) -> None:
        """Switch it on or off; where the choice cannot be saved it holds for this run."""
        try:
            self._world.settings.change(log_level=DETAILED if on else "")
        except SettingsFileError:
            # What cannot be kept is off again at the next start, which is the safe side.
            pass
        finally:
            self.follow()

    def follow(self) -> None:
        """Do what the settings say now, wherever they were changed."""
        self._world.logbook.set_detailed(on=self.on)
        self._mark.follow()
        self.changed.emit()


class LogBar(QFrame):
    """The band; it is there only while the log is detailed."""

    def __init__(self, log: DetailedLog, *, margin: int = 0) -> None:
        super().__init__()
        self._log = log
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, SPACE if margin else 0, margin, 0)
        row.setSpacing(SPACE)
        row.addWidget(banner_label(detailed_banner()), stretch=1)
        self.off = QPushButton(translate("log", "Switch it off"))
        self.off.setAutoDefault(False)
        self.off.setEnabled(log.can_be_switched)
        self.off.clicked.connect(lambda _checked: log.switch(on=False))
        row.addWidget(self.off)
        log.changed.connect(self._follow)
        if not log.on:
            # Shown with its window otherwise; made visible now it would be a window of its own.
            self.hide()

    def _follow(self) -> None:
        self.setVisible(self._log.on)


class _MarkDialogs(QObject):
    """Puts the band into dialogs as they open; looks at events only while the log is detailed."""

    def __init__(self, log: DetailedLog) -> None:
        super().__init__(log)
        self._log = log
        self._looking = False

    def follow(self) -> None:
        """Begin to look at what opens, or stop it."""
        application = QCoreApplication.instance()
        if application is None or self._looking == self._log.on:
            return
        self._looking = self._log.on
        if self._looking:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add the band once to a dialog of ours; messages of the system's make have no room."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            layout = watched.layout()
            if isinstance(layout, QVBoxLayout) and watched.findChild(LogBar) is None:
                band = LogBar(self._log)
                layout.insertWidget(0, band)
                # The layout would show it an event later, when the dialog is on the screen.
                band.setVisible(self._log.on)
        return False
