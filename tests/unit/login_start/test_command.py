"""The program that a login starts: the launcher that belongs to this very Python."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from jpki_desktop.errors import LoginStartError
from jpki_desktop.login_start import start_command


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def on(monkeypatch: pytest.MonkeyPatch, system: str, executable: Path, word: str = "-c") -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "executable", str(executable))
    monkeypatch.setattr(sys, "argv", [word])
    monkeypatch.setattr(shutil, "which", lambda _name: None)


def test_this_very_installation_is_found_and_can_be_started() -> None:
    (found, option) = start_command()
    assert option == "--background"
    assert os.access(found, os.X_OK)
    assert Path(found) == Path(sys.executable).with_name("jpki-desktop")


def test_debian_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = program(tmp_path / "usr/bin/jpki-desktop")
    on(monkeypatch, "linux", program(tmp_path / "usr/bin/python3.11"), str(launcher))
    assert start_command() == (str(launcher), "--background")


def test_the_typed_command_wins_over_a_neighbour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = program(tmp_path / "opt/jpki-desktop")
    program(tmp_path / "usr/bin/jpki-desktop")
    on(monkeypatch, "linux", program(tmp_path / "usr/bin/python3"), str(typed))
    assert start_command()[0] == str(typed)


@pytest.mark.parametrize("runtime", ["runtime/pythonw.exe", "pythonw.exe", "jpki-desktop.exe"])
def test_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runtime: str) -> None:
    launcher = program(tmp_path / "jpki-desktop.exe")
    executable = tmp_path / runtime
    if executable != launcher:
        program(executable)
    on(monkeypatch, "win32", executable)
    assert start_command()[0] == str(launcher)


def test_the_search_path_is_the_last_resort(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launcher = program(tmp_path / "elsewhere/jpki-desktop")
    on(monkeypatch, "linux", program(tmp_path / "usr/bin/python3"))
    monkeypatch.setattr(shutil, "which", lambda _name: str(launcher))
    assert start_command()[0] == str(launcher)


def test_nothing_to_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, "linux", program(tmp_path / "usr/bin/python3"))
    with pytest.raises(LoginStartError) as caught:
        start_command()
    assert caught.value.reason == "no-program"
