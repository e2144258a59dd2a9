"""Runs an operation on the card thread and answers on the GUI thread.

The GUI thread itself never waits for a card. Nothing is asked of the user in here.
"""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import CardJob, CardWorker
from jpki_desktop.errors import JpkiError

T = TypeVar("T")


class Background(QObject):
    """The bridge between windows and the card thread."""

    # A reader, or the service under no name, has answered after it was given up.
    returned = Signal(str)
    _finished = Signal(object)

    def __init__(self, worker: CardWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._aside: list[CardJob[Any]] = []
        # Usually emitted from another thread; a refused job ends in this one, and waits its turn.
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        worker.on_return = self.returned.emit

    def run(
        self,
        operation: Callable[[CancelToken], T],
        *,
        reader: str = "",
        then: Callable[[T], None],
        failed: Callable[[JpkiError], None],
    ) -> CardJob[T]:
        """Start `operation`; later call `then` with its value or `failed` with its error.

        Never before this returns, even when the operation is refused at once.
        """
        return self._worker.submit(operation, reader=reader, done=self._deliverer(then, failed))

    def run_aside(
        self,
        operation: Callable[[CancelToken], T],
        *,
        then: Callable[[T], None],
        failed: Callable[[JpkiError], None],
    ) -> CardJob[T]:
        """Do the same with what needs no card: files, in a thread beside the card's."""
        job = CardJob(operation, self._deliverer(then, failed), "")
        self._aside = [other for other in self._aside if not other.finished]
        self._aside.append(job)
        # A thread of its own for each: one that hangs on a dead share holds up neither the others
        # nor the end of the program.
        threading.Thread(target=job.run, name="aside", daemon=True).start()
        return job

    def _deliverer(
        self, then: Callable[[T], None], failed: Callable[[JpkiError], None]
    ) -> Callable[[CardJob[T]], None]:
        """Return what brings the outcome of a job to the GUI thread."""

        def deliver(job: CardJob[T]) -> None:
            if job.error is None:
                then(job.value())
            else:
                failed(job.error)

        return lambda job: self._finished.emit(partial(deliver, job))

    def close(self) -> None:
        """Give up what runs and take nothing more."""
        self._worker.close()
        for job in self._aside:
            job.cancel()

    def _deliver(self, deliver: Callable[[], None]) -> None:
        deliver()
