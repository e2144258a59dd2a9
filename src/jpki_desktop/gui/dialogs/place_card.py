"""Asks for the card before any password, and closes by itself when it has come."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, lines
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.gui.widgets.picture import Picture
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.placing import picture_description, placing_advice


class PlaceCardDialog(QDialog):
    """A picture, one sentence, and help for a card that is not read well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "start")
        self.setWindowTitle(translate("place_card", "Place the card"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        layout = self._rows = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(
            heading_label(translate("place_card", "Put the My Number card on the reader."), 1.15)
        )
        layout.addWidget(text_label(translate("place_card", "It goes on by itself.")))
        picture = Picture("place-card", picture_description())
        layout.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._reason = text_label("")
        self._reason.hide()
        layout.addWidget(self._reason)
        self._advice = text_label(placing_advice())
        self._advice.hide()
        layout.addWidget(self._advice)
        layout.addWidget(self._buttons())
        self.setMinimumWidth(lines(self, 26))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._help = QPushButton(translate("place_card", "When it is not read &well"))
        self._help.setCheckable(True)
        self._help.setAutoDefault(False)
        self._help.toggled.connect(self._advise)
        cancel = QPushButton(translate("place_card", "Cancel"))
        # Enter must not end the wait by accident; Esc does.
        cancel.setAutoDefault(False)
        buttons.addButton(self._help, QDialogButtonBox.ButtonRole.HelpRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def add_demo_bar(self, bar: QWidget) -> None:
        """Let the demo's card be put on from here: the window behind cannot be reached."""
        self._rows.insertWidget(0, bar)

    def show_reason(self, text: str) -> None:
        """Say what is in the way at this moment (no reader, another kind of card)."""
        self._reason.setText(text)
        self._reason.setVisible(bool(text))

    def show_advice(self) -> None:
        """Unfold the help, as a press of its button does."""
        self._help.setChecked(True)

    def _advise(self, on: bool) -> None:
        self._advice.setVisible(on)
        self.adjustSize()
