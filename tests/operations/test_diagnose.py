"""Every step of the diagnosis with what can be wrong with it; no password ever leaves."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from jpki_desktop import environment
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardPresence, ReadersSeen, ReaderState
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    NetworkError,
    NoServiceError,
    ReaderError,
    ReaderSilentError,
    ServiceSilentError,
)
from jpki_desktop.machine.service import Door, ServiceLook, System
from jpki_desktop.operations.diagnosis import (
    Finding,
    Outcome,
    Result,
    Scene,
    Step,
    diagnose,
    overall,
)
from jpki_desktop.operations.diagnosis.machine_steps import _why_no_service
from jpki_desktop.revocation_request.requests import RequestStore
from jpki_desktop.settings import SettingsStore
from jpki_desktop.wording.diagnosis import describe_outcome
from support.in_process_cards import InProcessCards, InProcessReader, secrets_sent
from support.log_watch import LogWatch
from support.machines import lay_file, lay_service, lay_usb

Found = dict[Step, Outcome]


class SilentNetwork:
    """A network that reaches nobody, and counts how often it is tried."""

    def __init__(self, cause: str = "") -> None:
        self.cause = cause
        self.asked = 0

    def post(self, *_words: object, **_more: object) -> bytes:
        self.asked += 1
        raise NetworkError(self.cause or "refused")

    download = directory_value = post


class NoService:
    """Readers of a machine whose service fails in one way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def readers(self) -> ReadersSeen:
        raise self.error


class NoReaders:
    """A service without readers."""

    def readers(self) -> ReadersSeen:
        return ReadersSeen(service_running=True)


def now() -> datetime:
    return datetime.now(UTC)


def world_of(cards: object, **settings: str) -> Environment:
    store = SettingsStore(None)
    store.change(**settings)
    return Environment(cards, now, store, network=SilentNetwork())  # type: ignore[arg-type]


def run(world: Environment, root: Path, *, reader: str = "", patience: float = 10.0) -> Found:
    scene = Scene(world, reader, root, System.LINUX)
    outcomes = list(diagnose(scene, CancelToken(), patience=patience))
    assert [outcome.step for outcome in outcomes] == list(Step)
    return {outcome.step: outcome for outcome in outcomes}


def findings(found: Found) -> dict[Step, Finding]:
    return {step: outcome.finding for step, outcome in found.items()}


