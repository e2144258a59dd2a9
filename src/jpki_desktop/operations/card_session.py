"""How every operation talks to the card: shared and repeatable for reads, exclusive after VERIFY.

The two recipes here are the only callers of `CardSource.connect`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.channel import Channel
from jpki_desktop.card.connection import CardSource, Sharing
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.errors import (
    CardChangedError,
    CardResetError,
    LastTryError,
    PasswordLockedError,
    PasswordNeededError,
    TriesChangedError,
    WrongPasswordError,
)

T = TypeVar("T")

# Another program that resets the card disturbs a read; more often than this it is a fault.
_READ_ATTEMPTS = 3


def reading(
    cards: CardSource, reader: str, cancel: CancelToken, read: Callable[[JpkiSession], T]
) -> T:
    """Run `read`, which must not need a password, in a shared connection.

    It is started again when another program resets the card under it: reads cost nothing.

    Raises:
        NoCardAccessError: in its leaf classes.
        CancelledError: given up.
    """
    for _ in range(_READ_ATTEMPTS - 1):
        try:
            return _read_once(cards, reader, cancel, read)
        except CardResetError:
            cancel.check()
    return _read_once(cards, reader, cancel, read)


def _read_once(
    cards: CardSource, reader: str, cancel: CancelToken, read: Callable[[JpkiSession], T]
) -> T:
    with cards.connect(reader, Sharing.SHARED, cancel) as connection:
        return read(JpkiSession.open(Channel(connection, cancel)))


@contextmanager
def verified(
    cards: CardSource,
    reader: str,
    password: Password,
    *,
    identity: bytes,
    tries_shown: int | None,
    last_try_confirmed: bool,
    cancel: CancelToken,
) -> Iterator[JpkiSession]:
    """Hold an exclusive session in which `password` has been verified; log out at the end.

    The password is sent once, and only to the card that the user was asked about (`identity`), and
    only when the counter is not lower than what the user saw. The buffer is wiped in any case.

    Raises:
        CardChangedError, TriesChangedError, LastTryError: nothing was sent.
        WrongPasswordError, PasswordLockedError, PasswordResultUnknownError: from the card.
        NoCardAccessError: in its leaf classes.
    """
    cancel.on_cancel(password.wipe)
    with password, cards.connect(reader, Sharing.EXCLUSIVE, cancel) as connection:
        session = JpkiSession.open(Channel(connection, cancel))
        if session.fingerprint_bytes() != identity:
            raise CardChangedError
        _check_tries(session, password, tries_shown, last_try_confirmed=last_try_confirmed)
        try:
            session.verify(password)
        except (WrongPasswordError, PasswordLockedError):
            raise
        except Exception:
            # Whatever else happened, the card may be in the verified state.
            session.log_out()
            raise
        try:
            password.wipe()
            yield session
        finally:
            session.log_out()


def _check_tries(
    session: JpkiSession,
    password: Password,
    tries_shown: int | None,
    *,
    last_try_confirmed: bool,
) -> None:
    """Compare the counter with what the user was shown; costs no try."""
    kind = password.kind.value
    state = session.password_state(password.kind)
    if not state.present:
        raise PasswordNeededError(kind)
    if state.locked:
        raise PasswordLockedError(kind)
    if state.tries_left is None:
        return
    if tries_shown is not None and state.tries_left < tries_shown:
        raise TriesChangedError(kind, state.tries_left)
    if state.tries_left == 1 and not last_try_confirmed:
        raise LastTryError(kind)
