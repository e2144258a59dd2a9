"""One thread that watches the readers and survives the smart-card service.

It blocks while the service runs and looks again in growing steps while it does not. It knows no
PC/SC: whoever starts it says what to wait with. Nothing is read from a card here.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from jpki_desktop.card.connection import ReadersSeen
from jpki_desktop.errors import NoServiceError

_LOG = logging.getLogger(__name__)

# With the service running, a change wakes the thread; this is only how long a lost wake-up hurts.
LONGEST_WAIT_MS = 60_000
FIRST_RETRY_SECONDS = 0.25
LONGEST_RETRY_SECONDS = 60.0
# How long the end of the program waits for the watching thread.
LONGEST_FAREWELL_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class WaitResult:
    """What a wait brought: all readers when something changed, otherwise None."""

    seen: ReadersSeen | None


class Waiting(Protocol):
    """A context that can wait for changes of the readers."""

    def wait(self, milliseconds: int) -> WaitResult:
        """Block until a change, a wake-up or the time is over; raises NoServiceError."""

    def wake(self) -> None:
        """End a wait from another thread."""

    def close(self) -> None:
        """Let go of the context."""


class ReaderMonitor:
    """The watching thread."""

    def __init__(
        self, make_waiting: Callable[[], Waiting], listener: Callable[[ReadersSeen], None]
    ) -> None:
        self._make_waiting = make_waiting
        self._listener = listener
        self._stop = threading.Event()
        # Ends the pause between two looks for a service that is not there.
        self._again = threading.Event()
        self._lock = threading.Lock()
        self._telling = threading.Lock()
        self._waiting: Waiting | None = None
        self._last: ReadersSeen | None = None
        self._thread = threading.Thread(target=self._run, name="card-monitor", daemon=True)

    def start(self) -> None:
        """Begin to watch; the first call of the listener tells the present state."""
        self._thread.start()

    def look_again(self) -> None:
        """Look for a service that is not there now, and in short steps from here on."""
        self._again.set()

    def stop(self) -> None:
        """End the watch; no call of the listener comes after this returns.

        A service that hangs answers no wake-up either; its threads are left behind then.
        """
        with self._telling:
            self._stop.set()
        self._again.set()
        deadline = time.monotonic() + LONGEST_FAREWELL_SECONDS
        threading.Thread(target=self._wake, name="card-monitor-wake", daemon=True).start()
        self._thread.join(max(0.0, deadline - time.monotonic()))

    def _wake(self) -> None:
        while self._thread.is_alive():
            with self._lock:
                waiting = self._waiting
                if waiting is not None:
                    waiting.wake()
            # The wake-up is lost when the thread is just about to wait, so it is given again.
            self._thread.join(0.05)

    def _run(self) -> None:
        pause = FIRST_RETRY_SECONDS
        while not self._stop.is_set():
            try:
                self._watch_service()
                return
            except NoServiceError as gone:
                if gone.was_running:
                    pause = FIRST_RETRY_SECONDS
            except Exception as defect:  # noqa: BLE001 - the watch must live on
                # Its text may be anything that a driver made up, so only its kind is noted.
                _LOG.error("the watch failed unexpectedly: %s", type(defect).__name__)
            self._tell(ReadersSeen(service_running=False))
            pause = self._paused(pause)

    def _paused(self, seconds: float) -> float:
        """Wait so long, or until somebody wants to know; returns how long to wait next time."""
        wanted = self._again.wait(seconds)
        self._again.clear()
        return FIRST_RETRY_SECONDS if wanted else min(seconds * 2, LONGEST_RETRY_SECONDS)

    def _watch_service(self) -> None:
        """Watch until told to stop; raises NoServiceError when the service is not there."""
        waiting = self._make_waiting()
        with self._lock:
            self._waiting = waiting
        heard = False
        try:
            while not self._stop.is_set():
                result = waiting.wait(LONGEST_WAIT_MS)
                heard = True
                if result.seen is not None:
                    self._tell(result.seen)
        except NoServiceError as gone:
            raise NoServiceError(gone.result, was_running=heard) from None
        finally:
            with self._lock:
                self._waiting = None
            waiting.close()

    def _tell(self, seen: ReadersSeen) -> None:
        with self._telling:
            if seen == self._last or self._stop.is_set():
                return
            self._last = seen
            try:
                self._listener(seen)
            except Exception:  # noqa: BLE001 - the watch must live on
                # A defect of the listener must not end the watch.
                _LOG.exception("the listener failed")
