"""The row of the main window in which the card readers are listed and chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel

from jpki_desktop.gui.style import SPACE
from jpki_desktop.wording.language import translate

if TYPE_CHECKING:
    from jpki_desktop.gui.card_watcher import CardsView


class ReaderRow(QHBoxLayout):
    """`chosen` brings the name of the reader that the user has picked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(SPACE)
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("main_window", "Card reader"))
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(24)
        self.choice.activated.connect(self._activated)
        label = QLabel(translate("main_window", "Card reader (&D)"))
        label.setBuddy(self.choice)
        self.addWidget(label)
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
        reader = self.choice.itemData(index, Qt.ItemDataRole.UserRole)
        if reader:
            self.chosen.emit(str(reader))
