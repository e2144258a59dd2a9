"""Login start on Linux, read back by two programs that we did not write.

Debian's `dex` is what window managers without a session manager start autostart entries with;
`gio launch` (libglib2.0-bin) starts an entry as GNOME does; `desktop-file-validate`
(desktop-file-utils) judges the form.
"""

import subprocess
from pathlib import Path

import pytest

from jpki_desktop.errors import LoginStartError
from jpki_desktop.login_start import LoginState, xdg
from jpki_desktop.login_start.xdg import Autostart
from support.waiting import until

COMMAND = ("/usr/bin/jpki-desktop", "--background")
ENTRY = "[Desktop Entry]\nType=Application\nName=JPKI Desktop\nExec=jpki-desktop --background\n"


@pytest.fixture(autouse=True)
def command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xdg, "start_command", lambda: COMMAND)


def start(tmp_path: Path) -> Autostart:
    return Autostart(tmp_path / "config", (tmp_path / "first", tmp_path / "xdg"))


def entry(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart" / "jpki-desktop.desktop"


def put(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def started_by_dex(tmp_path: Path) -> str:
    """What dex would start for this user; it looks into the system's folders as well."""
    done = subprocess.run(
        ["dex", "--autostart", "--dry-run"],
        env={
            "HOME": str(tmp_path),
            "PATH": "/usr/bin:/bin",
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_CONFIG_DIRS": str(tmp_path / "xdg"),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def test_on_and_off_again(tmp_path: Path) -> None:
    login = start(tmp_path)
    assert login.state() is LoginState.OFF
    login.enable()
    assert login.state() is LoginState.ON
    assert "/usr/bin/jpki-desktop --background" in started_by_dex(tmp_path)
    login.disable()
    assert login.state() is LoginState.OFF
    assert not list(entry(tmp_path).parent.iterdir())
    assert "jpki-desktop" not in started_by_dex(tmp_path)


def test_the_entry_is_well_formed(tmp_path: Path) -> None:
    start(tmp_path).enable()
    done = subprocess.run(
        ["desktop-file-validate", str(entry(tmp_path))], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("folder", ["plain", "with space", 'quote"s', "dollar$HOME"])
def test_odd_folders_arrive_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    program = tmp_path / folder / "jpki-desktop"
    put(program, '#!/bin/sh\ncd "$(dirname "$0")" && printf %s "$1" > part && mv part said\n')
    program.chmod(0o755)
    monkeypatch.setattr(xdg, "start_command", lambda: (str(program), "--background"))
    start(tmp_path).enable()
    subprocess.run(["gio", "launch", str(entry(tmp_path))], check=True, timeout=20)
    until((program.parent / "said").exists)
    assert (program.parent / "said").read_text() == "--background"


def test_a_per_cent_sign_is_doubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As the specification wants it; GLib itself does not find a program whose path holds one.
    monkeypatch.setattr(xdg, "start_command", lambda: ("/opt/100%/jpki-desktop", "--background"))
    start(tmp_path).enable()
    assert "Exec=/opt/100%%/jpki-desktop --background\n" in entry(tmp_path).read_text()


def test_an_administrators_entry_is_seen_and_can_be_switched_off(tmp_path: Path) -> None:
    put(tmp_path / "xdg/autostart/jpki-desktop.desktop", ENTRY)
    login = start(tmp_path)
    assert login.state() is LoginState.FOR_ALL
    assert "jpki-desktop" in started_by_dex(tmp_path)
    login.disable()
    assert login.state() is LoginState.OFF
    assert "Hidden=true" in entry(tmp_path).read_text()
    assert "Executing" not in started_by_dex(tmp_path)
    login.enable()
    assert login.state() is LoginState.ON


def test_the_first_folder_of_administrators_decides(tmp_path: Path) -> None:
    put(tmp_path / "xdg/autostart/jpki-desktop.desktop", ENTRY)
    put(tmp_path / "first/autostart/jpki-desktop.desktop", ENTRY + "Hidden=true\n")
    assert start(tmp_path).state() is LoginState.OFF


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (ENTRY, LoginState.ON),
        (ENTRY + "Hidden=true\n", LoginState.OFF),
        (ENTRY + "X-GNOME-Autostart-enabled=false\n", LoginState.OFF),
        ("", LoginState.OFF),
        ("\0\0\0", LoginState.OFF),
        ("[Desktop Entry\nExec", LoginState.OFF),
        ("[Other]\nExec=x\n", LoginState.OFF),
    ],
)
def test_what_others_wrote_is_understood(tmp_path: Path, content: str, state: LoginState) -> None:
    put(entry(tmp_path), content)
    assert start(tmp_path).state() is state


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    with pytest.raises(LoginStartError) as caught:
        start(tmp_path).enable()
    assert caught.value.place == str(entry(tmp_path))
    assert caught.value.reason


def test_the_environment_names_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"relative:{tmp_path / 'xdg'}")
    put(tmp_path / "xdg/autostart/jpki-desktop.desktop", ENTRY)
    assert Autostart().state() is LoginState.FOR_ALL
    Autostart().enable()
    assert entry(tmp_path).exists()
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert Autostart().state() is LoginState.FOR_ALL
