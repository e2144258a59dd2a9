"""The main window: the menu on the left, the readers above, the card always in view."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.environment import Environment
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_panel import CardPanel
from jpki_desktop.gui.card_watcher import CardsView, CardWatcher, ReaderView
from jpki_desktop.gui.demo_bar import DemoBar
from jpki_desktop.gui.style import SPACE, WIDE_SPACE, Tone, fitting, lines
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.wording.card_page import empty_page
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.reader_state import reader_line

if TYPE_CHECKING:
    from jpki_desktop.gui.flows.card_flow import CardFlow
    from jpki_desktop.gui.flows.open_files import OpenFiles

_MESSAGE_MS = 15_000


class MainWindow(QMainWindow):
    """What the user comes back to."""

    closed = Signal()

    def __init__(self, world: Environment, background: Background, watcher: CardWatcher) -> None:
        super().__init__()
        self._world = world
        self._background = background
        self._watcher = watcher
        self._flow: CardFlow | None = None
        self._files: OpenFiles | None = None
        self.setAcceptDrops(True)
        self.setWindowTitle(translate("main_window", "JPKI Desktop (unofficial)"))
        self.card_panel = CardPanel(marks_tests=world.demo is None)
        self.card_panel.read_again.connect(self._read_again)
        self.setCentralWidget(self._build())
        self.resize(fitting(self, 56, 36))
        watcher.changed.connect(self._show)
        self._show()

    # --- layout -----------------------------------------------------------------------------

    def _build(self) -> QWidget:
        body = QWidget()
        columns = QHBoxLayout()
        columns.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        columns.setSpacing(WIDE_SPACE)
        columns.addLayout(self._menu())
        right = QVBoxLayout()
        right.addLayout(self._reader_row())
        right.addWidget(self.card_panel, stretch=1)
        columns.addLayout(right, stretch=1)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        if self._world.demo is not None:
            rows.addWidget(DemoBar(self._world.demo))
        rows.addLayout(columns, stretch=1)
        return body

    def _menu(self) -> QVBoxLayout:
        """The groups of the menu; a new capability adds its button to its group."""
        menu = QVBoxLayout()
        menu.setSpacing(SPACE)
        menu.addWidget(heading_label(translate("main_window", "See certificates"), 1.1))
        self.own_certificate = self._entry(
            translate("main_window", "My certificates (&U)"),
            translate("main_window", "Show the two certificates on the card"),
            self._show_own_certificate,
        )
        self.authorities = self._entry(
            translate("main_window", "CA certificates (&C)"),
            translate("main_window", "Show the certificates of the authorities on the card"),
            self._show_authorities,
        )
        self.open_file = self._entry(
            translate("main_window", "Open certificate files (&O)"),
            translate("main_window", "Show certificates that are kept in files"),
            self._ask_for_files,
        )
        self.convert_serial = self._entry(
            translate("main_window", "Convert a serial number (&N)"),
            translate("main_window", "Turn hexadecimal into decimal and back"),
            self._convert_serial,
        )
        for entry in (self.own_certificate, self.authorities, self.open_file, self.convert_serial):
            menu.addWidget(entry)
        menu.addWidget(heading_label(translate("main_window", "Passwords"), 1.1))
        self.change_password = self._entry(
            translate("main_window", "Change password (&P)"),
            translate("main_window", "Change one of the two passwords of the certificates"),
            self._change_password,
        )
        self.verify_password = self._entry(
            translate("main_window", "Check a password (&K)"),
            translate("main_window", "Find out whether a password is right"),
            self._verify_password,
        )
        for entry in (self.change_password, self.verify_password):
            menu.addWidget(entry)
        menu.addStretch(1)
        note = text_label(
            translate(
                "main_window",
                "Unofficial software. Not made by J-LIS or the Digital Agency.",
            ),
            Tone.QUIET,
        )
        note.setFixedWidth(lines(self, 13))
        menu.addWidget(note)
        return menu

    def _entry(self, text: str, description: str, start: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked: start())
        button.setObjectName("menu")
        button.setAccessibleDescription(description)
        button.setMinimumWidth(lines(self, 13))
        return button

    def _reader_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self.reader_choice = QComboBox()
        self.reader_choice.setAccessibleName(translate("main_window", "Card reader"))
        self.reader_choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.reader_choice.setMinimumContentsLength(24)
        self.reader_choice.activated.connect(self._choose_reader)
        label = QLabel(translate("main_window", "Card reader (&D)"))
        label.setBuddy(self.reader_choice)
        row.addWidget(label)
        row.addWidget(self.reader_choice, stretch=1)
        return row

    # --- what it shows ----------------------------------------------------------------------

    def _show(self) -> None:
        view = self._watcher.view
        self._show_readers(view)
        if not self._watcher.started:
            return
        page = empty_page(view)
        summary = view.current.summary if view.current is not None else None
        if page is not None:
            self.card_panel.show_empty(page)
        elif summary is not None:
            self.card_panel.show_summary(
                summary, self._watcher.sign_period(summary), self._world.clock()
            )

    def _show_readers(self, view: CardsView) -> None:
        """List all readers; an empty list says so in its only line."""
        choice = self.reader_choice
        choice.clear()
        for reader in view.readers:
            choice.addItem(_line(reader), reader.state.name)
        if not view.readers:
            choice.addItem(translate("main_window", "none connected"))
        choice.setEnabled(bool(view.readers))
        if view.current is not None:
            choice.setCurrentIndex(choice.findData(view.current.state.name))
            choice.setToolTip(choice.currentText())

    # --- what the user does -----------------------------------------------------------------

    def _choose_reader(self, index: int) -> None:
        reader = self.reader_choice.itemData(index, Qt.ItemDataRole.UserRole)
        if reader:
            problem = self._watcher.choose(str(reader))
            if problem:
                self.statusBar().showMessage(
                    translate("main_window", "The choice could not be saved: {reason}").format(
                        reason=problem
                    )
                )

    def _read_again(self) -> None:
        self._watcher.read_again(self._watcher.current_reader)

    def _start(self, kind: "type[CardFlow]") -> None:
        """Start a flow; a second press changes nothing while one runs."""
        if self._flow is not None:
            return
        self._flow = kind(self, self._world, self._background, self._watcher)
        self._flow.ended.connect(self._flow_ended)
        self._flow.card_left.connect(self._say_card_left)
        self._flow.start()

    def _flow_ended(self) -> None:
        self._flow = None

    def _say_card_left(self) -> None:
        self.statusBar().showMessage(
            translate(
                "main_window", "The card was taken away, so the entry was ended. Nothing was sent."
            ),
            _MESSAGE_MS,
        )

    # What an entry of the menu needs is loaded at its first press: the window opens before it.

    def _show_own_certificate(self) -> None:
        from jpki_desktop.gui.flows.show_own_certificate import ShowOwnCertificate

        self._start(ShowOwnCertificate)

    def _show_authorities(self) -> None:
        from jpki_desktop.gui.flows.show_authorities import ShowAuthorities

        self._start(ShowAuthorities)

    def _change_password(self) -> None:
        from jpki_desktop.gui.flows.change_password import ChangePassword

        self._start(ChangePassword)

    def _verify_password(self) -> None:
        from jpki_desktop.gui.flows.verify_password import VerifyPassword

        self._start(VerifyPassword)

    @property
    def files(self) -> "OpenFiles":
        """What opens files from the menu, a drop, the command line or a second start."""
        if self._files is None:
            from jpki_desktop.gui.flows.open_files import OpenFiles

            self._files = OpenFiles(self, self._world, self._background)
        return self._files

    def _ask_for_files(self) -> None:
        self.files.ask()

    def _convert_serial(self) -> None:
        from jpki_desktop.gui.dialogs.convert_serial import ConvertSerialDialog

        dialog = ConvertSerialDialog(self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def open_paths(self, paths: list[Path]) -> None:
        """Come to the front and open files: from the command line or from a second start."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.files.open(paths)

    def ready_to_end(self) -> bool:
        """Whether nothing would be lost by ending now; if something would, the user is told."""
        if self._flow is None:
            return True
        self.raise_()
        self.statusBar().showMessage(
            translate(
                "main_window",
                "An installer wants to replace this program. Please finish here and close it.",
            )
        )
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        paths = _dropped(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files.open(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the application that the window has gone."""
        super().closeEvent(event)
        self.closed.emit()


def _dropped(data: QMimeData) -> list[Path]:
    """Return the files of a drag; addresses of other machines are left out."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _line(reader: ReaderView) -> str:
    return f"{reader.state.name} – {reader_line(reader)}"
