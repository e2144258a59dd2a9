"""Every fault at every command of every operation, with the card in this process."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import CancelledError
from support.in_process_cards import InProcessCards, InProcessReader, TappedCards
from torture.judge import Judge
from torture.ledger import Row
from torture.operations import Attempt, Operation

# What the card does at the n-th command instead of answering; `-after` has it obey first.
ANSWERS = tuple(
    f"{kind}{when}"
    for kind in ("gone", "empty", "garbage", "6f00", "overlong")
    for when in ("", "-after")
)
# Between falling asleep and waking up in the morning.
_NIGHT_SECONDS = 8 * 3600.0


@dataclass
class Struck:
    """Who can be hit, when the n-th command is about to be sent."""

    reader: InProcessReader
    attempt: Attempt
    clock: "JumpingClock"


class JumpingClock:
    """Stands for the clock of the watchdog, and can jump as it does over a suspension."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def jump(self) -> None:
        """Let a night pass at once."""
        self._ahead += _NIGHT_SECONDS

    def monotonic(self) -> float:
        """Return seconds, as `time.monotonic`."""
        return time.monotonic() + self._ahead

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Be the clock of the program's tokens."""
        with patch("jpki_desktop.card.cancel.time", self):
            yield


def _mute(struck: Struck) -> None:
    struck.reader.quirk("mute")


def _give_up(struck: Struck) -> None:
    struck.attempt.cancel.cancel()


def _sleep(struck: Struck) -> None:
    struck.clock.jump()


def _sleep_without_the_card(struck: Struck) -> None:
    struck.clock.jump()
    struck.reader.remove()


MOMENTS: dict[str, Callable[[Struck], None]] = {
    "mute": _mute,
    "given up": _give_up,
    "time jump": _sleep,
    "time jump, card lost": _sleep_without_the_card,
}


def torture(operation: Operation, row: Row, store: MemoryStore) -> None:
    """Run all cases of one operation."""
    worker = CardWorker(patience=2)
    expected, commands = untouched(operation, store)
    try:
        for fault in (*ANSWERS, *MOMENTS):
            for number in range(1, commands + 1):
                reader = InProcessReader(store)
                judge = Judge(operation, row, worker, InProcessCards(reader), reader)
                _case(judge, reader, fault, number, expected)
    finally:
        worker.close()


def untouched(operation: Operation, store: MemoryStore) -> tuple[object, int]:
    """Run the operation without any fault; it must succeed, or nothing here means anything."""
    reader = InProcessReader(store)
    value = operation.run(Attempt(InProcessCards(reader), reader.name, CancelToken()))
    return value, len(reader.exchanges)


def _case(judge: Judge, reader: InProcessReader, fault: str, number: int, expected: object) -> None:
    judge.case = f"{judge.operation.name}: {fault} at {number}"
    clock = JumpingClock()
    struck: list[int] = []

    def strike(count: int, _command: bytes) -> None:
        if count == number:
            struck.append(count)
            if fault in MOMENTS:
                MOMENTS[fault](Struck(reader, attempt, clock))

    attempt = judge.attempt(TappedCards(judge.cards, strike))
    if fault in ANSWERS:
        reader.fault(f"{fault} {number}")
    with clock.in_use():
        found, error = judge.run(attempt)
    if not struck:
        judge.row.complain(judge.case, "the fault has not struck")
    judge.row.add(fault, over_pcscd=False)
    judge.judge_result(found, error, expected)
    if fault == "given up" and not isinstance(error, CancelledError | None):
        judge.row.complain(judge.case, f"giving up ended in {error!r}")
    reader.quirk("mute", on=False)
    reader.insert()
    judge.recover(expected, time.monotonic())
