"""The 詳細情報 tab: all rows, the full value of the selected one, and the fingerprints."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.certificate.fields import Field, detail_fields
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.gui.dialogs.show_certificate.field_model import FieldModel
from jpki_desktop.gui.style import SPACE, number_font
from jpki_desktop.gui.widgets.labels import CopyButton, in_lines, value_label
from jpki_desktop.wording.certificate import field_label
from jpki_desktop.wording.language import translate

_FINGERPRINTS = (Field.SHA256, Field.SHA1)
# Digits on one line: half a SHA-256, all of a SHA-1.
_LINE = {Field.SHA256: 32, Field.SHA1: 40}


class FieldTable(QTableView):
    """The list of rows; Ctrl+C copies the full value of the selected one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on Ctrl+C."""
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Copy) and isinstance(model, FieldModel):
            QGuiApplication.clipboard().setText(model.full_value(self.currentIndex().row()))
            return
        super().keyPressEvent(event)


class DetailTab(QWidget):
    """All facts of the certificate."""

    def __init__(self, certificate: Certificate) -> None:
        super().__init__()
        fields = detail_fields(certificate)
        self._model = FieldModel(
            certificate, tuple(field for field in fields if field not in _FINGERPRINTS)
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        self.table = self._table()
        self.value = self._value_box()
        split.addWidget(self.table)
        split.addWidget(self.value)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        layout.addWidget(split, stretch=1)
        layout.addLayout(_fingerprints(certificate))
        self.table.selectRow(0)

    def _table(self) -> FieldTable:
        table = FieldTable()
        table.setModel(self._model)
        table.setAccessibleName(translate("show_certificate", "Items of the certificate"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        rows = table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + SPACE)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.resizeColumnToContents(0)
        table.selectionModel().currentRowChanged.connect(self._selected)
        return table

    def _value_box(self) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setFont(number_font(box))
        box.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        box.setMinimumHeight(self.fontMetrics().height() * 3)
        return box

    def _selected(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        name = field_label(self._model.field(current.row()))
        self.value.setAccessibleName(
            translate("show_certificate", "Full value: {name}").format(name=name)
        )
        self.value.setPlainText(self._model.full_value(current.row()))


def _fingerprints(certificate: Certificate) -> QGridLayout:
    """Both fingerprints, each on its own line with a copy button."""
    grid = QGridLayout()
    grid.setSpacing(SPACE)
    grid.setColumnStretch(1, 1)
    for row, (field, value) in enumerate(
        ((Field.SHA256, certificate.sha256), (Field.SHA1, certificate.sha1))
    ):
        name = field_label(field)
        shown = value_label(in_lines(value, _LINE[field]))
        shown.setFont(number_font(shown))
        shown.setAccessibleName(f"{name}: {value}")
        copy = CopyButton(name)
        copy.set_text_to_copy(value)
        grid.addWidget(QLabel(name), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(copy, row, 2, Qt.AlignmentFlag.AlignTop)
    return grid
