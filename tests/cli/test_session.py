"""What Ctrl+C means, which error ends with which code, and a machine without readers."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime

import pytest

from cli.conftest import InProcess
from jpki_desktop import environment, errors
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardConnection, ReadersSeen, Sharing, Watcher
from jpki_desktop.card.worker import CardJob
from jpki_desktop.cli.exit_codes import exit_code
from jpki_desktop.cli.session import CardSession
from jpki_desktop.environment import Environment
from jpki_desktop.settings import SettingsStore


class NoReaders:
    """A machine on which the service runs and no reader is connected."""

    def readers(self) -> ReadersSeen:
        return ReadersSeen(service_running=True)

    def watch(self, listener: Callable[[ReadersSeen], None]) -> Watcher:
        raise NotImplementedError

    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> AbstractContextManager[CardConnection]:
        raise NotImplementedError


WORLD = Environment(NoReaders(), lambda: datetime.now(UTC), SettingsStore(None))


@pytest.mark.parametrize("words", [("readers",), ("card",), ("show", "auth")])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_no_reader(
    jpki: InProcess,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    form: tuple[str, ...],
) -> None:
    monkeypatch.setattr(environment, "real", lambda: WORLD)
    outcome = jpki(*form, *words)
    assert (outcome.code, outcome.out) == (3, b"")
    assert "JD-1002" in outcome.err


class Interrupted:
    """Lets the user press Ctrl+C as soon as the job runs, and again while its end is waited for."""

    def __init__(self, patch: pytest.MonkeyPatch, *, twice: bool) -> None:
        self.begun = threading.Event()
        self.go_on = threading.Event()
        value = CardJob.value

        def pressed(_job: object, _seconds: float) -> bool:
            assert self.begun.wait(5)
            raise KeyboardInterrupt

        def awaited(job: CardJob[str]) -> str:
            if twice:
                raise KeyboardInterrupt
            self.go_on.set()
            return value(job)

        patch.setattr(CardJob, "wait", pressed)
        patch.setattr(CardJob, "value", awaited)

    def password(self, cancel: CancelToken) -> str:
        """A password that is on its way for as long as the test wants."""
        with cancel.commit("sign"):
            self.begun.set()
            assert self.go_on.wait(5)
        return "opened"

    def read(self, cancel: CancelToken) -> str:
        """A read that is blocked by another program."""
        self.begun.set()
        assert self.go_on.wait(5)
        cancel.check()
        return "read"


@pytest.fixture
def session() -> Iterator[CardSession]:
    session = CardSession(WORLD, "")
    yield session
    session._worker.close()


def test_ctrl_c_gives_a_read_up(session: CardSession, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted = Interrupted(monkeypatch, twice=False)
    with pytest.raises(errors.CancelledError):
        session.run(interrupted.read)
    interrupted.go_on.set()


def test_a_password_on_its_way_is_waited_for(
    session: CardSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted = Interrupted(monkeypatch, twice=False)
    assert session.run(interrupted.password) == "opened"


def test_who_does_not_wait_is_not_told_that_no_try_was_spent(
    session: CardSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted = Interrupted(monkeypatch, twice=True)
    with pytest.raises(errors.PasswordResultUnknownError) as caught:
        session.run(interrupted.password)
    assert caught.value.password == "sign"
    interrupted.go_on.set()


CODES: dict[int, list[errors.JpkiError]] = {
    1: [errors.NewPasswordRefusedError("auth", "6A80")],
    2: [errors.UsageError("x"), errors.PasswordFormatError("auth", "length")],
    3: [
        errors.NoServiceError(),
        errors.NoReaderError(),
        errors.ReaderNotFoundError("x"),
        errors.ReaderBusyError("x"),
        errors.ReaderSilentError("x"),
        errors.ReaderError(1),
        errors.SeveralCardsError(),
        errors.NoCardError(),
        errors.CardGoneError(),
        errors.CardResetError(),
        errors.CardMuteError(),
        errors.NotMyNumberCardError(),
        errors.CardKindError("juki"),
        errors.CardAnswerError("VERIFY", "6F00"),
        errors.CardChangedError(),
        errors.CertificateMissingError("auth"),
        errors.PasswordNeededError("auth"),
        errors.VirtualCardError("x"),
    ],
    4: [errors.WrongPasswordError("auth", 1)],
    5: [errors.PasswordLockedError("auth")],
    6: [
        errors.PasswordResultUnknownError("auth"),
        errors.TriesChangedError("auth", 1),
        errors.UnexpectedError("x"),
        errors.SettingsFileError("x", "y"),
    ],
    7: [errors.CertificateError("x")],
    8: [errors.LastTryError("auth"), errors.CancelledError()],
}


@pytest.mark.parametrize(
    ("code", "error"), [(code, error) for code, group in CODES.items() for error in group]
)
def test_exit_codes(code: int, error: errors.JpkiError) -> None:
    assert exit_code(error) == code


def test_an_error_in_the_middle_leaves_no_half_document(
    jpki: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that reads our output must never meet the beginning of a JSON document alone."""

    def broken(*_: object) -> None:
        raise errors.CertificateError("not-der")

    monkeypatch.setattr("jpki_desktop.cli.show.as_json", broken)
    outcome = jpki("--demo", "show", "auth", "--json")
    assert (outcome.code, outcome.out) == (7, b"")
    assert json.loads(outcome.err)["error"]["code"] == "JD-1301"
