"""Other programs, silent cards and impatient users, over a real service.

The promise under test: giving up is immediate, and no password is sent after it.
"""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardPresence
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.card.pcsc import PcscCards
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.card.worker import CardJob, CardWorker
from jpki_desktop.errors import (
    CancelledError,
    PasswordResultUnknownError,
    ReaderBusyError,
)
from jpki_desktop.operations.card_session import reading
from jpki_desktop.operations.list_readers import list_readers
from jpki_desktop.operations.read_card import CardSummary, read_card
from jpki_desktop.operations.show_certificate import read_protected_certificate
from support.card_recipes import RIGHT, Bench, secret
from support.foreign_client import foreign_client, let_go
from support.in_process_cards import TappedCards, secrets_sent
from support.pcsc_bench import SharedReader
from support.waiting import until

pytestmark = pytest.mark.pcsc

SIGN = PasswordKind.SIGN
# The watchdog's patience is 20 s; a busy machine pauses for a second or two.
AT_ONCE = 5


@pytest.fixture
def worker() -> Iterator[CardWorker]:
    worker = CardWorker()
    yield worker
    worker.close()


def is_blocked(job: CardJob[Any], reader: str) -> None:
    until(lambda: job.token.last_reader == reader and job.token.idle_seconds > 0.1)


def summary_of(reader: str) -> Callable[[CancelToken], CardSummary]:
    return lambda cancel: read_card(PcscCards(), reader, cancel)


def test_given_up_while_another_program_holds_a_transaction(
    pcsc_bench: Bench, shared_reader: SharedReader, worker: CardWorker
) -> None:
    """pcsc-lite lets SCardConnect wait for the end of a transaction, also an exclusive one."""
    name, look, password = shared_reader.name, pcsc_bench.look(SIGN), secret(SIGN)
    with foreign_client(name, "transaction") as other:
        job = worker.submit(
            lambda cancel: read_protected_certificate(
                PcscCards(), look, password, cancel, last_try_confirmed=False
            )
        )
        is_blocked(job, name)
        start = time.monotonic()
        assert job.cancel()
        with pytest.raises(CancelledError):
            job.value()
        assert time.monotonic() - start < AT_ONCE
        assert password.wiped
        let_go(other)
    assert worker.submit(summary_of(name)).value().sign_password.tries_left == 5
    assert secrets_sent(shared_reader.trace()) == {"verify": 0, "change": 0}


def test_shared_session_that_was_given_up_sends_nothing(
    pcsc_bench: Bench, shared_reader: SharedReader, worker: CardWorker
) -> None:
    """The same for a session that does not ask for exclusive use, as a second line of defence."""
    name, password = shared_reader.name, secret(SIGN)

    def verify(cancel: CancelToken) -> None:
        cancel.on_cancel(password.wipe)
        reading(PcscCards(), name, cancel, lambda session: session.verify(password))

    with foreign_client(name, "transaction"):
        job = worker.submit(verify)
        is_blocked(job, name)
        assert job.cancel()
        assert password.wiped
    assert worker.submit(summary_of(name)).value().sign_password.tries_left == 5
    assert secrets_sent(shared_reader.trace()) == {"verify": 0, "change": 0}


def test_thread_that_was_given_up_does_not_keep_the_next_job_waiting(
    pcsc_bench: Bench, shared_reader: SharedReader, worker: CardWorker
) -> None:
    """The patience of the watchdog is twenty seconds; nobody waits for it after giving up."""
    name = shared_reader.name
    with foreign_client(name, "transaction"):
        job = worker.submit(summary_of(name))
        is_blocked(job, name)
        assert job.cancel()
        start = time.monotonic()
        assert worker.submit(lambda _cancel: list_readers(PcscCards())).value().service_running
        assert time.monotonic() - start < AT_ONCE
    until(lambda: not worker.silent_readers)
    assert worker.submit(summary_of(name), reader=name).value().reader == name


def test_job_that_was_given_up_in_the_queue_never_begins(
    pcsc_bench: Bench, shared_reader: SharedReader, worker: CardWorker
) -> None:
    look = pcsc_bench.look(SIGN)
    with secret(SIGN) as password, foreign_client(shared_reader.name, "transaction"):
        first = worker.submit(summary_of(shared_reader.name))
        second = worker.submit(
            lambda cancel: read_protected_certificate(
                PcscCards(), look, password, cancel, last_try_confirmed=False
            )
        )
        assert second.cancel()
        assert isinstance(second.error, CancelledError)
    assert first.value().sign_password.tries_left == 5
    assert secrets_sent(shared_reader.trace())["verify"] == 0


