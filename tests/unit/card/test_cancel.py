"""Giving up and sending can never both win."""

import threading

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.errors import CancelledError


def test_given_up_before_the_commit() -> None:
    token = CancelToken()
    assert token.cancel()
    with pytest.raises(CancelledError):
        token.check()
    with pytest.raises(CancelledError), token.commit("sign"):
        pytest.fail("a password was on its way")
    assert token.committing == ""


def test_given_up_during_the_commit_is_too_late() -> None:
    token = CancelToken()
    with token.commit("sign"):
        assert token.committing == "sign"
        assert not token.cancel()
    assert token.committing == ""
    assert token.cancelled
    with pytest.raises(CancelledError):
        token.check()


def test_commit_ends_after_a_failure() -> None:
    token = CancelToken()
    with pytest.raises(KeyError), token.commit("auth"):
        raise KeyError
    assert token.committing == ""
    assert token.cancel()


def test_cleanups_run_once_and_late_ones_at_once() -> None:
    token = CancelToken()
    ran: list[str] = []
    token.on_cancel(lambda: ran.append("early"))
    token.cancel()
    token.cancel()
    token.on_cancel(lambda: ran.append("late"))
    assert ran == ["early", "late"]


def test_signs_of_life() -> None:
    token = CancelToken()
    token.alive("Reader")
    token.alive()
    token.exchanged()
    assert token.last_reader == "Reader"
    assert token.exchanges == 1
    assert token.idle_seconds < 1


def test_race_has_one_winner() -> None:
    """Two threads meet at the token many times; both outcomes occur, and never both at once."""
    outcomes = set()
    for _ in range(400):
        token = CancelToken()
        start = threading.Barrier(2)
        sent = threading.Event()

        def send(
            token: CancelToken = token,
            start: threading.Barrier = start,
            sent: threading.Event = sent,
        ) -> None:
            start.wait()
            try:
                with token.commit("sign"):
                    sent.set()
            except CancelledError:
                pass

        thread = threading.Thread(target=send)
        thread.start()
        start.wait()
        in_time = token.cancel()
        thread.join()
        # In time means that nothing was under way; it may have been sent and answered before.
        if not in_time:
            assert sent.is_set()
        outcomes.add((in_time, sent.is_set()))
    assert (True, False) in outcomes or (True, True) in outcomes


def test_nothing_is_sent_after_cancel_has_returned() -> None:
    for _ in range(200):
        token = CancelToken()
        cancelled = threading.Event()
        late: list[bool] = []
        start = threading.Barrier(2)

        def send(
            token: CancelToken = token,
            cancelled: threading.Event = cancelled,
            late: list[bool] = late,
            start: threading.Barrier = start,
        ) -> None:
            start.wait()
            for _ in range(50):
                before = cancelled.is_set()
                try:
                    with token.commit("sign"):
                        late.append(before)
                except CancelledError:
                    return

        thread = threading.Thread(target=send)
        thread.start()
        start.wait()
        token.cancel()
        cancelled.set()
        thread.join()
        assert not any(late)
