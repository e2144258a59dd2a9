"""Runs an operation on the card thread and answers on the GUI thread.

The GUI thread itself never waits for a card. Nothing is asked of the user in here.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import CardJob, CardWorker
from jpki_desktop.errors import JpkiError

T = TypeVar("T")


class Background(QObject):
    """The bridge between windows and the card thread."""

    _finished = Signal(object)

    def __init__(self, worker: CardWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        # Emitted from another thread, so Qt queues it for this one.
        self._finished.connect(self._deliver)

    def run(
        self,
        operation: Callable[[CancelToken], T],
        *,
        reader: str = "",
        then: Callable[[T], None],
        failed: Callable[[JpkiError], None],
    ) -> CardJob[T]:
        """Start `operation`; later call `then` with its value or `failed` with its error."""

        def deliver() -> None:
            if job.error is None:
                then(job.value())
            else:
                failed(job.error)

        job = self._worker.submit(
            operation, reader=reader, done=lambda _job: self._finished.emit(deliver)
        )
        return job

    def close(self) -> None:
        """Give up what runs and take nothing more."""
        self._worker.close()

    @staticmethod
    def _deliver(deliver: Callable[[], None]) -> None:
        deliver()
