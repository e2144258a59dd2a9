"""Asks where to save, writes whole files, and says what went wrong. Knows no certificate."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from jpki_desktop.errors import OutputError, OutputExistsError, OutputFailedError
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.gui.widgets.message import fill
from jpki_desktop.operations.export_certificate import write_output
from jpki_desktop.wording.language import translate

# Returns the chosen path, or an empty text; a test puts its own in place of the system's dialog.
ChooseFile = Callable[[QWidget, str, str, str], str]


def choose_with_dialog(parent: QWidget, title: str, proposed: str, pattern: str) -> str:
    """Ask with the system's dialog, which also asks before an existing file is replaced."""
    dialog = QFileDialog(parent, title, str(Path(proposed).parent), pattern)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    # A name that is typed without its ending would be a file that opens with nothing.
    dialog.setDefaultSuffix(Path(proposed).suffix.lstrip("."))
    dialog.selectFile(Path(proposed).name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen[0] if chosen else ""


def save_file(
    parent: QWidget,
    name: str,
    content: Callable[[], bytes],
    *,
    pattern: str,
    choose: ChooseFile = choose_with_dialog,
) -> str:
    """Ask for a place and write `content` there; returns the path, or an empty text."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title = translate("save_file", "Save")
    path = choose(parent, title, str(Path(folder) / name), pattern)
    if not path:
        return ""
    try:
        _write(path, content())
    except OutputError as problem:
        show_error(parent, problem)
        return ""
    except OSError as problem:
        # What is made on the way, such as a PDF, needs room of its own.
        show_error(parent, OutputFailedError(path, problem.strerror or ""))
        return ""
    return path


def _write(path: str, content: bytes) -> None:
    """Write a new file; one that is there already is replaced, which the dialog has asked for."""
    try:
        write_output(path, content)
    except OutputExistsError:
        write_output(path, content, overwrite=True)


def confirm(parent: QWidget, text: str, go_on: str) -> bool:
    """Ask a question whose default is to stop."""
    box = QMessageBox(parent)
    box.setWindowTitle(translate("save_file", "Please confirm"))
    fill(box, QMessageBox.Icon.Warning, text)
    yes = box.addButton(go_on, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(translate("save_file", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    # The manual beside it stays usable.
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.exec()
    # The window may have been closed under the question.
    return isValid(box) and box.clickedButton() is yes
