"""The mishaps over the real stack: pcscd, the reader's driver and the card, with one program.

The worker and the watch are started once for all cases of an operation, as in the program: whatever
goes wrong, they must go on without a restart.
"""

import time
from collections.abc import Sequence

from jpki_desktop.card.worker import CardWorker
from jpki_desktop.errors import JpkiError
from support.in_process_cards import TappedCards
from torture.judge import LONGEST_SECONDS, Judge
from torture.ledger import Row
from torture.mishaps import CLOCK, MISHAPS, Mishap, cut_wire
from torture.operations import Operation
from torture.stack import Stack

# Production waits 20 s for a reader; nothing else is different here.
PATIENCE_SECONDS = 1.0
_MOST_ATTEMPTS = 3


class OverPcscd:
    """The cases of one operation, and of the watch beside it."""

    def __init__(self, operation: Operation, row: Row, watching: Row, stack: Stack) -> None:
        self._operation = operation
        self._row = row
        self._watching = watching
        self._stack = stack
        self._worker = CardWorker(patience=PATIENCE_SECONDS)
        self._judge = Judge(operation, row, self._worker, stack.cards, stack)
        stack.begin_case()
        self._expected, error = self._judge.run(self._judge.attempt())
        # The untouched case must succeed, or nothing here means anything.
        assert error is None, error
        self._commands = stack.trace()
        self._judge.put_back()

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def torture(self, *, places: int, mishaps: Sequence[Mishap] = MISHAPS) -> None:
        """Strike with every mishap at so many commands, spread over the operation."""
        for mishap in mishaps:
            for number in [1] if mishap.once else self._places(places, mishap):
                self._case(mishap, number)

    def cut_wire(self, *, cuts: int) -> None:
        """Break the wire inside answers, at bytes spread over everything that the card says."""
        # Each answer travels behind two bytes of its length; the rest is what powers the card.
        total = sum(line.get("received", 2) + 2 for line in self._commands)
        for cut in range(cuts):
            self._case(cut_wire(1 + cut * total // cuts), 0, kind="wire cut")

    def _places(self, wanted: int, mishap: Mishap) -> list[int]:
        """Numbers of commands: those with passwords first, then spread over the rest."""
        count = len(self._commands)
        secret = [
            number
            for number, line in enumerate(self._commands, 1)
            if line["header"][:4] in ("0020", "0024") and line["sent"] > 5
        ]
        turn = MISHAPS.index(mishap)
        spread = [1 + (turn + step * count // wanted) % count for step in range(wanted)]
        # With one place only, passwords and other commands take turns.
        chosen = (secret if turn % 2 or wanted > 1 else [])[:wanted]
        return list(dict.fromkeys([*chosen, *spread]))[: max(wanted, len(chosen))]

    def _case(self, mishap: Mishap, number: int, kind: str = "") -> None:
        judge, stack = self._judge, self._stack
        judge.case = f"{self._operation.name}: {mishap.name} at {number}"
        for _ in range(_MOST_ATTEMPTS):
            struck, error = self._strike(mishap, number)
            if struck:
                break
            # What an earlier case left on its way has ended this one before its turn.
            if error is None:
                judge.put_back()
        else:
            self._row.complain(judge.case, f"it has not struck: {error!r}")
        self._row.add(kind or mishap.name, over_pcscd=True)
        mishap.mend(stack)
        since = time.monotonic()
        judge.recover(self._expected, since)
        self._judge_watch(judge.case, kind or mishap.name, since)

    def _strike(self, mishap: Mishap, number: int) -> tuple[bool, JpkiError | None]:
        """Run the operation under the mishap; returns whether it has struck."""
        stack, judge = self._stack, self._judge
        stack.wait_until_seen()
        stack.begin_case()
        struck: list[int] = []

        def strike(count: int, _command: bytes) -> None:
            if count == number:
                struck.append(count)
                mishap.strike(stack)

        mishap.arm(stack, number)
        with mishap.holding(stack), CLOCK.in_use():
            found, error = judge.run(judge.attempt(TappedCards(stack.cards, strike)))
        judge.judge_result(found, error, self._expected)
        return mishap.struck(stack) if mishap.once else bool(struck), error

    def _judge_watch(self, case: str, kind: str, since: float) -> None:
        """The one watch over the readers must have the card in view again."""
        self._watching.add(kind, over_pcscd=True)
        while time.monotonic() < since + LONGEST_SECONDS:
            if self._stack.sees_card:
                self._watching.came_back(time.monotonic() - since)
                return
            time.sleep(0.01)
        self._watching.complain(case, f"the watch sees {self._stack.seen}")
