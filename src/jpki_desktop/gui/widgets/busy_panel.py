"""The panel that is shown while the card works: what happens, how far it is, and a way out."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from jpki_desktop.gui.style import SPACE, WIDE_SPACE, lines
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.wording.language import translate

_LOOK_EVERY_MS = 100
# Shown only when the card takes longer than a person notices.
_PATIENCE_MS = 250


@dataclass(frozen=True, slots=True)
class BusyWords:
    """What the panel says: a title and one sentence of advice.

    `ending` is said from the moment at which an operation is given up that has to end by itself.
    """

    title: str
    advice: str
    ending: str = ""


def card_words() -> BusyWords:
    """Return the words for a conversation with the card."""
    return BusyWords(
        translate("busy", "Communicating with the card"),
        translate("busy", "Do not move the card until this closes."),
    )


def check_words() -> BusyWords:
    """Return the words for asking servers."""
    return BusyWords(
        translate("busy", "Checking the validity"),
        translate("busy", "The authority is being asked; this ends after some seconds."),
    )


def server_words() -> BusyWords:
    """Return the words for finding out where requests are sent."""
    return BusyWords(
        translate("busy", "Preparing"), translate("busy", "Looking where the request can be sent.")
    )


def request_words() -> BusyWords:
    """Return the words for sending a request that must not be sent twice."""
    return BusyWords(
        translate("busy", "Sending the request"),
        translate("busy", "The card may be taken away now. The answer comes after some seconds."),
        ending=translate("busy", "Giving up; the receipt will say what is known."),
    )


def file_words() -> BusyWords:
    """Return the words for reading files."""
    return BusyWords(
        translate("busy", "Reading files"), translate("busy", "Many or large files take a while.")
    )


class BusyPanel(QDialog):
    """Open while an operation runs; closes only from outside or by its cancel button."""

    def __init__(
        self,
        parent: QWidget,
        *,
        progress: Callable[[], int],
        expected: int,
        cancel: Callable[[], None],
        words: BusyWords | None = None,
    ) -> None:
        super().__init__(parent)
        words = words or card_words()
        self._progress = progress
        self._cancel = cancel
        self._ending = words.ending
        self._done = False
        self.setWindowTitle(words.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar = QProgressBar()
        self._bar.setRange(0, expected)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(translate("busy", "Progress"))
        self._advice = text_label(words.advice)
        self._buttons = QDialogButtonBox()
        self._buttons.addButton(translate("busy", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.rejected.connect(self._give_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(heading_label(words.title, 1.15))
        layout.addWidget(self._advice)
        layout.addWidget(self._bar)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(lines(self, 22))
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._show_progress)
        self._open_later = QTimer(self)
        self._open_later.setSingleShot(True)
        self._open_later.setInterval(_PATIENCE_MS)
        self._open_later.timeout.connect(self._open)

    def begin(self) -> None:
        """Open soon, unless the operation ends before."""
        self._open_later.start()

    def finish(self) -> None:
        """Close for good."""
        self._done = True
        self._open_later.stop()
        self._look.stop()
        self.hide()
        self.deleteLater()

    def cannot_cancel(self) -> None:
        """Say what is waited for: usually the result of a password that is already on its way."""
        self._advice.setText(
            self._ending
            or translate(
                "busy", "The password is already on its way; waiting for the card's answer."
            )
        )
        self._buttons.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc do what the cancel button does."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Treat the window's close button like the cancel button."""
        if not self._done:
            event.ignore()
            self._give_up()

    def _open(self) -> None:
        if not self._done:
            self._look.start()
            self.open()

    def _show_progress(self) -> None:
        # The last step belongs to the answer, which closes the panel.
        if self._bar.maximum():
            self._bar.setValue(min(self._progress(), self._bar.maximum() - 1))

    def _give_up(self) -> None:
        if self._buttons.isEnabled():
            self._cancel()
