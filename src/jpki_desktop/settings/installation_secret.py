"""A secret of this installation, and hashes keyed with it.

What the program remembers of a certificate is such a hash: a plain one of a serial number of four
bytes could be found by trying them all. Who has the secret and the hash can still test a guess, so
both lie in files that only the user can read.
"""

import os
import threading
from pathlib import Path

from jpki_desktop.errors import SettingsFileError

_LENGTH = 32


class InstallationSecret:
    """32 random bytes, made at the first use; without a path they live in memory alone."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._secret: bytes | None = None
        # The window and a thread beside it may need it for the first time at once.
        self._lock = threading.Lock()

    def keyed_hash(self, purpose: str, content: bytes) -> str:
        """Return HMAC-SHA-256 over `purpose` and `content` in lower-case hex.

        Hashes of different purposes cannot be linked by comparing them.

        Raises:
            SettingsFileError: the secret could neither be read nor kept.
        """
        with self._lock:
            secret = self._secret = self._secret or self._obtain()
        # OpenSSL's and random's modules are not for the start of the program.
        import hmac

        return hmac.digest(secret, purpose.encode() + b"\0" + content, "sha256").hex()

    def _obtain(self) -> bytes:
        path = self._path
        if path is None:
            return os.urandom(_LENGTH)
        try:
            return _read(path) or _make(path)
        except OSError as problem:
            raise SettingsFileError(str(path), problem.strerror or "") from None


def _read(path: Path) -> bytes | None:
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return None
    if len(found) != _LENGTH:
        # Cut off by a full disk: what was hashed with it is lost in any case.
        path.unlink()
        return None
    return found


def _make(path: Path) -> bytes:
    """Make the secret, or take that of another process that was faster."""
    secret = os.urandom(_LENGTH)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        try:
            # Fails where the name is taken, which a replacement would not.
            os.link(beside, path)
        except FileExistsError:
            return _read(path) or secret
        except OSError:
            # A file system without links, as on some network drives.
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return secret
