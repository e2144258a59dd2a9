"""What is said of an operation that ends without an answer: what is certain, or in doubt."""

import threading

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.errors import (
    CancelledError,
    ChangeResultUnknownError,
    PasswordResultUnknownError,
    ReaderSilentError,
)


def test_the_outermost_hold_counts() -> None:
    token = CancelToken()
    with token.commit("sign", ChangeResultUnknownError):
        with token.commit("sign"):
            assert isinstance(token.doubt, ChangeResultUnknownError)
        assert token.committing == "sign"
        assert isinstance(token.doubt, ChangeResultUnknownError)
        assert not token.cancel()
        with pytest.raises(CancelledError):
            token.commit("sign").__enter__()
    assert token.committing == ""
    assert getattr(token, "doubt") is None  # noqa: B009 - mypy believes in the value from above


def test_giving_up_after_all_is_certain_gives_the_value() -> None:
    worker, settled, go_on = CardWorker(), threading.Event(), threading.Event()

    def work(cancel: CancelToken) -> str:
        cancel.settle("changed")
        settled.set()
        go_on.wait(5)
        return "late"

    job = worker.submit(work)
    assert settled.wait(5)
    assert job.cancel()
    assert job.value() == "changed"
    go_on.set()
    worker.close()


@pytest.mark.parametrize(
    ("hold", "settle", "expected"),
    [
        (None, False, ReaderSilentError),
        (PasswordResultUnknownError, False, PasswordResultUnknownError),
        (ChangeResultUnknownError, False, ChangeResultUnknownError),
        (ChangeResultUnknownError, True, None),
    ],
)
def test_a_silent_reader(
    hold: type[ChangeResultUnknownError] | None, settle: bool, expected: type[Exception] | None
) -> None:
    worker, end = CardWorker(patience=0.2), threading.Event()

    def work(cancel: CancelToken) -> str:
        cancel.alive("Deaf")
        if hold is None:
            end.wait(5)
            return "late"
        with cancel.commit("auth", hold):
            if settle:
                cancel.settle("certain")
            end.wait(5)
        return "late"

    job = worker.submit(work)
    assert job.wait(5)
    end.set()
    worker.close()
    if expected is None:
        assert job.value() == "certain"
    else:
        assert type(job.error) is expected
