"""The settings file: kept whole, kept by others, and never in the way."""

import errno
import os
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.errors import (
    SettingIgnoredError,
    SettingsFileError,
    SettingsSetAsideError,
    SettingsUnreadableError,
)
from jpki_desktop.settings import Settings, SettingsStore


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_without_a_file_the_defaults_hold_and_nothing_is_written(file: Path) -> None:
    assert SettingsStore(file).settings == Settings(reader="", language="")
    assert not file.parent.exists()


def test_round_trip(file: Path) -> None:
    store = SettingsStore(file)
    store.change(reader="ACS ACR39U 00 00", language="ja")
    assert store.settings == Settings("ACS ACR39U 00 00", "ja")
    assert SettingsStore(file).settings == store.settings
    assert tomllib.loads(file.read_text("utf-8")) == {
        "reader": "ACS ACR39U 00 00",
        "language": "ja",
    }


@given(reader=st.text(st.characters(exclude_categories=["Cs"])))
def test_round_trip_of_any_name(reader: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        SettingsStore(file).change(reader=reader)
        assert SettingsStore(file).settings.reader == reader


def test_one_change_keeps_the_other_value(file: Path) -> None:
    SettingsStore(file).change(reader="A")
    SettingsStore(file).change(language="en")
    assert SettingsStore(file).settings == Settings("A", "en")


def test_unknown_keys_comments_and_order_are_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('# mine\nfuture = 3\nreader = "A" # desk\n\n[window]\nwidth = 900\n', "utf-8")
    SettingsStore(file).change(reader="B")
    text = file.read_text("utf-8")
    assert "# mine" in text
    assert "# desk" in text
    others = {"future": 3, "window": {"width": 900}}
    assert tomllib.loads(text) == {"reader": "B"} | others


def test_values_of_a_wrong_type_are_passed_over(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('reader = 5\nlanguage = "ja"\n')
    store = SettingsStore(file)
    assert store.settings == Settings("", "ja")
    store.change(reader="A")
    assert SettingsStore(file).settings == Settings("A", "ja")


@pytest.mark.parametrize(
    "content",
    [b"reader = ", b"\xff\xfe\x00", b"reader = 'a'\nreader = 'b'", b"reader = " + b"[" * 5000],
)
def test_broken_file_leaves_the_defaults_and_is_set_aside_with_a_message(
    file: Path, content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    store = SettingsStore(file)
    assert store.settings == Settings()
    (problem,) = store.problems
    assert isinstance(problem, SettingsSetAsideError)
    assert problem.kept == str(file.with_suffix(".broken"))
    assert file.with_suffix(".broken").read_bytes() == content
    assert not file.exists()
    store.change(language="ja")
    again = SettingsStore(file)
    assert again.settings == Settings("", "ja")
    assert not again.problems


@pytest.mark.parametrize("links", [True, False])
def test_no_broken_file_is_ever_overwritten(
    file: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    file.parent.mkdir()
    for number in range(3):
        file.write_text(f"broken {number} [")
        (problem,) = SettingsStore(file).problems
        assert isinstance(problem, SettingsSetAsideError)
        assert Path(problem.kept).read_text() == f"broken {number} ["
    kept = {path.name: path.read_text() for path in file.parent.iterdir()}
    assert kept == {
        "settings.broken": "broken 0 [",
        "settings.broken-2": "broken 1 [",
        "settings.broken-3": "broken 2 [",
    }


def test_a_file_broken_meanwhile_is_set_aside_before_it_is_replaced(file: Path) -> None:
    store = SettingsStore(file)
    store.change(reader="A")
    file.write_text("broken [")
    store.change(language="ja")
    assert file.with_suffix(".broken").read_text() == "broken ["
    assert store.settings == Settings("A", "ja")


def test_what_others_wrote_meanwhile_is_kept(file: Path) -> None:
    """A terminal that changes the settings while the window is open."""
    window, terminal = SettingsStore(file), SettingsStore(file)
    terminal.change(proxy="none", hidden_readers=("B",))
    window.change(reader="A")
    assert SettingsStore(file).settings == Settings("A", proxy="none", hidden_readers=("B",))
    assert window.settings.proxy == "none"


def test_values_that_do_not_fit_are_not_chosen_and_named(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('proxy = "u:secret@p:1"\nlanguage = "fr"\nreader = "A"\nhidden_readers = 1\n')
    store = SettingsStore(file)
    assert store.settings == Settings("A")
    problems = [it for it in store.problems if isinstance(it, SettingIgnoredError)]
    assert [(it.name, it.reason) for it in problems] == [
        ("proxy", "secret"),
        ("language", "choice"),
        ("hidden_readers", "type"),
    ]
    assert "secret@" not in repr([it.facts for it in problems])
    # What was written there stays until another value is chosen.
    store.change(appearance="dark")
    assert tomllib.loads(file.read_text())["language"] == "fr"
    store.change(language="")
    assert "language" not in tomllib.loads(file.read_text())


def test_not_chosen_leaves_no_key(file: Path) -> None:
    store = SettingsStore(file)
    store.change(reader="A", hidden_readers=("B", "C"))
    assert tomllib.loads(file.read_text()) == {"reader": "A", "hidden_readers": ["B", "C"]}
    assert SettingsStore(file).settings.hidden_readers == ("B", "C")
    store.change(hidden_readers=())
    assert tomllib.loads(file.read_text()) == {"reader": "A"}


def test_what_could_not_be_written_is_written_with_the_next_change(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SettingsStore(file)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full)
        with pytest.raises(SettingsFileError):
            store.change(reader="A")
    store.change(language="ja")
    assert SettingsStore(file).settings == Settings("A", "ja")


def test_the_same_value_again_writes_nothing(file: Path) -> None:
    SettingsStore(file).change(reader="A")
    before = file.stat().st_mtime_ns, file.stat().st_ino
    SettingsStore(file).change(reader="A")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_without_a_path_nothing_is_ever_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = SettingsStore(None)
    store.change(reader="A")
    assert store.settings.reader == "A"
    assert not list(tmp_path.iterdir())


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    in_the_way = tmp_path / "config"
    in_the_way.write_text("a file where the folder should be")
    store = SettingsStore(in_the_way / "settings.toml")
    with pytest.raises(SettingsFileError) as caught:
        store.change(reader="A")
    assert caught.value.path == str(in_the_way / "settings.toml")
    assert caught.value.reason
    assert store.settings.reader == "A"
    assert in_the_way.read_text() == "a file where the folder should be"


def test_folder_without_rights(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made by hand, because rights do not stop a test that runs as root."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    store = SettingsStore(file)
    with pytest.raises(SettingsFileError, match="Permission denied"):
        store.change(reader="A")
    assert store.settings.reader == "A"


def test_file_that_may_not_be_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "stat", refuse)
    monkeypatch.setattr(Path, "read_text", refuse)
    monkeypatch.setattr(Path, "stat", refuse)
    store = SettingsStore(file)
    assert store.settings == Settings()
    (problem,) = store.problems
    assert isinstance(problem, SettingsUnreadableError)
    assert problem.reason == "Permission denied"


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_full_disk_leaves_the_old_file_whole(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    SettingsStore(file).change(reader="A")
    before = file.read_bytes()
    store = SettingsStore(file)
    with monkeypatch.context() as patch:
        patch.setattr(*((os, "fsync", _full) if step == "fsync" else (Path, "replace", _full)))
        with pytest.raises(SettingsFileError, match="No space left"):
            store.change(reader="B")
    assert store.settings.reader == "B"
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_real_full_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that the kernel itself refuses."""
    make: Any = tempfile.NamedTemporaryFile

    def full(*_: object, **options: Any) -> Any:
        beside = make(*_, **options)
        device = os.open("/dev/full", os.O_WRONLY)
        os.dup2(device, beside.fileno())
        os.close(device)
        return beside

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    store = SettingsStore(tmp_path / "settings.toml")
    with pytest.raises(SettingsFileError, match="No space left"):
        store.change(reader="A")
    assert store.settings.reader == "A"
    assert not list(tmp_path.iterdir())


def test_a_reader_meets_the_old_file_or_the_new_one(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SettingsStore(file).change(reader="A")
    seen = []
    replace = Path.replace

    def watched(self: Path, target: Path) -> Path:
        seen.append((tomllib.loads(file.read_text())["reader"], tomllib.loads(self.read_text())))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    SettingsStore(file).change(reader="B")
    assert seen == [("A", {"reader": "B"})]
    assert SettingsStore(file).settings.reader == "B"


def test_name_that_no_file_can_hold_is_an_error_of_the_file(file: Path) -> None:
    """A reader's name may come with bytes that are not UTF-8."""
    store = SettingsStore(file)
    with pytest.raises(SettingsFileError):
        store.change(reader="bad \udcff name")
    assert store.settings.reader == "bad \udcff name"
    assert not list(file.parent.iterdir())


def test_a_link_stays_and_what_it_points_to_is_written(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "settings.toml"
    real.parent.mkdir()
    real.write_text('# mine\nlanguage = "ja"\n', "utf-8")
    file.parent.mkdir()
    file.symlink_to(real)
    SettingsStore(file).change(language="en")
    assert file.is_symlink()
    assert real.read_text("utf-8") == '# mine\nlanguage = "en"\n'
    assert [it.name for it in real.parent.iterdir()] == ["settings.toml"]


def test_what_others_write_is_heard_of_and_what_cannot_be_read_changes_nothing(file: Path) -> None:
    window = SettingsStore(file)
    window.change(update_notice="yes")
    SettingsStore(file).change(update_notice="no", language="en")
    window.look_again()
    assert (window.settings.update_notice, window.settings.language) == ("no", "en")
    file.write_text("broken [")
    window.look_again()
    assert window.settings.update_notice == "no"
    assert file.read_text() == "broken ["


def test_what_could_not_be_saved_holds_after_another_look(file: Path) -> None:
    file.parent.write_text("in the way")
    store = SettingsStore(file)
    with pytest.raises(SettingsFileError):
        store.change(language="en")
    store.look_again()
    assert store.settings.language == "en"
