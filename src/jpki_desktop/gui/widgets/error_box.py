"""Shows one error: what happened, why, what to do next, and its code."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from jpki_desktop.errors import JpkiError
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate


def show_error(parent: QWidget, error: JpkiError) -> QMessageBox:
    """Open a message about `error` and return at once."""
    text = describe_error(error)
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(text.title)
    box.setText(text.title)
    code = translate("widgets", "Code: {code}").format(code=text.code)
    box.setInformativeText(f"{text.detail}\n\n{text.next_step}\n\n{code}")
    box.addButton(translate("widgets", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box
