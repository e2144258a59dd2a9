"""Radio buttons with a note under each, and the row of OK and Cancel below them.

Knows nothing of what is chosen between.
"""

from typing import Generic, TypeVar

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

from jpki_desktop.gui.style import SPACE, Tone
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.wording.language import translate

T = TypeVar("T")


class Choice(Generic[T]):
    """One value out of several; the first that can be chosen is chosen at first."""

    def __init__(self, dialog: QDialog) -> None:
        self._dialog = dialog
        self._group = QButtonGroup(dialog)
        self._values: list[T] = []

    def add(
        self,
        layout: QVBoxLayout,
        value: T,
        name: str,
        note: str,
        tone: Tone = Tone.QUIET,
        *,
        enabled: bool = True,
    ) -> None:
        """Add one value with its name and what is to be known about it, if anything is."""
        button = QRadioButton(name)
        button.setEnabled(enabled)
        button.setChecked(enabled and not self.possible)
        button.setAccessibleDescription(note)
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        layout.addWidget(button)
        if not note:
            return
        label = text_label(note, tone)
        label.setIndent(self._dialog.fontMetrics().height() + SPACE)
        layout.addWidget(label)

    @property
    def possible(self) -> bool:
        """Whether there is anything to choose."""
        return self._group.checkedId() >= 0

    @property
    def value(self) -> T:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def choose(self, value: T) -> None:
        """Choose a value."""
        self._group.button(self._values.index(value)).setChecked(True)

    def focus(self) -> None:
        """Let the arrow keys choose at once, where something else would come first."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def buttons(self) -> QDialogButtonBox:
        """Return OK, which Enter presses, and Cancel."""
        row = QDialogButtonBox()
        ok = QPushButton(translate("widgets", "OK"))
        ok.setDefault(True)
        ok.setEnabled(self.possible)
        cancel = QPushButton(translate("widgets", "Cancel"))
        row.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
        row.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        row.accepted.connect(self._dialog.accept)
        row.rejected.connect(self._dialog.reject)
        return row
