"""証明書ファイルを開く: from paths to a certificate window, a list, or a sentence.

One file with one certificate opens as the certificate; everything else opens as a list. Reading is
done aside, so the windows stay alive whatever a file is.
"""

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import wipe
from jpki_desktop.card.worker import CardJob
from jpki_desktop.certificate.entries import (
    CertificateEntry,
    OpenedFile,
    RequestEntry,
    RevocationListEntry,
    UnreadableEntry,
)
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CancelledError,
    CertificateError,
    FilePartError,
    FilePasswordError,
    FilePasswordNeededError,
    JpkiError,
)
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.flows.busy_run import busy_run
from jpki_desktop.gui.flows.certificate_window import CertificateWindow
from jpki_desktop.gui.style import MANUAL_PAGE
from jpki_desktop.gui.widgets.busy_panel import file_words
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.gui.widgets.message import fill
from jpki_desktop.operations.inspect_certificates import InspectedRow, inspect_certificates
from jpki_desktop.operations.open_certificate_file import open_certificate_file, open_with_password
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.wording.certificate_files import entry_name, entry_rows
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import labelled, translate

if TYPE_CHECKING:
    from jpki_desktop.gui.dialogs.certificate_list import CertificateListWindow
    from jpki_desktop.gui.dialogs.file_password import FilePasswordDialog

# Rows are handed to the window in heaps, so that it draws ten times a second at the most.
_HEAP_SECONDS = 0.1


