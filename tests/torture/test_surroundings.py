"""What the system may lack: a display, fonts, a session bus, space, a home to write to."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.watched_window import WatchedWindow

PROGRAMS = Path(sys.executable).parent
WINDOW, JPKI = str(PROGRAMS / "jpki-desktop"), str(PROGRAMS / "jpki")
TRIES, TRIES_ENGLISH = "残り3回", "3 of 3"
PATIENCE = 60

Environ = dict[str, str]


@pytest.fixture
def env(tmp_path: Path, emulator_keys: Path) -> Environ:
    """A user's environment without display and bus; the demo's keys are kept elsewhere."""
    left_out = {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"}
    left_out |= {"QT_QPA_PLATFORM", "LC_ALL", "LC_MESSAGES"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    home = tmp_path / "home"
    home.mkdir()
    return kept | {"HOME": str(home), "LANG": "ja_JP.UTF-8", "PYTHONUTF8": "1"}


Open = Callable[..., WatchedWindow]


@pytest.fixture
def opened(env: Environ) -> Iterator[Open]:
    """Open the demo's window without a real screen; it is ended in any case."""
    windows: list[WatchedWindow] = []

    def make(*, more: Environ | None = None, under: tuple[str, ...] = ()) -> WatchedWindow:
        windows.append(
            WatchedWindow(
                "--demo",
                env=env | {"QT_QPA_PLATFORM": "offscreen"} | (more or {}),
                under=under,
            )
        )
        return windows[-1]

    yield make
    for window in windows:
        window.kill()


def run(env: Environ, *words: str, under: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*under, *words], env=env, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


# --- display ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "screen",
    [{}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "nobody"}, {"QT_QPA_PLATFORM": "no-such"}],
    ids=["none", "dead X", "dead Wayland", "unknown platform"],
)
def test_no_display_is_a_sentence_and_a_code(env: Environ, screen: Environ) -> None:
    done = run(env | screen, WINDOW, "--demo")
    assert done.returncode == 6
    assert "JD-2056" in done.stderr
    assert "画面を表示できません" in done.stderr
    assert "jpki --help" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_display_in_a_terminal_without_japanese(env: Environ) -> None:
    env = env | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = run(env, WINDOW, "--demo")
    assert done.returncode == 6
    assert "No window can be opened here" in done.stderr


# --- fonts --------------------------------------------------------------------------------------


def fonts_from(folder: Path, tmp_path: Path) -> Environ:
    file = tmp_path / "fonts.conf"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(file)}


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("/usr/share/fonts/truetype/dejavu", "Japanese characters cannot be shown"),
        ("none", "No characters can be shown in windows"),
    ],
    ids=["no Japanese", "none"],
)
def test_missing_fonts_are_named(opened: Open, tmp_path: Path, folder: str, words: str) -> None:
    """English instead of boxes, what to install, and the card all the same."""
    (tmp_path / "none").mkdir()
    window = opened(more=fonts_from(tmp_path / folder, tmp_path))
    window.expect(words, "fonts-noto-cjk", "JD-2057", TRIES_ENGLISH)
    assert "残り" not in window.texts


def test_with_fonts_nothing_is_said(opened: Open) -> None:
    window = opened()
    window.expect(TRIES)
    assert "JD-2057" not in window.texts


# --- session bus, space, home -------------------------------------------------------------------


def test_no_session_bus(opened: Open) -> None:
    opened(more={"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}).expect(TRIES)


def nothing_can_be_written() -> tuple[str, ...]:
    """Let every file end before its first byte, as on a full disk: also those for a while only."""
    limit = "import os, resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
    return (sys.executable, "-c", f"{limit}os.execvp(sys.argv[1], sys.argv[1:])")


def read_only_home(home: str) -> tuple[str, ...]:
    """Give the program a home on a file system that is mounted read-only."""
    user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    mount = 'mount -t tmpfs -o ro,size=64k tmpfs "$0" && exec "$@"'
    return ("unshare", *user, "--mount", "sh", "-c", mount, home)


def ways(env: Environ) -> dict[str, tuple[str, ...]]:
    return {"full disk": nothing_can_be_written(), "read-only": read_only_home(env["HOME"])}


@pytest.mark.parametrize("way", ["full disk", "read-only"])
def test_window_opens_and_reads_where_nothing_can_be_written(
    opened: Open, env: Environ, way: str
) -> None:
    opened(under=ways(env)[way]).expect(TRIES)


@pytest.mark.parametrize("way", ["full disk", "read-only"])
def test_jpki_reads_and_says_what_it_could_not_write(env: Environ, way: str) -> None:
    under = ways(env)[way]
    card = run(env, JPKI, "--demo", "--json", "card", under=under)
    assert card.returncode == 0, card.stderr
    assert json.loads(card.stdout)["kind"] == "mynumber"
    words = ("--demo", "--json", "export", "auth", "--output", f"{env['HOME']}/a.cer")
    export = run(env, JPKI, *words, under=under)
    assert export.returncode != 0
    assert json.loads(export.stderr)["error"]["code"].startswith("JD-1")
    assert not (Path(env["HOME"]) / "a.cer").exists()


def test_the_full_disk_is_one(tmp_path: Path) -> None:
    """Whatever holds above, holds because nothing could be written."""
    program = f"open({str(tmp_path / 'x')!r}, 'w').write('x' * 100000)"
    done = run(dict(os.environ), sys.executable, "-c", program, under=nothing_can_be_written())
    assert "File too large" in done.stderr
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0
