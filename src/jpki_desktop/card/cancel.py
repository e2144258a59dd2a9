"""The token by which a user, or the watchdog, takes back an operation that is still running.

Nothing about PC/SC lives here. The token is the single place that decides whether a password may
still be sent: giving up and sending can never both win.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from jpki_desktop.errors import CancelledError


class CancelToken:
    """Shared by the thread that works and the one that may give up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._committing = ""
        self._cleanups: list[Callable[[], None]] = []
        self._last_sign_of_life = time.monotonic()
        self._last_reader = ""
        self._exchanges = 0

    @property
    def cancelled(self) -> bool:
        """Whether somebody has given up on the operation."""
        return self._cancelled

    @property
    def committing(self) -> str:
        """The password whose command is on its way and cannot be taken back, or an empty text."""
        return self._committing

    @property
    def idle_seconds(self) -> float:
        """Seconds since the worker last came back from the reader."""
        return time.monotonic() - self._last_sign_of_life

    @property
    def last_reader(self) -> str:
        """Name of the reader that the worker talked to last, or an empty string."""
        return self._last_reader

    @property
    def exchanges(self) -> int:
        """How many commands have been answered, for showing progress."""
        return self._exchanges

    def exchanged(self) -> None:
        """Note that one more command has been answered."""
        self._exchanges += 1

    def on_cancel(self, cleanup: Callable[[], None]) -> None:
        """Run `cleanup` (wiping a password) at once when the operation is given up."""
        with self._lock:
            if not self._cancelled:
                self._cleanups.append(cleanup)
                return
        cleanup()

    def cancel(self) -> bool:
        """Give the operation up.

        Returns whether nothing that costs a try was on its way at that moment.
        """
        with self._lock:
            self._cancelled = True
            too_late = bool(self._committing)
            cleanups, self._cleanups = self._cleanups, []
        for cleanup in cleanups:
            cleanup()
        return not too_late

    def alive(self, reader: str = "") -> None:
        """Note that the worker is about to talk to `reader`, or is back from it when empty."""
        self._last_sign_of_life = time.monotonic()
        self._last_reader = reader or self._last_reader

    def check(self) -> None:
        """Stop the worker here when the operation was given up.

        Raises:
            CancelledError: somebody gave up.
        """
        if self._cancelled:
            raise CancelledError

    @contextmanager
    def commit(self, password: str) -> Iterator[None]:
        """Hold this around a command that spends a try of `password` or changes it.

        Raises:
            CancelledError: somebody gave up before; the command must not be sent.
        """
        with self._lock:
            if self._cancelled:
                raise CancelledError
            self._committing = password
        try:
            yield
        finally:
            with self._lock:
                self._committing = ""
