"""証明書選択画面: which of one's own two certificates to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, lines
from jpki_desktop.gui.widgets.choice import Choice
from jpki_desktop.gui.widgets.labels import heading_label
from jpki_desktop.wording.language import translate


class SelectCertificateDialog(QDialog):
    """Asks for one of the two certificates; user authentication comes first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "own-certificate")
        self.setWindowTitle(translate("select_certificate", "Select certificate"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._choice: Choice[CertificateFile] = Choice(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(
            heading_label(translate("select_certificate", "Which certificate do you want to see?"))
        )
        self._choice.add(
            layout,
            CertificateFile.AUTH,
            translate("select_certificate", "&User authentication certificate"),
            translate(
                "select_certificate",
                "For logging in. Holds no name or address. Shown without a password.",
            ),
        )
        self._choice.add(
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
        layout.addWidget(self._choice.buttons())
        self.setMinimumWidth(lines(self, 28))

    def choose(self, which: CertificateFile) -> None:
        """Select one of the two."""
        self._choice.choose(which)

    @property
    def choice(self) -> CertificateFile:
        """The chosen certificate."""
        return self._choice.value