class OpenFiles(QObject):
    """Opens files for as long as the program runs; any number at the same time."""

    _rows = Signal(object, object)

    def __init__(self, window: QWidget, world: Environment, background: Background) -> None:
        super().__init__(window)
        self._window = window
        self._world = world
        self._background = background
        self._rows.connect(_add_rows)

    def ask(self) -> None:
        """Ask for files with the system's dialog."""
        title = translate("open_files", "Open certificate files")
        pattern = translate("open_files", "Certificates ({patterns})").format(
            patterns="*.cer *.crt *.der *.pem *.p7b *.p7c *.p12 *.pfx *.crl *.csr"
        )
        every = translate("open_files", "All files (*)")
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, "", f"{pattern};;{every}")
        self.open([Path(path) for path in chosen])

    def open(self, paths: Sequence[Path]) -> None:
        """Open one file as what it is, several files and folders as a list."""
        if not paths:
            return
        if len(paths) > 1 or paths[0].is_dir():
            self._open_list([str(path) for path in paths])
            return
        self._open_one(str(paths[0]))

    # --- one file ---------------------------------------------------------------------------

    def _open_one(self, path: str) -> None:
        busy_run(
            self._window,
            lambda then, failed: self._background.run_aside(
                partial(open_certificate_file, path), then=then, failed=failed
            ),
            words=file_words(),
            expected=0,
            then=self._opened,
            failed=partial(self._not_opened, self._window, path),
        )

    def _not_opened(self, parent: QWidget, path: str, error: JpkiError) -> None:
        if isinstance(error, FilePasswordNeededError):
            from jpki_desktop.gui.dialogs.file_password import FilePasswordDialog

            dialog = FilePasswordDialog(parent, Path(path).name)
            dialog.submitted.connect(partial(self._open_with_password, path, dialog))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        elif not isinstance(error, CancelledError):
            show_error(parent, error)

    def _open_with_password(
        self, path: str, dialog: "FilePasswordDialog", password: bytearray
    ) -> None:
        def opened(file: OpenedFile) -> None:
            dialog.accept()
            self._opened(file)

        def failed(error: JpkiError) -> None:
            dialog.set_waiting(waiting=False)
            if isinstance(error, FilePasswordError):
                text = describe_error(error)
                dialog.show_problem(text.detail)
            elif not isinstance(error, CancelledError):
                dialog.reject()
                show_error(self._window, error)

        dialog.set_waiting(waiting=True)
        job = busy_run(
            dialog,
            lambda then, wrong: self._background.run_aside(
                partial(open_with_password, path, password), then=then, failed=wrong
            ),
            words=file_words(),
            expected=0,
            then=opened,
            failed=failed,
        )
        # Also when it is given up before it has begun.
        job.token.on_cancel(lambda: wipe(password))

    def _opened(self, file: OpenedFile) -> None:
        if len(file.entries) == 1:
            self._show_row(self._window, InspectedRow(file.path, file.entries[0]), ())
            return
        beside = _readable(file)
        window = self._list_window(beside)
        window.add([InspectedRow(file.path, entry) for entry in file.entries])

    # --- many files -------------------------------------------------------------------------

    def _open_list(self, paths: list[str]) -> None:
        window = self._list_window(())

        def read(cancel: CancelToken) -> None:
            heap: list[InspectedRow] = []
            last = time.monotonic()
            for row in inspect_certificates(paths, cancel):
                heap.append(row)
                if time.monotonic() - last > _HEAP_SECONDS:
                    self._rows.emit(window, heap)
                    heap, last = [], time.monotonic()
            self._rows.emit(window, heap)

        job: CardJob[None] = self._background.run_aside(
            read,
            then=lambda _nothing: _finish(window),
            failed=lambda _error: _finish(window),
        )
        window.given_up.connect(job.cancel)
        window.begin()

    def _list_window(self, beside: tuple[Certificate, ...]) -> "CertificateListWindow":
        # One certificate needs no list, and comes sooner without it.
        from jpki_desktop.gui.dialogs.certificate_list import CertificateListWindow

        window = CertificateListWindow(self._window, self._world.clock())
        window.opened.connect(lambda row: self._show_row(window, row, beside))
        window.finished.connect(window.deleteLater)
        window.show()
        return window

    # --- one row ----------------------------------------------------------------------------

    def _show_row(
        self, parent: QWidget, row: InspectedRow, beside: tuple[Certificate, ...]
    ) -> None:
        """Show it over `parent`, which is the list where it was chosen from one."""
        entry = row.entry
        if row.error is not None:
            self._not_opened(parent, row.file, row.error)
        elif isinstance(entry, CertificateEntry):
            self._show_certificate(row.file, entry, beside)
        elif isinstance(entry, RevocationListEntry | RequestEntry):
            _show_facts(parent, entry)
        elif isinstance(entry, UnreadableEntry):
            show_error(parent, FilePartError(row.file, entry.reason.value, entry.detail))

    def _show_certificate(
        self, path: str, entry: CertificateEntry, beside: tuple[Certificate, ...]
    ) -> None:
        try:
            certificate = entry.certificate()
        except CertificateError as problem:
            show_error(self._window, problem)
            return
        source = ReadingSource(from_card=False, name=Path(path).name, read_at=self._world.clock())
        CertificateWindow(
            self._window,
            self._world,
            self._background,
            certificate,
            source,
            beside=beside,
        )


def _show_facts(parent: QWidget, entry: RevocationListEntry | RequestEntry) -> None:
    lines = [labelled(label, value) for label, value in entry_rows(entry)]
    _tell(parent, entry_name(entry), "\n".join(lines))


def _add_rows(window: "CertificateListWindow", rows: list[InspectedRow]) -> None:
    if isValid(window):
        window.add(rows)


def _finish(window: "CertificateListWindow") -> None:
    if isValid(window):
        window.finish()


def _readable(file: OpenedFile) -> tuple[Certificate, ...]:
    """Return the certificates of a file that may be each other's issuers; not of a huge one."""
    found = []
    for entry in file.certificates[:100]:
        try:
            found.append(entry.certificate())
        except CertificateError:
            continue
    return tuple(found)


def _tell(parent: QWidget, title: str, text: str) -> None:
    box = QMessageBox(parent)
    box.setProperty(MANUAL_PAGE, "certificate-files")
    box.setWindowTitle(title)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill(box, QMessageBox.Icon.Information, title, text)
    box.addButton(translate("widgets", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
