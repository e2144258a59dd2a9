"""The log of one program: begins, ends, how much it says, and the codes of errors in it."""

import logging
import re
from collections.abc import Callable
from pathlib import Path

# Below DEBUG, so that even a debug log holds no APDU unless somebody asks for them.
APDU_LEVEL = 5
_CODE = re.compile(r"\bJD-\d{4}\b")
_MOST_CODES = 20
# What the end of the log is taken from for a report.
_TAIL = 64 * 1024


_LOG = logging.getLogger("jpki_desktop.shown")
_SHOWN = "shown: "


def note_shown(code: str) -> None:
    """Note the code of an error that a person is shown."""
    _LOG.info("%s%s", _SHOWN, code)


class Logbook:
    """Writes what `jpki_desktop.*` logs into a folder; without a folder, nowhere."""

    def __init__(self, folder: Path | None, logger: str = "jpki_desktop") -> None:
        self._folder = folder
        self._path: Path | None = None
        self._logger = logging.getLogger(logger)
        self._handler: logging.Handler | None = None
        self._listener: Callable[[str], None] | None = None
        self.problem = ""

    def start(self, name: str, *, detailed: bool = False) -> None:
        """Begin to write into `name`.log; a second start changes nothing."""
        if self._folder is None or self._handler is not None:
            return
        self._path = self._folder / f"{name}.log"
        self._handler = _FromFirstLine(self._path, self._failed)
        self._logger.addHandler(self._handler)
        self.set_detailed(on=detailed)

    def set_detailed(self, *, on: bool) -> None:
        """Write APDUs as well, without passwords and contents, or no longer."""
        if self._handler is not None:
            self._logger.setLevel(APDU_LEVEL if on else logging.INFO)

    def close(self) -> None:
        """End the log and give the logger back as it was."""
        if self._handler is None:
            return
        self._logger.removeHandler(self._handler)
        self._logger.setLevel(logging.NOTSET)
        self._handler.close()
        self._handler = None

    def when_failed(self, listener: Callable[[str], None]) -> None:
        """Have the reason told once when the log cannot be written; at once if that is so now."""
        self._listener = listener
        if self.problem:
            listener(self.problem)

    def recent_codes(self) -> tuple[str, ...]:
        """Return the last codes in the log, the newest last."""
        shown = [line for line in self.tail() if _SHOWN in line]
        return tuple(code for line in shown for code in _CODE.findall(line))[-_MOST_CODES:]

    def tail(self) -> tuple[str, ...]:
        """Return the last lines of the log; nothing where there is none."""
        if self._path is None:
            return ()
        try:
            with self._path.open("rb") as file:
                file.seek(0, 2)
                file.seek(max(0, file.tell() - _TAIL))
                return tuple(file.read(_TAIL).decode("utf-8", "replace").splitlines())
        except OSError:
            return ()

    def _failed(self, reason: str) -> None:
        """Remember the first failure; called from whichever thread wrote the line."""
        if self.problem:
            return
        self.problem = reason
        if self._listener is not None:
            self._listener(reason)


class _FromFirstLine(logging.Handler):
    """The file, which is loaded and made for the first line: most starts have none to write."""

    def __init__(self, path: Path, failed: Callable[[str], None]) -> None:
        super().__init__()
        self._path = path
        self._failed = failed
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._file is None:
            try:
                from jpki_desktop.logbook.file import LogFile
            except (ImportError, OSError) as problem:
                # A process with too many open files cannot load it now.
                self._failed(type(problem).__name__)
                return
            self._file = LogFile(self._path, self._failed)
        self._file.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()
