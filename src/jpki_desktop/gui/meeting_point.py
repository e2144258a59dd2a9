"""Where the instances of one user meet, and whether one may be there. Nothing is opened here."""

import os
import stat
from pathlib import Path


def address(purpose: str) -> str:
    """Return a socket in a folder of this user alone (Windows: the name of a pipe).

    It is an empty text where no such folder can be made.
    """
    if os.name == "nt":
        return f"jpki-desktop-{purpose}-{os.environ.get('USERNAME', '')}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and _is_private(Path(runtime)):
        return str(Path(runtime) / f"jpki-desktop-{purpose}.socket")
    # What tempfile.gettempdir() looks at first; the module itself is slow to load.
    folder = Path(os.environ.get("TMPDIR") or "/tmp") / f"jpki-desktop-{os.getuid()}"  # noqa: S108 - made private below
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not _is_private(folder):
            import tempfile

            # Somebody else was there first; a folder of our own is found by no other instance.
            folder = Path(tempfile.mkdtemp(prefix="jpki-desktop-"))
    except OSError:
        # A full disk, or no place that can be written to: this instance stays alone.
        return ""
    return str(folder / f"{purpose}.socket")


def may_be_taken(place: str) -> bool:
    """Whether another instance may be there; a socket that nobody listens to counts as one."""
    return os.name == "nt" or (bool(place) and os.path.lexists(place))


def _is_private(folder: Path) -> bool:
    try:
        status = folder.lstat()
    except OSError:
        return False
    mode = status.st_mode
    return stat.S_ISDIR(mode) and status.st_uid == os.getuid() and not mode & 0o077
