"""Tell whether a password is right: look (elsewhere), ask (elsewhere), VERIFY once, log out."""

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.password import Password
from jpki_desktop.operations.card_session import verified
from jpki_desktop.operations.look_at_passwords import PasswordsLook


def verify_password(
    cards: CardSource,
    look: PasswordsLook,
    password: Password,
    cancel: CancelToken,
    *,
    last_try_confirmed: bool,
) -> None:
    """Return when the password is right; the counter is full again then.

    Raises:
        PasswordError: in its leaf classes; WrongPasswordError carries the tries left.
        CardChangedError: another card lies there now; nothing was sent.
        NoCardAccessError: in its leaf classes.
    """
    with verified(
        cards,
        look.reader,
        password,
        identity=look.identity,
        tries_shown=look.password(password.kind).tries_left,
        last_try_confirmed=last_try_confirmed,
        cancel=cancel,
    ):
        pass
