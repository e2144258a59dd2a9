"""A line edit for secrets: no clipboard out, no undo, no input method, emptied on demand.

Which characters are right for which password is not known here.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

# Longer than any password, so that a paste that is too long is seen and not silently cut.
_LONGEST = 64
_FORBIDDEN_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


class PasswordField(QLineEdit):
    """Accepts typing and pasting, and gives nothing away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setDragEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.selectionChanged.connect(self._keep_unselected)
        self.set_shown(shown=False)

    def set_shown(self, *, shown: bool) -> None:
        """Show the characters or dots; the hints against learning stay on in both cases."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhPreferLatin
        )
        # Changing the echo mode switches input methods on again, and they learn words.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def empty(self) -> None:
        """Remove the text and, with it, the undo history."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuse the keys that copy the text or bring an old one back."""
        if any(event.matches(key) for key in _FORBIDDEN_KEYS):
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer no menu: it would offer to copy."""
        event.accept()

    def _keep_unselected(self) -> None:
        """Under X11 a shown selection is on the clipboard by itself."""
        if self.echoMode() is QLineEdit.EchoMode.Normal and self.hasSelectedText():
            position = self.cursorPosition()
            self.deselect()
            self.setCursorPosition(position)
