"""Ends the program in an orderly way when the system asks: Ctrl+C, a log-out, a closed terminal.

Qt's loop runs no Python while nothing happens, so the signal arrives through a socket that the
loop watches.
"""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

_SIGNALS = tuple(
    # Windows has no SIGHUP.
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if hasattr(signal, name)
)


class EndOnSignals(QObject):
    """Turns the signals into the end of the event loop; the card is logged out after it."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._inbox, self._outbox = socket.socketpair()
        self._inbox.setblocking(False)
        self._outbox.setblocking(False)
        self._before = signal.set_wakeup_fd(self._outbox.fileno(), warn_on_full_buffer=False)
        # What was told to be ignored (nohup, a job of a shell) stays so.
        self._taken = [one for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN]
        for number in self._taken:
            signal.signal(number, _noted)
        self._notifier = QSocketNotifier(self._inbox.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number in self._taken:
            signal.signal(number, signal.SIG_DFL)
        self._inbox.close()
        self._outbox.close()

    def _arrived(self) -> None:
        self._inbox.recv(64)
        # Unlike quit(), this asks no window whether it may be closed.
        self._application.exit(0)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Python must have a handler for the wake-up to be written; the loop does the rest."""
