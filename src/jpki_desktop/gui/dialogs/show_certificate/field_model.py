"""The rows of the 詳細情報 tab as a read-only table of two columns."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from jpki_desktop.certificate.fields import Field
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.wording.certificate import detail_summary, detail_value, field_label
from jpki_desktop.wording.language import translate

_Index = QModelIndex | QPersistentModelIndex


class FieldModel(QAbstractTableModel):
    """項目名 and 値 of each field; the value is one line, the full one comes from `full_value`."""

    def __init__(self, certificate: Certificate, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self._certificate = certificate
        self._fields = fields

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a field."""
        return 0 if parent.isValid() else len(self._fields)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Name and value."""
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the text of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        field = self._fields[index.row()]
        if index.column() == 0:
            return field_label(field)
        return detail_summary(field, self._certificate)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Return the titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return translate("show_certificate", "Item")
        return translate("show_certificate", "Value")

    def field(self, row: int) -> Field:
        """Return the field of a row."""
        return self._fields[row]

    def full_value(self, row: int) -> str:
        """Return the whole value of a row, on as many lines as it has."""
        return detail_value(self._fields[row], self._certificate)
