"""Every fault at every command of every operation: one clear answer, and the next try works.

In process for all of them, over the private service for a selection. A card that fails must never
make the program send a password twice, call a fault a wrong password, or wait for ever.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import CertificateFile, PasswordKind
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.emulator import Exchange
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import (
    CancelledError,
    CardAnswerError,
    CardGoneError,
    JpkiError,
    NoCardAccessError,
    PasswordResultUnknownError,
)
from jpki_desktop.operations.card_session import verified
from jpki_desktop.operations.read_card import read_card
from jpki_desktop.operations.show_certificate import read_open_certificate
from support.card_recipes import (
    DIGEST_INFO,
    OTHER,
    RIGHT,
    Bench,
    check_signature,
    secret,
)
from support.in_process_cards import InProcessCards, InProcessReader, TappedCards, secrets_sent
from support.pcsc_bench import SharedReader

SIGN = PasswordKind.SIGN
KINDS = (
    "gone",
    "empty",
    "garbage",
    "6f00",
    "gone-after",
    "empty-after",
    "garbage-after",
    "6f00-after",
)
VERIFY, CHANGE, SELECT = "0020", "0024", "00A4"
APPLET = bytes.fromhex("00A4040C0AD392F000260100000001")
GOODBYE = bytes.fromhex("00A4040C07A0000001510000")


@dataclass
class Attempt:
    """One run of an operation: what it was given and what came of it."""

    bench: Bench
    old: str = RIGHT[SIGN]
    new: str = OTHER[SIGN]
    password: Password | None = None

    def verified_session(self, work: Callable[[JpkiSession], bytes]) -> bytes:
        look = self.bench.look(SIGN)
        self.password = secret(SIGN, self.old)
        with verified(
            self.bench.cards,
            look.reader,
            self.password,
            identity=look.identity,
            tries_shown=look.password.tries_left,
            last_try_confirmed=False,
            cancel=CancelToken(),
        ) as session:
            return work(session)


def summary(attempt: Attempt) -> bytes:
    bench = attempt.bench
    certificate = read_card(bench.cards, bench.reader.name, CancelToken()).certificate
    assert certificate is not None
    return certificate.der


def show_open(attempt: Attempt) -> bytes:
    bench, which = attempt.bench, CertificateFile.AUTH
    return read_open_certificate(bench.cards, bench.reader.name, which, CancelToken()).der


def look(attempt: Attempt) -> bytes:
    return attempt.bench.look(SIGN).identity


def show_protected(attempt: Attempt) -> bytes:
    found = attempt.bench.look(SIGN)
    attempt.password = secret(SIGN, attempt.old)
    return attempt.bench.show(found, attempt.password)


def change(attempt: Attempt) -> bytes:
    def work(session: JpkiSession) -> bytes:
        session.change_password(secret(SIGN, attempt.new))
        return b"changed"

    return attempt.verified_session(work)


def sign(attempt: Attempt) -> bytes:
    return attempt.verified_session(lambda session: session.sign_digest(SIGN, DIGEST_INFO))


OPERATIONS = (summary, show_open, look, show_protected, change, sign)
OPERATION_IDS = [operation.__name__ for operation in OPERATIONS]


def untouched(
    store: MemoryStore, operation: Callable[[Attempt], bytes]
) -> tuple[bytes, list[Exchange]]:
    """Run the operation without a fault: the case that must succeed, and its commands."""
    reader = InProcessReader(store)
    value = operation(Attempt(Bench(InProcessCards(reader), reader)))
    return value, reader.exchanges


def outcome_of(
    operation: Callable[[Attempt], bytes], attempt: Attempt
) -> tuple[bytes | None, JpkiError | None]:
    """Run an operation and return its value or its error."""
    try:
        return operation(attempt), None
    except JpkiError as error:
        return None, error


def is_leaf(error: JpkiError) -> bool:
    return not type(error).__subclasses__()


def expected_error(commands: list[Exchange], number: int, fault: str) -> type[JpkiError] | None:
    """Return the one class that a fault at this command means; None when it does no harm."""
    command = commands[number - 1].command
    header = command[:2].hex()
    if command == GOODBYE:
        return None
    no_answer = fault.startswith(("gone", "empty"))
    if fault.startswith("6f00") and command == APPLET:
        # Always the first command of a conversation, which may fail once after power-on.
        return None
    if header == VERIFY and len(command) > 5:
        return PasswordResultUnknownError if no_answer else CardAnswerError
    if header == CHANGE:
        # Not even an error word tells whether the card has taken the new password.
        return PasswordResultUnknownError
    return CardGoneError if no_answer else CardAnswerError


@pytest.mark.parametrize("fault", KINDS)
@pytest.mark.parametrize("operation", OPERATIONS, ids=OPERATION_IDS)
def test_every_command_of_every_operation(
    card_store: MemoryStore,
    operation: Callable[[Attempt], bytes],
    fault: str,
    record_property: Callable[[str, object], None],
) -> None:
    value, commands = untouched(card_store, operation)
    record_property("cases", len(commands))
    for number in range(1, len(commands) + 1):
        case = (
            f"{operation.__name__}: {fault} at {number} ({commands[number - 1].command[:4].hex()})"
        )
        reader = InProcessReader(card_store)
        bench = Bench(InProcessCards(reader), reader)
        reader.fault(f"{fault} {number}")
        attempt = Attempt(bench)
        found, error = outcome_of(operation, attempt)
        assert error is not None or found == value, case
        expected = expected_error(commands, number, fault)
        assert (type(error) if error else None) is expected, f"{case}: {error!r}"
        assert error is None or is_leaf(error), case
        sent = secrets_sent(reader.trace())
        assert sent["verify"] <= 1, case
        assert sent["change"] <= 1, case
        assert attempt.password is None or attempt.password.wiped, case
        reader.insert()
        not_open(bench, case)
        again(bench, reader, operation, value, case)


def not_open(bench: Bench, case: str) -> None:
    """No key may be left usable for the next program, whatever went wrong."""
    with pytest.raises(JpkiError) as caught:
        bench.read(lambda session: session.sign_digest(SIGN, DIGEST_INFO))
    assert caught.type.__name__ == "PasswordNeededError", case


def again(
    bench: Bench,
    reader: InProcessReader,
    operation: Callable[[Attempt], bytes],
    value: bytes,
    case: str,
) -> None:
    """The user tries once more, with whichever password holds now."""
    changed = reader.card._parts.passwords[SIGN].changed is not None  # type: ignore[index]
    attempt = Attempt(bench, old=OTHER[SIGN], new=RIGHT[SIGN]) if changed else Attempt(bench)
    assert operation(attempt) == value, case


def test_untouched_operations_are_what_they_say(card_store: MemoryStore) -> None:
    contents = InProcessReader(card_store).contents
    values = {operation: untouched(card_store, operation)[0] for operation in OPERATIONS}
    assert values[summary] == values[show_open] == contents.auth_certificate
    assert values[show_protected] == contents.sign_certificate
    check_signature(contents.sign_certificate, values[sign])


# --- an exception that nobody foresaw -----------------------------------------------------------


class DefectError(Exception):
    """What a broken driver could raise."""


@pytest.mark.parametrize("operation", OPERATIONS, ids=OPERATION_IDS)
def test_defect_at_every_command(
    card_store: MemoryStore, operation: Callable[[Attempt], bytes]
) -> None:
    value, commands = untouched(card_store, operation)
    for number in range(1, len(commands) + 1):
        case = f"{operation.__name__}: defect at {number}"
        reader = InProcessReader(card_store)

        def fail(count: int, _command: bytes, number: int = number) -> None:
            if count == number:
                raise DefectError

        cards = TappedCards(InProcessCards(reader), fail)
        attempt = Attempt(Bench(cards, reader))
        if commands[number - 1].command == GOODBYE:
            # The log-out itself: power is cut instead, and the result stands.
            assert operation(attempt) == value, case
        else:
            with pytest.raises(DefectError):
                operation(attempt)
        assert attempt.password is None or attempt.password.wiped, case
        assert secrets_sent(reader.trace())["verify"] <= 1, case
        bench = Bench(InProcessCards(reader), reader)
        not_open(bench, case)
        again(bench, reader, operation, value, case)


# --- given up at every command ------------------------------------------------------------------


@pytest.mark.parametrize("operation", [show_protected, change, sign])
def test_given_up_before_every_command(
    card_store: MemoryStore,
    operation: Callable[[Attempt], bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The token is looked at between any two commands, and the card is never left open."""
    value, commands = untouched(card_store, operation)
    for number in range(1, len(commands) + 1):
        case = f"{operation.__name__}: given up at {number}"
        reader = InProcessReader(card_store)
        token = CancelToken()

        def give_up(
            count: int, _command: bytes, number: int = number, token: CancelToken = token
        ) -> None:
            if count == number:
                token.cancel()

        monkeypatch.setattr("support.card_recipes.CancelToken", lambda token=token: token)
        monkeypatch.setattr(f"{__name__}.CancelToken", lambda token=token: token)
        attempt = Attempt(Bench(TappedCards(InProcessCards(reader), give_up), reader))
        _, error = outcome_of(operation, attempt)
        assert error is None or type(error) is CancelledError, f"{case}: {error!r}"
        verify = [
            entry
            for entry in commands
            if entry.command[:2].hex() == VERIFY and len(entry.command) > 5
        ]
        place = commands.index(verify[0]) + 1
        sent = secrets_sent(reader.trace())
        assert sent["verify"] == int(number >= place), case
        assert (error is None) == (number >= len(commands) - (operation is change)), case
        assert attempt.password is None or attempt.password.wiped, case
        monkeypatch.undo()
        bench = Bench(InProcessCards(reader), reader)
        not_open(bench, case)
        again(bench, reader, operation, value, case)


