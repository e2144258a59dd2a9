"""The service, the system and the pieces of a browser, on machines that are folders."""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jpki_desktop.machine.pieces import PieceKind, pieces
from jpki_desktop.machine.service import (
    Door,
    System,
    look_at_service,
    pcscd_version,
)
from jpki_desktop.machine.system import system_facts
from support.machines import lay_file, lay_service


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PCSCLITE_CSOCK_NAME", "SNAP", "SSH_CONNECTION", "XRDP_SESSION"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def root() -> Iterator[Path]:
    """A short path: that of a socket must stay below 108 bytes."""
    with tempfile.TemporaryDirectory(prefix="jd-") as name:
        yield Path(name)


def listen(root: Path) -> socket.socket:
    path = root / "run/pcscd/pcscd.comm"
    path.parent.mkdir(parents=True)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    return listener


def test_a_machine_without_the_service(root: Path) -> None:
    look = look_at_service(root, System.LINUX)
    assert (look.installed, look.door, look.can_start) == (False, Door.SHUT, False)
    assert pcscd_version(root) == ""


def test_installed_and_not_running(root: Path) -> None:
    lay_service(root, startable=True)
    look = look_at_service(root, System.LINUX)
    assert (look.installed, look.door, look.can_start) == (True, Door.SHUT, True)
    assert look.has_apt
    assert not look.sandboxed
    assert pcscd_version(root) == "9.8.7"


def test_something_listens(root: Path) -> None:
    with listen(root) as listener:
        assert look_at_service(root, System.LINUX).door is Door.SHUT
        listener.listen(1)
        assert look_at_service(root, System.LINUX).door is Door.OPEN


def test_a_queue_that_is_full_is_open(root: Path) -> None:
    with listen(root) as listener:
        listener.listen(0)
        waiting = [socket.socket(socket.AF_UNIX) for _ in range(4)]
        for other in waiting:
            other.setblocking(False)
            other.connect_ex(listener.getsockname())
        assert look_at_service(root, System.LINUX).door is Door.OPEN
        for other in waiting:
            other.close()


def test_a_door_that_the_system_keeps_shut(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: socket.socket, _address: str) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert look_at_service(root, System.LINUX).door is Door.REFUSED


def test_other_systems_have_it_built_in(root: Path) -> None:
    for system in (System.WINDOWS, System.MACOS):
        look = look_at_service(root, system)
        assert (look.installed, look.door, look.can_start) == (True, Door.UNKNOWN, False)


def test_a_service_that_hangs_has_no_version(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jpki_desktop.machine.service._SECONDS", 0.05)
    lay_file(root, "usr/sbin/pcscd", "#!/bin/sh\nexec sleep 5\n", executable=True)
    assert pcscd_version(root) == ""


def test_pieces_are_listed_by_their_makers_names(root: Path) -> None:
    assert pieces(root) == ()
    lay_file(root, "usr/bin/firefox-esr")
    lay_file(root, "usr/bin/chromium")
    lay_file(root, "usr/lib/x86_64-linux-gnu/opensc-pkcs11.so")
    assert [(piece.kind, piece.name) for piece in pieces(root)] == [
        (PieceKind.BROWSER, "Chromium"),
        (PieceKind.BROWSER, "Firefox"),
        (PieceKind.MODULE, "OpenSC PKCS#11"),
    ]


def test_system_is_named_and_nothing_else(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_file(root, "etc/os-release", 'NAME="X"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME\x1b]0;evil\x07" + "x" * 300)
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 1 192.0.2.8 22")
    monkeypatch.setattr("platform.release", lambda: "6.1.0-tanaka-pc")
    facts = system_facts(root)
    assert facts.system == "Debian GNU/Linux 12 (bookworm)"
    assert facts.kernel.endswith(" 6.1.0")
    assert facts.desktop.isprintable()
    assert len(facts.desktop) == 60
    assert facts.remote
    assert "192.0.2" not in repr(facts)
    assert dict(facts.packages)["pyscard"]


def test_a_machine_that_says_nothing_of_itself(root: Path) -> None:
    assert system_facts(root).system
