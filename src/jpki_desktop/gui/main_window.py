"""The main window: the readers above, the menu on the left, the card always in view.

It is built in two steps, so that it is on the screen before what it works with has been loaded:
the shell with its words at first, then `attach` with the world.
"""

from collections.abc import Callable
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from jpki_desktop.gui.main_menu import MainMenu, menu_button, unofficial_note
from jpki_desktop.gui.reader_row import ReaderRow
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, fitting
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.wording.language import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from jpki_desktop.environment import Environment
    from jpki_desktop.errors import JpkiError
    from jpki_desktop.gui.background import Background
    from jpki_desktop.gui.card_panel import CardPanel
    from jpki_desktop.gui.card_watcher import CardWatcher
    from jpki_desktop.gui.detailed_log import DetailedLog
    from jpki_desktop.gui.entries import Entries
    from jpki_desktop.gui.flows.open_files import OpenFiles
    from jpki_desktop.gui.reminders import Reminders
    from jpki_desktop.gui.widgets.question_bar import QuestionBar

_MESSAGE_MS = 15_000


class MainWindow(QMainWindow):
    """What the user comes back to."""

    closed = Signal()
    # The window has been on the screen for the first time.
    drawn = Signal()

    # From `attach` on.
    card_panel: "CardPanel"

    def __init__(self) -> None:
        super().__init__()
        self._entries: Entries | None = None
        # Pressed before there was anything that could be started.
        self._pressed: Callable[[Entries], None] | None = None
        self._was_drawn = False
        # Who keeps the program running behind a closed window puts its own question here.
        self.may_close: Callable[[], bool] = lambda: True
        self.setAcceptDrops(True)
        self.setProperty(MANUAL_PAGE, "start")
        self.setWindowTitle(translate("main_window", "JPKI Desktop (unofficial)"))
        self._build()
        self.resize(fitting(self, 56, 39))
        # The keyboard begins with the jobs, and not in the row above them.
        self.own_certificate.setFocus()

    # --- the shell --------------------------------------------------------------------------

    def _build(self) -> None:
        # From the outside to the inside: each part takes its font and style from where it is at
        # once, and not again wherever it is put.
        body = QWidget(self)
        self.setCentralWidget(body)
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        inner = QVBoxLayout()
        self._rows.addLayout(inner, stretch=1)
        inner.setContentsMargins(WIDE_SPACE, SPACE, WIDE_SPACE, SPACE)
        inner.setSpacing(SPACE + 4)
        header = QHBoxLayout()
        inner.addLayout(header)
        self._fill_header(header)
        columns = QHBoxLayout()
        inner.addLayout(columns, stretch=1)
        columns.setSpacing(WIDE_SPACE)
        self._jobs = self._menu()
        columns.addWidget(self._jobs)
        self._right = QVBoxLayout()
        columns.addLayout(self._right, stretch=1)
        self._right.setSpacing(SPACE + 4)
        self._waiting = text_label(translate("main_window", "Starting…"), Tone.QUIET)
        self._right.addWidget(self._waiting, stretch=1)

    def _fill_header(self, row: QHBoxLayout) -> None:
        """The readers, and what is about the program itself."""
        row.setSpacing(SPACE)
        self._readers = ReaderRow(16)
        self._readers.chosen.connect(self._choose_reader)
        self.reader_choice = self._readers.choice
        row.addLayout(self._readers, stretch=1)
        row.addSpacing(SPACE)
        self.diagnose = menu_button(
            translate("main_window", "Diagnosis (&T)"),
            translate("main_window", "Find out step by step what keeps the card from working"),
            "diagnose",
            lambda: self._start(lambda entries: entries.diagnose()),
        )
        self.settings = menu_button(
            translate("main_window", "Settings (&S)"),
            translate("main_window", "Language, card readers, network and more"),
            "settings",
            lambda: self._start(lambda entries: entries.settings()),
        )
        self.help = menu_button(
            translate("main_window", "Help (&H)"),
            translate("main_window", "The manual; F1 opens it at the page of a window"),
            "start",
            lambda: self._start(lambda entries: entries.open_manual()),
        )
        for button in (self.diagnose, self.settings, self.help):
            row.addWidget(button)

    def _menu(self) -> MainMenu:
        """The groups of the menu; a new capability adds its button to its group."""
        menu = MainMenu()
        menu.heading(translate("main_window", "See certificates"))
        self.own_certificate = menu.entry(
            translate("main_window", "My certificates (&U)"),
            translate("main_window", "Show the two certificates on the card"),
            "own-certificate",
            self.show_own_certificate,
        )
        self.authorities = menu.entry(
            translate("main_window", "CA certificates (&C)"),
            translate("main_window", "Show the certificates of the authorities on the card"),
            "authorities",
            lambda: self._start(lambda entries: entries.authorities()),
        )
        self.open_file = menu.entry(
            translate("main_window", "Open certificate files (&O)"),
            translate("main_window", "Show certificates that are kept in files"),
            "certificate-files",
            lambda: self._start(lambda entries: entries.ask_for_files()),
        )
        self.convert_serial = menu.entry(
            translate("main_window", "Convert a serial number (&N)"),
            translate("main_window", "Turn hexadecimal into decimal and back"),
            "serial-number",
            lambda: self._start(lambda entries: entries.convert_serial()),
        )
        menu.heading(translate("main_window", "Passwords"))
        self.change_password = menu.entry(
            translate("main_window", "Change password (&P)"),
            translate("main_window", "Change one of the two passwords of the certificates"),
            "change-password",
            lambda: self._start(lambda entries: entries.change_password()),
        )
        self.verify_password = menu.entry(
            translate("main_window", "Check a password (&K)"),
            translate("main_window", "Find out whether a password is right"),
            "verify-password",
            lambda: self._start(lambda entries: entries.verify_password()),
        )
        menu.heading(translate("main_window", "Procedures"))
        self.request_revocation = menu.entry(
            translate("main_window", "Request a revocation (&R)"),
            translate("main_window", "Have a certificate revoked that you do not use any more"),
            "revocation",
            lambda: self._start(lambda entries: entries.request_revocation()),
        )
        self.reminders = menu.entry(
            translate("main_window", "Reminders (&E)"),
            translate("main_window", "Be told before a certificate ends"),
            "reminders",
            self.show_reminders,
        )
        return menu

    # --- the world --------------------------------------------------------------------------

    def attach(
        self,
        world: "Environment",
        background: "Background",
        watcher: "CardWatcher",
        reminders: "Reminders",
    ) -> None:
        """Take what the window works with; from now on it shows the card and starts jobs."""
        from jpki_desktop.gui.announce import announce
        from jpki_desktop.gui.card_panel import CardPanel
        from jpki_desktop.gui.detailed_log import LogBar
        from jpki_desktop.gui.entries import Entries
        from jpki_desktop.gui.menu_icons import draw_icons

        self._world = world
        self._watcher = watcher
        self._reminders = reminders
        entries = Entries(self, world, background, watcher, reminders)
        entries.card_left.connect(self._say_card_left)
        entries.wants_window.connect(self.come_forward)
        self._entries = entries
        draw_icons((*self._jobs.buttons, self.diagnose, self.settings, self.help))
        self._rows.insertWidget(0, LogBar(self.detailed_log, margin=WIDE_SPACE))
        if world.demo is not None:
            from jpki_desktop.gui.demo_bar import DemoBar

            bar = DemoBar(world.demo, margin=WIDE_SPACE)
            watcher.changed.connect(bar.refresh)
            self._rows.insertWidget(1, bar)
        self.card_panel = CardPanel(marks_tests=world.demo is None)
        self.card_panel.read_again.connect(self._read_again)
        self.card_panel.diagnose.connect(entries.diagnose)
        self.card_panel.settings.connect(entries.settings)
        self.card_panel.help_wanted.connect(entries.open_manual)
        self._right.removeWidget(self._waiting)
        self._waiting.deleteLater()
        self._right.addWidget(self.card_panel, stretch=1)
        self.statusBar().addWidget(unofficial_note(), 1)
        self.statusBar().messageChanged.connect(lambda text: announce(self, text))
        watcher.changed.connect(self._show)
        reminders.changed.connect(self._ask)
        self._show()
        self._ask()
        if self._pressed is not None:
            # Not before the rest of the program is there: a question of its own would hold it up.
            QTimer.singleShot(0, self, partial(self._start, self._pressed))

    @cached_property
    def question(self) -> "QuestionBar":
        """The band above the card, made for the first question."""
        from jpki_desktop.gui.widgets.question_bar import QuestionBar

        band = QuestionBar()
        self._right.insertWidget(self._right.indexOf(self.card_panel), band)
        # The keyboard finds it where the eye does.
        for before, after in pairwise((self.reader_choice, band.yes, band.no)):
            self.setTabOrder(before, after)
        return band

    @property
    def entries(self) -> "Entries":
        """What the entries of the menu start; there is nothing before `attach`."""
        if self._entries is None:
            raise RuntimeError("not attached")
        return self._entries

    @property
    def detailed_log(self) -> "DetailedLog":
        """The switch of the detailed log."""
        return self.entries.detailed_log

    @property
    def files(self) -> "OpenFiles":
        """What opens certificate files."""
        return self.entries.files

    def _start(self, job: "Callable[[Entries], None]") -> None:
        """Start a job now, or as soon as there is what it works with."""
        if self._entries is None:
            self._pressed = job
        else:
            job(self._entries)

    # --- what it shows ----------------------------------------------------------------------

    def _show(self) -> None:
        from jpki_desktop.wording.card_page import empty_page

        view = self._watcher.view
        self._readers.show_readers(view)
        if not self._watcher.started:
            return
        page = empty_page(view)
        # Where there is no card to work with, that is what help is wanted about.
        self.setProperty(MANUAL_PAGE, page.manual_page if page is not None else "start")
        summary = view.current.summary if view.current is not None else None
        if page is not None:
            self.card_panel.show_empty(page)
        elif summary is not None:
            self.card_panel.show_summary(
                summary, self._watcher.sign_period(summary), self._world.clock()
            )

    def _ask(self) -> None:
        """Put the question that waits, if any, above the card."""
        if self.entries.asks or "question" in vars(self):
            self.entries.ask(self.question)

    def say(self, text: str) -> None:
        """Say something that asks for nothing."""
        self.statusBar().showMessage(text, _MESSAGE_MS)

    def explain(self, error: "JpkiError") -> None:
        """Say what went wrong with something that had no window of its own."""
        from jpki_desktop.gui.widgets.error_box import show_error

        self.come_forward()
        show_error(self, error)

    def tell_of_settings(self, problems: "tuple[JpkiError, ...]") -> None:
        """Say what is wrong with the files of settings."""
        from jpki_desktop.gui.settings_problems import tell_of_settings

        tell_of_settings(self, self._world.settings.path, problems)

    # --- what the user does -----------------------------------------------------------------

    def _choose_reader(self, reader: str) -> None:
        problem = self._watcher.choose(reader)
        if problem:
            text = translate("main_window", "The choice could not be saved: {reason}")
            self.say(text.format(reason=problem))

    def _read_again(self) -> None:
        self._watcher.read_again(self._watcher.current_reader)

    def _say_card_left(self) -> None:
        self.say(
            translate(
                "main_window", "The card was taken away, so the entry was ended. Nothing was sent."
            )
        )

    def show_own_certificate(self) -> None:
        """Start the first entry of the menu; also from the tray."""
        self._start(lambda entries: entries.own_certificate())

    def show_reminders(self) -> None:
        """Open the window of the reminders; also from a notice."""
        self._start(lambda entries: entries.reminders())

    def open_settings(self) -> None:
        """Open 設定; also from the tray."""
        self._start(lambda entries: entries.settings())

    def come_forward(self) -> None:
        """Be seen, whatever lay over the window or hid it."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def open_paths(self, paths: list[Path]) -> None:
        """Come to the front and open files: from the command line or from a second start."""
        self.come_forward()
        if paths:
            self.files.open(paths)

    def ready_to_end(self) -> bool:
        """Whether nothing would be lost by ending now; if something would, the user is told."""
        if self._entries is None or not self._entries.busy:
            return True
        self.come_forward()
        self.statusBar().showMessage(
            translate(
                "main_window",
                "An installer wants to replace this program. Please finish here and close it.",
            )
        )
        return False

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Take files, and nothing else."""
        from jpki_desktop.gui.dropped import dropped_files

        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open what was dropped."""
        from jpki_desktop.gui.dropped import dropped_files

        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self._start(lambda entries: entries.open_files(paths))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell once that the window has been drawn."""
        super().paintEvent(event)
        if not self._was_drawn:
            self._was_drawn = True
            self.drawn.emit()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Tell the application that the window has gone, unless it is to stay for now."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