# --- over the service ---------------------------------------------------------------------------


@pytest.mark.pcsc
@pytest.mark.parametrize("fault", ["gone", "empty"])
@pytest.mark.parametrize("operation", OPERATIONS, ids=OPERATION_IDS)
def test_fault_over_the_service(
    pcsc_bench: Bench,
    shared_reader: SharedReader,
    card_store: MemoryStore,
    operation: Callable[[Attempt], bytes],
    fault: str,
) -> None:
    _, commands = untouched(card_store, operation)
    secret_command = [
        number
        for number, exchange in enumerate(commands, 1)
        if exchange.command[1] in (0x20, 0x24) and len(exchange.command) > 5
    ]
    places = (1, secret_command[-1] if secret_command else 4, len(commands) - 1)
    worker = CardWorker(patience=10)
    for number in places:
        shared_reader.restore()
        case = f"{operation.__name__}: {fault} at {number}"
        attempt = Attempt(pcsc_bench)
        shared_reader.fault(f"{fault} {number}")
        job = worker.submit(lambda _cancel, attempt=attempt: operation(attempt))  # type: ignore[misc]
        with pytest.raises((NoCardAccessError, PasswordResultUnknownError)) as caught:
            job.value()
        assert caught.type is expected_error(commands, number, fault), f"{case}: {caught.value!r}"
        assert secrets_sent(shared_reader.trace())["verify"] <= 1, case
        assert attempt.password is None or attempt.password.wiped, case
        shared_reader.comes_back(gone=fault == "gone")
        not_open(pcsc_bench, case)
    worker.close()
    assert operation(Attempt(pcsc_bench))
    if operation is change:
        change(Attempt(pcsc_bench, old=OTHER[SIGN], new=RIGHT[SIGN]))


def test_the_table_can_fail(card_store: MemoryStore) -> None:
    """A client that sends a password twice is caught by the same count."""
    reader = InProcessReader(card_store)
    bench = Bench(InProcessCards(reader), reader)

    def twice(session: JpkiSession) -> None:
        session.verify(secret(SIGN))

    bench.with_password(SIGN, RIGHT[SIGN], twice)
    assert secrets_sent(reader.trace())["verify"] == 2