def code_of(outcome: Outcome) -> str:
    assert outcome.error is not None
    return outcome.error.code


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine with the service and nothing on USB."""
    lay_service(tmp_path)
    return tmp_path


def of_persona(
    store: MemoryStore, persona: str, root: Path, *quirks: str, **settings: str
) -> Found:
    reader = InProcessReader(store, persona=persona, quirks=quirks)
    world = world_of(InProcessCards(reader), **settings)
    found = run(world, root)
    assert secrets_sent(reader.trace()) == {"verify": 0, "change": 0}
    return found


def test_a_good_card_and_what_is_not_said_of_it(card_store: MemoryStore, root: Path) -> None:
    found = of_persona(card_store, "mynumber", root)
    assert findings(found) == {
        Step.SERVICE: Finding.SERVICE_RUNS,
        Step.READERS: Finding.READERS_FOUND,
        Step.CARD: Finding.CARD_ANSWERS,
        Step.APPLET: Finding.APPLET_SELECTED,
        Step.FILES: Finding.FILES_READ,
        Step.AUTH_PASSWORD: Finding.AUTH_TRIES,
        Step.SIGN_PASSWORD: Finding.SIGN_TRIES,
        Step.AUTH_CERTIFICATE: Finding.AUTH_CERTIFICATE_GOOD,
        Step.SIGN_CERTIFICATE: Finding.SIGN_CERTIFICATE_GUARDED,
        Step.CLOCK: Finding.CLOCK_PLAUSIBLE,
        Step.SERVER: Finding.SERVER_NOT_SET,
        Step.PIECES: Finding.PIECES_NONE,
    }
    assert (found[Step.AUTH_PASSWORD].number, found[Step.SIGN_PASSWORD].number) == (3, 5)
    whole = overall(list(found.values()))
    assert whole.result is Result.OK
    assert whole.unchecked == (Step.SIGN_CERTIFICATE, Step.SERVER)


@pytest.mark.parametrize(
    ("persona", "expected"),
    [
        ("licence", {Step.APPLET: Finding.APPLET_NONE, Step.FILES: Finding.STEP_SKIPPED}),
        ("juki", {Step.APPLET: Finding.APPLET_RESIDENT_CARD}),
        ("android", {Step.APPLET: Finding.APPLET_SELECTED}),
        ("sign-locked", {Step.SIGN_PASSWORD: Finding.SIGN_LOCKED}),
        ("auth-locked", {Step.AUTH_PASSWORD: Finding.AUTH_LOCKED}),
        (
            "one-try",
            {
                Step.AUTH_PASSWORD: Finding.AUTH_LAST_TRY,
                Step.SIGN_PASSWORD: Finding.SIGN_LAST_TRY,
            },
        ),
        ("expired", {Step.AUTH_CERTIFICATE: Finding.AUTH_CERTIFICATE_EXPIRED}),
        ("expiring", {Step.AUTH_CERTIFICATE: Finding.AUTH_CERTIFICATE_ENDS_SOON}),
        ("auth-missing", {Step.AUTH_CERTIFICATE: Finding.AUTH_CERTIFICATE_MISSING}),
        ("sign-missing", {Step.SIGN_CERTIFICATE: Finding.SIGN_CERTIFICATE_MISSING}),
    ],
)
def test_other_cards(
    card_store: MemoryStore, root: Path, persona: str, expected: dict[Step, Finding]
) -> None:
    found = findings(of_persona(card_store, persona, root))
    assert {step: found[step] for step in expected} == expected


def test_a_card_that_guards_its_certificate_is_not_called_good(
    card_store: MemoryStore, root: Path
) -> None:
    found = of_persona(card_store, "android", root)
    assert found[Step.AUTH_CERTIFICATE].finding is Finding.AUTH_CERTIFICATE_GUARDED
    assert found[Step.SERVER].finding is Finding.SERVER_NOT_SET
    assert Step.AUTH_CERTIFICATE in overall(list(found.values())).unchecked


@pytest.mark.parametrize(
    ("fault", "step", "finding"),
    [
        ("6f00 tries", Step.AUTH_PASSWORD, Finding.AUTH_TRIES_ERROR),
        ("gone select", Step.CARD, Finding.CARD_ERROR),
    ],
)
def test_faults_in_the_middle(
    card_store: MemoryStore, root: Path, fault: str, step: Step, finding: Finding
) -> None:
    reader = InProcessReader(card_store)
    reader.fault(fault)
    found = run(world_of(InProcessCards(reader)), root)
    assert found[step].finding is finding
    assert found[step].error is not None


def test_no_card_and_a_mute_one(card_store: MemoryStore, root: Path) -> None:
    reader = InProcessReader(card_store)
    reader.remove()
    found = run(world_of(InProcessCards(reader)), root)
    assert found[Step.CARD].finding is Finding.CARD_NONE
    assert found[Step.APPLET].finding is Finding.STEP_SKIPPED
    # What stands alone is looked at all the same.
    assert found[Step.CLOCK].finding is Finding.CLOCK_PLAUSIBLE
    reader.insert()
    reader.mute = True
    found = run(world_of(InProcessCards(reader)), root)
    assert found[Step.CARD].finding is Finding.CARD_ERROR
    assert code_of(found[Step.CARD]) == "JD-1104"


def test_two_cards_are_told_and_the_wanted_one_is_looked_at(
    card_store: MemoryStore, root: Path
) -> None:
    first = InProcessReader(card_store, name="First", persona="sign-locked")
    second = InProcessReader(card_store, name="Second")
    found = run(world_of(InProcessCards(first, second)), root, reader="Second")
    assert found[Step.CARD].finding is Finding.CARD_SEVERAL
    assert found[Step.CARD].names == ("Second",)
    assert found[Step.SIGN_PASSWORD].finding is Finding.SIGN_TRIES


# --- the service ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "result", "finding"),
    [
        (ServiceLook(System.LINUX, True, Door.SHUT), 0x8010001D, Finding.SERVICE_STOPPED),
        (ServiceLook(System.LINUX, False, Door.SHUT), 0x8010001D, Finding.SERVICE_MISSING),
        (ServiceLook(System.LINUX, True, Door.REFUSED), 0x8010001D, Finding.SERVICE_REFUSES),
        (ServiceLook(System.LINUX, True, Door.OPEN), 0x80100013, Finding.SERVICE_REFUSES),
        (ServiceLook(System.LINUX, True, Door.OPEN), 0x8010001E, Finding.SERVICE_OTHER_VERSION),
        (
            ServiceLook(System.LINUX, False, Door.OPEN, sandboxed=True),
            0x80100013,
            Finding.SERVICE_OTHER_VERSION,
        ),
        (ServiceLook(System.WINDOWS, True, Door.UNKNOWN), 0x8010001D, Finding.SERVICE_STOPPED),
    ],
)
def test_why_there_is_no_service(look: ServiceLook, result: int, finding: Finding) -> None:
    assert _why_no_service(look, NoServiceError(result)) is finding


def test_a_stopped_service_keeps_only_what_needs_it(root: Path, tmp_path: Path) -> None:
    found = run(world_of(NoService(NoServiceError(0x8010001D))), root)
    assert found[Step.SERVICE].result is Result.FAILED
    assert {one.finding for one in found.values() if one.result is Result.SKIPPED} == {
        Finding.STEP_SKIPPED,
        Finding.SERVER_NOT_SET,
    }
    assert overall(list(found.values())).failed == (Step.SERVICE,)


def test_other_failures_are_told_with_their_code(root: Path) -> None:
    found = run(world_of(NoService(ReaderError(0x8010002F))), root)
    assert found[Step.SERVICE].finding is Finding.STEP_ERROR
    assert code_of(found[Step.SERVICE]) == "JD-1006"


def test_a_defect_in_a_step_ends_that_step_alone(root: Path, expected_log: LogWatch) -> None:
    expected_log.allow("failed unexpectedly: ZeroDivisionError")
    found = run(world_of(NoService(ZeroDivisionError("secret"))), root)
    assert found[Step.SERVICE].finding is Finding.STEP_ERROR
    assert code_of(found[Step.SERVICE]) == "JD-1900"
    assert "secret" not in repr(found[Step.SERVICE])
    assert found[Step.CLOCK].finding is Finding.CLOCK_PLAUSIBLE


# --- readers ----------------------------------------------------------------------------------


def test_no_reader_at_all(root: Path) -> None:
    assert run(world_of(NoReaders()), root)[Step.READERS].finding is Finding.READERS_NONE


@pytest.mark.parametrize(
    ("id_", "kind", "finding"),
    [
        ("054c:06c3", "ff", Finding.READERS_UNUSABLE),
        ("054c:0dc9", "ff", Finding.READERS_NEED_DRIVER),
        ("1234:5678", "0b", Finding.READERS_NEED_DRIVER),
        ("1234:5678", "03", Finding.READERS_NONE),
    ],
)
def test_readers_that_the_service_does_not_list(
    root: Path, id_: str, kind: str, finding: Finding
) -> None:
    lay_usb(root, "1-1", id_, product="Thing", kind=kind)
    outcome = run(world_of(NoReaders()), root)[Step.READERS]
    assert outcome.finding is finding
    assert all(id_ in name for name in outcome.names)


def test_a_hopeless_reader_beside_a_good_one(card_store: MemoryStore, root: Path) -> None:
    lay_usb(root, "1-1", "054c:06c3")
    found = of_persona(card_store, "mynumber", root)
    assert found[Step.READERS].finding is Finding.READERS_ONE_UNUSABLE
    assert found[Step.CARD].finding is Finding.CARD_ANSWERS


def test_the_reader_that_was_chosen_is_missed(card_store: MemoryStore, root: Path) -> None:
    found = of_persona(card_store, "mynumber", root, reader="Gone Reader 00")
    assert found[Step.READERS].finding is Finding.READERS_CHOSEN_MISSING
    assert found[Step.CARD].finding is Finding.CARD_ANSWERS


# --- a step that hangs ------------------------------------------------------------------------


class Hanging(InProcessCards):
    """Cards whose connections block from the n-th on, as a stuck driver does."""

    def __init__(self, *readers: InProcessReader, after: int, others: bool = False) -> None:
        super().__init__(*readers)
        self.left = after
        self.others = others
        self.free = threading.Event()

    def connect(self, reader: str, sharing: object, cancel: CancelToken) -> object:  # type: ignore[override]
        if self.left == 0:
            cancel.alive(reader, others=self.others)
            self.free.wait(20)
        self.left -= self.left > 0
        return super().connect(reader, sharing, cancel)  # type: ignore[arg-type]


@pytest.fixture
def hanging(card_store: MemoryStore) -> Iterator[Callable[..., Hanging]]:
    made: list[Hanging] = []

    def make(after: int, *, others: bool = False) -> Hanging:
        made.append(Hanging(InProcessReader(card_store), after=after, others=others))
        return made[-1]

    yield make
    for cards in made:
        cards.free.set()


def test_a_reader_that_hangs_costs_one_step_and_not_the_rest(
    hanging: Callable[..., Hanging], root: Path
) -> None:
    found = run(world_of(hanging(2)), root, patience=0.3)
    assert found[Step.APPLET].finding is Finding.APPLET_SELECTED
    assert found[Step.FILES].finding is Finding.STEP_SILENT
    assert code_of(found[Step.FILES]) == ReaderSilentError.code
    assert found[Step.AUTH_PASSWORD].finding is Finding.STEP_SKIPPED
    assert found[Step.SIGN_CERTIFICATE].finding is Finding.STEP_SKIPPED
    assert found[Step.CLOCK].finding is Finding.CLOCK_PLAUSIBLE
    assert found[Step.PIECES].finding is Finding.PIECES_NONE


def test_a_service_that_hangs_is_not_taken_for_a_reader(root: Path) -> None:
    free = threading.Event()

    class Deaf(NoReaders):
        def readers(self) -> ReadersSeen:
            free.wait(20)
            return super().readers()

    outcome = run(world_of(Deaf()), root, patience=0.3)[Step.SERVICE]
    free.set()
    assert outcome.finding is Finding.STEP_SILENT
    assert code_of(outcome) == ServiceSilentError.code
    words = describe_outcome(outcome, System.LINUX)
    assert "sudo systemctl restart pcscd" in words.next_step


def test_a_server_that_hangs_is_not_taken_for_a_reader(
    card_store: MemoryStore, root: Path, tmp_path: Path
) -> None:
    free = threading.Event()

    class Deaf(SilentNetwork):
        def post(self, *words: object, **more: object) -> bytes:
            free.wait(20)
            return super().post(*words, **more)

    reader = InProcessReader(card_store)
    ca = reader.contents.auth_ca_certificate
    assert ca is not None
    authorities = tmp_path / "authorities.pem"
    authorities.write_bytes(ca)
    settings = {"ocsp_url": "http://ocsp.example.invalid", "ca_file": str(authorities)}
    network: Any = Deaf()
    world = replace(world_of(InProcessCards(reader), **settings), network=network)
    outcome = run(world, root, patience=0.5)[Step.SERVER]
    free.set()
    assert (outcome.finding, outcome.detail) == (Finding.SERVER_UNREACHED, "timeout")


def test_a_program_that_keeps_the_card_is_named_as_such(
    hanging: Callable[..., Hanging], root: Path
) -> None:
    found = run(world_of(hanging(0, others=True)), root, patience=0.3)
    assert found[Step.CARD].finding is Finding.STEP_TAKEN


def test_giving_up_ends_at_once_and_says_what_was_not_done(
    hanging: Callable[..., Hanging], root: Path
) -> None:
    cancel = CancelToken()
    outcomes = []
    for outcome in diagnose(Scene(world_of(hanging(1)), "", root, System.LINUX), cancel):
        outcomes.append(outcome)
        if outcome.step is Step.CARD:
            threading.Timer(0.1, cancel.cancel).start()
    assert len(outcomes) == len(Step)
    assert outcomes[3].finding is Finding.STEP_GIVEN_UP
    whole = overall(outcomes)
    assert whole.given_up
    assert whole.result is Result.SKIPPED
    assert Step.CLOCK in whole.unchecked


# --- clock, server ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "finding"),
    [
        (datetime(1970, 1, 2, tzinfo=UTC), Finding.CLOCK_BEHIND),
        (datetime(2000, 1, 1, tzinfo=UTC), Finding.CLOCK_BEHIND),
        (datetime(2090, 1, 1, tzinfo=UTC), Finding.CLOCK_AHEAD),
    ],
)
def test_impossible_clocks(root: Path, moment: datetime, finding: Finding) -> None:
    world = replace(world_of(NoReaders()), clock=lambda: moment)
    assert run(world, root)[Step.CLOCK].finding is finding


def test_a_clock_before_the_certificate(card_store: MemoryStore, root: Path) -> None:
    reader = InProcessReader(card_store)
    world = replace(world_of(InProcessCards(reader)), clock=lambda: now() - timedelta(days=365 * 8))
    found = run(world, root)
    assert found[Step.AUTH_CERTIFICATE].finding is Finding.AUTH_CERTIFICATE_EARLY
    assert found[Step.CLOCK].finding is Finding.CLOCK_BEHIND


def test_a_clock_that_jumps(root: Path) -> None:
    moments = iter([now(), *(now() + timedelta(hours=2) for _ in range(9))])
    world = replace(world_of(NoReaders()), clock=lambda: next(moments))
    outcome = run(world, root)[Step.CLOCK]
    assert outcome.finding is Finding.CLOCK_JUMPED
    assert outcome.number is not None
    assert 7190 < outcome.number <= 7200


def test_no_connection_without_a_server(card_store: MemoryStore, root: Path) -> None:
    reader = InProcessReader(card_store)
    network: Any = SilentNetwork()
    world = replace(world_of(InProcessCards(reader)), network=network)
    assert run(world, root)[Step.SERVER].finding is Finding.SERVER_NOT_SET
    assert network.asked == 0


def test_no_connection_about_a_card_whose_authority_is_nobodys(
    card_store: MemoryStore, root: Path
) -> None:
    reader = InProcessReader(card_store)
    network: Any = SilentNetwork()
    settings = {"ocsp_url": "http://ocsp.example.invalid"}
    world = replace(world_of(InProcessCards(reader), **settings), network=network)
    assert run(world, root)[Step.SERVER].finding is Finding.SERVER_NOT_ASKED
    assert network.asked == 0


def test_a_server_that_cannot_be_reached(
    card_store: MemoryStore, root: Path, tmp_path: Path
) -> None:
    reader = InProcessReader(card_store)
    network: Any = SilentNetwork("timeout")
    authorities = tmp_path / "authorities.pem"
    settings = {"ocsp_url": "http://ocsp.example.invalid", "ca_file": str(authorities)}
    world = replace(world_of(InProcessCards(reader), **settings), network=network)
    found = run(world, root)
    assert found[Step.SERVER].finding is Finding.SERVER_USELESS
    assert found[Step.SERVER].error is not None
    ca = reader.contents.auth_ca_certificate
    assert ca is not None
    authorities.write_bytes(ca)
    found = run(world, root)
    assert found[Step.SERVER].finding is Finding.SERVER_UNREACHED
    assert found[Step.SERVER].detail == "timeout"
    assert network.asked == 1


def test_a_server_that_answers_about_a_certificate_whose_revocation_was_requested(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is as good as before; what was requested is no fault of the server."""
    monkeypatch.setattr(RequestStore, "is_open", lambda *_: True)
    assert run(environment.demo(), root)[Step.SERVER].finding is Finding.SERVER_ANSWERS


def test_pieces_are_listed_without_a_promise(root: Path) -> None:
    lay_file(root, "usr/bin/firefox")
    outcome = run(world_of(NoReaders()), root)[Step.PIECES]
    assert outcome.finding is Finding.PIECES_FOUND
    assert outcome.names == ("Firefox",)


# --- all together -----------------------------------------------------------------------------


def test_every_finding_has_a_code_of_its_own() -> None:
    codes = [finding.code for finding in Finding]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("JD-2") for code in codes)


def test_nothing_done_is_nothing_good() -> None:
    whole = overall([])
    assert whole.result is Result.SKIPPED
    assert whole.unchecked == tuple(Step)


def test_mute_readers_are_readers(root: Path) -> None:
    seen = ReadersSeen(True, (ReaderState("R", CardPresence.MUTE),))
    cards = NoReaders()
    cards.readers = lambda: seen  # type: ignore[method-assign]
    found = run(world_of(cards), root)
    assert found[Step.READERS].finding is Finding.READERS_FOUND
    assert found[Step.CARD].finding is Finding.CARD_ERROR
