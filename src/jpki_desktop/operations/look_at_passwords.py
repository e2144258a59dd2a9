"""Look at both passwords before one of them is changed or checked. Costs no try."""

from dataclasses import dataclass

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.jpki_session import JpkiSession, PasswordState
from jpki_desktop.card.profile import PasswordKind, TokenKind
from jpki_desktop.errors import CardKindError
from jpki_desktop.operations.card_session import reading


@dataclass(frozen=True, slots=True)
class PasswordsLook:
    """The state of both passwords of one card; `identity` tells it from another one."""

    reader: str
    kind: TokenKind
    auth: PasswordState
    sign: PasswordState
    identity: bytes

    def password(self, which: PasswordKind) -> PasswordState:
        """Return the state of one of the two."""
        return self.auth if which is PasswordKind.AUTH else self.sign


def look_at_passwords(cards: CardSource, reader: str, cancel: CancelToken) -> PasswordsLook:
    """Return both counters of the card on `reader`.

    Raises:
        CardKindError: a 住基カード, whose password has another form.
        NoCardAccessError: in its leaf classes.
        CancelledError: given up.
    """

    def look(session: JpkiSession) -> PasswordsLook:
        kind = session.token_kind()
        if kind is TokenKind.JUKI:
            raise CardKindError(kind.value)
        return PasswordsLook(
            reader=reader,
            kind=kind,
            auth=session.password_state(PasswordKind.AUTH),
            sign=session.password_state(PasswordKind.SIGN),
            identity=session.fingerprint_bytes(),
        )

    return reading(cards, reader, cancel, look)
