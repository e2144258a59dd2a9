"""Go through files and folders and tell of each certificate in them, one after the other.

Nothing is kept, so any number of files takes the same memory; what cannot be read is a row with
its reason.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.certificate.entries import CertificateEntry, Entry, UnreadableEntry
from jpki_desktop.certificate.files import open_certificate_file
from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.certificate.read_file import display_path
from jpki_desktop.certificate.summary import CertificateSummary
from jpki_desktop.errors import FileUnreadableError, JpkiError, UnexpectedError

Progress = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class InspectedRow:
    """One object in a file (`entry`), or a file that could not be opened (`error`)."""

    file: str
    entry: Entry | None
    error: JpkiError | None = None

    @property
    def summary(self) -> CertificateSummary | None:
        """The certificate's facts, where it is one."""
        return self.entry.summary if isinstance(self.entry, CertificateEntry) else None

    @property
    def readable(self) -> bool:
        """Whether the row tells of something that could be read."""
        return self.error is None and not isinstance(self.entry, UnreadableEntry)


def days_left(summary: CertificateSummary, today: int) -> int:
    """Days to the last day of validity in Japan; `today` is the ordinal of today's date there."""
    return jst_date(summary.not_after).toordinal() - today


def inspect_certificates(
    paths: list[str],
    cancel: CancelToken,
    *,
    password: bytes | bytearray | None = None,
    progress: Progress | None = None,
) -> Iterator[InspectedRow]:
    """Yield a row for each object in the files and, at any depth, in the folders.

    `password` is tried on every PKCS#12 file. `progress` is told the number of files done and the
    one that comes next.

    Raises:
        CancelledError: given up.
    """
    for number, found in enumerate(_files(paths)):
        cancel.check()
        if isinstance(found, InspectedRow):
            yield found
            continue
        if progress is not None:
            progress(number, display_path(found))
        yield from _rows(found, password)


def _rows(path: str, password: bytes | bytearray | None) -> Iterator[InspectedRow]:
    given = None if password is None else bytearray(password)
    shown = display_path(path)
    try:
        opened = open_certificate_file(path, given)
    except JpkiError as error:
        yield InspectedRow(shown, None, error)
    except Exception as defect:  # noqa: BLE001 - a defect in one file must not hide the others
        yield InspectedRow(shown, None, UnexpectedError(type(defect).__name__))
    else:
        for entry in opened.entries:
            yield InspectedRow(shown, entry)


def _files(paths: list[str]) -> Iterator[str | InspectedRow]:
    """Every file in order; a folder that links back to one above it is not entered again."""
    entered: set[tuple[int, int]] = set()
    waiting = [(path, _is_folder(path)) for path in reversed(paths)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield path
            continue
        try:
            waiting += _new_in(path, entered)
        except OSError as problem:
            shown = display_path(path)
            yield InspectedRow(shown, None, FileUnreadableError(shown, problem.strerror or ""))


def _new_in(path: str, entered: set[tuple[int, int]]) -> list[tuple[str, bool]]:
    """What is in a folder, the last name first; nothing when it was entered before."""
    status = Path(path).stat()
    identity = status.st_dev, status.st_ino
    if identity in entered:
        return []
    entered.add(identity)
    with os.scandir(path) as found:
        return sorted(((one.path, _leads_to_folder(one)) for one in found), reverse=True)


def _leads_to_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself; opening it says so
        return False


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except ValueError:  # a NUL in the name; opening it says so
        return False
