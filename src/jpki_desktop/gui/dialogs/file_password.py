"""Asks for the password of a PKCS#12 file; nobody counts its tries."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, lines
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.gui.widgets.password_field import PasswordField
from jpki_desktop.wording.language import translate

# Longer than any password that people give to a file.
_LONGEST = 1024


class FilePasswordDialog(QDialog):
    """Emits `submitted` with the password as UTF-8 in a buffer that its taker wipes."""

    submitted = Signal(object)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "certificate-files")
        self.setWindowTitle(translate("file_password", "Password of the file"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(
            heading_label(translate("file_password", "This file is protected by a password."), 1.15)
        )
        layout.addWidget(text_label(name))
        layout.addWidget(
            text_label(
                translate(
                    "file_password",
                    "Only the certificates are shown; the private key stays in the file. Wrong "
                    "passwords lock nothing.",
                ),
                Tone.QUIET,
            )
        )
        self.field = PasswordField()
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName(translate("file_password", "Password of the file"))
        label = QLabel(translate("file_password", "&Password"))
        label.setBuddy(self.field)
        shown = QCheckBox(translate("file_password", "Show the pass&word"))
        shown.toggled.connect(lambda on: self.field.set_shown(shown=on))
        self._message = text_label("", Tone.BAD)
        for widget in (label, self.field, shown, self._message):
            layout.addWidget(widget)
        layout.addWidget(self._buttons())
        self.setMinimumWidth(lines(self, 28))
        self.field.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        ok = self._ok = QPushButton(translate("file_password", "Open"))
        ok.setDefault(True)
        cancel = QPushButton(translate("file_password", "Cancel"))
        buttons.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.submit)
        buttons.rejected.connect(self.reject)
        return buttons

    def submit(self) -> None:
        """Hand the password over; the field is emptied."""
        password = bytearray(self.field.text(), "utf-8")
        self.field.empty()
        self.submitted.emit(password)

    def set_waiting(self, *, waiting: bool) -> None:
        """Take no input while the file is being opened."""
        self.field.setEnabled(not waiting)
        self._ok.setEnabled(not waiting)

    def show_problem(self, text: str) -> None:
        """Stay open, emptied, and say what was wrong."""
        self._message.setText(text)
        self.field.setFocus()

    @property
    def problem(self) -> str:
        """What was wrong with the last password, or an empty text."""
        return self._message.text()

    def done(self, result: int) -> None:
        """Close, leaving nothing in the field."""
        self.field.empty()
        super().done(result)
