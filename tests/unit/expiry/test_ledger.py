"""The ledger's file: kept whole, only the user's, and never overwritten by an older version."""

import json
import re
import stat
import tempfile
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.errors import LedgerFileError, LedgerVersionError
from jpki_desktop.expiry.ledger import Ledger
from jpki_desktop.expiry.ledger_file import Contents, to_bytes, to_contents
from jpki_desktop.expiry.model import (
    ClockState,
    Known,
    LedgerEntry,
    LedgerKind,
    New,
    Replaces,
)
from support.reminder_tables import entry

OLD, NEW = entry("2028-02-29T23:59:59+09:00", "1a"), entry("2033-02-28T23:59:59+09:00", "2b")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "ledger.json"


def test_nothing_is_written_before_something_is_kept(file: Path) -> None:
    ledger = Ledger(file)
    assert ledger.entries() == ()
    assert ledger.clock() == ClockState()
    ledger.keep_clock(ClockState(date(2028, 1, 1)))
    ledger.update("1a", lambda it: it)
    ledger.delete("1a")
    ledger.delete_all()
    assert not file.parent.exists()


def test_kept_over_runs_for_the_user_alone(file: Path) -> None:
    assert Ledger(file).remember(OLD) == New(OLD)
    Ledger(file).keep_clock(ClockState(date(2028, 1, 1)))
    assert Ledger(file).entries() == (OLD,)
    assert Ledger(file).clock() == ClockState(date(2028, 1, 1))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [it.name for it in file.parent.iterdir()] == ["ledger.json"]


def test_only_what_is_said_stands_in_the_file(file: Path) -> None:
    Ledger(file).remember(OLD)
    (kept,) = json.loads(file.read_text())["certificates"]
    assert set(kept) == {
        *("kind", "ends_at", "mark", "seen_at", "told", "last_told_on", "snoozed_until"),
        *("silenced", "replaces", "for_tests"),
    }


def test_without_a_file_it_lives_in_memory() -> None:
    ledger = Ledger(None)
    ledger.remember(OLD)
    assert ledger.entries() == (OLD,)
    assert Ledger(None).entries() == ()
    ledger.delete_all()
    assert ledger.entries() == ()


def test_known_is_not_changed(file: Path) -> None:
    ledger = Ledger(file)
    ledger.remember(OLD)
    ledger.update("1a", lambda it: replace(it, silenced=True))
    before = file.stat().st_mtime_ns
    assert ledger.remember(OLD) == Known(replace(OLD, silenced=True))
    assert file.stat().st_mtime_ns == before


def test_a_newer_one_of_the_same_kind_may_replace() -> None:
    ledger = Ledger(None)
    ledger.remember(OLD)
    new = replace(NEW, replaces="1a")
    assert ledger.remember(NEW) == Replaces(OLD, new)
    assert ledger.remember(NEW) == Replaces(OLD, new, again=True)
    assert ledger.entries() == (OLD, new)
    ledger.delete("1a")
    assert ledger.remember(NEW) == Known(new)


@pytest.mark.parametrize(
    "other",
    [
        replace(NEW, kind=LedgerKind.SIGN),
        replace(NEW, for_tests=True),
        replace(NEW, ends_at=datetime(2027, 1, 1, tzinfo=UTC)),
    ],
)
def test_another_kind_or_an_older_one_does_not(other: LedgerEntry) -> None:
    ledger = Ledger(None)
    ledger.remember(OLD)
    assert ledger.remember(other) == New(other)


def test_the_same_birthday_is_likelier_than_the_next_to_end() -> None:
    mother = entry("2029-05-05T23:59:59+09:00", "mother")
    child = entry("2029-06-06T23:59:59+09:00", "child")
    for kept, renewed in (("mother", "2034-05-05"), ("child", "2034-06-06")):
        ledger = Ledger(None)
        for one in (mother, child):
            ledger.remember(one)
        outcome = ledger.remember(entry(f"{renewed}T23:59:59+09:00", "new"))
        assert isinstance(outcome, Replaces)
        assert outcome.old.mark == kept
    outcome = ledger.remember(entry("2034-07-07T23:59:59+09:00", "other"))
    assert isinstance(outcome, Replaces)
    assert outcome.old.mark == "mother"


