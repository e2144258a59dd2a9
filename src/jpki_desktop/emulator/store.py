"""What a virtual card remembers: keys, certificates, counters and changed passwords.

In a directory everything survives a restart; without one only the keys live on, and only as long
as the process. Certificates are made again when they no longer fit the day or the keys.
"""

import json
import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from jpki_desktop.emulator.authority import KEY_SIZE
from jpki_desktop.emulator.passwords import HashedPassword, PasswordKind
from jpki_desktop.errors import VirtualCardError

_CARDS = "cards/"


@dataclass(frozen=True, slots=True)
class Counter:
    """The stored state of one password."""

    tries: int
    changed: HashedPassword | None


class MemoryStore:
    """Keeps nothing; keys are shared by all cards of this process because making one is slow."""

    def key(self, name: str) -> rsa.RSAPrivateKey:
        """Return the key of that name."""
        return _process_key(name)

    def read(self, name: str) -> bytes | None:
        """Return what was stored under this name."""
        del name
        return None

    def write(self, name: str, content: bytes) -> None:
        """Store bytes under a name that may contain one slash."""


class DirectoryStore(MemoryStore):
    """Keeps everything below one directory that only its owner can open."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._keys: dict[str, rsa.RSAPrivateKey] = {}

    def key(self, name: str) -> rsa.RSAPrivateKey:
        """Return the key of that name, made at its first use."""
        if name not in self._keys:
            self._keys[name] = self._stored_key(name) or self._new_key(name)
        return self._keys[name]

    def read(self, name: str) -> bytes | None:
        """Return what was stored under this name; None when there is nothing."""
        try:
            return (self._directory / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unusable(error) from error

    def write(self, name: str, content: bytes) -> None:
        """Replace a file in one step, so that a reader meets the old or the new one."""
        target = self._directory / name
        try:
            for folder in (self._directory, target.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                folder.chmod(0o700)
            _replace(target, content)
        except OSError as error:
            raise _unusable(error) from error

    def _stored_key(self, name: str) -> rsa.RSAPrivateKey | None:
        pem = self.read(_key_file(name))
        if pem is None:
            return None
        try:
            # The file is our own; checking the primes again would cost 50 ms for each key.
            key = serialization.load_pem_private_key(pem, None, unsafe_skip_rsa_key_validation=True)
        except ValueError:
            return None
        return key if isinstance(key, rsa.RSAPrivateKey) else None

    def _new_key(self, name: str) -> rsa.RSAPrivateKey:
        key = _generate()
        pem = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        self.write(_key_file(name), pem)
        return key


class KeyStore(DirectoryStore):
    """Keeps keys and certificates, which are slow to make, and forgets counters and passwords."""

    def read(self, name: str) -> bytes | None:
        """Return what was stored, unless it is the state of a card."""
        return None if name.startswith(_CARDS) and name.endswith(".json") else super().read(name)

    def write(self, name: str, content: bytes) -> None:
        """Store bytes, unless they are the state of a card."""
        if not (name.startswith(_CARDS) and name.endswith(".json")):
            super().write(name, content)


def open_store(directory: Path | None, *, fresh: bool = False) -> MemoryStore:
    """Open the store in a directory, or one that forgets; `fresh` keeps keys alone."""
    if directory is None:
        return MemoryStore()
    return KeyStore(directory) if fresh else DirectoryStore(directory)


def load_counters(store: MemoryStore, persona: str) -> dict[PasswordKind, Counter]:
    """Return the stored counters; a damaged file counts as none, as on a new card."""
    content = store.read(_counter_file(persona))
    if content is None:
        return {}
    try:
        entries = json.loads(content)
        return {PasswordKind(kind): _counter(entry) for kind, entry in entries.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def save_counters(store: MemoryStore, persona: str, counters: dict[PasswordKind, Counter]) -> None:
    """Store the counters of a persona."""
    entries = {kind.value: _entry(counter) for kind, counter in counters.items()}
    store.write(_counter_file(persona), json.dumps(entries, indent=1).encode())


def _entry(counter: Counter) -> dict[str, object]:
    if counter.changed is None:
        return {"tries": counter.tries}
    salt, digest = counter.changed.salt.hex(), counter.changed.digest.hex()
    return {"tries": counter.tries, "salt": salt, "scrypt": digest}


def _counter(entry: dict[str, str | int]) -> Counter:
    changed = None
    if "salt" in entry:
        salt, digest = str(entry["salt"]), str(entry["scrypt"])
        changed = HashedPassword(bytes.fromhex(salt), bytes.fromhex(digest))
    return Counter(int(entry["tries"]), changed)


def _replace(target: Path, content: bytes) -> None:
    # mkstemp makes the file with mode 0600.
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _unusable(error: OSError) -> VirtualCardError:
    return VirtualCardError(f"{error.filename}: {error.strerror}")


def _key_file(name: str) -> str:
    return f"keys/{name}.pem"


def _counter_file(persona: str) -> str:
    return f"{_CARDS}{persona}.json"


@cache
def _process_key(name: str) -> rsa.RSAPrivateKey:
    del name  # the name only tells the cached keys apart
    return _generate()


def _generate() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=KEY_SIZE)
