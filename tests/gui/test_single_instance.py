"""A second start hands its files to the first window and ends."""

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jpki_desktop.gui import single_instance
from jpki_desktop.gui.desktop.local_pipe import LocalPipe
from jpki_desktop.gui.desktop.local_socket import LocalSocket
from jpki_desktop.gui.end_running import end_running
from jpki_desktop.gui.meeting_point import address
from jpki_desktop.gui.single_instance import SingleInstance, parse_message


@pytest.fixture(params=[LocalSocket, LocalPipe])
def runtime(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Path:
    """A private folder for the sockets of this test, over each kind of door."""
    monkeypatch.setattr(single_instance, "_door", lambda: request.param)
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


def test_paths_arrive_and_the_socket_is_ours_alone(qtbot: QtBot, runtime: Path) -> None:
    first, second = SingleInstance(address("test")), SingleInstance(address("test"))
    assert not first.hand_over([])
    assert first.listen()
    mode = (runtime / "jpki-desktop-test.socket").stat().st_mode
    assert stat.S_ISSOCK(mode)
    assert not mode & 0o077
    with qtbot.waitSignal(first.received, timeout=5000) as signal:
        assert second.hand_over([Path("some.cer"), Path("/other/file.cer")])
    assert signal.args == [[Path.cwd() / "some.cer", Path("/other/file.cer")]]
    first.close()


def test_a_socket_left_by_a_crash_is_replaced(qtbot: QtBot, runtime: Path) -> None:
    del qtbot
    import socket

    left = socket.socket(socket.AF_UNIX)
    left.bind(str(runtime / "jpki-desktop-test.socket"))
    left.close()
    instance = SingleInstance(address("test"))
    assert not instance.hand_over([])
    assert instance.listen()
    instance.close()


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"{}",
        b"[1]",
        b'["relative.cer"]',
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps(["/a"] * 10_001).encode(),
        b'["/' + b"a" * 5_000_000 + b'"]',
    ],
)
def test_anything_else_is_dropped(message: bytes) -> None:
    assert parse_message(message) is None


def test_two_processes(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    environment = os.environ | {
        "XDG_RUNTIME_DIR": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [str(Path(sys.executable).with_name("jpki-desktop")), "--demo"]
    first = subprocess.Popen(command, env=environment)
    try:
        socket = tmp_path / "jpki-desktop-demo.socket"
        end = time.monotonic() + 20
        while not socket.exists():
            assert time.monotonic() < end
            assert first.poll() is None
            time.sleep(0.02)
        second = subprocess.run(
            [*command, "/some/file.cer"], check=False, env=environment, timeout=20
        )
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.terminate()
        first.wait(10)


def test_a_running_window_ends_when_an_installer_asks(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    environment = os.environ | {
        "XDG_RUNTIME_DIR": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [str(Path(sys.executable).with_name("jpki-desktop"))]
    first = subprocess.Popen([*command, "--demo"], env=environment)
    try:
        socket = tmp_path / "jpki-desktop-demo.socket"
        end = time.monotonic() + 20
        while not socket.exists():
            assert time.monotonic() < end
            assert first.poll() is None
            time.sleep(0.02)
        asked = subprocess.run([*command, "--quit"], check=False, env=environment, timeout=20)
        assert asked.returncode == 0
        assert first.wait(10) == 0
    finally:
        first.kill()
        first.wait(10)


def test_nobody_there_counts_as_ended(runtime: Path) -> None:
    assert end_running(patience=0)


def test_one_that_does_not_end_is_reported(qtbot: QtBot, runtime: Path) -> None:
    busy = SingleInstance(address("main"))
    assert busy.listen()
    try:
        with qtbot.waitSignal(busy.asked_to_end, timeout=5000):
            assert not end_running(patience=0.1)
    finally:
        busy.close()


def test_more_files_than_can_be_handed_over_take_nobodys_place(qtbot: QtBot, runtime: Path) -> None:
    del runtime
    place = address("test")
    first, second, third = (SingleInstance(place) for _ in range(3))
    assert first.listen()
    assert not second.hand_over([Path("/some.cer")] * 10_001)
    assert not second.listen()
    second.close()
    with qtbot.waitSignal(first.received, timeout=5000):
        assert third.hand_over([])
    first.close()


@pytest.mark.parametrize("longest", [True, False])
def test_a_long_message_arrives_and_one_without_end_does_not(
    qtbot: QtBot, runtime: Path, longest: bool
) -> None:
    first = SingleInstance(address("test"))
    assert first.listen()
    names = [f"/{number}/{'a' * 380}" for number in range(10_000)]
    words = json.dumps(names).encode() if longest else b"[" * 5_000_000
    came: list[list[Path]] = []
    first.received.connect(came.append)
    talk = (
        "import socket, sys\n"
        "other = socket.socket(socket.AF_UNIX)\n"
        "other.connect(sys.argv[1])\n"
        "try:\n    other.sendall(sys.stdin.buffer.read())\n"
        "except OSError:\n    pass\n"
    )
    command = [sys.executable, "-c", talk, str(runtime / "jpki-desktop-test.socket")]
    other = subprocess.Popen(command, stdin=subprocess.PIPE)
    assert other.stdin is not None
    other.stdin.write(words)
    other.stdin.close()
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=10_000)
    second = SingleInstance(address("test"))
    assert second.hand_over([Path("/after.cer")])
    qtbot.waitUntil(lambda: [Path("/after.cer")] in came, timeout=5000)
    assert len(came) == (2 if longest else 1)
    first.close()
