"""The 証明のパス tab: the certificate and the authorities above it, as far as they are known."""

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.gui.style import SPACE, Tone
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.wording.certificate_path import path_lines, path_note
from jpki_desktop.wording.language import translate


class PathTab(QWidget):
    """From the authority down to the certificate."""

    def __init__(self, chain: tuple[Certificate, ...]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        self.steps = QListWidget()
        self.steps.setAccessibleName(translate("certificate_path", "Certification path"))
        self.steps.setWordWrap(True)
        layout.addWidget(self.steps, stretch=1)
        self._note = text_label("")
        layout.addWidget(self._note)
        layout.addWidget(
            text_label(
                translate(
                    "certificate_path", "This shows who signed what. It is no validity check."
                ),
                Tone.QUIET,
            )
        )
        self.show_chain(chain)

    def show_chain(self, chain: tuple[Certificate, ...]) -> None:
        """Show the path as far as it is known by now."""
        self.steps.clear()
        self.steps.addItems(path_lines(chain))
        self.steps.setCurrentRow(self.steps.count() - 1)
        self._note.setText(path_note(chain))
