"""The card thread: order, outcomes, giving up, and a thread that never comes back."""

import logging
import queue
import threading
import time
from collections.abc import Iterator

import pytest

from jpki_desktop.card import worker as worker_module
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import CardJob, CardWorker
from jpki_desktop.errors import (
    CancelledError,
    NoCardError,
    PasswordResultUnknownError,
    ReaderSilentError,
    ServiceSilentError,
    UnexpectedError,
)
from support.waiting import until


@pytest.fixture
def worker() -> Iterator[CardWorker]:
    worker = CardWorker(patience=0.3)
    yield worker
    worker.close()


class Swallowed:
    """A call to a reader that comes back only when told to."""

    def __init__(self, reader: str = "Deaf", password: str = "") -> None:
        self.entered, self.back = threading.Event(), threading.Event()
        self._reader, self._password = reader, password

    def __call__(self, cancel: CancelToken) -> str:
        cancel.alive(self._reader)
        if not self._password:
            return self._call()
        with cancel.commit(self._password):
            return self._call()

    def _call(self) -> str:
        self.entered.set()
        self.back.wait(10)
        return "came back"


def test_jobs_run_in_order_on_one_thread(worker: CardWorker) -> None:
    ran: list[tuple[int, str]] = []

    def work(number: int) -> int:
        ran.append((number, threading.current_thread().name))
        return number

    jobs = [worker.submit(lambda _cancel, n=n: work(n)) for n in range(5)]  # type: ignore[misc]
    assert [job.value() for job in jobs] == list(range(5))
    assert ran == [(number, "card-worker") for number in range(5)]


def test_errors_are_kept_as_they_are(worker: CardWorker) -> None:
    def fail(_cancel: CancelToken) -> None:
        raise NoCardError

    done: queue.Queue[CardJob[None]] = queue.Queue()
    job = worker.submit(fail, done=done.put)
    assert done.get(timeout=5) is job
    with pytest.raises(NoCardError):
        job.value()
    assert worker.submit(lambda _cancel: 7).value() == 7


def test_defect_is_reported_without_its_text(
    worker: CardWorker, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_cancel: CancelToken) -> None:
        raise ValueError("whatever a driver " + "puts here")

    with caplog.at_level(logging.DEBUG):
        job = worker.submit(fail)
        with pytest.raises(UnexpectedError) as caught:
            job.value()
    assert caught.value.kind == "ValueError"
    assert "ValueError" in caplog.text
    assert "test_worker.py" in caplog.text
    assert "whatever a driver puts here" not in caplog.text


def test_job_given_up_in_the_queue_never_runs(worker: CardWorker) -> None:
    first = Swallowed()
    ran: list[int] = []
    running = worker.submit(first)
    waiting = worker.submit(lambda _cancel: ran.append(1))
    assert first.entered.wait(5)
    assert waiting.cancel()
    with pytest.raises(CancelledError):
        waiting.value()
    first.back.set()
    assert running.value() == "came back"
    assert worker.submit(lambda _cancel: 7).value() == 7
    assert not ran


