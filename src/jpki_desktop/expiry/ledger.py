"""The certificates that were seen, in one file that only the user can read.

What the file looks like is in `expiry.ledger_file`. Whether anything may be kept at all is decided
by `operations.remind`.
"""

import itertools
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.errors import LedgerFileError
from jpki_desktop.expiry.ledger_file import Contents, to_bytes, to_contents
from jpki_desktop.expiry.model import ClockState, Known, LedgerEntry, New, Outcome, Replaces
from jpki_desktop.settings.one_writer import one_writer
from jpki_desktop.settings.whole_file import replace_file

# Hundreds of thousands of certificates; a file that grew beyond is none of ours.
_LARGEST = 64 * 1024 * 1024


class Ledger:
    """Entries by their mark; without a path they live in memory alone.

    The file is read anew each time: a window and a terminal may use it at once. Every method
    raises `LedgerFileError` when the file cannot be used, and `LedgerVersionError` when a newer
    version of this program wrote it; `delete_all` works in the second case too. `set_aside` is
    where a broken file lies that was found in this run.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.set_aside: Path | None = None
        self._memory = Contents()
        self._lock = threading.Lock()

    def entries(self) -> tuple[LedgerEntry, ...]:
        """Return what is kept, the first to end first."""
        return tuple(sorted(self._read().entries, key=lambda it: (it.ends_at, it.mark)))

    def clock(self) -> ClockState:
        """Return what is believed of the clock."""
        return self._read().clock

    def keep_clock(self, state: ClockState) -> None:
        """Keep what is believed of the clock; where nothing else is kept, neither is this."""
        self._change(lambda kept: replace(kept, clock=state) if kept.entries else kept)

    def remember(self, entry: LedgerEntry) -> Outcome:
        """Keep a certificate; tells when it may stand for one that is kept already."""
        outcome: Outcome = New(entry)

        def add(kept: Contents) -> Contents:
            nonlocal outcome
            known = _find(kept, entry.mark)
            if known is not None:
                old = _find(kept, known.replaces)
                outcome = Known(known) if old is None else Replaces(old, known, again=True)
                return kept
            old = _predecessor(entry, kept.entries)
            new = entry if old is None else replace(entry, replaces=old.mark)
            outcome = New(new) if old is None else Replaces(old, new)
            return replace(kept, entries=(*kept.entries, new))

        self._change(add)
        return outcome

    def update(self, mark: str, change: Callable[[LedgerEntry], LedgerEntry]) -> None:
        """Change the entry of this mark; one that was deleted meanwhile stays deleted."""
        self._change(
            lambda kept: replace(
                kept,
                entries=tuple(change(it) if it.mark == mark else it for it in kept.entries),
            )
        )

    def delete(self, mark: str) -> None:
        """Forget the entry of this mark, if it is there."""
        self._change(
            lambda kept: replace(kept, entries=tuple(it for it in kept.entries if it.mark != mark))
        )

    def delete_all(self) -> None:
        """Forget everything, what was set aside too."""
        with self._lock:
            self._memory = Contents()
            self._unlink()

    # --- inside ---------------------------------------------------------------------------------

    def _change(self, change: Callable[[Contents], Contents]) -> None:
        with self._lock:
            before = self._read()
            after = change(before)
            if after == before:
                return
            if self._path is None:
                self._memory = after
            else:
                self._change_file(self._path, change)

    def _change_file(self, path: Path, change: Callable[[Contents], Contents]) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with one_writer(path.parent):
                # Somebody else may have changed it since it was read.
                after = change(self._read())
                if after.entries:
                    replace_file(path, to_bytes(after))
                else:
                    path.unlink(missing_ok=True)
        except OSError as problem:
            raise _unusable(path, problem) from None

    def _read(self) -> Contents:
        path = self._path
        if path is None:
            return self._memory
        try:
            with path.open("rb") as file:
                found = to_contents(file.read(_LARGEST))
        except FileNotFoundError:
            return Contents()
        except OSError as problem:
            raise _unusable(path, problem) from None
        return self._set_aside(path) if found is None else found

    def _set_aside(self, path: Path) -> Contents:
        """Keep a broken file under another name; its certificates are known again when seen."""
        names = (path.with_suffix(f".broken{number or ''}") for number in itertools.count())
        aside = next(name for name in names if not name.exists())
        try:
            path.replace(aside)
            self.set_aside = aside
        except OSError as problem:
            raise _unusable(path, problem) from None
        return Contents()

    def _unlink(self) -> None:
        if self._path is None:
            return
        try:
            for path in (self._path, *self._path.parent.glob(f"{self._path.stem}.broken*")):
                path.unlink(missing_ok=True)
        except OSError as problem:
            raise _unusable(self._path, problem) from None


def _unusable(path: Path, problem: OSError) -> LedgerFileError:
    return LedgerFileError(str(path), problem.strerror or "")


def _find(kept: Contents, mark: str) -> LedgerEntry | None:
    return next((it for it in kept.entries if it.mark == mark), None)


def _predecessor(new: LedgerEntry, kept: tuple[LedgerEntry, ...]) -> LedgerEntry | None:
    """Return the entry that `new` most likely stands for: the same birthday, else the next to end.

    Certificates end on a birthday, so one person's end on the same day of the year.
    """
    born = jst_date(new.ends_at)

    def likeliest(old: LedgerEntry) -> tuple[bool, object]:
        day = jst_date(old.ends_at)
        return (day.month, day.day) != (born.month, born.day), old.ends_at

    older = [
        it
        for it in kept
        if it.kind is new.kind and it.for_tests == new.for_tests and it.ends_at <= new.ends_at
    ]
    return min(older, key=likeliest, default=None)
