"""The only door to the system's keyring: Secret Service, Windows' or macOS' own.

The keyring is named here and not left to configuration, so nothing that keeps passwords in plain
text, or throws them away, can take its place. Without one, nothing is kept anywhere.
"""

import logging
import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from jpki_desktop.errors import KeyringError

_LOG = logging.getLogger(__name__)

T = TypeVar("T")

_SERVICE = "JPKI Desktop"

# As long as a person may take to unlock the keyring when the desktop asks.
_PATIENCE = 60.0

# By name, since each system has only some of these classes.
_LOCKED = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})
_ABSENT = frozenset(
    {
        "SecretServiceNotAvailableException",
        "NoKeyringError",
        "RuntimeError",
        # A package may leave out what only the keyring needs.
        "ModuleNotFoundError",
    }
)


class Keyring(Protocol):
    """What is used of a keyring."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Return a password, or None when there is none of this name."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep a password."""
        ...

    def delete_password(self, service: str, username: str, /) -> None:
        """Remove a password."""
        ...


def system_keyring() -> Keyring:
    """Return this system's keyring.

    Raises:
        RuntimeError: there is none, or it is not running.
    """
    # Slow to import, and seldom needed.
    Kind: Any  # noqa: N806 - a class
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring as Kind
    elif sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as Kind
    else:
        # KDE's wallet and KeePassXC are Secret Services too.
        from keyring.backends.SecretService import Keyring as Kind
    # Reading the priority is how keyring finds out whether the service is there.
    if not Kind.priority:
        raise RuntimeError
    found: Keyring = Kind()
    return found


class Secrets:
    """Passwords by name in the keyring; every call ends after some time, also when it hangs."""

    def __init__(
        self, keyring: Callable[[], Keyring] = system_keyring, *, patience: float = _PATIENCE
    ) -> None:
        self._keyring = keyring
        self._patience = patience

    def available(self) -> bool:
        """Whether there is a keyring; whether it is locked is not asked."""
        try:
            self._ask(self._keyring)
        except KeyringError:
            return False
        return True

    def get(self, name: str) -> bytearray | None:
        """Return a secret in a buffer that its taker wipes, or None.

        Raises:
            KeyringError: nothing is known.
        """

        def look() -> bytearray | None:
            found = self._keyring().get_password(_SERVICE, name)
            return None if found is None else bytearray(found, "utf-8")

        return self._ask(look)

    def keep(self, name: str, secret: bytearray) -> None:
        """Keep a secret.

        Raises:
            KeyringError: it is not kept.
        """
        # The owner may wipe `secret` while a keyring hangs, which would then keep zeros.
        held = bytearray(secret)

        def keep() -> None:
            try:
                # The keyring takes a str and nothing else; it lives for this call.
                self._keyring().set_password(_SERVICE, name, held.decode("utf-8"))
            finally:
                held[:] = bytes(len(held))

        self._ask(keep)

    def remove(self, name: str) -> None:
        """Remove a secret, which need not be there.

        Raises:
            KeyringError: it may still be there.
        """

        def delete() -> None:
            keyring = self._keyring()
            if keyring.get_password(_SERVICE, name) is not None:
                keyring.delete_password(_SERVICE, name)

        self._ask(delete)

    def _ask(self, question: Callable[[], T]) -> T:
        """Ask in a thread of its own, since nothing can interrupt a keyring that waits."""
        answers: list[T] = []
        causes: list[str] = []
        done = threading.Event()

        def ask() -> None:
            try:
                answers.append(question())
            except BaseException as problem:  # noqa: BLE001 - keyrings raise what they like
                # Its text and its traceback may hold the secret.
                causes.append(_cause(type(problem).__name__))
                _LOG.info("the keyring refused: %s", type(problem).__name__)
            done.set()

        threading.Thread(target=ask, name="keyring", daemon=True).start()
        if not done.wait(self._patience):
            raise KeyringError("slow")
        if causes:
            raise KeyringError(causes[0])
        return answers.pop()


def _cause(name: str) -> str:
    if name in _LOCKED:
        return "locked"
    return "absent" if name in _ABSENT else "failed"
