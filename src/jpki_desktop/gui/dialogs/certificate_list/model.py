"""The rows of the list as a table model that sorts and filters by itself.

Ten thousand rows are sorted by one call of Python's sort; a proxy model would ask for the texts of
two cells at every comparison.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from jpki_desktop.operations.inspect_certificates import InspectedRow
from jpki_desktop.wording.inspection import columns, values
from jpki_desktop.wording.spreadsheet import table

_Index = QModelIndex | QPersistentModelIndex
_FILE = 0
_SERIALS = (3, 4)
_END, _DAYS = 5, 6
_FIRST_DAY = datetime(1, 1, 1, tzinfo=UTC)


class CertificateListModel(QAbstractTableModel):
    """All rows that were read, and those of them that are shown, in their order."""

    def __init__(self, today: int) -> None:
        super().__init__()
        self._today = today
        self._columns = columns()
        self._all: list[tuple[InspectedRow, tuple[str, ...]]] = []
        self._shown: list[tuple[InspectedRow, tuple[str, ...]]] = []
        self._filter = ""
        self._order: tuple[int, Qt.SortOrder] | None = None

    # --- what Qt asks ---------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The shown rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The columns of the catalogue."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, and all of it as its tool tip."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._shown[index.row()][1][index.column()]
            named = index.column() == _FILE and role == Qt.ItemDataRole.DisplayRole
            return PurePath(text).name if named else text
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (*_SERIALS, _DAYS):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by numbers and dates where a column holds them."""
        self._order = (column, order) if column >= 0 else None
        self._arrange()

    # --- what the window asks -------------------------------------------------------------------

    def add(self, rows: Iterable[InspectedRow]) -> None:
        """Take more rows in; they stand at the end until the next sort."""
        new = [(row, values(row, self._today)) for row in rows]
        self._all += new
        fitting = [pair for pair in new if self._fits(pair[1])]
        if not fitting:
            return
        first = len(self._shown)
        self.beginInsertRows(QModelIndex(), first, first + len(fitting) - 1)
        self._shown += fitting
        self.endInsertRows()

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of `text` occurs."""
        self._filter = text.casefold()
        self._arrange()

    def row(self, index: int) -> InspectedRow:
        """Return a shown row."""
        return self._shown[index][0]

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._all)

    @property
    def unreadable(self) -> int:
        """How many of them tell of something that could not be read."""
        return sum(1 for row, _ in self._all if not row.readable)

    def as_csv(self) -> bytes:
        """Return the shown rows as a table for a spreadsheet."""
        return table([self._columns, *(texts for _, texts in self._shown)])

    def as_text(self, indexes: Iterable[int]) -> str:
        """Return rows as tab-separated lines, as spreadsheets paste them."""
        return "\n".join("\t".join(self._shown[index][1]) for index in indexes)

    # --- inside ---------------------------------------------------------------------------------

    def _fits(self, texts: tuple[str, ...]) -> bool:
        if not self._filter:
            return True
        joined = "\n".join(texts).casefold()
        return all(word in joined for word in self._filter.split())

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [pair for pair in self._all if self._fits(pair[1])]
        if self._order is not None:
            column, order = self._order
            descending = order == Qt.SortOrder.DescendingOrder
            self._shown.sort(key=_key(column), reverse=descending)
        self.endResetModel()


def _key(column: int) -> Callable[[tuple[InspectedRow, tuple[str, ...]]], Any]:
    """Return the sort key of a column; rows without a certificate come first."""

    def key(pair: tuple[InspectedRow, tuple[str, ...]]) -> Any:
        row, texts = pair
        summary = row.summary
        if column in _SERIALS:
            return (summary is not None, summary.serial if summary else 0)
        if column in (_END, _DAYS):
            return (summary is not None, summary.not_after if summary else _FIRST_DAY)
        return texts[column].casefold()

    return key
