"""Insert, read, remove: 10,000 times in this process, 300 times over the service: no growth."""

import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from conftest import MakeReader
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.pcsc import PcscCards
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.environment import DemoCards, Environment
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.operations.read_card import read_card
from jpki_desktop.settings import SettingsStore
from torture.cycles import measure, stays


@pytest.fixture
def demo_cards(emulator_keys: Path) -> DemoCards:
    return DemoCards("mynumber", emulator_keys)


def world(cards: CardSource) -> Environment:
    return Environment(cards, lambda: datetime.now(UTC), SettingsStore(None))


class Watched:
    """The window's watcher and its worker, in the loop of this process."""

    def __init__(self, cards: CardSource) -> None:
        self._background = Background(CardWorker())
        self.watcher = CardWatcher(world(cards), self._background)
        self.watcher.start()

    def wait(self, *, card: bool) -> None:
        """Run the loop until the card has been read, or has gone."""

        def there() -> bool:
            current = self.watcher.view.current
            return (current is not None and current.summary is not None) is card

        for _ in range(5000):
            QCoreApplication.processEvents()
            if there():
                return
            QTest.qWait(1)
        raise AssertionError(self.watcher.view)

    def close(self) -> None:
        """End the threads."""
        self.watcher.stop()
        self._background.close()


@pytest.fixture
def watched(qapp: QCoreApplication, demo_cards: DemoCards) -> Iterator[Watched]:
    demo_cards.remove()
    watched = Watched(demo_cards)
    yield watched
    watched.close()


def in_process(cards: DemoCards, watched: Watched) -> None:
    cards.insert()
    watched.wait(card=True)
    cards.remove()
    watched.wait(card=False)


def test_a_hundred_cycles(demo_cards: DemoCards, watched: Watched) -> None:
    growth = measure(lambda _number: in_process(demo_cards, watched), cycles=100, warm_up=30)
    assert stays(growth), growth


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_ten_thousand_cycles(demo_cards: DemoCards, watched: Watched) -> None:
    growth = measure(lambda _number: in_process(demo_cards, watched), cycles=10_000, warm_up=500)
    print(f"in this process, with the window's watcher: {growth}")
    assert stays(growth), growth


@pytest.mark.slow
@pytest.mark.pcsc
@pytest.mark.timeout(1200)
def test_three_hundred_cycles_over_the_service(
    qapp: QCoreApplication, make_reader: MakeReader
) -> None:
    reader = make_reader()
    watched = Watched(PcscCards())
    try:

        def cycle(_number: int) -> None:
            reader.insert(wait=False)
            watched.wait(card=True)
            reader.remove(wait=False)
            watched.wait(card=False)

        growth = measure(cycle, cycles=300, warm_up=20)
    finally:
        watched.close()
    print(f"over pcscd: {growth}")
    assert stays(growth), growth


# --- the measurement finds a leak ---------------------------------------------------------------


def leaking(what: str, kept: list[object]) -> None:
    if what == "object":
        kept.append(object() if len(kept) % 2 else [len(kept)])
        kept.append([])
    elif what == "memory":
        # Written to: pages that nobody has touched take no memory.
        kept.append(b"\x01" * (50_000 + len(kept)))
    elif what == "thread":
        thread = threading.Thread(target=threading.Event().wait, args=(30,), daemon=True)
        thread.start()
        kept.append(thread)
    elif what == "file":
        kept.append(os.open(os.devnull, os.O_RDONLY))


@pytest.mark.parametrize(
    ("what", "cycles"), [("object", 400), ("memory", 400), ("thread", 3), ("file", 3)]
)
def test_planted_leak_is_found(demo_cards: DemoCards, what: str, cycles: int) -> None:
    kept: list[object] = []

    def cycle(_number: int) -> None:
        demo_cards.insert()
        assert read_card(demo_cards, "Demo Reader 00", CancelToken()).certificate is not None
        demo_cards.remove()
        leaking(what, kept)

    growth = measure(cycle, cycles=cycles, warm_up=20)
    for leaked in kept if what == "file" else ():
        assert isinstance(leaked, int)
        os.close(leaked)
    assert not stays(growth), growth
