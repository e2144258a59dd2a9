"""One thread that owns the card, with a watchdog that gives up on a reader that never answers.

What is done with the card comes from `operations`; nothing here knows an APDU. A blocked PC/SC call
cannot be ended from outside, so the thread in it is left behind and another one takes its place.
"""

import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from typing import Generic, TypeVar, cast

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.errors import (
    CancelledError,
    JpkiError,
    ReaderBusyError,
    ReaderSilentError,
    ServiceSilentError,
    UnexpectedError,
)
from jpki_desktop.logbook import places_of

_LOG = logging.getLogger(__name__)
T = TypeVar("T")

# Longer than any answer of a card over a slow contactless reader, shorter than a person's patience.
PATIENCE_SECONDS = 20.0
# How long the end of the program waits for a log-out from the card.
FAREWELL_SECONDS = 2.0
# How long a cancelled thread may take to come back before another one takes its place.
_GRACE_SECONDS = 1.0


class CardJob(Generic[T]):
    """One piece of work and, in the end, its value or its error."""

    def __init__(
        self,
        work: Callable[[CancelToken], T],
        done: Callable[["CardJob[T]"], None] | None,
        reader: str,
    ) -> None:
        self.token = CancelToken()
        self.reader = reader
        self.abandoned_at = ""
        self.error: JpkiError | None = None
        self._work = work
        self._done = done
        self._value: list[T] = []
        self._lock = threading.Lock()
        self._finished = threading.Event()
        self._returned = threading.Event()

    @property
    def finished(self) -> bool:
        """Whether the outcome is known."""
        return self._finished.is_set()

    def cancel(self) -> bool:
        """Give up at once; False when a password is already on its way and must be waited for."""
        if not self.token.cancel():
            return False
        self.give_up(CancelledError())
        return True

    def give_up(self, error: JpkiError) -> None:
        """End without the work's own answer: by the value that is certain already, or `error`."""
        if self.token.settled:
            self.finish(cast("T", self.token.settled[0]))
        else:
            self.finish(error=error)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the outcome; False when it is not known by then."""
        return self._finished.wait(seconds)

    def value(self) -> T:
        """Return what the work returned, waiting for it.

        Raises:
            JpkiError: what the work raised.
        """
        self._finished.wait()
        if self.error is not None:
            raise self.error
        return self._value[0]

    def wait_until_returned(self, seconds: float) -> bool:
        """Wait until the thread has left the work, also work that was given up.

        A password that was verified is logged out on the way; False when that takes longer.
        """
        return self._returned.wait(seconds)

    def run(self) -> None:
        """Do the work in the calling thread."""
        try:
            self._work_through()
        finally:
            self._returned.set()

    def _work_through(self) -> None:
        try:
            self.token.check()
            value = self._work(self.token)
        except JpkiError as error:
            self.finish(error=error)
        except Exception as defect:  # noqa: BLE001 - the thread must live on
            # Neither local values nor the text of the exception are logged: nobody knows what a
            # driver puts into it, and a password may have been on its way.
            places = places_of(defect.__traceback__)
            name = type(defect).__name__
            _LOG.error("a card operation failed unexpectedly: %s: %s", name, "; ".join(places))
            self.finish(error=UnexpectedError(name, places))
        else:
            self.finish(value)

    def finish(self, *values: T, error: JpkiError | None = None) -> None:
        """Set the outcome; the first one wins, and later ones are dropped."""
        with self._lock:
            if self._finished.is_set():
                return
            self._value.extend(values)
            self.error = error
            self._finished.set()
        if self._done is not None:
            self._done(self)


class CardWorker:
    """Runs jobs one after another; replaces its thread when a reader swallows it."""

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience
        self._jobs: queue.SimpleQueue[CardJob[object] | None] = queue.SimpleQueue()
        self._condition = threading.Condition()
        self._current: CardJob[object] | None = None
        # Readers that have not answered, and whether another program was waited for. Under no
        # name it is the service itself, which bars all readers.
        self._silent: dict[str, bool] = {}
        self._generation = 0
        self._closed = False
        self._started = False
        # Called from another thread with the name when a call that was given up has come back.
        self.on_return: Callable[[str], None] = lambda _reader: None

    @property
    def silent_readers(self) -> frozenset[str]:
        """Readers in which a call has not come back."""
        with self._condition:
            return frozenset(self._silent)

    def submit(
        self,
        work: Callable[[CancelToken], T],
        *,
        reader: str = "",
        done: Callable[[CardJob[T]], None] | None = None,
    ) -> CardJob[T]:
        """Queue `work`; `done` is called once from another thread when the outcome is known.

        A job for a reader that swallowed an earlier one ends at once with ReaderSilentError.
        """
        job = CardJob(work, done, reader)
        if self._closed:
            job.cancel()
            return job
        swallowed = self._swallowed(reader)
        if swallowed is not None:
            job.finish(error=swallowed)
            return job
        # The watchdog waits for the end of its patience unless it hears that the job was given up.
        job.token.on_cancel(self._wake_watchdog)
        self._start()
        self._jobs.put(job)  # type: ignore[arg-type]  # the queue never looks at the value's type
        return job

    def _swallowed(self, reader: str) -> JpkiError | None:
        """Return why an earlier call to this reader has not come back, if one has not."""
        with self._condition:
            for name in ("", reader):
                if name in self._silent:
                    return _silence(name, others=self._silent[name])
            return None

    def close(self) -> None:
        """Take no more jobs; a running one is given up and may log out before this returns."""
        with self._condition:
            self._closed = True
            current = self._current
            self._condition.notify_all()
        if current is not None:
            current.cancel()
            current.wait_until_returned(FAREWELL_SECONDS)
        self._jobs.put(None)

    def _wake_watchdog(self) -> None:
        with self._condition:
            self._condition.notify_all()

    def _start(self) -> None:
        with self._condition:
            if self._started:
                return
            self._started = True
        self._new_thread()
        threading.Thread(target=self._watch, name="card-watchdog", daemon=True).start()

    def _new_thread(self) -> None:
        self._generation += 1
        threading.Thread(
            target=self._work, args=(self._generation,), name="card-worker", daemon=True
        ).start()

    def _work(self, generation: int) -> None:
        while generation == self._generation:
            job = self._jobs.get()
            if job is None:
                return
            if self._closed:
                job.cancel()
            if job.finished or not self._begun(job):
                continue
            job.run()
            if self._came_back(job, generation):
                return

    def _begun(self, job: CardJob[object]) -> bool:
        """Make this the job in work; False when the end of the program came first."""
        # Its patience begins now: it may have waited long behind one that never came back.
        job.token.alive()
        with self._condition:
            if not self._closed:
                self._current = job
                self._condition.notify_all()
                return True
        job.cancel()
        return False

    def _came_back(self, job: CardJob[object], generation: int) -> bool:
        """Note the end of a job; True when another thread has taken this one's place."""
        with self._condition:
            if generation == self._generation:
                self._current = None
                self._condition.notify_all()
                return False
            reader = job.abandoned_at
            self._silent.pop(reader, None)
        if not self._closed:
            self.on_return(reader)
        return True

    def _watch(self) -> None:
        with self._condition:
            while not self._closed:
                job = self._current
                if job is None:
                    self._condition.wait()
                    continue
                rest = self._rest(job)
                if rest <= 0:
                    self._abandon(job)
                else:
                    self._condition.wait(rest)

    def _rest(self, job: CardJob[object]) -> float:
        """Seconds until the job in work is given up."""
        if job.token.cancelled and not job.token.committing:
            return _GRACE_SECONDS - job.token.idle_seconds
        return self._patience - job.token.idle_seconds

    def _abandon(self, job: CardJob[object]) -> None:
        """Leave the thread where it is and go on with another one; the condition is held."""
        # The token may hear of another reader before the call comes back.
        reader = job.abandoned_at = job.token.last_reader
        doubt = job.token.doubt
        others = self._silent[reader] = job.token.waits_for_others
        self._current = None
        self._new_thread()
        _LOG.info("a call to a reader has not come back")
        self._condition.release()
        with contextlib.ExitStack() as back:
            back.callback(self._condition.acquire)
            job.token.cancel()
            job.give_up(doubt or _silence(reader, others=others))


def _silence(reader: str, *, others: bool) -> JpkiError:
    """Return what it means that a call has not come back."""
    if others:
        return ReaderBusyError(reader)
    return ReaderSilentError(reader) if reader else ServiceSilentError()
