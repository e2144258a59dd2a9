"""A window that tells what is due, where the desktop has neither notifications nor a tray."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.expiry.model import Notice
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, fitting
from jpki_desktop.gui.widgets.labels import heading_label, panel, text_label
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.reminders import (
    never_again_label,
    notice_text,
    notice_title,
    tomorrow_label,
)


class DueNoticesWindow(QDialog):
    """Emits `answered` with a notice and `tomorrow` or `never`, or `opened` for all reminders."""

    answered = Signal(object, str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "reminders")
        self.setWindowTitle(translate("reminder_window", "Reminder – JPKI Desktop (unofficial)"))
        # It comes by itself, so it must not take the keyboard away from anybody.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._panels: dict[str, QFrame] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        inside = QWidget()
        self._stack = QVBoxLayout(inside)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(SPACE)
        self._stack.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(translate("reminder_window", "Reminders"))
        area.setWidget(inside)
        layout.addWidget(area, stretch=1)
        buttons = QDialogButtonBox()
        show = QPushButton(translate("reminder_window", "Show all &reminders"))
        show.clicked.connect(self._open)
        close = QPushButton(translate("reminder_window", "&Close"))
        buttons.addButton(show, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        close.setDefault(True)
        self.resize(fitting(self, 40, 20))

    @property
    def count(self) -> int:
        """How many notices are shown."""
        return len(self._panels)

    def buttons_of(self, mark: str) -> list[QPushButton]:
        """Return the buttons below one notice: tomorrow, never."""
        return self._panels[mark].findChildren(QPushButton)

    def add(self, notice: Notice) -> None:
        """Show one more; one of the same certificate is replaced."""
        self._take_away(notice.entry.mark)
        frame, layout = panel()
        layout.addWidget(heading_label(notice_title(notice), 1.15))
        layout.addWidget(text_label(notice_text(notice)))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for action, label in (("tomorrow", tomorrow_label()), ("never", never_again_label())):
            button = QPushButton(label)
            button.setAutoDefault(False)
            button.setAccessibleDescription(notice_title(notice))
            button.clicked.connect(partial(self._answer, notice, action))
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        self._panels[notice.entry.mark] = frame
        self._stack.insertWidget(self._stack.count() - 1, frame)

    def _answer(self, notice: Notice, action: str) -> None:
        self.answered.emit(notice, action)
        self._take_away(notice.entry.mark)
        if not self._panels:
            self.accept()

    def _open(self) -> None:
        self.opened.emit()
        self.accept()

    def _take_away(self, mark: str) -> None:
        frame = self._panels.pop(mark, None)
        if frame is not None:
            self._stack.removeWidget(frame)
            frame.deleteLater()
