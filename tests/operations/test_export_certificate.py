"""Output is whole or not at all, and never over somebody's file."""

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.errors import (
    OutputError,
    OutputExistsError,
    OutputFailedError,
    OutputFolderError,
    OutputFullError,
    OutputTargetError,
)
from jpki_desktop.operations.export_certificate import (
    ExportForm,
    default_name,
    holds_personal_data,
    write_output,
)
from unit.certificate import samples

AUTH, SIGN = parse_certificate(samples.auth()), parse_certificate(samples.sign())
NOW = datetime(2026, 11, 20, 15, 4, 5, tzinfo=UTC)  # the day after, in Japan
OLD, NEW = b"old", b"new content"


@pytest.mark.parametrize(
    ("der", "form", "name"),
    [
        (samples.auth(), ExportForm.DER, "CertUserAuth20261121000405.cer"),
        (samples.sign(), ExportForm.DER, "CertUserSign20261121000405.cer"),
        (samples.sign(), ExportForm.PEM, "CertUserSign20261121000405.pem"),
        (samples.authority(), ExportForm.TEXT, "CertAuthCA20261121000405.txt"),
        (samples.authority(samples.SIGN_UNIT), ExportForm.CSV, "CertSignCA20261121000405.csv"),
        (samples.build(), ExportForm.ICS, "Certificate20261121000405.ics"),
    ],
)
def test_default_names(der: bytes, form: ExportForm, name: str) -> None:
    assert default_name(parse_certificate(der), form, NOW) == name


def test_only_signature_certificates_hold_personal_data() -> None:
    assert holds_personal_data(SIGN)
    assert not holds_personal_data(AUTH)


def test_new_file(tmp_path: Path) -> None:
    write_output(str(tmp_path / "証明書.cer"), NEW)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("証明書.cer", NEW)]


def test_existing_file_is_left_alone_unless_told(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(OLD)
    file.chmod(0o640)
    with pytest.raises(OutputExistsError):
        write_output(str(file), NEW)
    assert file.read_bytes() == OLD
    write_output(str(file), NEW, overwrite=True)
    assert file.read_bytes() == NEW
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_appears_meanwhile_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, fsync = tmp_path / "a", os.fsync

    def appear(descriptor: int) -> None:
        fsync(descriptor)
        if not file.exists():
            file.write_bytes(OLD)

    monkeypatch.setattr(os, "fsync", appear)
    with pytest.raises(OutputExistsError):
        write_output(str(file), NEW)
    assert file.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    file = tmp_path / "a"
    write_output(str(file), NEW)
    assert file.read_bytes() == NEW
    with pytest.raises(OutputExistsError):
        write_output(str(file), OLD)
    assert list(tmp_path.iterdir()) == [file]


def test_through_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(OLD)
    link.symlink_to(real)
    write_output(str(link), NEW, overwrite=True)
    assert link.is_symlink()
    assert real.read_bytes() == NEW


def test_something_else_than_a_file(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path in (tmp_path, fifo, Path("/dev/null")):
        with pytest.raises(OutputTargetError):
            write_output(str(path), NEW, overwrite=True)


@pytest.mark.parametrize("name", ["missing/a", "file/a"])
def test_folder_that_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(OutputFolderError):
        write_output(str(tmp_path / name), NEW)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_impossible_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputFailedError):
        write_output(f"{tmp_path}/{name}", NEW)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, OutputFullError),
        (errno.EDQUOT, OutputFullError),
        (errno.EACCES, OutputFolderError),
        (errno.EROFS, OutputFolderError),
        (errno.EIO, OutputFailedError),
    ],
)
def test_faults_while_writing_leave_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[OutputError]
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    file = tmp_path / "a"
    file.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(kind):
        write_output(str(file), NEW, overwrite=True)
    assert file.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a small file system of its own")
def test_really_full_disk(tmp_path: Path) -> None:
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OutputFullError):
            write_output(str(tmp_path / "a"), bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(tmp_path.iterdir()) == []
