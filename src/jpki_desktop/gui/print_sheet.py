"""Draws the sheet 電子証明書の内容 on one A4 page: on paper, in a preview, into a PDF.

What stands on the sheet comes from `wording.print_sheet`. Imported only when something is printed.
"""

import html
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFontDatabase, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QWidget

from jpki_desktop.wording.print_sheet import Sheet, SheetRow

_MARGIN_MM = 15.0
_LARGEST_POINTS = 10.0
_SMALLEST_POINTS = 5.0


def make_document(sheet: Sheet, printer: QPrinter) -> QTextDocument:
    """Lay the sheet out, in the largest type in which it fits on one page."""
    points = _LARGEST_POINTS
    while True:
        document = _document(sheet, printer, points)
        if document.pageCount() <= 1 or points <= _SMALLEST_POINTS:
            return document
        points -= 0.5


def _document(sheet: Sheet, printer: QPrinter, points: float) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(printer)
    font = QApplication.font()
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    page = printer.pageLayout().paintRectPixels(printer.resolution()).size()
    document.setPageSize(QSizeF(page))
    document.setHtml(_html(sheet))
    return document


def make_printer(path: Path | None = None) -> QPrinter:
    """Return an A4 printer, or one that writes a PDF into `path`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(
        QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter
    )
    printer.setCreator("JPKI Desktop")
    if path is not None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
    return printer


def write_pdf(sheet: Sheet, path: Path) -> bool:
    """Write the sheet as a PDF; False when the file could not be written."""
    printer = make_printer(path)
    printer.setDocName(sheet.title)
    make_document(sheet, printer).print_(printer)
    return printer.printerState() is not QPrinter.PrinterState.Error and path.exists()


def pdf_bytes(sheet: Sheet) -> bytes:
    """Let Qt write into a folder of our own; the result is saved in one step like any file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        write_pdf(sheet, path)
        return path.read_bytes()


class _Preview(QPrintPreviewDialog):
    """The system's print preview, and the printer it works with, which it does not keep alive."""

    def __init__(self, parent: QWidget, sheet: Sheet) -> None:
        self._printer = make_printer()
        super().__init__(self._printer, parent)
        self.setWindowTitle(sheet.title)
        self.paintRequested.connect(
            lambda printer: make_document(sheet, printer).print_(printer),
        )


def preview(parent: QWidget, sheet: Sheet) -> QPrintPreviewDialog:
    """Open the system's print preview; printing starts from there."""
    dialog = _Preview(parent, sheet)
    dialog.open()
    return dialog


def _html(sheet: Sheet) -> str:
    rows = "".join(_row(row) for row in sheet.rows)
    foot = "".join(f"<p>{html.escape(line)}</p>" for line in sheet.foot)
    banner = ""
    if sheet.banner:
        banner = f'<p style="background:#ffe7b3; color:#4a3300;">{html.escape(sheet.banner)}</p>'
    return (
        f"<h2>{html.escape(sheet.title)}</h2>{banner}"
        f"<h3>{html.escape(sheet.heading)}</h3>"
        f'<table width="100%" border="1" cellspacing="0" cellpadding="6" '
        f'style="border-collapse:collapse;">{rows}</table>{foot}'
    )


def _row(row: SheetRow) -> str:
    lines = row.value.split("\n")
    if row.is_number:
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        # A long number has no place where it may be broken, so it is broken for it.
        lines = [line[start : start + 32] for line in lines for start in range(0, len(line), 32)]
        value = "<br>".join(html.escape(line) for line in lines)
        value = f"<span style=\"font-family:'{html.escape(family)}'\">{value}</span>"
    else:
        value = "<br>".join(html.escape(line) for line in lines)
    label = html.escape(row.label)
    return f'<tr><td width="28%"><b>{label}</b></td><td>{value}</td></tr>'
