"""Ten readers at once, each with a card: what happens to one must not matter to the others."""

import shutil
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from jpki_desktop.card.worker import CardWorker
from jpki_desktop.errors import JpkiError, ReaderSilentError
from jpki_desktop.operations.read_card import read_card
from support.virtual_reader import VirtualReader
from torture.ledger import Row
from torture.stack import Stack

READERS = 10
_MUTE, _UNPLUGGED = 3, 5
_PATIENCE_SECONDS = 1.0
_LONGEST_SECONDS = 20.0


class ManyReaders:
    """The stack with a card on each of its readers, and one worker for all of them."""

    def __init__(self, row: Row, stack: Stack, keys: Path, directory: Path) -> None:
        self._row = row
        self._stack = stack
        self._worker = CardWorker(patience=_PATIENCE_SECONDS)
        self._open = ExitStack()
        self._cards = [stack.card]
        for slot in range(1, READERS):
            shutil.copytree(keys, directory / f"state-{slot}")
            card = VirtualReader(stack.pcscd, directory, slot=slot)
            self._open.callback(card.stop)
            card.insert(wait=False)
            self._cards.append(card)

    def close(self) -> None:
        """Take the nine cards off."""
        self._worker.close()
        self._open.close()

    def torture(self) -> None:
        """Let one reader after the other fail, then all of them."""
        assert self._readable(range(READERS), time.monotonic()), "untouched"
        for name, strike, mend, hit in self._mishaps():
            self._row.add(name, over_pcscd=True)
            strike()
            others = [slot for slot in range(READERS) if slot not in hit]
            if not self._readable(others, time.monotonic()):
                self._row.complain(name, "another reader could not be used")
            mend()
            since = time.monotonic()
            if self._readable(range(READERS), since):
                self._row.came_back(time.monotonic() - since)

    def _mishaps(self) -> list[tuple[str, Callable[[], None], Callable[[], None], range]]:
        pcscd, every = self._stack.pcscd, range(READERS)
        one, other = range(_MUTE, _MUTE + 1), range(_UNPLUGGED, _UNPLUGGED + 1)
        return [
            ("mute card", self._fall_silent, self._speak_again, one),
            (
                "reader unplugged",
                lambda: pcscd.unplug(_UNPLUGGED),
                lambda: pcscd.plug_in(_UNPLUGGED),
                other,
            ),
            ("service killed", pcscd.kill, pcscd.start, every),
            ("service restarted", self._restart, _nothing, every),
            ("service hangs and is killed", pcscd.freeze, self._restart, every),
        ]

    def _fall_silent(self) -> None:
        card = self._cards[_MUTE]
        card.quirk("mute")
        job = self._worker.submit(
            lambda cancel: read_card(self._stack.cards, card.name, cancel), reader=card.name
        )
        if not job.wait(_LONGEST_SECONDS) or not isinstance(job.error, ReaderSilentError):
            self._row.complain("mute card", f"it ended with {job.error!r}")

    def _speak_again(self) -> None:
        card = self._cards[_MUTE]
        card.remove(wait=False)
        card.quirk("mute", on=False)
        card.insert(wait=False)

    def _restart(self) -> None:
        self._stack.pcscd.kill()
        self._stack.pcscd.start()

    def _readable(self, slots: range | list[int], since: float) -> bool:
        # Every one is asked, also after one that cannot be read.
        readable = [self._reads(slot, since) for slot in slots]
        return all(readable)

    def _reads(self, slot: int, since: float) -> bool:
        name = self._cards[slot].name
        error: JpkiError | None = None
        while time.monotonic() < since + _LONGEST_SECONDS:
            job = self._worker.submit(
                lambda cancel: read_card(self._stack.cards, name, cancel), reader=name
            )
            job.wait(_LONGEST_SECONDS)
            error = job.error
            if job.finished and error is None:
                return True
            time.sleep(0.02)
        self._row.complain(name, f"it cannot be read: {error!r}")
        return False


def _nothing() -> None:
    """The world is whole already."""
