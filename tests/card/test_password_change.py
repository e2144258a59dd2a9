"""Changing and checking a password: every row of the decision table, counted at the card.

In process and over the private service. Whatever happens, VERIFY and CHANGE are sent once or not at
all, both buffers are wiped, and what is said of the result agrees with what the card then takes.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.pcsc import PcscCards
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.card.worker import CardJob, CardWorker
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import (
    CancelledError,
    CardChangedError,
    CardKindError,
    ChangeResultUnknownError,
    JpkiError,
    LastTryError,
    NewPasswordRefusedError,
    NoCardAccessError,
    PasswordLockedError,
    PasswordResultUnknownError,
    ReaderBusyError,
    TriesChangedError,
    WrongPasswordError,
)
from jpki_desktop.operations.change_password import ChangeResult, known_birth_days
from jpki_desktop.operations.read_card import read_card
from support.card_recipes import FULL, OTHER, RIGHT, WRONG, Bench
from support.foreign_client import foreign_client, let_go
from support.in_process_cards import InProcessCards, InProcessReader, TappedCards
from support.password_changes import Change, check, holds, looked, put_back, sent
from support.pcsc_bench import SharedReader
from support.waiting import until

AUTH, SIGN = PasswordKind.AUTH, PasswordKind.SIGN
BOTH = pytest.mark.parametrize("kind", list(PasswordKind))
CHANGED, NOT_CONFIRMED = ChangeResult.CHANGED, ChangeResult.NOT_CONFIRMED
# A busy machine is late; whoever waits for the other program waits for ever.
AT_ONCE = 5

# Resets the card, as a program does that ends with SCARD_RESET_CARD.
_RESETTER = """
import sys
from smartcard import scard
_, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
result, card, _ = scard.SCardConnect(context, sys.argv[1], scard.SCARD_SHARE_SHARED, 3)
assert result == 0 and scard.SCardDisconnect(card, scard.SCARD_RESET_CARD) == 0
"""


@pytest.fixture(autouse=True)
def usual_passwords(request: pytest.FixtureRequest) -> Iterator[None]:
    """The shared card must have its usual passwords again for the next test."""
    yield
    if "shared_reader" in request.fixturenames:
        shared: SharedReader = request.getfixturevalue("shared_reader")
        shared.restore()
        for kind in PasswordKind:
            put_back(Bench(PcscCards(), shared), kind)


# --- the decision table -------------------------------------------------------------------------


@BOTH
def test_right(bench: Bench, kind: PasswordKind) -> None:
    assert Change(bench, kind).run() is CHANGED
    assert sent(bench) == (2, 1)
    assert bench.tries(kind) == FULL[kind]
    assert holds(bench, kind, OTHER[kind])
    assert not holds(bench, kind, RIGHT[kind])


@BOTH
def test_wrong_old_password_ends_it(bench: Bench, kind: PasswordKind) -> None:
    error = Change(bench, kind, old=WRONG[kind]).run()
    assert isinstance(error, WrongPasswordError)
    assert error.tries_left == FULL[kind] - 1 == bench.tries(kind)
    assert sent(bench) == (1, 0)
    assert holds(bench, kind, RIGHT[kind])


@BOTH
def test_new_password_that_the_card_refuses(bench: Bench, kind: PasswordKind) -> None:
    error = Change(bench, kind, raw_new=b"abc").run()
    assert isinstance(error, NewPasswordRefusedError)
    assert sent(bench) == (1, 1)
    assert bench.tries(kind) == FULL[kind]
    assert holds(bench, kind, RIGHT[kind])


@BOTH
def test_locked(bench: Bench, kind: PasswordKind) -> None:
    bench.reader.tries(kind.value, 0)
    assert isinstance(Change(bench, kind, confirmed=True).run(), PasswordLockedError)
    with pytest.raises(PasswordLockedError):
        check(bench, kind, RIGHT[kind], confirmed=True)
    assert sent(bench) == (0, 0)


@BOTH
def test_one_try(bench: Bench, kind: PasswordKind) -> None:
    bench.reader.tries(kind.value, 1)
    assert isinstance(Change(bench, kind).run(), LastTryError)
    with pytest.raises(LastTryError):
        check(bench, kind, RIGHT[kind])
    assert sent(bench) == (0, 0)
    assert Change(bench, kind, confirmed=True).run() is CHANGED
    assert sent(bench) == (2, 1)
    assert bench.tries(kind) == FULL[kind]


@BOTH
def test_one_try_and_wrong(bench: Bench, kind: PasswordKind) -> None:
    bench.reader.tries(kind.value, 1)
    change = Change(bench, kind, old=WRONG[kind], confirmed=True)
    assert isinstance(change.run(), PasswordLockedError)
    assert sent(bench) == (1, 0)
    assert bench.tries(kind) == 0


@BOTH
def test_another_program_spent_a_try_meanwhile(bench: Bench, kind: PasswordKind) -> None:
    look = looked(bench)
    bench.reader.tries(kind.value, FULL[kind] - 1)
    error = Change(bench, kind, look=look).run()
    assert isinstance(error, TriesChangedError)
    assert error.tries_left == FULL[kind] - 1
    assert sent(bench) == (0, 0)


@BOTH
def test_another_program_filled_the_counter_meanwhile(bench: Bench, kind: PasswordKind) -> None:
    bench.reader.tries(kind.value, 2)
    look = looked(bench)
    bench.reader.tries(kind.value, FULL[kind])
    assert Change(bench, kind, look=look).run() is CHANGED


@BOTH
def test_card_swapped_between_question_and_send(bench: Bench, kind: PasswordKind) -> None:
    look = looked(bench)
    bench.reader.persona("long")
    assert isinstance(Change(bench, kind, look=look).run(), CardChangedError)
    assert sent(bench) == (0, 0)


@BOTH
def test_expired_certificates_do_not_matter(bench: Bench, kind: PasswordKind) -> None:
    bench.reader.persona("expired")
    assert Change(bench, kind).run() is CHANGED
    assert Change(bench, kind, old=OTHER[kind], new=RIGHT[kind]).run() is CHANGED


@BOTH
def test_check(bench: Bench, kind: PasswordKind) -> None:
    check(bench, kind, RIGHT[kind])
    assert sent(bench) == (1, 0)
    with pytest.raises(WrongPasswordError) as caught:
        check(bench, kind, WRONG[kind])
    assert caught.value.tries_left == FULL[kind] - 1
    assert sent(bench) == (2, 0)
    check(bench, kind, RIGHT[kind])
    assert bench.tries(kind) == FULL[kind]


def own(store: MemoryStore, persona: str = "mynumber", *quirks: str) -> Bench:
    reader = InProcessReader(store, persona=persona, quirks=quirks)
    return Bench(InProcessCards(reader), reader)


@BOTH
@pytest.mark.parametrize(
    "quirk",
    [
        *("verified-9000", "6700-on-case1", "no-sfi", "6f00-first", "blocked-63c0"),
        *("blocked-6983", "61xx", "6cxx", "no-0008", "short-reads"),
    ],
)
def test_cards_that_deviate(card_store: MemoryStore, quirk: str, kind: PasswordKind) -> None:
    bench = own(card_store, "mynumber", quirk)
    assert Change(bench, kind).run() is CHANGED
    assert sent(bench) == (2, 1)


def test_resident_card_and_phones(card_store: MemoryStore) -> None:
    with pytest.raises(CardKindError):
        looked(own(card_store, "juki"))
    for persona in ("android", "ios"):
        bench = own(card_store, persona)
        assert isinstance(Change(bench, AUTH).run(), CardKindError)
        assert sent(bench) == (0, 0)
        check(bench, AUTH, RIGHT[AUTH])


@pytest.mark.parametrize("persona", ["sign-missing", "both-missing", "auth-missing"])
def test_card_without_certificates_still_has_passwords(
    card_store: MemoryStore, persona: str
) -> None:
    for kind in PasswordKind:
        assert Change(own(card_store, persona), kind).run() is CHANGED


def test_birthday_is_read_from_the_end_of_the_open_certificate(card_store: MemoryStore) -> None:
    bench = own(card_store)
    certificate = read_card(bench.cards, bench.reader.name, CancelToken()).certificate
    (birthday,) = known_birth_days(certificate)
    assert (birthday.month, birthday.day) == (5, 20)
    assert known_birth_days(None) == ()


# --- a card that goes away ----------------------------------------------------------------------


def places(store: MemoryStore) -> tuple[int, int, int, int]:
    """Return the numbers of VERIFY, CHANGE, VERIFY, and of all commands, from one."""
    bench = own(store)
    look = looked(bench)
    assert isinstance(bench.reader, InProcessReader)
    begin = len(bench.reader.exchanges)
    assert Change(bench, SIGN, look=look).run() is CHANGED
    numbers = [
        number
        for number, line in enumerate(bench.reader.trace()[begin:], start=1)
        if line["sent"] > 5 and line["header"][2:4] in ("20", "24")
    ]
    first, change, second = numbers
    return first, change, second, len(bench.reader.trace()) - begin


# Checked against `places` below: test ids must be known before any card exists.
VERIFY_OLD, CHANGE, VERIFY_NEW, LAST = 6, 7, 9, 10


def test_places_are_as_written_down(card_store: MemoryStore) -> None:
    assert places(card_store) == (VERIFY_OLD, CHANGE, VERIFY_NEW, LAST)


def expected_outcome(number: int) -> type[JpkiError] | ChangeResult:
    if number < VERIFY_OLD:
        return NoCardAccessError
    if number == VERIFY_OLD:
        return PasswordResultUnknownError
    if number == CHANGE:
        return ChangeResultUnknownError
    return NOT_CONFIRMED if number <= VERIFY_NEW else CHANGED


def agrees(outcome: ChangeResult | JpkiError, expected: type[JpkiError] | ChangeResult) -> bool:
    if isinstance(expected, ChangeResult):
        return outcome is expected
    return isinstance(outcome, expected)


@pytest.mark.parametrize("how", ["gone", "empty", "gone-after", "empty-after"])
@pytest.mark.parametrize("number", range(1, LAST + 2))
def test_pulled_at_every_command(card_store: MemoryStore, number: int, how: str) -> None:
    bench = own(card_store)
    look = looked(bench)
    bench.reader.fault(f"{how} {number}")
    outcome = Change(bench, SIGN, look=look).run()
    assert agrees(outcome, expected_outcome(number)), outcome
    verifies, changes = sent(bench)
    assert (verifies, changes) <= (2, 1)
    comes_true(bench, number, how)


def comes_true(bench: Bench, number: int, how: str) -> None:
    """Lay the card on again: what was said of the result holds, and no try was lost."""
    bench.reader.fault("empty 1000000")
    bench.reader.insert()
    assert bench.tries(SIGN) == FULL[SIGN]
    new_holds = number > CHANGE or (number == CHANGE and how.endswith("after"))
    assert holds(bench, SIGN, OTHER[SIGN] if new_holds else RIGHT[SIGN])


@pytest.mark.pcsc
@pytest.mark.parametrize("number", range(1, LAST + 1))
def test_pulled_at_every_command_of_a_real_service(
    pcsc_bench: Bench, shared_reader: SharedReader, number: int
) -> None:
    look = looked(pcsc_bench)
    shared_reader.fault(f"gone-after {number}")
    outcome = Change(pcsc_bench, SIGN, look=look).run()
    assert agrees(outcome, expected_outcome(number)), outcome
    assert sent(pcsc_bench) <= (2, 1)
    shared_reader.comes_back(gone=True)
    comes_true_after_return(pcsc_bench, number)


def comes_true_after_return(bench: Bench, number: int) -> None:
    assert bench.tries(SIGN) == FULL[SIGN]
    assert holds(bench, SIGN, OTHER[SIGN] if number >= CHANGE else RIGHT[SIGN])


@pytest.mark.parametrize("how", ["6f00", "garbage", "6f00-after", "garbage-after"])
def test_answer_that_says_nothing_about_the_change(card_store: MemoryStore, how: str) -> None:
    bench = own(card_store)
    look = looked(bench)
    bench.reader.fault(f"{how} change")
    assert isinstance(Change(bench, SIGN, look=look).run(), ChangeResultUnknownError)
    assert sent(bench) == (1, 1)


def test_defect_over_the_change_is_no_clear_result_either(
    own_reader: InProcessReader, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_count: int, command: bytes) -> None:
        if command[1] == 0x24:
            raise OSError(5, f"cannot send {command!r}")

    bench = Bench(InProcessCards(own_reader), own_reader)
    error = Change(bench, SIGN, cards=TappedCards(bench.cards, fail)).run()
    assert isinstance(error, ChangeResultUnknownError)
    assert error.__context__ is None
    assert "OSError" in caplog.text
    assert OTHER[SIGN] not in caplog.text


def test_card_that_contradicts_itself(own_reader: InProcessReader) -> None:
    """It says that it has taken the new password, and then does not know it."""
    original = own_reader.card.transmit

    def forgetful(command: bytes) -> bytes:
        return b"\x90\x00" if command[1] == 0x24 else original(command)

    own_reader.card.transmit = forgetful  # type: ignore[method-assign]
    bench = Bench(InProcessCards(own_reader), own_reader)
    assert isinstance(Change(bench, SIGN).run(), ChangeResultUnknownError)


# --- giving up ----------------------------------------------------------------------------------


@pytest.fixture
def worker() -> Iterator[CardWorker]:
    worker = CardWorker()
    yield worker
    worker.close()


class Gate:
    """Holds the worker before the n-th VERIFY or CHANGE until the test lets it go on."""

    def __init__(self, bench: Bench, instruction: int, occurrence: int = 1) -> None:
        self._left = occurrence
        self._instruction = instruction
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.cards = TappedCards(bench.cards, self._stop)

    def _stop(self, _count: int, command: bytes) -> None:
        data = command[1] in (0x20, 0x24) and len(command) > 5
        if command[1] == self._instruction and (data or self._instruction == 0xA4):
            self._left -= 1
            if self._left == 0:
                self.reached.set()
                assert self.go_on.wait(10)


def held_at(
    bench: Bench, worker: CardWorker, instruction: int, occurrence: int = 1
) -> tuple[Gate, Change, CardJob[ChangeResult]]:
    gate = Gate(bench, instruction, occurrence)
    change = Change(bench, SIGN, cards=gate.cards)
    job = worker.submit(change.prepare())
    assert gate.reached.wait(5)
    return gate, change, job


def test_giving_up_over_the_change_waits_and_tells_that_it_was_made(
    own_bench: Bench, worker: CardWorker
) -> None:
    gate, change, job = held_at(own_bench, worker, 0x24)
    assert not job.cancel()
    assert change.wiped
    gate.go_on.set()
    assert job.value() is NOT_CONFIRMED
    assert sent(own_bench) == (1, 1)
    assert holds(own_bench, SIGN, OTHER[SIGN])


def test_giving_up_over_the_last_check_waits_for_it(own_bench: Bench, worker: CardWorker) -> None:
    gate, change, job = held_at(own_bench, worker, 0x20, occurrence=2)
    assert not job.cancel()
    gate.go_on.set()
    assert job.value() is CHANGED
    assert change.wiped
    assert sent(own_bench) == (2, 1)


def test_giving_up_over_the_log_out_does_not_hide_the_change(
    own_bench: Bench, worker: CardWorker
) -> None:
    """After the change, the next SELECT of an application is the log-out."""
    left = [0]
    reached, go_on = threading.Event(), threading.Event()

    def stop(_count: int, command: bytes) -> None:
        left[0] += command[1] == 0x24
        if left[0] and command[1:3] == b"\xa4\x04":
            reached.set()
            assert go_on.wait(5)

    job = worker.submit(Change(own_bench, SIGN, cards=TappedCards(own_bench.cards, stop)).prepare())
    assert reached.wait(5)
    assert job.cancel()
    assert job.value() is CHANGED
    go_on.set()


@pytest.mark.parametrize(
    ("instruction", "occurrence", "expected"),
    [
        (0x20, 1, PasswordResultUnknownError),
        (0x24, 1, ChangeResultUnknownError),
        (0x20, 2, NOT_CONFIRMED),
    ],
)
def test_silent_reader(
    own_bench: Bench,
    instruction: int,
    occurrence: int,
    expected: type[JpkiError] | ChangeResult,
) -> None:
    worker = CardWorker(patience=0.3)
    gate, change, job = held_at(own_bench, worker, instruction, occurrence)
    assert job.wait(5)
    assert agrees(job.error or job.value(), expected)
    assert change.wiped
    gate.go_on.set()
    worker.close()


def test_given_up_before_it_began(own_bench: Bench) -> None:
    cancel = CancelToken()
    cancel.cancel()
    assert isinstance(Change(own_bench, SIGN, cancel=cancel).run(), CancelledError)
    assert sent(own_bench) == (0, 0)


# --- other programs -----------------------------------------------------------------------------


@pytest.mark.pcsc
@BOTH
def test_given_up_while_another_program_holds_a_transaction(
    pcsc_bench: Bench, shared_reader: SharedReader, worker: CardWorker, kind: PasswordKind
) -> None:
    change = Change(pcsc_bench, kind)
    work = change.prepare()
    with foreign_client(shared_reader.name, "transaction") as other:
        job = worker.submit(work)
        until(lambda: job.token.last_reader != "" and job.token.idle_seconds > 0.1)
        start = time.monotonic()
        assert job.cancel()
        with pytest.raises(CancelledError):
            job.value()
        assert time.monotonic() - start < AT_ONCE
        assert change.wiped
        let_go(other)
    # The thread comes free only now, and the next job shows that it has gone by.
    assert worker.submit(lambda _cancel: pcsc_bench.tries(kind)).value() == FULL[kind]
    until(lambda: not worker.silent_readers)
    assert sent(pcsc_bench) == (0, 0)
    assert holds(pcsc_bench, kind, RIGHT[kind])


@pytest.mark.pcsc
@pytest.mark.parametrize("how", ["shared", "exclusive"])
def test_second_process_holds_the_card(
    pcsc_bench: Bench, shared_reader: SharedReader, how: str
) -> None:
    look = looked(pcsc_bench)
    with foreign_client(shared_reader.name, how):
        start = time.monotonic()
        assert isinstance(Change(pcsc_bench, SIGN, look=look).run(), ReaderBusyError)
        assert time.monotonic() - start < AT_ONCE
    assert sent(pcsc_bench) == (0, 0)
    assert Change(pcsc_bench, SIGN, look=look).run() is CHANGED


@pytest.mark.pcsc
def test_reset_by_another_program_between_question_and_send(
    pcsc_bench: Bench, shared_reader: SharedReader
) -> None:
    look = looked(pcsc_bench)
    subprocess.run([sys.executable, "-c", _RESETTER, shared_reader.name], check=True, timeout=20)
    assert Change(pcsc_bench, SIGN, look=look).run() is CHANGED
    assert sent(pcsc_bench) == (2, 1)


@pytest.mark.pcsc
def test_nobody_gets_in_between_the_two_passwords(
    pcsc_bench: Bench, shared_reader: SharedReader
) -> None:
    refused: list[bool] = []

    def intrude(_count: int, command: bytes) -> None:
        if command[1] == 0x24:
            words = [sys.executable, "-c", _RESETTER, shared_reader.name]
            done = subprocess.run(words, check=False, capture_output=True, timeout=20)
            refused.append(done.returncode != 0)

    cards = TappedCards(pcsc_bench.cards, intrude)
    assert Change(pcsc_bench, SIGN, cards=cards).run() is CHANGED
    assert refused == [True]
    assert sent(pcsc_bench) == (2, 1)


Reset = Callable[[int, bytes], None]


@pytest.mark.parametrize("number", range(1, LAST + 1))
def test_reset_is_never_answered_by_a_second_password(
    own_reader: InProcessReader, number: int
) -> None:
    from jpki_desktop.errors import CardResetError

    def reset(count: int, _command: bytes) -> None:
        if count == number:
            raise CardResetError

    bench = Bench(InProcessCards(own_reader), own_reader)
    look = looked(bench)
    change = Change(bench, SIGN, look=look, cards=TappedCards(bench.cards, reset))
    assert agrees(change.run(), expected_outcome(number))
    verifies, changes = sent(bench)
    assert verifies <= 2
    assert changes <= 1
