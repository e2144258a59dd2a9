"""Write a certificate, or something made of it, into a file: whole or not at all.

What stands in the file is made by `wording.export`; whether the user wants to replace a file, or
to write personal data, is asked by the face of the program.
"""

import errno
import os
import secrets
import stat
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from jpki_desktop.certificate.japanese_calendar import in_jst
from jpki_desktop.certificate.model import Certificate, CertificateKind
from jpki_desktop.errors import (
    OutputError,
    OutputExistsError,
    OutputFailedError,
    OutputFolderError,
    OutputFullError,
    OutputTargetError,
)


class ExportForm(StrEnum):
    """The forms in which a certificate can leave the program."""

    DER = "der"
    PEM = "pem"
    TEXT = "text"
    CSV = "csv"
    ICS = "ics"

    @property
    def suffix(self) -> str:
        """The end of a file's name."""
        return {"der": ".cer", "pem": ".pem", "text": ".txt"}.get(self.value, f".{self.value}")


# The first two are the official client's names.
_NAMES = {
    CertificateKind.AUTH: "CertUserAuth",
    CertificateKind.SIGN: "CertUserSign",
    CertificateKind.AUTH_CA: "CertAuthCA",
    CertificateKind.SIGN_CA: "CertSignCA",
    CertificateKind.OTHER: "Certificate",
}

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FOLDER = {errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS}


def default_name(certificate: Certificate, form: ExportForm, now: datetime) -> str:
    """Return the name that is proposed: the kind, and the time of output in Japan."""
    return f"{_NAMES[certificate.kind]}{in_jst(now):%Y%m%d%H%M%S}{form.suffix}"


def holds_personal_data(certificate: Certificate) -> bool:
    """Whether the user must be told that name, birth date, sex and address go out with it."""
    return certificate.kind is CertificateKind.SIGN or certificate.holder is not None


def write_output(path: str, content: bytes, *, overwrite: bool = False) -> None:
    """Write a file in one step; without `overwrite` an existing one is never touched.

    Raises:
        OutputExistsError: there is one already.
        OutputError: in its other leaf classes; nothing was changed.
    """
    try:
        _write(path, content, overwrite=overwrite)
    except OSError as problem:
        raise _error(path, problem) from None
    except ValueError:  # a NUL in the name
        raise OutputFailedError(path, "name") from None


def _write(path: str, content: bytes, *, overwrite: bool) -> None:
    # What a link points to is what the user sees as the file.
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        raise OutputTargetError(path)
    if mode is not None and not overwrite:
        raise OutputExistsError(path)
    beside = target.parent / f".jpki-{secrets.token_hex(8)}"
    try:
        _write_new(beside, content, mode)
        if overwrite:
            beside.replace(target)
        else:
            _move_to_new(path, beside, target)
    finally:
        beside.unlink(missing_ok=True)
    _keep_folder(target.parent)


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _write_new(beside: Path, content: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(beside, flags, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        with suppress(OSError):
            beside.chmod(stat.S_IMODE(mode))


def _move_to_new(path: str, beside: Path, target: Path) -> None:
    """Give the file its name unless somebody else took it in the meantime."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise OutputExistsError(path) from None
    except OSError:
        # A file system without links: the name is taken first, then filled.
        try:
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        except FileExistsError:
            raise OutputExistsError(path) from None
        beside.replace(target)


def _keep_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _error(path: str, problem: OSError) -> OutputError:
    number, reason = problem.errno, problem.strerror or type(problem).__name__
    if number in _FULL:
        return OutputFullError(path)
    if number == errno.EISDIR:
        return OutputTargetError(path)
    if number in _FOLDER:
        return OutputFolderError(path, reason)
    return OutputFailedError(path, reason)
