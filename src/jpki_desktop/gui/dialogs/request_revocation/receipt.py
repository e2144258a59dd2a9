"""控え: what became of a request, to keep on paper or in a file, and the way to check it later."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QWidget

from jpki_desktop.gui import save_file
from jpki_desktop.gui.dialogs.request_revocation.page import Page, rows_grid
from jpki_desktop.gui.style import Tone, set_tone
from jpki_desktop.gui.widgets.labels import panel, text_label
from jpki_desktop.revocation_request.model import Receipt, RequestState
from jpki_desktop.wording import revocation_request as words
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.revocation_sheet import (
    receipt_name,
    receipt_sheet,
    receipt_sheet_rows,
    receipt_text,
    sheet_title,
)

# The sign before the words; the words alone say the same.
_SIGNS = {
    RequestState.ACCEPTED: ("✓", Tone.GOOD),
    RequestState.PENDING: ("…", Tone.WARNING),
    RequestState.REFUSED: ("✕", Tone.BAD),
    RequestState.UNKNOWN: ("？", Tone.WARNING),
}


class ReceiptDialog(Page):
    """Stays open beside the main window; `check_wanted` asks for the state of the certificate."""

    check_wanted = Signal()

    def __init__(self, parent: QWidget, receipt: Receipt) -> None:
        banner = words.trial_banner(demo=receipt.demo, test=receipt.test)
        sign, tone = _SIGNS[receipt.state]
        title = words.receipt_title(receipt)
        super().__init__(parent, sheet_title(), f"{sign} {title}", [banner] if banner else [])
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.receipt = receipt
        self.choose = save_file.choose_with_dialog
        self.heading.setAccessibleName(title)
        set_tone(self.heading, tone)
        self.body.addWidget(text_label(words.receipt_explanation(receipt)))
        self.body.addWidget(text_label(words.receipt_next_step(receipt)))
        frame, layout = panel()
        # Its first row is the heading.
        rows = receipt_sheet_rows(receipt)[1:]
        layout.addLayout(rows_grid(rows, copied=[rows[0].label]))
        self.body.addWidget(frame)
        self.body.addStretch(1)
        self._saved = text_label("", Tone.GOOD)
        self._saved.hide()
        self.body.addWidget(self._saved)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.check_button = self.add_button(translate("show_certificate", "Check validity (&V)"))
        self.check_button.clicked.connect(self.check_wanted)
        self.text_button = self.add_button(translate("show_certificate", "Save as file (&F)"))
        self.text_button.clicked.connect(self.save_text)
        self.print_button = self.add_button(translate("show_certificate", "Print (&P)"))
        self.print_button.setMenu(self._print_menu())
        close = self.add_button(
            translate("show_certificate", "&Close"),
            QDialogButtonBox.ButtonRole.RejectRole,
            default=True,
        )
        close.clicked.connect(self.reject)
        self.check_button.setFocus()

    def _print_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(translate("print_sheet", "Print pre&view…")).triggered.connect(self.preview)
        menu.addAction(translate("print_sheet", "Save as P&DF…")).triggered.connect(self.save_pdf)
        return menu

    def preview(self) -> None:
        """Open the print preview."""
        from jpki_desktop.gui import print_sheet

        print_sheet.preview(self, receipt_sheet(self.receipt))

    def save_pdf(self) -> None:
        """Save the sheet as a PDF."""
        from jpki_desktop.gui import print_sheet

        sheet = receipt_sheet(self.receipt)
        self._save(".pdf", print_sheet.pdf_bytes(sheet), "PDF (*.pdf)")

    def save_text(self) -> None:
        """Save the sheet as a text."""
        pattern = translate("request_revocation", "Text (*.txt)")
        self._save(".txt", receipt_text(self.receipt).encode("utf-8", "backslashreplace"), pattern)

    def _save(self, suffix: str, content: bytes, pattern: str) -> None:
        name = receipt_name(self.receipt, suffix)
        path = save_file.save_file(self, name, lambda: content, pattern=pattern, choose=self.choose)
        if path:
            self._saved.setText(translate("show_certificate", "Saved: {path}").format(path=path))
            self._saved.show()
