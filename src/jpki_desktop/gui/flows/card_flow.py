"""What every flow with the card shares: placing it, running an operation, failing, ending.

A flow shows at most one question at a time, and it is always about the card that lay on the reader
when the flow began. A card that is taken away closes the question, never the program; while the
card works, the operation's own end decides, since only that knows what became of a password.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import CardJob
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CancelledError,
    JpkiError,
    PasswordLockedError,
    ReaderBusyError,
    TriesChangedError,
    WrongPasswordError,
)
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.dialogs.password_question import PasswordQuestion
from jpki_desktop.gui.dialogs.place_card import PlaceCardDialog
from jpki_desktop.gui.flows.busy_run import busy_run
from jpki_desktop.gui.widgets.busy_panel import card_words
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.reader_state import in_the_way

T = TypeVar("T")

# Commands of a usual reading, for the progress bar: select, look, read in 256-byte parts.
_EXPECTED_EXCHANGES = 14


class CardFlow(QObject):
    """One run from the menu to its result; `ended` says that another one may begin."""

    ended = Signal()
    # The card was taken away, so the question about it was closed; nothing was sent.
    card_left = Signal()

    def __init__(
        self, window: QWidget, world: Environment, background: Background, watcher: CardWatcher
    ) -> None:
        super().__init__(window)
        self._window = window
        self._world = world
        self._background = background
        self._watcher = watcher
        self._place: PlaceCardDialog | None = None
        self._question: QDialog | None = None
        self._placed: Callable[[], None] = lambda: None
        self._reader = ""
        self._insertion = -1
        self._busy = False
        self._over = False
        self._watcher.changed.connect(self._card_changed)

    def start(self) -> None:
        """Begin; each flow says with what."""
        raise NotImplementedError

    # --- the card ---------------------------------------------------------------------------

    def _with_card(self, then: Callable[[], None]) -> None:
        """Go on with `then` when a card lies on the reader; ask for one before."""
        self._placed = then
        if self._ready_reader():
            self._go_on()
            return
        self._place = PlaceCardDialog(self._window)
        self._place.rejected.connect(self._end)
        self._place.show_reason(in_the_way(self._watcher.view))
        if self._world.demo is not None:
            from jpki_desktop.gui.demo_bar import DemoBar

            self._place.add_demo_bar(DemoBar(self._world.demo, margin=0))
        self._place.open()

    def _go_on(self) -> None:
        current = self._watcher.view.current
        self._reader = self._ready_reader()
        self._insertion = current.state.insertion if current is not None else -1
        self._placed()

    def _ready_reader(self) -> str:
        """Return the current reader when a card of which something is known lies on it."""
        current = self._watcher.view.current
        return current.state.name if current is not None and current.summary is not None else ""

    def _card_changed(self) -> None:
        if self._place is not None:
            self._place.show_reason(in_the_way(self._watcher.view))
            if self._ready_reader():
                place, self._place = self._place, None
                place.rejected.disconnect(self._end)
                place.close()
                place.deleteLater()
                self._go_on()
        else:
            self._close_orphan()

    def _close_orphan(self) -> None:
        """Close a question whose card has gone."""
        if self._question is not None and not self._busy and not self._same_card():
            self._end()
            self.card_left.emit()

    def _same_card(self) -> bool:
        """Whether the card that the flow is about still lies where it was."""
        return any(
            view.state.name == self._reader
            and view.state.has_card
            and view.state.insertion == self._insertion
            for view in self._watcher.view.readers
        )

    # --- the question -----------------------------------------------------------------------

    def _ask(self, question: QDialog) -> None:
        """Open a question; giving it up ends the flow."""
        self._question = question
        question.rejected.connect(self._end)
        question.open()

    def _close_question(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.rejected.disconnect(self._end)
            question.close()
            question.deleteLater()

    def _password_question(self) -> PasswordQuestion | None:
        question = self._question
        return question if isinstance(question, PasswordQuestion) else None

    # --- running and failing ----------------------------------------------------------------

    def _run(
        self,
        operation: Callable[[CancelToken], T],
        *,
        then: Callable[[T], None],
        finally_: Callable[[], None] = lambda: None,
    ) -> None:
        """Run an operation on the card thread; `finally_` also runs when it never began."""

        def start(then: Callable[[T], None], failed: Callable[[JpkiError], None]) -> CardJob[T]:
            return self._background.run(operation, reader=self._reader, then=then, failed=failed)

        def done(value: T) -> None:
            self._works(on=False)
            finally_()
            then(value)

        def failed(error: JpkiError) -> None:
            self._works(on=False)
            finally_()
            self._fail(error)

        self._works(on=True)
        job: CardJob[T] = busy_run(
            self._question or self._window,
            start,
            words=card_words(),
            expected=_EXPECTED_EXCHANGES,
            then=done,
            failed=failed,
        )
        job.token.on_cancel(finally_)

    def _works(self, *, on: bool) -> None:
        self._busy = on
        question = self._password_question()
        if question is not None:
            question.set_waiting(waiting=on)

    def _fail(self, error: JpkiError) -> None:
        """Keep the question open where another answer makes sense; otherwise close it and say."""
        question = self._password_question()
        if question is not None and self._keeps_open(question, error):
            self._close_orphan()
        elif isinstance(error, CancelledError):
            self._end()
        else:
            self._close_question()
            show_error(self._window, error)
            self._end(read_again=True)

    def _keeps_open(self, question: PasswordQuestion, error: JpkiError) -> bool:
        """Tell the question what happened; False when it cannot go on."""
        text = describe_error(error)
        if isinstance(error, WrongPasswordError):
            question.show_wrong(error.tries_left)
        elif isinstance(error, TriesChangedError):
            question.show_changed(error.tries_left, text.detail)
        elif isinstance(error, PasswordLockedError):
            question.show_locked()
        elif isinstance(error, ReaderBusyError):
            question.show_problem(text.title, text.next_step)
            return True
        else:
            return isinstance(error, CancelledError)
        self._read_again()
        return True

    def _read_again(self) -> None:
        if self._reader:
            self._watcher.read_again(self._reader)

    def _end(self, *, read_again: bool = False) -> None:
        if self._over:
            return
        self._over = True
        if read_again:
            self._read_again()
        self._close_question()
        self._watcher.changed.disconnect(self._card_changed)
        self.ended.emit()
        self.deleteLater()
