"""Tells what is due in the best way this desktop has: a notification, the icon, a window.

Each way is tried when the one before it could not: a reminder is told in some way or another, and
noted as told only when it has been shown.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jpki_desktop.expiry.model import Notice
from jpki_desktop.gui.desktop.notifications import DEFAULT, Note, Notifications
from jpki_desktop.gui.reminders import Reminders
from jpki_desktop.gui.tray import Tray
from jpki_desktop.wording.language import translate

if TYPE_CHECKING:
    from jpki_desktop.gui.dialogs.due_notices import DueNoticesWindow

OPEN, TOMORROW, NEVER = "open", "tomorrow", "never"


class Announcer(QObject):
    """Shows notices; `opened` asks for the window of the reminders."""

    opened = Signal()
    # A notice was shown or answered: the icon may change.
    changed = Signal()

    def __init__(
        self, reminders: Reminders, tray: Tray | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reminders = reminders
        self._tray = tray
        self._native = Notifications(self)
        self._unanswered: dict[str, Notice] = {}
        self.window: DueNoticesWindow | None = None
        reminders.due.connect(self.announce)
        if tray is not None:
            tray.message_clicked.connect(self._open_all)

    @property
    def waiting(self) -> bool:
        """Whether something was shown to which the user has not said anything."""
        return bool(self._unanswered)

    def announce(self, notices: tuple[Notice, ...]) -> None:
        """Show the notices, each in the best way that works."""
        for notice in notices:
            self._native.show(
                _note(notice),
                acted=partial(self._acted, notice),
                shown=partial(self._shown, notice),
                failed=partial(self._without_native, notice),
            )

    def answered(self) -> None:
        """The user has seen the reminders."""
        self._unanswered.clear()
        self.changed.emit()

    def close(self) -> None:
        """Show nothing more."""
        self._native.close()
        if self.window is not None:
            self.window.close()

    # --- one way after the other ----------------------------------------------------------------

    def _without_native(self, notice: Notice) -> None:
        from jpki_desktop.wording.reminders import notice_summary, tray_text

        tray = self._tray
        if tray is not None and tray.show_message(
            tray_text((*self._unanswered.values(), notice)), notice_summary(notice)
        ):
            self._shown(notice)
            return
        self._in_window(notice)

    def _in_window(self, notice: Notice) -> None:
        from jpki_desktop.gui.dialogs.due_notices import DueNoticesWindow

        if self.window is None:
            self.window = DueNoticesWindow()
            self.window.answered.connect(self._acted)
            self.window.opened.connect(self._open_all)
            self.window.finished.connect(self._window_gone)
        self.window.add(notice)
        self.window.show()
        self._shown(notice)

    def _window_gone(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
            self.window = None
        self.answered()

    def _shown(self, notice: Notice) -> None:
        self._unanswered[notice.entry.mark] = notice
        self._reminders.mark_told(notice)
        self.changed.emit()

    # --- what the user says ---------------------------------------------------------------------

    def _acted(self, notice: Notice, action: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            OPEN: self.opened.emit,
            DEFAULT: self.opened.emit,
            TOMORROW: partial(self._reminders.snooze, notice),
            NEVER: partial(self._reminders.silence, notice),
        }
        if action in acts:
            self._unanswered.pop(notice.entry.mark, None)
            acts[action]()
            self.changed.emit()

    def _open_all(self) -> None:
        self.answered()
        self.opened.emit()


def _note(notice: Notice) -> Note:
    """Kind and date only: whoever stands before the screen reads it."""
    # The words of reminders are loaded where one is told: most starts tell none.
    from jpki_desktop.wording import reminders as words

    return Note(
        words.notice_title(notice),
        words.notice_summary(notice),
        (
            (DEFAULT, translate("tray", "Open")),
            (OPEN, translate("tray", "Open")),
            (TOMORROW, words.tomorrow_label()),
            (NEVER, words.never_again_label()),
        ),
        about=notice.entry.mark,
    )
