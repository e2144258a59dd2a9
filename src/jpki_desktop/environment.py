"""What the program runs against: the real machine, or the built-in demo.

Made once by `cli.main` or `gui.app` and handed down in parts. This is the only module that knows
the emulator; nothing is decided here beyond which parts belong together.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import (
    CardConnection,
    CardPresence,
    CardSource,
    ReadersSeen,
    ReaderState,
    Sharing,
)
from jpki_desktop.emulator import (
    DEFAULT_PERSONA,
    PERSONAS,
    QUIRKS,
    VirtualCard,
    VirtualCardOptions,
    make_card,
    run_virtual_card,
)
from jpki_desktop.errors import CardGoneError, CardMuteError, NoCardError, VirtualCardError
from jpki_desktop.settings import SettingsStore

__all__ = [
    "DEFAULT_PERSONA",
    "PERSONAS",
    "QUIRKS",
    "DemoCards",
    "Environment",
    "VirtualCardOptions",
    "demo",
    "real",
    "run_virtual_card",
]

APPLICATION = "jpki-desktop"
DEMO_READER = "Demo Reader 00"


@dataclass(frozen=True, slots=True)
class Environment:
    """The parts that operations take. `demo` is there only for a demonstration."""

    cards: CardSource
    clock: Callable[[], datetime]
    settings: SettingsStore
    demo: "DemoCards | None" = None


def real() -> Environment:
    """Return this machine: its readers, its clock, the user's settings."""
    from jpki_desktop.card.pcsc import PcscCards

    config = platformdirs.user_config_path(APPLICATION, appauthor=False)
    return Environment(PcscCards(), _now, SettingsStore(config / "settings.toml"))


def demo(persona: str = DEFAULT_PERSONA) -> Environment:
    """Return the demo: a virtual card in this process; settings are read and never written."""
    state = platformdirs.user_state_path(APPLICATION, appauthor=False) / "demo"
    cards = DemoCards(persona, state)
    return Environment(cards, _now, SettingsStore(None), cards)


def _now() -> datetime:
    return datetime.now(UTC)


class DemoCards:
    """One reader with a virtual card that can be exchanged and taken away."""

    def __init__(self, persona: str, state: Path | None) -> None:
        self._state = state
        self._lock = threading.Lock()
        self._listeners: list[Callable[[ReadersSeen], None]] = []
        self._insertion = 1
        self.persona = persona
        self._card = self._make(persona)

    def _make(self, persona: str) -> VirtualCard:
        """Make a card; keys are kept between runs where the directory can be written."""
        try:
            card = make_card(persona, state_dir=self._state, fresh=True)
        except (OSError, VirtualCardError):
            card = make_card(persona)
        return card

    @property
    def inserted(self) -> bool:
        """Whether the card lies on the demo reader."""
        return self._card.present

    def insert(self, persona: str = "") -> None:
        """Lay the card, or another one, onto the reader."""
        if persona and persona != self.persona:
            self.persona = persona
            self._card = self._make(persona)
        self._card.insert()
        self._changed()

    def remove(self) -> None:
        """Take the card away."""
        self._card.remove()
        self._changed()

    def _changed(self) -> None:
        self._insertion += 1
        for listener in list(self._listeners):
            listener(self.readers())

    def readers(self) -> ReadersSeen:
        """Look once; see `CardSource.readers`."""
        presence = CardPresence.PRESENT if self._card.present else CardPresence.ABSENT
        reader = ReaderState(DEMO_READER, presence, self._card.atr, self._insertion)
        return ReadersSeen(service_running=True, readers=(reader,))

    def watch(self, listener: Callable[[ReadersSeen], None]) -> "DemoWatcher":
        """Tell the present state and every change; see `CardSource.watch`."""
        self._listeners.append(listener)
        listener(self.readers())
        return DemoWatcher(self._listeners, listener)

    @contextmanager
    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> Iterator[CardConnection]:
        """Connect to the virtual card; see `CardSource.connect`."""
        del sharing
        cancel.check()
        with self._lock:
            try:
                self._card.power_on()
            except VirtualCardError:
                raise NoCardError from None
            yield DemoConnection(self._card, reader)


class DemoWatcher:
    """A watch that ends by not being called any more."""

    def __init__(
        self,
        listeners: list[Callable[[ReadersSeen], None]],
        listener: Callable[[ReadersSeen], None],
    ) -> None:
        self._listeners = listeners
        self._listener = listener

    def stop(self) -> None:
        """End the watch; see `Watcher.stop`."""
        with suppress(ValueError):
            self._listeners.remove(self._listener)


class DemoConnection:
    """A conversation with the virtual card in this process."""

    def __init__(self, card: VirtualCard, reader: str) -> None:
        self._card = card
        self._reader = reader

    @property
    def reader(self) -> str:
        """Name of the demo reader."""
        return self._reader

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Send one command; see `CardConnection.transmit`."""
        try:
            answer = self._card.transmit(bytes(command))
        except VirtualCardError as problem:
            raise (CardMuteError if problem.reason == "mute" else CardGoneError) from None
        if not answer:
            raise CardGoneError
        return answer

    def drop_power(self) -> None:
        """Cut the power, as a reader would."""
        self._card.power_off()
