"""Remembers certificates of authorities, which are public, and of nobody else.

A certificate is kept only when its fingerprint is among the accepted ones, and is believed only
when it still is when read again: the folder can be written to by others. Which fingerprints those
are comes from outside.
"""

import logging
from pathlib import Path

from jpki_desktop.settings.whole_file import replace_file

_LOG = logging.getLogger(__name__)

# A certificate of an authority has some 1,300 octets; a file that grew is not read to its end.
_LARGEST = 64 * 1024


class AuthorityStore:
    """Certificates by fingerprint in a folder; without a folder they live in memory alone."""

    def __init__(self, folder: Path | None, accepted: frozenset[str]) -> None:
        self._folder = folder
        self._accepted = accepted
        self._known: dict[str, bytes] = {}

    def remember(self, der: bytes) -> bool:
        """Keep a certificate; returns whether it is known from now on.

        A folder that cannot be written to costs no more than the memory of this certificate
        beyond this run.
        """
        name = _fingerprint(der)
        if name not in self._accepted:
            return False
        already = self._read(name) if self._folder is not None else None
        self._known[name] = der
        if self._folder is not None and already is None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                replace_file(self._folder / f"{name}.cer", der)
            except OSError as problem:
                _LOG.info("an authority could not be kept: %s", type(problem).__name__)
        return True

    def certificates(self) -> tuple[bytes, ...]:
        """Every certificate that is remembered, in the order of their fingerprints."""
        found = (self._known.get(name) or self._read(name) for name in sorted(self._accepted))
        return tuple(der for der in found if der is not None)

    def _read(self, name: str) -> bytes | None:
        """What is kept under this name, unless it is something else."""
        if self._folder is None:
            return None
        path = self._folder / f"{name}.cer"
        try:
            if not path.is_file():
                return None
            with path.open("rb") as file:
                der = file.read(_LARGEST)
        except OSError as problem:
            _LOG.info("an authority could not be read: %s", type(problem).__name__)
            return None
        if _fingerprint(der) != name:
            _LOG.info("a kept authority is not what its name says")
            return None
        return der


def _fingerprint(der: bytes) -> str:
    import hashlib  # loads OpenSSL, which the start of the program does without

    return hashlib.sha256(der).hexdigest().upper()
