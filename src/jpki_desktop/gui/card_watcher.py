"""Knows at every moment which readers there are and what lies on them, and says so by a signal.

Reads each newly inserted card once. Decides which reader is the current one; shows nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import (
    CardPresence,
    CardSource,
    ReadersSeen,
    ReaderState,
    Watcher,
)
from jpki_desktop.certificate.period import Period
from jpki_desktop.environment import Environment
from jpki_desktop.errors import JpkiError, ReaderBusyError, SettingsFileError
from jpki_desktop.gui.background import Background
from jpki_desktop.settings import Settings

if TYPE_CHECKING:
    from jpki_desktop.operations.read_card import CardSummary

# What an operation starts from: the name of a reader, or what is known of its card.
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class ReaderView:
    """One reader, and what was read from its card or why it could not be read."""

    state: ReaderState
    summary: "CardSummary | None" = None
    error: JpkiError | None = None

    @property
    def reading(self) -> bool:
        """Whether a card lies there of which nothing is known yet."""
        return self.state.has_card and self.summary is None and self.error is None


@dataclass(frozen=True, slots=True)
class CardsView:
    """All readers at one moment and the current one."""

    service_running: bool = True
    readers: tuple[ReaderView, ...] = ()
    current: ReaderView | None = None
    # How many readers are left out because the user has hidden them.
    hidden: int = 0


class CardWatcher(QObject):
    """Follows the readers; `changed` is emitted on the GUI thread."""

    changed = Signal()
    # A signature certificate was opened with its password.
    certificate_opened = Signal(object)
    _seen = Signal(object)

    def __init__(
        self, world: Environment, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._world = world
        self._background = background
        self._started = False
        self._view = CardsView()
        self._chosen = world.settings.settings.reader
        self._hides = world.settings.settings.hides
        self._latest = ReadersSeen(service_running=True)
        self._sign_periods: dict[bytes, Period] = {}
        self._seen.connect(self._on_seen)
        background.returned.connect(self._on_return)
        self._watch: Watcher | None = None

    def start(self) -> None:
        """Begin to watch."""
        self._watch = self._world.cards.watch(self._seen.emit)

    def stop(self) -> None:
        """End the watch."""
        if self._watch is not None:
            self._watch.stop()

    def look_again(self) -> None:
        """Look at once for a service that was not there: there is reason to think that it is."""
        if self._watch is not None and not self._view.service_running:
            self._watch.look_again()

    @property
    def started(self) -> bool:
        """Whether the readers have been seen once; before, nothing can be said about them."""
        return self._started

    @property
    def view(self) -> CardsView:
        """The present state."""
        return self._view

    @property
    def current_reader(self) -> str:
        """Name of the current reader, or an empty text."""
        return self._view.current.state.name if self._view.current else ""

    @property
    def connected(self) -> tuple[str, ...]:
        """Names of all readers, also of the hidden ones."""
        return tuple(state.name for state in self._latest.readers)

    def prefer(self, reader: str) -> None:
        """Make `reader` the current one for this run."""
        self._chosen = reader

    def use(self, settings: Settings) -> None:
        """Follow settings that were changed."""
        self._chosen = settings.reader
        self._hides = settings.hides
        if self._started:
            self._on_seen(self._latest)

    def choose(self, reader: str) -> str:
        """Make `reader` the current one and remember it; returns a message when that failed."""
        self._chosen = reader
        self._publish(self._view.readers)
        try:
            self._world.settings.change(reader=reader)
        except SettingsFileError as problem:
            return problem.reason
        return ""

    def read_again(self, reader: str) -> None:
        """Read the card on `reader` anew, or only its counters where the rest is known."""
        view = next((view for view in self._view.readers if view.state.name == reader), None)
        if view is None or not view.state.has_card:
            return
        if view.summary is None:
            self._read(view.state)
        else:
            from jpki_desktop.operations.read_card import read_tries_again

            self._probe(view.state, read_tries_again, view.summary)

    def remember_sign_period(self, identity: bytes, period: Period) -> None:
        """Keep the end of an opened signature certificate in memory, and nothing else of it."""
        self._sign_periods[identity] = period
        self.changed.emit()

    def sign_period(self, summary: "CardSummary") -> Period | None:
        """Return when this card's signature certificate ends, if it has been opened."""
        return self._sign_periods.get(summary.identity)

    # --- inside ---------------------------------------------------------------------------------

    def _on_seen(self, seen: ReadersSeen) -> None:
        self._started = True
        self._latest = seen
        before = {view.state.name: view for view in self._view.readers}
        views = tuple(
            _carried_over(state, before.get(state.name))
            for state in seen.readers
            if not self._hides(state.name) or state.name == self._chosen
        )
        self._publish(views, service_running=seen.service_running)
        for view in views:
            if view.reading:
                self._read(view.state)

    def _on_return(self, reader: str) -> None:
        """Read what could not be read while a reader, or the whole service, was silent."""
        for view in self._view.readers:
            if view.error is not None and reader in ("", view.state.name):
                self.read_again(view.state.name)

    def _read(self, state: ReaderState) -> None:
        # What reads cards is loaded for the first one.
        from jpki_desktop.operations.read_card import read_card

        self._probe(state, read_card, state.name)

    def _probe(
        self,
        state: ReaderState,
        operation: "Callable[[CardSource, K, CancelToken], CardSummary]",
        known: K,
    ) -> None:
        self._background.run(
            partial(operation, self._world.cards, known),
            reader=state.name,
            then=lambda summary: self._set(state, summary=summary),
            failed=lambda error: self._set(state, error=error),
        )

    def _set(
        self,
        state: ReaderState,
        summary: "CardSummary | None" = None,
        error: JpkiError | None = None,
    ) -> None:
        """Note what a probe brought, unless the card has been exchanged meanwhile."""
        self._publish(
            tuple(
                ReaderView(view.state, summary, error)
                if view.state.name == state.name and view.state.insertion == state.insertion
                else view
                for view in self._view.readers
            ),
            service_running=self._view.service_running,
        )

    def _publish(
        self, views: tuple[ReaderView, ...], *, service_running: bool | None = None
    ) -> None:
        running = self._view.service_running if service_running is None else service_running
        hidden = len(self._latest.readers) - len(views)
        self._view = CardsView(running, views, _current(views, self._chosen), hidden)
        self.changed.emit()


def _carried_over(state: ReaderState, before: ReaderView | None) -> ReaderView:
    """Keep what is known of a card that has stayed in place."""
    same = (
        before is not None
        and before.state.insertion == state.insertion
        and before.state.presence is state.presence
        and state.presence is CardPresence.PRESENT
    )
    if before is None or not same:
        return ReaderView(state)
    if isinstance(before.error, ReaderBusyError) and not state.taken:
        # The program that held the card has let go of it.
        return ReaderView(state)
    return ReaderView(state, before.summary, before.error)


def _current(views: tuple[ReaderView, ...], chosen: str) -> ReaderView | None:
    """Choose the reader to show: the user's, else a My Number card, else any card, else any."""

    def rank(view: ReaderView) -> tuple[bool, bool, bool]:
        return (
            view.state.name == chosen and view.state.presence is not CardPresence.ABSENT,
            view.summary is not None,
            view.state.presence is not CardPresence.ABSENT,
        )

    ranked = sorted(views, key=rank, reverse=True)
    if ranked and ranked[0].state.presence is CardPresence.ABSENT:
        return next((view for view in views if view.state.name == chosen), views[0])
    return ranked[0] if ranked else None
