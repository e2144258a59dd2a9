"""Runs one operation under the panel that shows its progress and can give it up."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from jpki_desktop.card.worker import CardJob
from jpki_desktop.errors import JpkiError
from jpki_desktop.gui.widgets.busy_panel import BusyPanel, BusyWords

T = TypeVar("T")


def busy_run(
    parent: QWidget,
    start: Callable[[Callable[[T], None], Callable[[JpkiError], None]], CardJob[T]],
    *,
    words: BusyWords,
    expected: int,
    then: Callable[[T], None],
    failed: Callable[[JpkiError], None],
    progress: Callable[[], int] | None = None,
) -> CardJob[T]:
    """Call `start(then, failed)`, which begins the job, and keep the panel open until it ends.

    `progress` counts up to `expected`; without it the commands that the card has answered count.
    """

    def done(value: T) -> None:
        panel.finish()
        then(value)

    def gone(error: JpkiError) -> None:
        panel.finish()
        failed(error)

    def cancel() -> None:
        if not job.cancel():
            panel.cannot_cancel()

    def exchanges() -> int:
        return job.token.exchanges

    panel = BusyPanel(
        parent, words=words, progress=progress or exchanges, expected=expected, cancel=cancel
    )
    job: CardJob[Any] = start(done, gone)
    panel.begin()
    return job
