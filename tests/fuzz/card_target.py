"""A malicious card: every operation against answers that the fuzzer invents.

The first byte chooses the operation. Then each command takes one record: its first byte says what
the card does, the bytes behind it are what that needs. Without a record left the card is honest, so
the fuzzer can reach everything that lies behind honest answers.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardConnection, ReadersSeen, Sharing, Watcher
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import CardGoneError, JpkiError, UnexpectedError
from support.in_process_cards import InProcessCards, InProcessReader
from torture.operations import OPERATIONS, Attempt, Operation

HONEST, LITERAL, CHANGED, CUT, GONE, STATUS, LONG = range(7)
# An operation that goes on for ever would keep its user for ever.
_MOST_COMMANDS = 600
_VERIFY, _CHANGE = 0x20, 0x24


class MaliciousCards:
    """A reader whose card answers as the bytes say; counts what carries a password."""

    def __init__(self, data: bytes) -> None:
        self._inner = InProcessCards(_reader())
        self._data = memoryview(data)
        self.commands = self.secrets = 0

    def readers(self) -> ReadersSeen:
        """Look once."""
        return self._inner.readers()

    def watch(self, listener: Callable[[ReadersSeen], None]) -> Watcher:
        """Watch."""
        return self._inner.watch(listener)

    @contextmanager
    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> Iterator[CardConnection]:
        """Connect to the honest card behind the lies."""
        with self._inner.connect(reader, sharing, cancel) as honest:
            yield _Liar(honest, self)

    def answer(self, command: bytes, honest: CardConnection) -> bytes:
        """Answer one command."""
        self.commands += 1
        assert self.commands < _MOST_COMMANDS, "it does not end"
        self.secrets += command[1] in (_VERIFY, _CHANGE) and len(command) > 5
        kind = self._take(1)
        if not kind or kind[0] % 7 == HONEST:
            return honest.transmit(command)
        return self._lie(kind[0] % 7, command, honest)

    def _lie(self, kind: int, command: bytes, honest: CardConnection) -> bytes:
        if kind == GONE:
            raise CardGoneError
        if kind == LITERAL:
            return self._take(self._number())
        if kind == STATUS:
            return self._take(2)
        if kind == LONG:
            return bytes(self._number() * 256) + b"\x90\x00"
        answer = bytearray(honest.transmit(command))
        place = self._number() % len(answer)
        if kind == CUT:
            return bytes(answer[:place])
        answer[place] ^= self._number()
        return bytes(answer)

    def _number(self) -> int:
        return int.from_bytes(self._take(1), "big")

    def _take(self, count: int) -> bytes:
        piece, self._data = self._data[:count], self._data[count:]
        return piece.tobytes()


class _Liar:
    def __init__(self, honest: CardConnection, cards: MaliciousCards) -> None:
        self._honest = honest
        self._cards = cards
        self.reader = honest.reader

    def transmit(self, command: bytes | bytearray) -> bytes:
        answer = self._cards.answer(bytes(command), self._honest)
        if not answer:
            raise CardGoneError
        return answer

    def drop_power(self) -> None:
        self._honest.drop_power()


@cache
def _store() -> MemoryStore:
    # The keys of a card take the longest, and are the same for all cards of a process.
    return MemoryStore()


def _reader() -> InProcessReader:
    return InProcessReader(_store())


def converse(data: bytes) -> tuple[Operation, object, JpkiError | None]:
    """Run one operation against the card of these bytes; returns its value or its error."""
    operation = OPERATIONS[(data[0] if data else 0) % len(OPERATIONS)]
    cards = MaliciousCards(data[1:])
    attempt = Attempt(cards, "Test Reader 00", CancelToken())
    value, error = None, None
    try:
        value = operation.run(attempt)
    except JpkiError as refused:
        error = refused
    assert not isinstance(error, UnexpectedError)
    # One press sends a password once, whatever the card says to it.
    assert cards.secrets <= operation.secrets, (operation.name, cards.secrets)
    assert all(password.wiped for password in attempt.made)
    return operation, value, error


def card(data: bytes) -> bool:
    """Every conversation ends in a value or in words, and sends no password twice."""
    return converse(data)[2] is None


def card_seeds() -> dict[str, bytes]:
    """The honest conversation of each operation, and one lie of each kind."""
    honest = {f"card-honest-{number}": bytes([number]) for number in range(len(OPERATIONS))}
    quiet = bytes([HONEST]) * 6
    lies = {
        "card-literal": b"\x02" + quiet + bytes([LITERAL, 4]) + b"\x30\x00\x90\x00",
        "card-changed": b"\x01" + quiet + bytes([CHANGED, 40, 1]),
        "card-cut": b"\x03" + quiet + bytes([CUT, 30]),
        "card-gone": b"\x04" + quiet + bytes([GONE]),
        "card-status": b"\x02" + quiet + bytes([STATUS]) + b"\x63\xc0",
        "card-long": b"\x02" + quiet + bytes([LONG, 3]),
    }
    return honest | lies
