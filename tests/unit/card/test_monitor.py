"""The watching thread with a made-up service: its patience, its end, and a listener that fails."""

import logging
import queue
import threading
import time

import pytest

from jpki_desktop.card import monitor
from jpki_desktop.card.connection import CardPresence, ReadersSeen, ReaderState
from jpki_desktop.card.monitor import ReaderMonitor, WaitResult
from jpki_desktop.errors import NoServiceError

EMPTY = ReadersSeen(service_running=True)
ONE = ReadersSeen(True, (ReaderState("Reader", CardPresence.ABSENT),))
LOST = ReadersSeen(service_running=False)


class Service:
    """Made-up contexts: `news` are reports, or an exception for a lost service."""

    def __init__(self) -> None:
        self.news: queue.Queue[ReadersSeen | Exception | None] = queue.Queue()
        self.running = True
        self.attempts: list[float] = []
        self.attempted = threading.Condition()
        self.closed = 0
        self.waits: list[int] = []

    def context(self) -> "Service":
        with self.attempted:
            self.attempts.append(time.monotonic())
            self.attempted.notify_all()
        if not self.running:
            raise NoServiceError(0x8010001D)
        return self

    def wait(self, milliseconds: int) -> WaitResult:
        self.waits.append(milliseconds)
        news = self.news.get()
        if isinstance(news, Exception):
            raise news
        return WaitResult(news)

    def wake(self) -> None:
        self.news.put(None)

    def close(self) -> None:
        self.closed += 1

    def await_attempts(self, number: int) -> list[float]:
        with self.attempted:
            assert self.attempted.wait_for(lambda: len(self.attempts) >= number, 5)
        return self.attempts[:number]


class Heard:
    """A listener that keeps what it hears."""

    def __init__(self) -> None:
        self.reports: queue.Queue[ReadersSeen] = queue.Queue()

    def __call__(self, seen: ReadersSeen) -> None:
        self.reports.put(seen)

    def next(self) -> ReadersSeen:
        return self.reports.get(timeout=5)


def pauses_of(watch: ReaderMonitor) -> list[float]:
    """Note how long it means to wait between two looks, however busy this machine is."""
    pauses: list[float] = []

    class Noted(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            assert timeout is not None
            pauses.append(timeout)
            return super().wait(timeout)

    watch._again = Noted()
    return pauses


def test_reports_are_told_once_each() -> None:
    service, heard = Service(), Heard()
    watch = ReaderMonitor(service.context, heard)
    watch.start()
    for news in (EMPTY, EMPTY, None, ONE):
        service.news.put(news)
    assert [heard.next(), heard.next()] == [EMPTY, ONE]
    watch.stop()
    assert heard.reports.empty()
    assert service.closed == 1
    assert set(service.waits) == {monitor.LONGEST_WAIT_MS}


def test_lost_service_is_told_and_found_again() -> None:
    service, heard = Service(), Heard()
    watch = ReaderMonitor(service.context, heard)
    watch.start()
    service.news.put(ONE)
    service.news.put(NoServiceError())
    service.news.put(ONE)
    assert [heard.next() for _ in range(3)] == [ONE, LOST, ONE]
    watch.stop()
    assert service.closed == len(service.attempts) == 2


def test_pauses_double_up_to_the_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitor, "FIRST_RETRY_SECONDS", 0.02)
    monkeypatch.setattr(monitor, "LONGEST_RETRY_SECONDS", 0.1)
    service, heard = Service(), Heard()
    service.running = False
    watch = ReaderMonitor(service.context, heard)
    pauses = pauses_of(watch)
    watch.start()
    service.await_attempts(6)
    assert pauses[:5] == [0.02, 0.04, 0.08, 0.1, 0.1]
    assert heard.next() == LOST
    assert heard.reports.empty()
    service.running = True
    service.news.put(ONE)
    assert heard.next() == ONE
    watch.stop()


