"""Opens a path for reading without ever waiting for it: regular files only, up to a size.

What the bytes are is decided by `files`.
"""

import os
import stat
from pathlib import Path

from jpki_desktop.errors import FileUnreadableError, NotAFileError

# Certificates have a few thousand bytes; the largest bundles in use have a few million.
LARGEST_FILE = 64 * 1024 * 1024

# A FIFO without a writer would block, and a terminal would become ours. Windows has neither flag.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_KINDS = (
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
)


def open_regular(path: str) -> tuple[int, int]:
    """Open a regular file; returns its descriptor, for the caller to close, and its size.

    Raises:
        NotAFileError: a folder, a device, a pipe, a socket.
        FileUnreadableError: it is not there, or not for us.
    """
    try:
        # Opening a device can already do something, so it is looked at before and after.
        _check_kind(path, os.stat(path).st_mode)  # noqa: PTH116 - ten thousand times
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as problem:
        raise FileUnreadableError(path, _reason(problem)) from None
    try:
        status = os.fstat(descriptor)
        _check_kind(path, status.st_mode)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor, status.st_size


def read_up_to(path: str, descriptor: int, most: int) -> bytes:
    """Read the file, or its first `most` bytes.

    Raises:
        FileUnreadableError: reading failed.
    """
    pieces = []
    try:
        while most > 0:
            piece = os.read(descriptor, most)
            pieces.append(piece)
            if len(piece) == most or not piece:
                break
            most -= len(piece)
    except OSError as problem:
        raise FileUnreadableError(path, _reason(problem)) from None
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def display_path(path: str | Path) -> str:
    """The path as text that every output can take; a name may be bytes that are no text."""
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _check_kind(path: str, mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = next((name for test, name in _KINDS if test(mode)), "device")
        raise NotAFileError(path, kind)


def _reason(problem: Exception) -> str:
    """The system's word; Python's own complaint about a NUL in a path has none."""
    return (isinstance(problem, OSError) and problem.strerror) or type(problem).__name__
