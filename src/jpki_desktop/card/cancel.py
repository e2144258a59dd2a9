"""The token by which a user, or the watchdog, takes back an operation that is still running.

Nothing about PC/SC lives here. The token is the single place that decides whether a password may
still be sent: giving up and sending can never both win. It also remembers what must be said when
the operation ends without an answer: what is in doubt then, or what is certain already.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from jpki_desktop.errors import CancelledError, PasswordError, PasswordResultUnknownError


class CancelToken:
    """Shared by the thread that works and the one that may give up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._committing = ""
        self._doubt: PasswordError | None = None
        self._settled: tuple[object, ...] = ()
        self._cleanups: list[Callable[[], None]] = []
        self._last_sign_of_life = time.monotonic()
        self._last_reader = ""
        self._waits_for_others = False
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
    def doubt(self) -> PasswordError | None:
        """What is to be said when the command on its way is never answered."""
        return self._doubt

    @property
    def settled(self) -> tuple[object, ...]:
        """The value that the operation has in any case by now, or nothing."""
        return self._settled

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

    @property
    def waits_for_others(self) -> bool:
        """Whether the worker waits for another program to let go of the card."""
        return self._waits_for_others

    def alive(self, reader: str = "", *, others: bool = False) -> None:
        """Note that the worker is about to talk to `reader`, or is back from it when empty.

        `others`: it may have to wait for another program, which is no fault of the reader.
        """
        self._last_sign_of_life = time.monotonic()
        self._last_reader = reader or self._last_reader
        self._waits_for_others = others

    def check(self) -> None:
        """Stop the worker here when the operation was given up.

        Raises:
            CancelledError: somebody gave up.
        """
        if self._cancelled:
            raise CancelledError

    def settle(self, value: object) -> None:
        """Note the value that the operation has from now on, even if nothing more comes back."""
        self._settled = (value,)

    @contextmanager
    def commit(
        self, password: str, doubt: type[PasswordError] = PasswordResultUnknownError
    ) -> Iterator[None]:
        """Hold this around a command that spends a try of `password` or changes it.

        `doubt` is what is said when its answer never comes. Where several commands belong
        together, the outermost hold is the one that counts.

        Raises:
            CancelledError: somebody gave up before; the command must not be sent.
        """
        with self._lock:
            if self._cancelled:
                raise CancelledError
            outermost = not self._committing
            if outermost:
                self._committing, self._doubt = password, doubt(password)
        try:
            yield
        finally:
            if outermost:
                with self._lock:
                    self._committing, self._doubt = "", None
