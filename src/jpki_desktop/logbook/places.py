"""Where an exception came from: files and lines, and nothing that a value could stand in.

Folders are left out, since they name users; so are the text of the exception and every variable.
"""

import traceback
from pathlib import PurePath
from types import TracebackType

# The innermost frames tell what happened; a deep recursion tells it over and over.
_MOST = 12
_PACKAGE = "jpki_desktop"

Places = tuple[str, ...]


def places_of(trace: TracebackType | None) -> Places:
    """Return `card/worker.py:168 in run` for each frame, the innermost last."""
    frames = traceback.extract_tb(trace)[-_MOST:]
    return tuple(f"{_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames)


def _short(filename: str) -> str:
    """Our own files from the package on, others by their bare names."""
    parts = PurePath(filename).parts
    if _PACKAGE in parts:
        return "/".join(parts[len(parts) - parts[::-1].index(_PACKAGE) :])
    return parts[-1] if parts else "?"
