"""Lets one process at a time change what lies in a folder: a window and a terminal may run at once.

Reading needs no such thing, since files are replaced in one step.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """Wait for others to be done; the system ends the lock with the process that holds it.

    A file system without locks is used without one.

    Raises:
        OSError: the folder cannot be used.
    """
    descriptor = _open(folder)
    try:
        with suppress(OSError):
            _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":

    def _open(folder: Path) -> int:
        # Folders cannot be locked there.
        return os.open(folder / "ledger.lock", os.O_RDWR | os.O_CREAT, 0o600)

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

else:

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