@pytest.mark.parametrize("how", ["shared", "exclusive"])
def test_password_is_not_sent_while_another_program_uses_the_card(
    pcsc_bench: Bench, shared_reader: SharedReader, worker: CardWorker, how: str
) -> None:
    look = pcsc_bench.look(SIGN)
    password = secret(SIGN)
    with foreign_client(shared_reader.name, how):
        start = time.monotonic()
        job = worker.submit(
            lambda cancel: read_protected_certificate(
                PcscCards(), look, password, cancel, last_try_confirmed=False
            )
        )
        with pytest.raises(ReaderBusyError):
            job.value()
        assert time.monotonic() - start < AT_ONCE
        assert password.wiped
    assert secrets_sent(shared_reader.trace())["verify"] == 0
    assert pcsc_bench.show(look, secret(SIGN)) == shared_reader.contents.sign_certificate


def test_exclusive_connection_elsewhere_is_told_at_once(
    pcsc_bench: Bench, shared_reader: SharedReader
) -> None:
    with foreign_client(shared_reader.name, "exclusive"):
        start = time.monotonic()
        with pytest.raises(ReaderBusyError):
            pcsc_bench.read(lambda session: session.token_kind())
        assert time.monotonic() - start < AT_ONCE
        state = PcscCards().readers().named(shared_reader.name)
        assert state is not None
        assert state.taken
        assert state.presence is CardPresence.PRESENT
    assert pcsc_bench.tries(SIGN) == 5


def test_other_program_is_killed_in_its_transaction(
    pcsc_bench: Bench, shared_reader: SharedReader, worker: CardWorker
) -> None:
    with foreign_client(shared_reader.name, "transaction") as other:
        job = worker.submit(summary_of(shared_reader.name))
        is_blocked(job, shared_reader.name)
        other.kill()
        assert job.value().sign_password.tries_left == 5


def test_other_program_cannot_use_a_verified_password(
    pcsc_bench: Bench, shared_reader: SharedReader
) -> None:
    """From VERIFY to the log-out nobody else can even connect."""

    # Another thread, since a program that could get in would wait here for ever.
    worker = CardWorker(patience=2)

    def try_to_get_in(_session: JpkiSession) -> None:
        with pytest.raises(ReaderBusyError):
            worker.submit(summary_of(shared_reader.name)).value()

    pcsc_bench.with_password(SIGN, RIGHT[SIGN], try_to_get_in)
    worker.close()


# --- a card that never answers ------------------------------------------------------------------


def test_user_gives_up_on_a_silent_card_before_the_password(
    pcsc_bench: Bench, shared_reader: SharedReader, worker: CardWorker
) -> None:
    look = pcsc_bench.look(SIGN)
    password = secret(SIGN)
    shared_reader.quirk("mute")
    job = worker.submit(
        lambda cancel: read_protected_certificate(
            PcscCards(), look, password, cancel, last_try_confirmed=False
        )
    )
    is_blocked(job, shared_reader.name)
    assert job.cancel()
    with pytest.raises(CancelledError):
        job.value()
    assert password.wiped
    shared_reader.remove()
    shared_reader.quirk("mute", on=False)
    shared_reader.insert()
    assert worker.submit(summary_of(shared_reader.name)).value().sign_password.tries_left == 5
    assert secrets_sent(shared_reader.trace())["verify"] == 0


def test_card_falls_silent_over_the_password(
    pcsc_bench: Bench, shared_reader: SharedReader
) -> None:
    """Too late to give up: the user waits, and learns that the result is unknown."""
    look = pcsc_bench.look(SIGN)
    password: Password = secret(SIGN)
    sent = threading.Event()

    def fall_silent(_count: int, command: bytes) -> None:
        if command[1] == 0x20 and len(command) > 5:
            shared_reader.quirk("mute")
            sent.set()

    cards = TappedCards(PcscCards(), fall_silent)
    worker = CardWorker(patience=1.0)
    try:
        job = worker.submit(
            lambda cancel: read_protected_certificate(
                cards, look, password, cancel, last_try_confirmed=False
            )
        )
        assert sent.wait(5)
        assert not job.cancel()
        assert not job.finished
        with pytest.raises(PasswordResultUnknownError):
            job.value()
        assert password.wiped
        assert secrets_sent(shared_reader.trace())["verify"] <= 1
    finally:
        shared_reader.remove()
        worker.close()


def test_waiting_for_another_program_is_not_called_a_fault_of_the_reader(
    pcsc_bench: Bench, shared_reader: SharedReader
) -> None:
    assert pcsc_bench.look(SIGN).password.tries_left == 5
    name, impatient = shared_reader.name, CardWorker(patience=0.5)
    with foreign_client(name, "transaction") as other:
        with pytest.raises(ReaderBusyError):
            impatient.submit(summary_of(name), reader=name).value()
        # Until the call comes back, the next one is told the same at once.
        with pytest.raises(ReaderBusyError):
            impatient.submit(summary_of(name), reader=name).value()
        let_go(other)
    until(lambda: name not in impatient.silent_readers)
    assert impatient.submit(summary_of(name), reader=name).value().sign_password.tries_left == 5
    impatient.close()
