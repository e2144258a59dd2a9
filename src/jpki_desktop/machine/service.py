"""What can be found out about the smart-card service besides asking it: is it there, is it shut?

Only pcscd is looked at this closely; Windows and macOS have the service built in.
"""

import errno
import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

# pcsc-lite's own path; the variable is read by libpcsclite alone.
_SOCKET = "run/pcscd/pcscd.comm"
_SECONDS = 2.0
# The command by which an administrator starts it, and by which pkexec does it for a user.
START_COMMAND = ("systemctl", "start", "pcscd.socket")


class System(StrEnum):
    """The three systems, as far as advice differs."""

    LINUX = "linux"
    WINDOWS = "windows"
    MACOS = "macos"


class Door(StrEnum):
    """What happens at the socket of the service.

    OPEN: something listens. SHUT: nothing does. REFUSED: the system does not let us in. UNKNOWN:
    this system has no socket to look at.
    """

    OPEN = "open"
    SHUT = "shut"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ServiceLook:
    """What stands on this machine around the service."""

    system: System
    installed: bool
    door: Door
    has_apt: bool = False
    can_start: bool = False
    sandboxed: bool = False


def this_system() -> System:
    """Return the system that runs us; what is neither of the others is treated like Linux."""
    return {"win32": System.WINDOWS, "darwin": System.MACOS}.get(sys.platform, System.LINUX)


def look_at_service(root: Path = Path("/"), system: System | None = None) -> ServiceLook:
    """Look without starting or changing anything."""
    system = this_system() if system is None else system
    if system is not System.LINUX:
        return ServiceLook(system, installed=True, door=Door.UNKNOWN)
    named = os.environ.get("PCSCLITE_CSOCK_NAME")
    return ServiceLook(
        system,
        installed=_pcscd(root) is not None,
        door=_knock(Path(named) if named else root / _SOCKET),
        has_apt=(root / "usr/bin/apt").exists(),
        can_start=_can_start(root),
        sandboxed=(root / ".flatpak-info").exists() or "SNAP" in os.environ,
    )


def pcscd_version(root: Path = Path("/")) -> str:
    """Return the first words of `pcscd --version`, or an empty text."""
    program = _pcscd(root)
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [str(program), "--version"],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    first = done.stdout.decode("utf-8", "replace").partition("\n")[0].strip()
    return first.removeprefix("pcsc-lite version").strip(" .")[:20]


def _pcscd(root: Path) -> Path | None:
    for folder in ("usr/sbin", "usr/bin", "sbin"):
        program = root / folder / "pcscd"
        if program.exists():
            return program
    return None


def _can_start(root: Path) -> bool:
    """Whether a press of a button may start it: systemd runs and pkexec asks for the password."""
    return (root / "run/systemd/system").is_dir() and (root / "usr/bin/pkexec").exists()


def _knock(path: Path) -> Door:
    """Connect and hang up again, as every PC/SC program does when it begins."""
    if not hasattr(socket, "AF_UNIX"):
        return Door.UNKNOWN
    with socket.socket(socket.AF_UNIX) as knocking:
        knocking.settimeout(_SECONDS)
        try:
            knocking.connect(str(path))
        except OSError as problem:
            denied = problem.errno in (errno.EACCES, errno.EPERM)
            # A queue that is full belongs to something that listens.
            busy = problem.errno == errno.EAGAIN or isinstance(problem, TimeoutError)
            return Door.REFUSED if denied else Door.OPEN if busy else Door.SHUT
    return Door.OPEN