def test_giving_up_is_immediate_and_frees_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patience is long here: the thread is replaced because the user gave up."""
    monkeypatch.setattr(worker_module, "_GRACE_SECONDS", 0.1)
    worker, deaf = CardWorker(patience=30), Swallowed()
    job = worker.submit(deaf)
    assert deaf.entered.wait(5)
    start = time.monotonic()
    assert job.cancel()
    assert job.finished
    with pytest.raises(CancelledError):
        job.value()
    assert worker.submit(lambda _cancel: 7).wait(5)
    assert time.monotonic() - start < 10
    deaf.back.set()
    until(lambda: not worker.silent_readers)
    worker.close()


def test_silent_reader_is_named_avoided_and_forgiven(worker: CardWorker) -> None:
    deaf = Swallowed("Deaf")
    job = worker.submit(deaf, reader="Deaf")
    with pytest.raises(ReaderSilentError) as caught:
        job.value()
    assert caught.value.reader == "Deaf"
    assert worker.silent_readers == {"Deaf"}
    with pytest.raises(ReaderSilentError):
        worker.submit(lambda _cancel: 7, reader="Deaf").value()
    assert worker.submit(lambda _cancel: 7, reader="Other").value() == 7
    deaf.back.set()
    until(lambda: not worker.silent_readers)
    assert worker.submit(lambda _cancel: 7, reader="Deaf").value() == 7
    assert isinstance(job.error, ReaderSilentError)


def test_silent_service_is_named_and_bars_every_reader(worker: CardWorker) -> None:
    """A call that hangs before any reader was named: the service itself does not answer."""
    returned: queue.Queue[str] = queue.Queue()
    worker.on_return = returned.put
    deaf = Swallowed("")
    with pytest.raises(ServiceSilentError):
        worker.submit(deaf, reader="One").value()
    with pytest.raises(ServiceSilentError):
        worker.submit(lambda _cancel: 7, reader="Other").value()
    deaf.back.set()
    assert returned.get(timeout=5) == ""
    assert worker.submit(lambda _cancel: 7, reader="Other").value() == 7


def test_reader_that_answers_after_all_is_told(worker: CardWorker) -> None:
    returned: queue.Queue[str] = queue.Queue()
    worker.on_return = returned.put
    deaf = Swallowed("Deaf")
    with pytest.raises(ReaderSilentError):
        worker.submit(deaf, reader="Deaf").value()
    assert returned.empty()
    deaf.back.set()
    assert returned.get(timeout=5) == "Deaf"


def test_patience_begins_with_the_work_and_not_in_the_queue(worker: CardWorker) -> None:
    """A job that waited behind a silent reader must not be given up for the other's silence."""
    deaf, pause = Swallowed("Deaf"), threading.Event()

    def quick(_cancel: CancelToken) -> int:
        pause.wait(0.1)
        return 7

    first = worker.submit(deaf, reader="Deaf")
    second = worker.submit(quick, reader="Other")
    with pytest.raises(ReaderSilentError):
        first.value()
    assert second.value() == 7
    deaf.back.set()


def test_end_of_the_program_comes_between_taking_and_beginning_a_job() -> None:
    """What the thread has just taken from the queue must not begin when nobody waits for it."""
    worker, ran = CardWorker(), threading.Event()
    begun = worker._begun

    def closed_meanwhile(job: CardJob[object]) -> bool:
        worker.close()
        return begun(job)

    worker._begun = closed_meanwhile  # type: ignore[method-assign]
    job = worker.submit(lambda _cancel: ran.set())
    assert job.wait(5)
    assert isinstance(job.error, CancelledError)
    assert not ran.is_set()


def test_silence_over_a_password_is_an_unknown_result(worker: CardWorker) -> None:
    deaf = Swallowed("Deaf", password="sign")
    job = worker.submit(deaf)
    assert deaf.entered.wait(5)
    assert not job.cancel()
    assert not job.finished
    with pytest.raises(PasswordResultUnknownError) as caught:
        job.value()
    assert caught.value.password == "sign"
    deaf.back.set()


def test_password_that_is_answered_in_time_keeps_its_result() -> None:
    worker, slow = CardWorker(patience=30), Swallowed(password="sign")
    job = worker.submit(slow)
    assert slow.entered.wait(5)
    assert not job.cancel()
    slow.back.set()
    assert job.value() == "came back"
    worker.close()


def test_slow_work_with_signs_of_life_is_not_given_up(worker: CardWorker) -> None:
    pause = threading.Event()

    def work(cancel: CancelToken) -> str:
        for _ in range(10):
            cancel.alive("Slow")
            pause.wait(0.08)
            cancel.alive()
        return "done"

    assert worker.submit(work).value() == "done"
    assert not worker.silent_readers


def test_cleanup_of_a_given_up_job_runs(worker: CardWorker) -> None:
    deaf, wiped = Swallowed(), threading.Event()

    def work(cancel: CancelToken) -> str:
        cancel.on_cancel(wiped.set)
        return deaf(cancel)

    with pytest.raises(ReaderSilentError):
        worker.submit(work).value()
    assert wiped.wait(1)
    deaf.back.set()


def test_closed_worker_gives_up_and_takes_nothing() -> None:
    worker, deaf = CardWorker(), Swallowed()
    job = worker.submit(deaf)
    waiting = worker.submit(deaf)
    assert deaf.entered.wait(5)
    worker.close()
    with pytest.raises(CancelledError):
        job.value()
    late = worker.submit(lambda _cancel: 7)
    assert late.wait(1)
    assert isinstance(late.error, CancelledError)
    deaf.back.set()
    assert waiting.wait(5)
    assert isinstance(waiting.error, CancelledError)
    idle = CardWorker()
    idle.close()
    assert idle.submit(lambda _cancel: 7).wait(1)
