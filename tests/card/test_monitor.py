"""The watch over a real service: cards come and go, the service dies and returns, nobody spins."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from conftest import MakeReader
from jpki_desktop.card import monitor, pcsc
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardPresence, ReadersSeen
from jpki_desktop.card.pcsc import PcscCards, PcscWaiting
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.errors import NoServiceError, PasswordResultUnknownError
from jpki_desktop.operations.read_card import read_card
from support.card_recipes import RIGHT, Bench
from support.in_process_cards import TappedCards
from support.pcsc_bench import SharedReader
from support.private_pcscd import PrivatePcscd
from support.virtual_reader import VirtualReader, wait_for_card

pytestmark = pytest.mark.pcsc


class Listener:
    """Keeps what it was told and lets a test wait for it."""

    def __init__(self) -> None:
        self.told: list[ReadersSeen] = []
        self._news = threading.Condition()

    def __call__(self, seen: ReadersSeen) -> None:
        with self._news:
            self.told.append(seen)
            self._news.notify_all()

    def expect(self, condition: Callable[[ReadersSeen], bool], seconds: float = 5.0) -> float:
        """Wait until the newest report fits; return how long it took."""
        start = time.monotonic()
        with self._news:
            fits = lambda: bool(self.told) and condition(self.told[-1])  # noqa: E731
            assert self._news.wait_for(fits, seconds), self.told[-1:]
        return time.monotonic() - start


def card_is(name: str, presence: CardPresence) -> Callable[[ReadersSeen], bool]:
    def fits(seen: ReadersSeen) -> bool:
        reader = seen.named(name)
        return reader is not None and reader.presence is presence

    return fits


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def running(pcscd: PrivatePcscd) -> Iterator[PrivatePcscd]:
    """The service, which runs again afterwards whatever the test did to it."""
    yield pcscd
    if pcscd._process is None:
        pcscd.start()


def test_insertion_and_removal_are_told(make_reader: MakeReader, listener: Listener) -> None:
    reader = make_reader()
    watch = PcscCards().watch(listener)
    listener.expect(card_is(reader.name, CardPresence.ABSENT))
    reader.insert(wait=False)
    assert listener.expect(card_is(reader.name, CardPresence.PRESENT)) < 1
    first = listener.told[-1].named(reader.name)
    reader.remove(wait=False)
    assert listener.expect(card_is(reader.name, CardPresence.ABSENT)) < 1
    reader.insert(wait=False)
    listener.expect(card_is(reader.name, CardPresence.PRESENT))
    second = listener.told[-1].named(reader.name)
    assert first is not None
    assert second is not None
    assert first.insertion != second.insertion
    assert first.atr == second.atr
    watch.stop()
    told = len(listener.told)
    reader.remove()
    assert len(listener.told) == told


def test_card_that_lies_there_already_is_told_first(
    make_reader: MakeReader, listener: Listener
) -> None:
    reader = make_reader()
    reader.insert()
    watch = PcscCards().watch(listener)
    listener.expect(card_is(reader.name, CardPresence.PRESENT))
    assert len(listener.told) == 1
    watch.stop()


def test_service_is_killed_and_comes_back(
    running: PrivatePcscd, virtual_reader: VirtualReader, listener: Listener
) -> None:
    virtual_reader.insert()
    watch = PcscCards().watch(listener)
    for stop in (running.kill, running.stop):
        listener.expect(card_is(virtual_reader.name, CardPresence.PRESENT))
        stop()
        listener.expect(lambda seen: seen == ReadersSeen(service_running=False))
        with pytest.raises(NoServiceError):
            PcscCards().readers()
        running.start()
        listener.expect(card_is(virtual_reader.name, CardPresence.PRESENT))
        summary = read_card(PcscCards(), virtual_reader.name, CancelToken())
        assert summary.certificate is not None
    watch.stop()


def test_watch_begins_without_a_service(
    running: PrivatePcscd, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.kill()
    watch = PcscCards().watch(listener)
    listener.expect(lambda seen: not seen.service_running)
    running.start()
    listener.expect(lambda seen: seen.service_running and len(seen.readers) == 2)
    watch.stop()


def test_stop_ends_the_wait_with_and_without_a_service(running: PrivatePcscd) -> None:
    for alive in (True, False):
        if not alive:
            running.kill()
        listener = Listener()
        watch = PcscCards().watch(listener)
        listener.expect(lambda seen, alive=alive: seen.service_running is alive)  # type: ignore[misc]
        watch.stop()
    # Whoever gives up on a thread after a second leaves it in its wait.
    assert not [thread for thread in threading.enumerate() if thread.name == "card-monitor"]


def test_idle_watch_sleeps(
    make_reader: MakeReader, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing happens, so nothing may run: no wake-up and no measurable processor time."""
    reader = make_reader()
    reader.insert()
    waits: list[float] = []

    class Counted(PcscWaiting):
        def wait(self, milliseconds: int) -> monitor.WaitResult:
            waits.append(time.thread_time())
            return super().wait(milliseconds)

    monkeypatch.setattr(pcsc, "PcscWaiting", Counted)
    watch = PcscCards().watch(listener)
    listener.expect(card_is(reader.name, CardPresence.PRESENT))
    # Reading the card makes the service tell "in use", which ends a wait; that must settle.
    read_card(PcscCards(), reader.name, CancelToken())
    settled = threading.Event()
    settled.wait(0.5)
    before, processor = len(waits), time.process_time()
    settled.wait(2.5)
    assert len(waits) == before
    assert time.process_time() - processor < 0.05
    watch.stop()
    assert len(waits) <= 12


# --- the service dies under an operation --------------------------------------------------------


@pytest.mark.parametrize("number", [1, 4, 12])
def test_service_is_killed_in_the_middle_of_a_read(
    running: PrivatePcscd, virtual_reader: VirtualReader, number: int
) -> None:
    virtual_reader.insert()

    def kill(count: int, _command: bytes) -> None:
        if count == number:
            running.kill()

    with pytest.raises(NoServiceError):
        read_card(TappedCards(PcscCards(), kill), virtual_reader.name, CancelToken())
    running.start()
    wait_for_card(virtual_reader.name, present=True)
    assert read_card(PcscCards(), virtual_reader.name, CancelToken()).certificate is not None


def test_service_is_killed_over_the_password(
    running: PrivatePcscd, virtual_reader: VirtualReader
) -> None:
    virtual_reader.insert()

    def kill(_count: int, command: bytes) -> None:
        if command[1] == 0x20 and len(command) > 5:
            running.kill()

    bench = Bench(TappedCards(PcscCards(), kill), as_reader(virtual_reader))
    with pytest.raises(PasswordResultUnknownError):
        bench.with_password(PasswordKind.SIGN, RIGHT[PasswordKind.SIGN], lambda _session: None)
    running.start()


def as_reader(reader: VirtualReader) -> SharedReader:
    """Only the name is asked of it here."""
    shared = object.__new__(SharedReader)
    shared.name = reader.name
    return shared
