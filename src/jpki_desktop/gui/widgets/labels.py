"""Labels and buttons that several windows share."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from jpki_desktop.gui.style import SPACE, WIDE_SPACE, Tone, heading_font
from jpki_desktop.wording.language import translate

_COPIED_SHOWN_MS = 2000


def text_label(text: str = "", tone: Tone = Tone.PLAIN) -> QLabel:
    """Return a label that wraps and never reads its text as HTML."""
    label = QLabel(text)
    # Plain text, by its number: see `style.Look` on the enums of Qt.
    label.setProperty("textFormat", 0)
    label.setWordWrap(True)
    # A wrapped label is as tall as its text needs at the width it gets.
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setProperty("tone", tone.value)
    return label


def value_label(text: str = "") -> QLabel:
    """Return a label whose text can be selected by mouse and keyboard."""
    from PySide6.QtCore import Qt

    label = text_label(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def in_lines(digits: str, length: int = 32) -> str:
    """Break a long number, since nothing in it tells a label where it may wrap."""
    return "\n".join(digits[start : start + length] for start in range(0, len(digits), length))


def heading_label(text: str = "", scale: float = 1.35) -> QLabel:
    """Return a heading."""
    label = text_label(text)
    label.setFont(heading_font(label, scale))
    return label


def banner_label(text: str) -> QLabel:
    """Return the band that marks tests and demonstrations."""
    label = text_label(text)
    label.setObjectName("banner")
    return label


def panel(parent: QWidget | None = None) -> tuple[QFrame, QVBoxLayout]:
    """Return a framed area and its layout."""
    frame = QFrame(parent)
    frame.setObjectName("panel")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
    layout.setSpacing(SPACE)
    return frame, layout


class CopyButton(QPushButton):
    """Copies one text and says so for a moment."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(translate("widgets", "Copy"), parent)
        self.setObjectName("copy")
        self.setAutoDefault(False)
        self._text = ""
        self._what = what
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COPIED_SHOWN_MS)
        self._timer.timeout.connect(self._rest)
        self.clicked.connect(self._copy)
        # Wide enough for both texts, so that nothing moves when it is pressed.
        self._rest()
        width = self.sizeHint().width()
        self.setText(translate("widgets", "Copied"))
        self.setMinimumWidth(max(width, self.sizeHint().width()))
        self._rest()

    def set_text_to_copy(self, text: str) -> None:
        """Set what a press puts onto the clipboard."""
        self._text = text
        self._rest()

    def _rest(self) -> None:
        self.setText(translate("widgets", "Copy"))
        self.setAccessibleName(translate("widgets", "Copy: {what}").format(what=self._what))

    def _copy(self) -> None:
        from jpki_desktop.gui.announce import announce

        QGuiApplication.clipboard().setText(self._text)
        self.setText(translate("widgets", "Copied"))
        self.setAccessibleName(translate("widgets", "Copied: {what}").format(what=self._what))
        announce(self, self.accessibleName())
        self._timer.start()
