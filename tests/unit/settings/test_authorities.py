"""Authorities are remembered by fingerprint, and nobody else is."""

import hashlib
from pathlib import Path

import pytest

from jpki_desktop.settings import AuthorityStore

KNOWN, OTHER = b"a public certificate", b"somebody's certificate"
NAME = hashlib.sha256(KNOWN).hexdigest().upper()
ACCEPTED = frozenset({NAME, "0" * 64})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "authorities"


def test_remembered_over_runs(folder: Path) -> None:
    assert AuthorityStore(folder, ACCEPTED).remember(KNOWN)
    assert [file.name for file in folder.iterdir()] == [f"{NAME}.cer"]
    assert AuthorityStore(folder, ACCEPTED).certificates() == (KNOWN,)


def test_others_are_never_kept(folder: Path) -> None:
    store = AuthorityStore(folder, ACCEPTED)
    assert not store.remember(OTHER)
    assert store.certificates() == ()
    assert not folder.exists()


def test_in_memory_alone(tmp_path: Path) -> None:
    store = AuthorityStore(None, ACCEPTED)
    assert store.remember(KNOWN)
    assert store.certificates() == (KNOWN,)
    assert not list(tmp_path.iterdir())
    assert AuthorityStore(None, ACCEPTED).certificates() == ()


@pytest.mark.parametrize("content", [OTHER, b"", KNOWN + b"\0", b"x" * 1_000_000])
def test_what_was_changed_is_not_believed_and_repaired(folder: Path, content: bytes) -> None:
    AuthorityStore(folder, ACCEPTED).remember(KNOWN)
    (folder / f"{NAME}.cer").write_bytes(content)
    store = AuthorityStore(folder, ACCEPTED)
    assert store.certificates() == ()
    assert store.remember(KNOWN)
    assert AuthorityStore(folder, ACCEPTED).certificates() == (KNOWN,)


def test_nothing_else_in_the_folder_is_read(folder: Path) -> None:
    folder.mkdir(parents=True)
    name = hashlib.sha256(OTHER).hexdigest().upper()
    (folder / f"{name}.cer").write_bytes(OTHER)
    (folder / ("0" * 64 + ".cer")).mkdir()
    assert AuthorityStore(folder, ACCEPTED).certificates() == ()


def test_a_folder_that_cannot_be_made_costs_nothing_now(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    store = AuthorityStore(tmp_path / "data" / "authorities", ACCEPTED)
    assert store.remember(KNOWN)
    assert store.certificates() == (KNOWN,)
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


def test_no_pieces_are_left_when_writing_fails(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.fsync", fail)
    assert AuthorityStore(folder, ACCEPTED).remember(KNOWN)
    assert list(folder.iterdir()) == []
