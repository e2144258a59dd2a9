"""Virtual cards in this process as a `CardSource`: the quick half of every card test.

`InProcessReader` is driven by the same orders as `VirtualReader`, so that one test serves both.
Nothing here decides what a test means.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import (
    CardConnection,
    CardPresence,
    CardSource,
    ReadersSeen,
    ReaderState,
    Sharing,
    Watcher,
)
from jpki_desktop.emulator import (
    PERSONAS,
    Exchange,
    PasswordKind,
    Quirk,
    VirtualCard,
)
from jpki_desktop.emulator.faults import parse_fault
from jpki_desktop.emulator.file_system import FileContents
from jpki_desktop.emulator.issuing import make_body
from jpki_desktop.emulator.store import KeyStore, MemoryStore
from jpki_desktop.emulator.trace import Trace
from jpki_desktop.errors import (
    CardGoneError,
    CardMuteError,
    NoCardError,
    ReaderNotFoundError,
    VirtualCardError,
)


class InProcessReader:
    """One reader with its card; answers to the orders of `VirtualReader`."""

    def __init__(
        self,
        store: MemoryStore,
        *,
        name: str = "Test Reader 00",
        persona: str = "mynumber",
        quirks: tuple[str, ...] = (),
        trace: Path | None = None,
        serial: str = "",
    ) -> None:
        self.name = name
        self.exchanges: list[Exchange] = []
        self.insertion = 1
        self.mute = False
        self._store = store
        self._quirks = frozenset(Quirk(quirk) for quirk in quirks)
        self._trace = Trace(trace) if trace is not None else None
        self._trace_path = trace
        self.card = self._make(persona, serial)

    def _make(self, persona: str, serial: str) -> VirtualCard:
        body = make_body(PERSONAS[persona], self._store)
        if serial and body.contents is not None:
            body = replace(body, contents=replace(body.contents, token_serial=serial))
        return VirtualCard(body, self._quirks, self._observe)

    def _observe(self, exchange: Exchange) -> None:
        self.exchanges.append(exchange)
        if self._trace is not None:
            self._trace(exchange)

    @property
    def contents(self) -> FileContents:
        """What the files of the card hold."""
        assert self.card.contents is not None
        return self.card.contents

    def insert(self) -> None:
        """Lay the card onto the reader."""
        self.card.insert()
        self.insertion += 1

    def remove(self) -> None:
        """Take the card away."""
        self.card.remove()
        self.insertion += 1

    def persona(self, name: str, serial: str = "") -> None:
        """Swap the card for another one, which lies where the old one lay."""
        present = self.card.present
        self.card.remove()
        self.card = self._make(name, serial)
        self.card.present = present
        self.insertion += 1

    def fault(self, words: str) -> None:
        """Arm a fault, such as `gone 3`."""
        self.card.arm(parse_fault(words.split()))

    def quirk(self, name: str, *, on: bool = True) -> None:
        """Switch a quirk."""
        self.card.set_quirk(Quirk(name), on=on)

    def tries(self, password: str, number: int) -> None:
        """Set the counter of `auth` or `sign`."""
        self.card.set_tries(PasswordKind(password), number)

    def trace(self) -> list[dict[str, Any]]:
        """Return header, length and status of the commands so far."""
        return [
            {
                "header": exchange.command[:4].hex().upper(),
                "sent": len(exchange.command),
                "sw": exchange.answer[-2:].hex().upper(),
            }
            for exchange in self.exchanges
        ]

    def close(self) -> None:
        """Close the trace file."""
        if self._trace is not None:
            self._trace.close()


class InProcessCards:
    """Readers of this process; `down` makes the service look as if it did not run."""

    def __init__(self, *readers: InProcessReader) -> None:
        self._readers = {reader.name: reader for reader in readers}

    def readers(self) -> ReadersSeen:
        """Look once; see `CardSource.readers`."""
        return ReadersSeen(True, tuple(_state(reader) for reader in self._readers.values()))

    def watch(self, listener: Callable[[ReadersSeen], None]) -> Watcher:
        """Tell the present state, once."""
        listener(self.readers())
        return _NoWatcher()

    @contextmanager
    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> Iterator[CardConnection]:
        """Connect to a virtual card; see `CardSource.connect`."""
        del sharing
        cancel.check()
        if reader not in self._readers:
            raise ReaderNotFoundError(reader)
        slot = self._readers[reader]
        try:
            slot.card.power_on()
        except VirtualCardError:
            raise NoCardError from None
        connection = _Connection(slot.card, reader)
        try:
            yield connection
        finally:
            if connection.power_dropped:
                slot.card.power_off()


def _state(reader: InProcessReader) -> ReaderState:
    presence = CardPresence.PRESENT if reader.card.present else CardPresence.ABSENT
    if reader.mute:
        presence = CardPresence.MUTE
    return ReaderState(reader.name, presence, reader.card.atr, reader.insertion)


class _NoWatcher:
    def look_again(self) -> None:
        """Look for nothing."""

    def stop(self) -> None:
        """End nothing."""


class _Connection:
    def __init__(self, card: VirtualCard, reader: str) -> None:
        self._card = card
        self.reader = reader
        self.power_dropped = False

    def transmit(self, command: bytes | bytearray) -> bytes:
        try:
            answer = self._card.transmit(bytes(command))
        except VirtualCardError as problem:
            raise (CardMuteError if problem.reason == "mute" else CardGoneError) from None
        if not answer:
            raise CardGoneError
        return answer

    def drop_power(self) -> None:
        self.power_dropped = True


class TappedCards:
    """Any source of cards, with a hook before each command: (number from 1, command)."""

    def __init__(self, inner: CardSource, before: Callable[[int, bytes], None]) -> None:
        self._inner = inner
        self._before = before
        self.count = 0
        self.sharings: list[Sharing] = []

    def readers(self) -> ReadersSeen:
        """Look once; see `CardSource.readers`."""
        return self._inner.readers()

    def watch(self, listener: Callable[[ReadersSeen], None]) -> Watcher:
        """Watch; see `CardSource.watch`."""
        return self._inner.watch(listener)

    @contextmanager
    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> Iterator[CardConnection]:
        """Connect; see `CardSource.connect`."""
        self.sharings.append(sharing)
        with self._inner.connect(reader, sharing, cancel) as connection:
            yield _Tapped(connection, self)

    def tap(self, command: bytes) -> None:
        """Count a command and call the hook."""
        self.count += 1
        self._before(self.count, command)


class _Tapped:
    def __init__(self, inner: CardConnection, cards: TappedCards) -> None:
        self._inner = inner
        self._cards = cards

    @property
    def reader(self) -> str:
        return self._inner.reader

    def transmit(self, command: bytes | bytearray) -> bytes:
        self._cards.tap(bytes(command))
        return self._inner.transmit(command)

    def drop_power(self) -> None:
        self._inner.drop_power()


def key_store(directory: Path) -> MemoryStore:
    """Return a store whose keys and certificates stay and whose counters begin anew."""
    return KeyStore(directory)


def secrets_sent(trace: list[dict[str, Any]]) -> Mapping[str, int]:
    """Count the commands that carried a password: VERIFY and CHANGE REFERENCE DATA."""
    lines = [line for line in trace if line["sent"] > 5]
    return {
        "verify": sum(line["header"].startswith("0020") for line in lines),
        "change": sum(line["header"].startswith("0024") for line in lines),
    }
