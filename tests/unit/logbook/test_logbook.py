"""The log file: private, bounded, quiet about values, and harmless when it cannot be written."""

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jpki_desktop.errors import NetworkError
from jpki_desktop.logbook import APDU_LEVEL, Logbook, places_of
from jpki_desktop.logbook.file import LARGEST_FILE, OLDER_FILES
from support.leak_search import find_leaks

NAME = "logbook_under_test"
LOG = logging.getLogger(f"{NAME}.part")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "log"


@pytest.fixture
def book(folder: Path) -> Iterator[Logbook]:
    book = Logbook(folder, NAME)
    yield book
    book.close()


def written(folder: Path) -> str:
    return (folder / "window.log").read_text("utf-8")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nothing_is_made_before_the_first_line(book: Logbook, folder: Path) -> None:
    book.start("window")
    assert not folder.exists()
    LOG.info("a line")
    assert "a line" in written(folder)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_file_and_folder_are_private_whatever_the_umask(
    book: Logbook, folder: Path, mask: int
) -> None:
    before = os.umask(mask)
    try:
        book.start("window")
        LOG.info("a line")
    finally:
        os.umask(before)
    assert mode(folder / "window.log") == 0o600
    assert mode(folder) == 0o700


def test_an_older_file_that_others_could_read_is_closed_to_them(
    book: Logbook, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "window.log").touch(0o644)
    book.start("window")
    LOG.info("a line")
    assert mode(folder / "window.log") == 0o600


def test_size_is_bounded_and_older_files_are_private_too(book: Logbook, folder: Path) -> None:
    book.start("window")
    for _ in range(6 * LARGEST_FILE // 1000):
        LOG.info("x" * 1000)
    files = sorted(folder.iterdir())
    assert len(files) == 1 + OLDER_FILES
    assert all(file.stat().st_size <= LARGEST_FILE for file in files)
    assert {mode(file) for file in files} == {0o600}


def test_apdus_only_while_asked_for(book: Logbook, folder: Path) -> None:
    book.start("window")
    LOG.info("a line")
    LOG.log(APDU_LEVEL, "command one")
    LOG.debug("a debug line")
    book.set_detailed(on=True)
    LOG.log(APDU_LEVEL, "command two")
    book.set_detailed(on=False)
    LOG.log(APDU_LEVEL, "command three")
    assert "two" in written(folder)
    assert not {"one", "three", "debug"} & set(written(folder).split())


SECRET = "Geheim-4711-ABCDEF"


def _fail(value: str) -> None:
    raise ValueError(value)


def test_an_exception_is_told_by_its_places_alone(book: Logbook, folder: Path) -> None:
    book.start("window")
    try:
        _fail(SECRET)
    except ValueError:
        LOG.exception("it failed")
    text = written(folder)
    assert "it failed [ValueError: test_logbook.py:" in text
    assert "in _fail" in text
    assert not find_leaks(SECRET, {"log": text})
    assert str(Path(__file__).parent) not in text
    assert text.count("\n") == 1


def test_python_itself_would_have_told_the_value(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        try:
            _fail(SECRET)
        except ValueError:
            LOG.exception("it failed")
    assert find_leaks(SECRET, {"log": caplog.text})


def test_a_name_from_outside_makes_no_second_line(book: Logbook, folder: Path) -> None:
    book.start("window")
    LOG.info("reader %s", "evil\n2026-01-01 INFO forged\r\udc80")
    assert written(folder).count("\n") == 1


def test_places_name_no_folder() -> None:
    try:
        _fail("")
    except ValueError as problem:
        places = places_of(problem.__traceback__)
    assert [place.rpartition(" ")[2] for place in places] == [
        "test_places_name_no_folder",
        "_fail",
    ]
    assert not any("/" in place for place in places)


def test_our_own_places_begin_at_the_package() -> None:
    from jpki_desktop.network.http import split

    try:
        split("ftp://example.invalid")
    except NetworkError as problem:
        places = places_of(problem.__traceback__)
    assert places[-1].startswith("network/http.py:")


def test_a_recursion_does_not_fill_the_log() -> None:
    def down(depth: int) -> None:
        if depth == 0:
            raise RuntimeError
        down(depth - 1)

    with pytest.raises(RuntimeError) as caught:
        down(100)
    assert len(places_of(caught.value.__traceback__)) == 12


def test_codes_that_were_shown_come_back_after_a_restart(folder: Path) -> None:
    for code in ("JD-1001", "JD-1104"):
        book = Logbook(folder, NAME)
        book.start("window")
        logging.getLogger(f"{NAME}.shown").info("shown: %s", code)
        book.close()
    LOG.info("JD-9999 was only mentioned")
    book = Logbook(folder, NAME)
    book.start("window")
    assert book.recent_codes() == ("JD-1001", "JD-1104")
    book.close()


def test_without_a_folder_nothing_is_written() -> None:
    book = Logbook(None, NAME)
    book.start("window", detailed=True)
    LOG.info("shown: JD-1001")
    assert book.recent_codes() == ()
    assert logging.getLogger(NAME).level == logging.NOTSET


def blocked_by_a_file(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.touch()


def blocked_by_a_folder(folder: Path) -> None:
    (folder / "window.log").mkdir(parents=True)


def blocked_by_a_link(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "window.log").symlink_to(folder.parent / "elsewhere")


def blocked_by_a_full_disk(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "window.log").symlink_to("/dev/full")


def blocked_by_a_pipe(folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / "window.log")


@pytest.mark.parametrize(
    "block",
    [
        blocked_by_a_pipe,
        blocked_by_a_file,
        blocked_by_a_folder,
        blocked_by_a_link,
        blocked_by_a_full_disk,
    ],
)
def test_a_log_that_cannot_be_written_is_told_once(
    book: Logbook, folder: Path, block: object, capfd: pytest.CaptureFixture[str]
) -> None:
    block(folder)  # type: ignore[operator]
    told: list[str] = []
    book.when_failed(told.append)
    book.start("window")
    for _ in range(3):
        LOG.info("a line")
    assert len(told) == 1
    assert book.problem == told[0] != ""
    assert capfd.readouterr() == ("", "")
    assert not (folder.parent / "elsewhere").exists()


def test_a_full_disk_is_told_once(
    book: Logbook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jpki_desktop.logbook.file import LogFile

    monkeypatch.setattr(LogFile, "_open", lambda _self: Path("/dev/full").open("a"))  # noqa: SIM115
    told: list[str] = []
    book.start("window")
    LOG.info("a line")
    LOG.info("a line")
    book.when_failed(told.append)
    assert told == [os.strerror(28)]


def test_the_logger_is_given_back(book: Logbook) -> None:
    book.start("window", detailed=True)
    book.start("window")
    assert len(logging.getLogger(NAME).handlers) == 1
    book.close()
    book.close()
    assert logging.getLogger(NAME).handlers == []
    assert logging.getLogger(NAME).level == logging.NOTSET


def test_a_program_without_a_log_does_not_load_the_file_handler() -> None:
    import subprocess

    code = "import sys, jpki_desktop.logbook; print('logging.handlers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"
