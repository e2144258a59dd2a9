"""カードの4つのパスワード: a table that unfolds and says which of them a window is about."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.gui.style import SPACE, Tone, lines
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

    def __init__(self, kind: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.setAutoDefault(False)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self._fold)
        layout.addWidget(self.button)
        # It scrolls where the screen has no room for all of it.
        self._table = QScrollArea()
        self._table.setWidget(self._make_table(kind))
        self._table.setWidgetResizable(True)
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setMinimumSize(lines(self, 42), lines(self, 6))
        self._table.setAccessibleName(table_title().replace("&", ""))
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
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Expanding if unfolded else policy.Fixed)

    def _fold(self, unfolded: bool) -> None:
        """Show or hide the table, and make the window as high as it then wants to be."""
        self._name(unfolded=unfolded)
        self._table.setVisible(unfolded)
        window = self.window()
        window.adjustSize()
        if unfolded:
            room = window.screen().availableGeometry().size() - QSize(16, 48)
            hidden = self._table.verticalScrollBar().maximum()
            window.resize((window.size() + QSize(0, hidden)).boundedTo(room))
