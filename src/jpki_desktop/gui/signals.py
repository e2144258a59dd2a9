"""Ends the program in an orderly way when the system asks: Ctrl+C, a log-out, a shutdown.

Qt's loop runs no Python while nothing happens, so the signal arrives through a socket that the
loop watches.
"""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class EndOnSignals(QObject):
    """Turns SIGINT and SIGTERM into the end of the event loop; the card is logged out after it."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._inbox, self._outbox = socket.socketpair()
        self._inbox.setblocking(False)
        self._outbox.setblocking(False)
        self._before = signal.set_wakeup_fd(self._outbox.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._inbox.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        self._inbox.close()
        self._outbox.close()

    def _arrived(self) -> None:
        self._inbox.recv(64)
        # Unlike quit(), this asks no window whether it may be closed.
        self._application.exit(0)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Python must have a handler for the wake-up to be written; the loop does the rest."""
