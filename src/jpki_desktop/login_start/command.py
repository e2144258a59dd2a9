"""Finds the program that is to be started at login: a path that outlives this process.

It is the launcher that belongs to this very Python: beside it in a checkout's environment, in
/usr/bin for the Debian package, beside or above the runtime on Windows, in the bundle on macOS.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from jpki_desktop.errors import LoginStartError

NAME = "jpki-desktop"
BACKGROUND = "--background"


def start_command() -> tuple[str, ...]:
    """Return the command for a login.

    Raises:
        LoginStartError: there is no program that could be started.
    """
    for path in _places():
        if path.is_file():
            return (str(path), BACKGROUND)
    raise LoginStartError("", "no-program")


def _places() -> Iterator[Path]:
    """Yield where the launcher may be, the surest first. Links are kept: they outlive updates."""
    name = f"{NAME}.exe" if sys.platform == "win32" else NAME
    # A frozen program and the Windows launcher, which carries Python in itself, are named so.
    if sys.executable and Path(sys.executable).stem.lower() == NAME:
        yield Path(sys.executable).absolute()
    # The command that was typed or clicked: the Debian package's, whose Python is the system's.
    if sys.argv and Path(sys.argv[0]).name.lower() == name and Path(sys.argv[0]).is_absolute():
        yield Path(sys.argv[0])
    if sys.executable:
        beside = Path(sys.executable).absolute().parent
        yield beside / name
        # The Windows package keeps its Python in a folder below the launcher.
        yield beside.parent / name
    import shutil

    found = shutil.which(NAME)
    if found is not None:
        yield Path(found).absolute()
