"""Files and folders, one row for each certificate, and nothing that stops the rest."""

import os
from pathlib import Path

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.certificate.entries import UnreadableEntry
from jpki_desktop.certificate.files import open_certificate_file
from jpki_desktop.errors import (
    CancelledError,
    FilePasswordNeededError,
    FileUnreadableError,
    NoCertificateFileError,
    NotAFileError,
)
from jpki_desktop.operations import inspect_certificates as inspecting
from jpki_desktop.operations.inspect_certificates import InspectedRow, inspect_certificates
from support import certificate_files as made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files of every kind at several depths."""
    folder = tmp_path / "all"
    (folder / "b" / "c").mkdir(parents=True)
    (folder / "a.cer").write_bytes(made.trio()[1])
    (folder / "b" / "several.pem").write_bytes(made.pem(*made.trio()))
    (folder / "b" / "c" / "list.crl").write_bytes(made.revocation_list())
    (folder / "b" / "readme.txt").write_text("nothing")
    (folder / "empty").write_bytes(b"")
    (folder / "cut.cer").write_bytes(made.trio()[1][:300])
    return folder


def rows(*paths: Path | str, **options: bytes) -> list[InspectedRow]:
    password = options.get("password")
    return list(inspect_certificates([str(it) for it in paths], CancelToken(), password=password))


def names(found: list[InspectedRow], folder: Path) -> list[str]:
    return [str(Path(row.file).relative_to(folder)) for row in found]


def test_rows_in_the_order_of_names(folder: Path) -> None:
    found = rows(folder)
    assert names(found, folder) == [
        "a.cer",
        "b/c/list.crl",
        "b/readme.txt",
        "b/several.pem",
        "b/several.pem",
        "b/several.pem",
        "cut.cer",
        "empty",
    ]
    assert [row.readable for row in found] == [True, True, False, True, True, True, False, False]
    assert isinstance(found[2].error, NoCertificateFileError)
    assert isinstance(found[6].entry, UnreadableEntry)
    assert sum(row.summary is not None for row in found) == 4


def test_missing_and_special_files_are_rows(folder: Path) -> None:
    os.mkfifo(folder / "fifo")
    found = rows(folder / "missing", folder / "fifo", folder / "a.cer", "a\0b")
    assert isinstance(found[0].error, FileUnreadableError)
    assert isinstance(found[1].error, NotAFileError)
    assert found[2].summary is not None
    assert isinstance(found[3].error, FileUnreadableError)


def test_links_in_circles_end(folder: Path) -> None:
    (folder / "b" / "c" / "up").symlink_to(folder)
    (folder / "b" / "self").symlink_to("self")
    (folder / "again").symlink_to(folder / "b")
    found = rows(folder)
    certificates = [row for row in found if row.summary is not None]
    assert len(certificates) == 4
    assert [row.file for row in found if isinstance(row.error, FileUnreadableError)]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.cer"
    with open(path, "wb") as file:  # noqa: PTH123 - a name in bytes
        file.write(made.trio()[1])
    (row,) = rows(tmp_path)
    assert row.summary is not None
    row.file.encode("utf-8")


def test_password_of_pkcs12_files(tmp_path: Path) -> None:
    (tmp_path / "a.p12").write_bytes(made.pkcs12(tmp_path))
    (without,) = rows(tmp_path / "a.p12")
    assert isinstance(without.error, FilePasswordNeededError)
    found = rows(tmp_path / "a.p12", tmp_path / "a.p12", password=made.PASSWORD.encode())
    assert [row.readable for row in found] == [True] * 6


def test_progress_and_giving_up(folder: Path) -> None:
    cancel, seen = CancelToken(), []

    def progress(number: int, path: str) -> None:
        seen.append((number, Path(path).name))
        if number == 2:
            cancel.cancel()

    running = inspect_certificates([str(folder)], cancel, progress=progress)
    with pytest.raises(CancelledError):
        list(running)
    assert seen == [(0, "a.cer"), (1, "list.crl"), (2, "readme.txt")]


def test_a_defect_in_one_file_is_a_row(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: str, password: bytearray | None) -> object:
        if path.endswith("a.cer"):
            raise KeyError
        return open_certificate_file(path, password)

    monkeypatch.setattr(f"{inspecting.__name__}.open_certificate_file", fail)
    found = rows(folder)
    assert not found[0].readable
    assert len(found) == 8


def test_nothing_is_kept(tmp_path: Path) -> None:
    """Rows come one by one, not after the last file."""
    for number in range(50):
        (tmp_path / f"{number:02}.cer").write_bytes(made.trio()[1])
    running = inspect_certificates([str(tmp_path)], CancelToken())
    next(running)
    for file in tmp_path.iterdir():
        file.unlink()
    assert sum(row.readable for row in running) == 0
