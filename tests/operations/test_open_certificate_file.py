"""Look, ask, open; and passwords that do not stay."""

import threading
from pathlib import Path

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.certificate import pkcs12
from jpki_desktop.errors import CancelledError, FilePasswordError, FilePasswordNeededError
from jpki_desktop.operations.open_certificate_file import (
    open_certificate_file,
    open_with_password,
)
from support import certificate_files as made


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "a.p12"
    path.write_bytes(made.pkcs12(tmp_path))
    return str(path)


def test_look_then_open(file: str) -> None:
    with pytest.raises(FilePasswordNeededError):
        open_certificate_file(file, CancelToken())
    password = bytearray(made.PASSWORD, "utf-8")
    assert len(open_with_password(file, password, CancelToken()).certificates) == 3
    assert password == b""


def test_wrong_password_is_wiped_too(file: str) -> None:
    password = bytearray(b"wrong")
    with pytest.raises(FilePasswordError):
        open_with_password(file, password, CancelToken())
    assert password == b""


def test_giving_up_ends_it_at_once(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pkcs12, "_COMMAND", ("sleep", "60"))
    cancel, password = CancelToken(), bytearray(b"secret")
    threading.Timer(0.2, cancel.cancel).start()
    with pytest.raises(CancelledError):
        open_with_password(file, password, cancel)
    assert password == b""


def test_given_up_before_it_began(file: str) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        open_certificate_file(file, cancel)
