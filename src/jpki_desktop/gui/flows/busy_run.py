"""Runs one operation under the panel that shows its progress and can give it up.

Until the panel opens its window takes no input, and when the window goes the operation is given up.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

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
    Nothing is called when `parent` has gone before the end.
    """

    def gone() -> bool:
        """Whether the window was closed; otherwise the panel ends."""
        if not isValid(panel):
            return True
        panel.finish()
        return False

    def done(value: T) -> None:
        if not gone():
            then(value)

    def wrong(error: JpkiError) -> None:
        if not gone():
            failed(error)

    def cancel() -> None:
        if not _given_up(job, words) and isValid(panel):
            panel.cannot_cancel()

    def exchanges() -> int:
        return job.token.exchanges

    panel = BusyPanel(
        parent, words=words, progress=progress or exchanges, expected=expected, cancel=cancel
    )
    panel.destroyed.connect(lambda _panel: job.cancel())
    job: CardJob[Any] = start(done, wrong)
    panel.begin()
    return job


def _given_up(job: CardJob[T], words: BusyWords) -> bool:
    """Give the job up; False when its own end has to be waited for."""
    if not words.ending:
        return job.cancel()
    # Only the operation itself knows what has become of it by now.
    job.token.cancel()
    return False
