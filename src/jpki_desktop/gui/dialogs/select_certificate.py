"""証明書選択画面: which of one's own two certificates to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.gui.style import SPACE, WIDE_SPACE, Tone, lines
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.wording.language import translate


class SelectCertificateDialog(QDialog):
    """Asks for one of the two certificates; user authentication comes first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("select_certificate", "Select certificate"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._group = QButtonGroup(self)
        self._choices: dict[int, CertificateFile] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(
            heading_label(translate("select_certificate", "Which certificate do you want to see?"))
        )
        self._add(
            layout,
            CertificateFile.AUTH,
            translate("select_certificate", "&User authentication certificate"),
            translate(
                "select_certificate",
                "For logging in. Holds no name or address. Shown without a password.",
            ),
        )
        self._add(
            layout,
            CertificateFile.SIGN,
            translate("select_certificate", "Digital &signature certificate"),
            translate(
                "select_certificate",
                "For signing documents. Holds name, birth date, sex and address. Needs the "
                "signature password (6 to 16 letters and digits).",
            ),
        )
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        self.setMinimumWidth(lines(self, 28))

    def _add(self, layout: QVBoxLayout, which: CertificateFile, name: str, about: str) -> None:
        button = QRadioButton(name)
        button.setChecked(not self._choices)
        button.setAccessibleDescription(about)
        number = len(self._choices)
        self._choices[number] = which
        self._group.addButton(button, number)
        note = text_label(about, Tone.QUIET)
        note.setIndent(self.fontMetrics().height() + SPACE)
        layout.addWidget(button)
        layout.addWidget(note)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        ok = QPushButton(translate("select_certificate", "OK"))
        ok.setDefault(True)
        cancel = QPushButton(translate("select_certificate", "Cancel"))
        buttons.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def choose(self, which: CertificateFile) -> None:
        """Select one of the two."""
        number = next(number for number, choice in self._choices.items() if choice is which)
        self._group.button(number).setChecked(True)

    @property
    def choice(self) -> CertificateFile:
        """The chosen certificate."""
        return self._choices[self._group.checkedId()]