def test_what_was_deleted_stays_deleted(file: Path) -> None:
    window, terminal = Ledger(file), Ledger(file)
    window.remember(OLD)
    window.remember(replace(NEW, kind=LedgerKind.SIGN))
    terminal.delete("1a")
    window.update("1a", lambda it: replace(it, silenced=True))
    assert [it.mark for it in window.entries()] == ["2b"]
    terminal.delete("2b")
    assert not file.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b'{"version": "1"}',
        b'{"version": true}',
        b'{"version": 1}',
        b"[" * 100_000,
        re.sub(
            rb'"ends_at": "[^"]*',
            b'"ends_at": "0001-01-01T00:00:00+09:00',
            to_bytes(Contents((OLD,))),
        ),
        to_bytes(Contents((OLD,)))[:-20],
        to_bytes(Contents((OLD,))).replace(b'"auth"', b'"other"'),
        to_bytes(Contents((OLD,))).replace(b"+00:00", b""),
        to_bytes(Contents((OLD,))).replace(b"false", b'"no"'),
        to_bytes(Contents((OLD,))).replace(b"2028-02-29", b"2027-02-29"),
    ],
)
def test_what_is_broken_is_set_aside(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    ledger = Ledger(file)
    assert ledger.entries() == ()
    assert ledger.set_aside == file.with_suffix(".broken")
    ledger.remember(OLD)
    assert ledger.entries() == (OLD,)
    assert file.with_suffix(".broken").read_bytes() == content
    file.write_bytes(b"broken again")
    assert ledger.entries() == ()
    assert file.with_suffix(".broken").read_bytes() == content
    assert file.with_suffix(".broken1").read_bytes() == b"broken again"
    ledger.delete_all()
    assert list(file.parent.iterdir()) == []


def test_a_newer_form_is_left_alone_until_all_is_deleted(file: Path) -> None:
    content = to_bytes(Contents((OLD,))).replace(b'"version": 1', b'"version": 2')
    file.parent.mkdir()
    file.write_bytes(content)
    ledger = Ledger(file)
    with pytest.raises(LedgerVersionError):
        ledger.entries()
    with pytest.raises(LedgerVersionError):
        ledger.remember(OLD)
    with pytest.raises(LedgerVersionError):
        ledger.delete("1a")
    assert file.read_bytes() == content
    ledger.delete_all()
    assert ledger.entries() == ()


def test_a_place_that_cannot_be_used_is_an_error_with_a_code(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    ledger = Ledger(tmp_path / "data" / "ledger.json")
    for use in (ledger.entries, lambda: ledger.remember(OLD), ledger.delete_all):
        with pytest.raises(LedgerFileError):
            use()
    folder = Ledger(tmp_path)
    with pytest.raises(LedgerFileError):
        folder.entries()


def test_a_failed_write_loses_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(file)
    ledger.remember(OLD)
    ledger.remember(replace(NEW, kind=LedgerKind.SIGN))
    kept = ledger.entries()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fail)
        with pytest.raises(LedgerFileError, match="No space left"):
            ledger.delete("1a")
        with pytest.raises(LedgerFileError, match="No space left"):
            ledger.remember(replace(NEW, mark="3c"))
    assert ledger.entries() == kept
    assert [it.name for it in file.parent.iterdir()] == ["ledger.json"]


def test_many_at_once(file: Path) -> None:
    marks = [f"{number:02x}" for number in range(16)]
    ledgers = [Ledger(file) for _ in marks]
    begin = threading.Barrier(len(marks))

    def keep(ledger: Ledger, mark: str) -> None:
        begin.wait()
        ledger.remember(replace(OLD, mark=mark))

    threads = [
        threading.Thread(target=keep, args=pair) for pair in zip(ledgers, marks, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(it.mark for it in Ledger(file).entries()) == marks


DAYS = st.none() | st.dates()
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
ENTRIES = st.builds(
    LedgerEntry,
    kind=st.sampled_from(LedgerKind),
    ends_at=st.datetimes(timezones=st.just(UTC)),
    mark=TEXTS,
    seen_at=st.datetimes(timezones=st.just(UTC)),
    told=st.lists(TEXTS).map(tuple),
    last_told_on=DAYS,
    snoozed_until=DAYS,
    silenced=st.booleans(),
    replaces=TEXTS,
    for_tests=st.booleans(),
)


@given(st.builds(Contents, st.lists(ENTRIES).map(tuple), st.builds(ClockState, DAYS, DAYS)))
def test_round_trip(contents: Contents) -> None:
    assert to_contents(to_bytes(contents)) == contents


@given(at=st.integers(0, 600), octet=st.integers(0, 255))
def test_any_changed_octet_is_read_or_set_aside(at: int, octet: int) -> None:
    content = bytearray(to_bytes(Contents((OLD, NEW), ClockState(date(2028, 1, 1)))))
    content[at] = octet
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ledger.json"
        file.write_bytes(content)
        try:
            found = Ledger(file).entries()
        except LedgerVersionError:
            assert file.read_bytes() == content
        else:
            assert len(found) == 2 or file.with_suffix(".broken").read_bytes() == content
