"""Catches what nobody foresaw: one message with a report to copy, and the program goes on.

Exceptions in slots and in threads come here. The same fault again and again opens no second
message; the log counts them all.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from jpki_desktop.errors import UnexpectedError
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.logbook import places_of

_LOG = logging.getLogger(__name__)

# A fault that was shown is not shown again for so long.
_REST_SECONDS = 60.0


class UnexpectedErrors(QObject):
    """From `begin` to `end` Python hands us every exception that nothing has caught."""

    _happened = Signal(object)

    def __init__(self, window: Callable[[], QWidget]) -> None:
        super().__init__()
        self._window = window
        self._box: QMessageBox | None = None
        self._shown: dict[tuple[str, str], float] = {}
        self._before = (sys.excepthook, threading.excepthook)
        # From any thread; the message is opened by the loop of this one.
        self._happened.connect(self._show)

    def begin(self) -> None:
        """Take the hooks."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def end(self) -> None:
        """Give the hooks back: after the loop, nobody would open a message."""
        sys.excepthook, threading.excepthook = self._before

    def caught(
        self, kind: type[BaseException], value: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the places and have the message opened; values are not looked at."""
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, value, trace)
            return
        error = UnexpectedError(kind.__name__, places_of(trace))
        _LOG.error("unexpected: %s: %s", error.kind, "; ".join(error.places))
        if isValid(self):
            self._happened.emit(error)

    def _caught_in_thread(self, facts: threading.ExceptHookArgs) -> None:
        if issubclass(facts.exc_type, SystemExit):
            return
        value = facts.exc_value or facts.exc_type()
        self.caught(facts.exc_type, value, facts.exc_traceback)

    def _show(self, error: UnexpectedError) -> None:
        if self._box is not None and isValid(self._box):
            return
        fault = (error.kind, error.places[-1] if error.places else "")
        now = time.monotonic()
        if now - self._shown.get(fault, -_REST_SECONDS) < _REST_SECONDS:
            return
        self._shown[fault] = now
        self._box = show_error(self._window(), error)
