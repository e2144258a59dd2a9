"""The row of a window in which a card reader is chosen, and what lies on each."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from jpki_desktop.gui.style import SPACE
from jpki_desktop.wording.language import translate

if TYPE_CHECKING:
    from jpki_desktop.gui.card_watcher import CardsView


class ReaderRow(QHBoxLayout):
    """Emits `chosen` with the name of a reader; `length` is how many letters it shows at least."""

    chosen = Signal(str)

    def __init__(self, length: int = 24) -> None:
        super().__init__()
        self.setSpacing(SPACE)
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("main_window", "Card reader"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(length)
        self.choice.activated.connect(self._activated)
        self.label = QLabel(translate("main_window", "Card reader (&D)"))
        self.label.setBuddy(self.choice)
        self.addWidget(self.label)
        self.addWidget(self.choice, stretch=1)

    def show_readers(self, view: "CardsView") -> None:
        """List all readers; an empty list says so in its only line."""
        from jpki_desktop.wording.reader_state import reader_line

        choice = self.choice
        choice.clear()
        for reader in view.readers:
            choice.addItem(f"{reader.state.name} – {reader_line(reader)}", reader.state.name)
        if not view.readers:
            choice.addItem(translate("main_window", "none connected"))
        choice.setEnabled(bool(view.readers))
        if view.current is not None:
            choice.setCurrentIndex(choice.findData(view.current.state.name))
            choice.setToolTip(choice.currentText())

    def _activated(self, index: int) -> None:
        reader = self.choice.itemData(index)
        if reader:
            self.chosen.emit(str(reader))
