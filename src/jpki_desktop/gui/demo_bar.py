"""The band of a demonstration: says that it is one, exchanges the card.

It stands above the main window, and in the question for the card, which keeps the former out of
reach.
"""

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton

from jpki_desktop.environment import PERSONAS, DemoCards
from jpki_desktop.gui.style import SPACE
from jpki_desktop.gui.widgets.labels import banner_label
from jpki_desktop.wording.demo import persona_name
from jpki_desktop.wording.language import translate


class DemoBar(QFrame):
    """Chooses the demo card and takes it off the demo reader."""

    def __init__(self, cards: DemoCards, margin: int) -> None:
        super().__init__()
        self._cards = cards
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, min(margin, SPACE), margin, 0)
        row.setSpacing(SPACE)
        row.addWidget(
            banner_label(
                translate("demo", "Demonstration with an invented card. Nothing here is real.")
            ),
            stretch=1,
        )
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("demo", "Demo card"))
        for name in PERSONAS:
            self.choice.addItem(persona_name(name), name)
        self.choice.setCurrentIndex(self.choice.findData(cards.persona))
        self.choice.activated.connect(self._exchange)
        self.take = QPushButton()
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._take_or_put)
        row.addWidget(self.choice)
        row.addWidget(self.take)
        self._show()

    def _exchange(self, index: int) -> None:
        self._cards.remove()
        self._cards.insert(str(self.choice.itemData(index)))
        self._show()

    def _take_or_put(self) -> None:
        if self._cards.inserted:
            self._cards.remove()
        else:
            self._cards.insert()
        self._show()

    def refresh(self) -> None:
        """Show what lies on the reader, whichever bar has put it there."""
        self.choice.setCurrentIndex(self.choice.findData(self._cards.persona))
        self._show()

    def _show(self) -> None:
        self.take.setText(
            translate("demo", "Take the card off")
            if self._cards.inserted
            else translate("demo", "Put the card on")
        )
