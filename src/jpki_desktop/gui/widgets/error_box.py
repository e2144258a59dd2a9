"""Shows one error: what happened, why, what to do next, and its code."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from jpki_desktop.errors import JpkiError, UnexpectedError
from jpki_desktop.gui.style import MANUAL_PAGE
from jpki_desktop.gui.widgets.message import fill
from jpki_desktop.logbook import note_shown
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate


def show_error(parent: QWidget, error: JpkiError) -> QMessageBox:
    """Open a message about `error` and return at once."""
    text = describe_error(error)
    note_shown(text.code)
    box = QMessageBox(parent)
    box.setProperty(MANUAL_PAGE, "error-codes")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(text.title)
    code = translate("widgets", "Code: {code}").format(code=text.code)
    detail = f"{text.detail}\n\n{text.next_step}\n\n{code}"
    fill(box, QMessageBox.Icon.Warning, text.title, detail)
    close = box.addButton(translate("widgets", "Close"), QMessageBox.ButtonRole.AcceptRole)
    if isinstance(error, UnexpectedError):
        _add_report(box, error)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.open()
    return box


def _add_report(box: QMessageBox, error: UnexpectedError) -> None:
    """Offer what helps to find a defect: files and lines, and no value."""
    from jpki_desktop.operations.support_report import about_defect
    from jpki_desktop.wording.support_report import defect_text

    text = defect_text(about_defect(error))
    copy = QPushButton(translate("widgets", "Copy the &report"))

    def put() -> None:
        QGuiApplication.clipboard().setText(text)
        copy.setText(translate("widgets", "Copied"))

    box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
    # A message box closes at the press of any button, unless the press is taken from it.
    copy.clicked.disconnect()
    copy.clicked.connect(put)
