"""ファイル出力 and 印刷 of the certificate window: the menu of forms, the sheet, the warnings."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.gui import save_file
from jpki_desktop.operations.export_certificate import (
    ExportForm,
    default_name,
    holds_personal_data,
)
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.wording.export import Tab, exported, form_name, personal_data_warning
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.print_sheet import Sheet, make_sheet

# A calendar entry says when and of what kind, and nothing of the person.
_WITHOUT_PERSON = frozenset({ExportForm.ICS})


class CertificateOutput:
    """What can be made of the shown certificate."""

    def __init__(
        self,
        window: QWidget,
        certificate: Certificate,
        source: ReadingSource,
        *,
        clock: Callable[[], datetime],
        shown_tab: Callable[[], Tab],
        validity: Callable[[], str],
        saved: Callable[[str], None],
    ) -> None:
        self._window = window
        self._certificate = certificate
        self._source = source
        self._clock = clock
        self._shown_tab = shown_tab
        self._validity = validity
        self._saved = saved
        self.choose = save_file.choose_with_dialog

    def file_menu(self) -> QMenu:
        """Return the menu of forms."""
        menu = QMenu(self._window)
        for form in ExportForm:
            menu.addAction(form_name(form)).triggered.connect(partial(self.export, form))
        return menu

    def print_menu(self) -> QMenu:
        """Return the ways of printing."""
        menu = QMenu(self._window)
        menu.addAction(translate("print_sheet", "Print pre&view…")).triggered.connect(self.preview)
        menu.addAction(translate("print_sheet", "Save as P&DF…")).triggered.connect(self.save_pdf)
        return menu

    def export(self, form: ExportForm, _checked: bool = False) -> None:
        """Save the certificate in one form."""
        if form not in _WITHOUT_PERSON and not self._may_leave():
            return
        now = self._clock()
        self._save(
            default_name(self._certificate, form, now),
            lambda: exported(self._certificate, form, now, self._shown_tab()),
            f"{form_name(form)} (*{form.suffix})",
        )

    def save_pdf(self, _checked: bool = False) -> None:
        """Save the sheet as a PDF."""
        if self._may_leave():
            name = default_name(self._certificate, ExportForm.DER, self._clock())
            self._save(str(Path(name).with_suffix(".pdf")), self._pdf, "PDF (*.pdf)")

    def preview(self, _checked: bool = False) -> None:
        """Open the print preview."""
        from jpki_desktop.gui import print_sheet

        print_sheet.preview(self._window, self._sheet())

    def _pdf(self) -> bytes:
        from jpki_desktop.gui import print_sheet

        return print_sheet.pdf_bytes(self._sheet())

    def _sheet(self) -> Sheet:
        return make_sheet(self._certificate, self._source, self._validity())

    def _may_leave(self) -> bool:
        if not holds_personal_data(self._certificate):
            return True
        return save_file.confirm(
            self._window, personal_data_warning(), translate("save_file", "Save all the same")
        )

    def _save(self, name: str, content: Callable[[], bytes], pattern: str) -> None:
        path = save_file.save_file(self._window, name, content, pattern=pattern, choose=self.choose)
        if path:
            self._saved(path)
