"""The agent's property list, read back by the standard library: real macOS has not been asked."""

import plistlib
from pathlib import Path

import pytest

from jpki_desktop.errors import LoginStartError
from jpki_desktop.login_start import LoginState, macos
from jpki_desktop.login_start.macos import LABEL, LaunchAgent

COMMAND = ("/Applications/JPKI Desktop.app/Contents/MacOS/jpki-desktop", "--background")


@pytest.fixture(autouse=True)
def command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(macos, "start_command", lambda: COMMAND)


def agent(tmp_path: Path) -> LaunchAgent:
    return LaunchAgent(tmp_path / "home", tmp_path / "machine")


def file(folder: Path) -> Path:
    return folder / "Library" / "LaunchAgents" / f"{LABEL}.plist"


def test_on_and_off_again(tmp_path: Path) -> None:
    login = agent(tmp_path)
    assert login.state() is LoginState.OFF
    login.enable()
    assert login.state() is LoginState.ON
    written = plistlib.loads(file(tmp_path / "home").read_bytes())
    assert written["ProgramArguments"] == list(COMMAND)
    assert written["RunAtLoad"] is True
    assert written["Label"] == LABEL
    login.disable()
    assert login.state() is LoginState.OFF
    assert not list(file(tmp_path / "home").parent.iterdir())


@pytest.mark.parametrize("content", [b"", b"<plist", b"bplist00", plistlib.dumps(["a"])])
def test_what_is_no_agent_counts_as_off(tmp_path: Path, content: bytes) -> None:
    file(tmp_path / "home").parent.mkdir(parents=True)
    file(tmp_path / "home").write_bytes(content)
    assert agent(tmp_path).state() is LoginState.OFF


def test_a_machines_agent_is_told_and_not_fought(tmp_path: Path) -> None:
    file(tmp_path / "machine").parent.mkdir(parents=True)
    file(tmp_path / "machine").write_bytes(plistlib.dumps({"Label": LABEL, "RunAtLoad": True}))
    login = agent(tmp_path)
    assert login.state() is LoginState.FOR_ALL
    with pytest.raises(LoginStartError):
        login.disable()


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    with pytest.raises(LoginStartError) as caught:
        agent(tmp_path).enable()
    assert caught.value.reason
