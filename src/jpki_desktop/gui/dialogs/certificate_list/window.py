"""The window of the list: filter, table, progress, and what can be done with the rows."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.gui import save_file
from jpki_desktop.gui.dialogs.certificate_list.model import CertificateListModel
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, fitting, lines
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.operations.inspect_certificates import InspectedRow
from jpki_desktop.wording.language import translate

# Widths of the columns in lines of text: file, kind, subject, serials, end, days, issuer …
_WIDTHS = (10, 11, 10, 8, 9, 6, 5, 14, 12, 9)
_NOTE = 9


class ListTable(QTableView):
    """The table; Ctrl+C copies the selected rows, Enter opens one."""

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy or open."""
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, CertificateListModel):
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            QGuiApplication.clipboard().setText(model.as_text(rows))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class CertificateListWindow(QDialog):
    """Emits `opened` with the row that is to be shown, and `given_up` to end the reading."""

    opened = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget, now: datetime) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "certificate-files")
        self.setWindowTitle(translate("certificate_list", "List of certificates"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.model = CertificateListModel(jst_date(now).toordinal())
        self.choose = save_file.choose_with_dialog
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(self._filter_row())
        self.table = self._table()
        layout.addWidget(self.table, stretch=1)
        self._status = text_label("")
        layout.addWidget(self._status)
        layout.addLayout(self._progress_row())
        layout.addWidget(self._buttons())
        self.resize(fitting(self, 62, 34))
        self.table.setFocus()
        self._count()

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(translate("certificate_list", "Show only rows with"))
        self.filter.textChanged.connect(self._filtered)
        label = QLabel(translate("certificate_list", "Show only rows &with"))
        label.setBuddy(self.filter)
        row.addWidget(label)
        row.addWidget(self.filter, stretch=1)
        return row

    def _table(self) -> ListTable:
        table = ListTable()
        table.setModel(self.model)
        table.setAccessibleName(translate("certificate_list", "List of certificates"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setSortingEnabled(True)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        rows = table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + SPACE)
        rows.hide()
        for column, width in enumerate(_WIDTHS):
            needed = table.horizontalHeader().sectionSizeHint(column)
            table.setColumnWidth(column, max(lines(self, width), needed))
        # Why a row is empty must be seen without scrolling.
        table.horizontalHeader().moveSection(_NOTE, 2)
        table.doubleClicked.connect(lambda index: self._open(index.row()))
        table.opened.connect(self._open)
        return table

    def _progress_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(translate("certificate_list", "Reading files"))
        self._stop = QPushButton(translate("certificate_list", "&Stop"))
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.given_up)
        row.addWidget(self._bar, stretch=1)
        row.addWidget(self._stop)
        self._show_running(running=False)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        show = QPushButton(translate("certificate_list", "Sh&ow"))
        show.clicked.connect(lambda: self._open(self.table.currentIndex().row()))
        save = QPushButton(translate("certificate_list", "Save as CSV (&F)"))
        save.clicked.connect(self.save_csv)
        close = QPushButton(translate("certificate_list", "&Close"))
        for button in (show, save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        for button in (show, save, close):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons

    # --- what it shows ----------------------------------------------------------------------

    def add(self, rows: list[InspectedRow]) -> None:
        """Take more rows in."""
        self.model.add(rows)
        self._count()

    def begin(self) -> None:
        """Show that files are being read."""
        self._show_running(running=True)

    def finish(self) -> None:
        """Show that all has been read, or that somebody stopped it."""
        self._show_running(running=False)
        self._count()

    def _show_running(self, *, running: bool) -> None:
        self._bar.setVisible(running)
        self._stop.setVisible(running)

    def _count(self) -> None:
        self._status.setText(
            translate(
                "certificate_list", "Shown: {shown} of {total}. Could not be read: {unreadable}."
            ).format(
                shown=f"{self.model.rowCount():,}",
                total=f"{self.model.total:,}",
                unreadable=f"{self.model.unreadable:,}",
            )
        )

    # --- what the user does -----------------------------------------------------------------

    def save_csv(self) -> None:
        """Save the shown rows for a spreadsheet."""
        name = translate("certificate_list", "certificates.csv")
        save_file.save_file(
            self, name, self.model.as_csv, pattern="CSV (*.csv)", choose=self.choose
        )

    def _filtered(self, text: str) -> None:
        self.model.set_filter(text)
        self._count()

    def _open(self, row: int) -> None:
        if 0 <= row < self.model.rowCount(QModelIndex()):
            self.opened.emit(self.model.row(row))

    def done(self, result: int) -> None:
        """Stop reading when the window goes."""
        self.given_up.emit()
        super().done(result)
