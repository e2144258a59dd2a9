"""The password for the proxy: in memory for this run, and in the keyring when the user wants it.

It belongs to one user at one address, and is never given to another proxy.
"""

import threading
from collections.abc import Callable

from jpki_desktop.errors import KeyringError
from jpki_desktop.settings.secrets import Secrets


class ProxyPassword:
    """Knows passwords by user and address; without `secrets` they live in memory alone."""

    def __init__(self, user: Callable[[], str], secrets: Secrets | None = None) -> None:
        self._user = user
        self._secrets = secrets
        # One question to the keyring at a time; it may take as long as a person does.
        self._asking = threading.Lock()
        # Around what is in memory, and never held while the keyring is asked: the end waits for it.
        self._lock = threading.Lock()
        self._closed = False
        self._given: dict[str, bytearray] = {}
        # Who was named for a proxy in this run, where no user is set.
        self._users: dict[str, str] = {}
        self._looked: set[str] = set()
        self.problem: KeyringError | None = None

    def account(self, address: str) -> bytearray | None:
        """Return `user:password` for this proxy in a buffer that its taker wipes, or None.

        The keyring is looked into once; what it refused then is in `problem`.
        """
        user = self._user() or self._users.get(address)
        return self.account_of(user, address) if user else None

    def account_of(self, user: str, address: str) -> bytearray | None:
        """Do the same for a user who is not, or not yet, the one of the settings."""
        name = _name(user, address)
        with self._asking:
            if name not in self._given and name not in self._looked:
                self._look(name)
        with self._lock:
            password = self._given.get(name)
            return None if password is None else bytearray(user, "utf-8") + b":" + password

    def _look(self, name: str) -> None:
        self._looked.add(name)
        if self._secrets is None:
            return
        try:
            found = self._secrets.get(name)
        except KeyringError as problem:
            self.problem = problem
            return
        self.problem = None
        with self._lock:
            if found is not None and (self._closed or name in self._given):
                # The program has ended, or the user was faster.
                wipe(found)
            elif found is not None:
                self._given[name] = found

    def can_keep(self) -> bool:
        """Whether there is a keyring to keep a password in."""
        return self._secrets is not None and self._secrets.available()

    def give(self, address: str, user: str, password: bytearray, *, keep: bool) -> None:
        """Use `password`, whose buffer is taken over, from now on, and keep it when told so.

        Raises:
            KeyringError: it holds for this run but is not kept.
        """
        name = _name(user, address)
        with self._lock:
            wipe(self._given.pop(name, None))
            self._given[name] = password
            self._users[address] = user
        if keep:
            with self._asking:
                self._keep(name, password)

    def _keep(self, name: str, password: bytearray) -> None:
        if self._secrets is None:
            raise KeyringError("absent")
        self._secrets.keep(name, password)

    def forget(self, address: str, user: str) -> None:
        """Remove the password from memory and from the keyring.

        Raises:
            KeyringError: it may still be in the keyring.
        """
        name = _name(user, address)
        with self._asking:
            with self._lock:
                wipe(self._given.pop(name, None))
                self._looked.add(name)
                self._users.pop(address, None)
            if self._secrets is not None:
                self._secrets.remove(name)

    def close(self) -> None:
        """Wipe every password in memory; a keyring that is being asked is not waited for."""
        with self._lock:
            self._closed = True
            for password in self._given.values():
                wipe(password)
            self._given.clear()


def wipe(buffer: bytearray | None) -> None:
    """Overwrite a buffer."""
    if buffer is not None:
        buffer[:] = bytes(len(buffer))


def _name(user: str, address: str) -> str:
    return f"proxy {user}@{address}"
