"""The rotating file: for its user's eyes alone, bounded, and never in the program's way."""

import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from jpki_desktop.logbook.places import places_of

# All files together: the present one and three older ones.
LARGEST_FILE = 256 * 1024
OLDER_FILES = 3
_LINE = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


class LogFile(RotatingFileHandler):
    """A file of mode 0600; the first failure ends it, and is told once."""

    def __init__(self, path: Path, failed: Callable[[str], None]) -> None:
        # Nothing is made before there is a first line.
        super().__init__(
            path, maxBytes=LARGEST_FILE, backupCount=OLDER_FILES, encoding="utf-8", delay=True
        )
        self._failed = failed
        self._ended = False
        self.setFormatter(_Lines(_LINE))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, unless a line has failed before."""
        if not self._ended:
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """End the log without a word on standard error: a full disk stops nothing else."""
        del record
        problem = sys.exception()
        self._ended = True
        reason = problem.strerror if isinstance(problem, OSError) else None
        self._failed(reason or type(problem).__name__)

    def close(self) -> None:
        """Close the file; what a full disk did not take is lost."""
        with suppress(OSError):
            super().close()

    def _open(self) -> TextIOWrapper:
        """Open or make the file so that nobody else can read it, whatever the umask is."""
        path = Path(self.baseFilename)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A link that somebody laid here could lead the lines anywhere; a pipe could hold us up.
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        descriptor = os.open(path, flags, 0o600)
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(descriptor, 0o600)
                path.parent.chmod(0o700)
        except OSError:
            os.close(descriptor)
            raise
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")


class _Lines(logging.Formatter):
    """One record is one line; an exception is told by its kind and its places."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record without the line breaks that a name from outside may hold."""
        plain = logging.makeLogRecord({**vars(record), "exc_info": None, "exc_text": None})
        line = super().format(plain).replace("\r", "\\r").replace("\n", "\\n")
        if record.exc_info and record.exc_info[0] is not None:
            line += f" [{record.exc_info[0].__name__}: {'; '.join(places_of(record.exc_info[2]))}]"
        return line
