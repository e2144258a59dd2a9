"""カードの4つのパスワード: a table that unfolds and says which of them a window is about."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, Tone
from jpki_desktop.gui.widgets.labels import heading_label, panel, text_label
from jpki_desktop.wording.four_passwords import (
    PasswordRow,
    table_heads,
    table_note,
    table_rows,
    table_title,
    this_one,
)


class FourPasswords(QWidget):
    """A button with the table under it; `kind` is the password that is marked."""

    folded = Signal()

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        self.setProperty(MANUAL_PAGE, "four-passwords")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self._fold)
        layout.addWidget(self.button)
        self._table = self._make_table(kind)
        self._table.hide()
        layout.addWidget(self._table)
        self._name(unfolded=False)

    def _make_table(self, kind: str) -> QWidget:
        frame, layout = panel()
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE * 2)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(2, 1)
        for column, head in enumerate(table_heads()):
            grid.addWidget(heading_label(head, 1.0), 0, column)
        for number, row in enumerate(table_rows(), start=1):
            self._add(grid, number, row, marked=bool(kind) and row.kind == kind)
        layout.addLayout(grid)
        layout.addWidget(text_label(table_note(), Tone.QUIET))
        return frame

    def _add(self, grid: QGridLayout, number: int, row: PasswordRow, *, marked: bool) -> None:
        name = f"{row.name}\n▶ {this_one()}" if marked else row.name
        label = heading_label(name, 1.0) if marked else text_label(name)
        grid.addWidget(label, number, 0)
        grid.addWidget(text_label(row.form), number, 1)
        grid.addWidget(text_label(row.use), number, 2)

    def _name(self, *, unfolded: bool) -> None:
        self.button.setText(f"{'▾' if unfolded else '▸'} {table_title()}")

    def _fold(self, unfolded: bool) -> None:
        """Show or hide the table; the window around it makes room."""
        self._name(unfolded=unfolded)
        self._table.setVisible(unfolded)
        self.folded.emit()