def test_patience_begins_anew_after_the_service_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitor, "FIRST_RETRY_SECONDS", 0.02)
    monkeypatch.setattr(monitor, "LONGEST_RETRY_SECONDS", 30.0)
    service, heard = Service(), Heard()
    service.running = False
    watch = ReaderMonitor(service.context, heard)
    pauses = pauses_of(watch)
    watch.start()
    service.await_attempts(4)
    service.running = True
    for news in (ONE, NoServiceError(), ONE):
        service.news.put(news)
    assert [heard.next() for _ in range(4)] == [LOST, ONE, LOST, ONE]
    watch.stop()
    assert pauses[:3] == [0.02, 0.04, 0.08]
    assert pauses[-1] == 0.02


def test_a_service_is_found_at_once_when_somebody_wants_to_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(monitor, "FIRST_RETRY_SECONDS", 30.0)
    service, heard = Service(), Heard()
    service.running = False
    watch = ReaderMonitor(service.context, heard)
    watch.start()
    assert heard.next() == LOST
    service.running = True
    service.news.put(ONE)
    watch.look_again()
    assert heard.next() == ONE
    watch.stop()


def test_the_real_patience() -> None:
    assert monitor.FIRST_RETRY_SECONDS == 0.25
    assert monitor.LONGEST_RETRY_SECONDS == 60.0


@pytest.mark.parametrize("running", [True, False])
def test_stop_ends_any_wait_at_once(running: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitor, "FIRST_RETRY_SECONDS", 30.0)
    service, heard = Service(), Heard()
    service.running = running
    watch = ReaderMonitor(service.context, heard)
    watch.start()
    service.await_attempts(1)
    watch.stop()
    # Whoever gives up on the thread would leave it in its wait.
    assert not watch._thread.is_alive()
    watch.stop()


def test_failing_listener_does_not_end_the_watch(caplog: pytest.LogCaptureFixture) -> None:
    service, heard = Service(), Heard()

    def fail_once(seen: ReadersSeen) -> None:
        heard(seen)
        if seen == EMPTY:
            raise RuntimeError

    with caplog.at_level(logging.ERROR):
        watch = ReaderMonitor(service.context, fail_once)
        watch.start()
        service.news.put(EMPTY)
        service.news.put(ONE)
        assert [heard.next(), heard.next()] == [EMPTY, ONE]
        watch.stop()
    assert [record.message for record in caplog.records] == ["the listener failed"]


def test_defect_of_a_driver_does_not_end_the_watch(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(monitor, "FIRST_RETRY_SECONDS", 0.02)
    service, heard = Service(), Heard()
    watch = ReaderMonitor(service.context, heard)
    watch.start()
    service.news.put(ONE)
    service.news.put(OverflowError("secret words"))
    service.news.put(ONE)
    assert [heard.next() for _ in range(3)] == [ONE, LOST, ONE]
    watch.stop()
    assert "OverflowError" in caplog.text
    assert "secret" not in caplog.text


def test_stop_does_not_wait_for_a_service_that_hangs() -> None:
    """It answers neither the wait nor the wake-up; closing the window must work all the same."""
    back = threading.Event()

    class Hanging(Service):
        def wait(self, milliseconds: int) -> WaitResult:
            back.wait(milliseconds)
            return WaitResult(ONE)

        def wake(self) -> None:
            back.wait(20)

    service, heard = Hanging(), Heard()
    watch = ReaderMonitor(service.context, heard)
    watch.start()
    service.await_attempts(1)
    start = time.monotonic()
    watch.stop()
    # It hangs for twenty.
    assert time.monotonic() - start < 10
    back.set()
    watch._thread.join(5)
    assert heard.reports.empty()


def test_nothing_is_told_after_stop() -> None:
    service, heard = Service(), Heard()
    watch = ReaderMonitor(service.context, heard)
    watch.start()
    service.await_attempts(1)
    watch.stop()
    service.news.put(ONE)
    assert heard.reports.empty()
