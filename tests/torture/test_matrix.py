"""A small part of the matrix in every run of the tests, and that it finds what it should."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jpki_desktop.card.apdu import ResponseApdu
from jpki_desktop.card.channel import Channel
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.emulator.store import MemoryStore
from support.card_fixtures import card_store
from support.log_watch import LogWatch
from support.private_pcscd import PrivatePcscd
from torture import ended, in_process, window
from torture.judge import Judge
from torture.ledger import Row, table
from torture.mishaps import MISHAPS
from torture.operations import OPERATIONS, Operation
from torture.over_pcscd import OverPcscd
from torture.report import BEGIN, END, write_report
from torture.stack import Stack

__all__ = ["card_store"]

VERIFY = next(operation for operation in OPERATIONS if operation.name == "verify a password")


def in_this_process(operation: Operation, store: MemoryStore) -> Row:
    row = Row(operation.name, operation.minimum, 0)
    in_process.torture(operation, row, store)
    return row


@pytest.mark.parametrize("operation", OPERATIONS, ids=[it.name for it in OPERATIONS])
def test_every_operation_holds_in_this_process(
    operation: Operation, card_store: MemoryStore
) -> None:
    row = in_this_process(operation, card_store)
    assert row.held, row.complaints
    assert row.injected == row.recovered >= operation.minimum


# --- what the matrix must find ------------------------------------------------------------------


def test_a_password_that_is_sent_again_is_found(
    card_store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = Channel.send_password

    def again(channel: Channel, header: bytes, password: Password) -> ResponseApdu:
        response = send(channel, header, password)
        return send(channel, header, password) if response.status == 0x6F00 else response

    monkeypatch.setattr(Channel, "send_password", again)
    row = in_this_process(VERIFY, card_store)
    assert not row.held
    assert any("2 passwords were sent" in complaint for complaint in row.complaints)


def test_a_try_that_is_lost_is_found(
    card_store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = Channel.send_password

    def careless(channel: Channel, header: bytes, password: Password) -> ResponseApdu:
        try:
            return send(channel, header, password)
        except Exception:
            channel.send_raw(header + b"\x049999")
            raise

    monkeypatch.setattr(Channel, "send_password", careless)
    row = in_this_process(VERIFY, card_store)
    assert row.tries_lost
    assert not row.held


def test_a_key_that_is_left_open_is_found(
    card_store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JpkiSession, "log_out", lambda _session: None)
    row = in_this_process(VERIFY, card_store)
    assert row.left_open
    assert not row.held


def test_an_end_without_words_is_found(
    card_store: MemoryStore, monkeypatch: pytest.MonkeyPatch, expected_log: LogWatch
) -> None:
    expected_log.allow("a card operation failed unexpectedly: KeyError")
    send = Channel.send_raw

    def broken(channel: Channel, command: bytes) -> ResponseApdu:
        response = send(channel, command)
        if response.status == 0x6F00:
            raise KeyError
        return response

    monkeypatch.setattr(Channel, "send_raw", broken)
    row = in_this_process(VERIFY, card_store)
    assert row.crashes
    assert not row.held


def test_too_few_faults_are_found() -> None:
    row = Row("x", 3, 1)
    for _ in range(3):
        row.add("gone", over_pcscd=False)
        row.came_back(0.1)
    assert row.short
    assert not row.held
    row.add("gone", over_pcscd=True)
    assert not row.held
    row.came_back(0.2)
    assert row.held


# --- over the service ---------------------------------------------------------------------------


@pytest.fixture
def stack(pcscd: PrivatePcscd, emulator_keys: Path, tmp_path: Path) -> Iterator[Stack]:
    stack = Stack(pcscd, emulator_keys, tmp_path)
    yield stack
    stack.close()


@pytest.mark.pcsc
def test_a_part_of_the_matrix_over_the_service(stack: Stack) -> None:
    row, watching = Row(VERIFY.name, 12, 12), Row("watch", 12, 12)
    over = OverPcscd(VERIFY, row, watching, stack)
    try:
        over.torture(places=1, mishaps=[it for it in MISHAPS if "unplugged" not in it.name])
        over.cut_wire(cuts=2)
    finally:
        over.close()
    assert row.held, row.complaints
    assert watching.held, watching.complaints


@pytest.mark.pcsc
def test_jpki_is_ended_in_the_middle(stack: Stack, tmp_path: Path) -> None:
    row = Row(VERIFY.name, 3, 3)
    ended.torture(VERIFY, row, stack, tmp_path, places=3)
    assert row.held, row.complaints


@pytest.mark.pcsc
def test_window_goes_on_by_itself_and_ends_in_time(stack: Stack, tmp_path: Path) -> None:
    row, worker = Row("the window", 4, 4), CardWorker()
    judge = Judge(VERIFY, row, worker, stack.cards, stack)
    names = ["service killed", "card pulled"]
    try:
        end = ["SIGTERM, password in a hanging service"]
        window.torture(row, stack, tmp_path, judge, mishaps=names, ends=end)
    finally:
        worker.close()
    assert row.held, row.complaints


# --- the report ---------------------------------------------------------------------------------


def test_report_keeps_what_people_wrote(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    for _ in range(2):
        write_report(path, table([Row("one", 1, 1)]))
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"before\n{BEGIN}\n\n| operation")
    assert text.endswith(f"{END}\nafter\n")
    assert "old" not in text
    path.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match=r"report\.md"):
        write_report(path, "")
