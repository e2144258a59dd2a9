"""Show one certificate of the card: look, ask (elsewhere), read.

`look_at_certificate` says whether a password is needed and how many tries are left; the two reads
return the certificate. Between them the user is asked by the face of the program.
"""

from dataclasses import dataclass

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.jpki_session import JpkiSession, PasswordState
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, TokenKind
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.errors import CardKindError, CertificateMissingError, PasswordNeededError
from jpki_desktop.operations.card_session import reading, verified


@dataclass(frozen=True, slots=True)
class CertificateLook:
    """What is known before a password is asked for."""

    reader: str
    kind: TokenKind
    certificate: CertificateFile
    password: PasswordState
    identity: bytes


def look_at_certificate(
    cards: CardSource, reader: str, which: CertificateFile, cancel: CancelToken
) -> CertificateLook:
    """Return the state of the password that guards `which`; costs no try.

    Raises:
        CardKindError: this kind of token does not serve certificates to this program.
        CertificateMissingError: the card says that it does not hold it.
        PasswordNeededError: no password of this program belongs to it (CA certificates).
        NoCardAccessError: in its leaf classes.
    """

    def look(session: JpkiSession) -> CertificateLook:
        kind = _supported_kind(session)
        rules = MY_NUMBER_CARD.password_for(which)
        if rules is None:
            # A card that guards a CA certificate names no password that would open it.
            raise PasswordNeededError(which.value)
        if session.presence().of(which) is False:
            raise CertificateMissingError(which.value)
        return CertificateLook(
            reader=reader,
            kind=kind,
            certificate=which,
            password=session.password_state(rules.kind),
            identity=session.fingerprint_bytes(),
        )

    return reading(cards, reader, cancel, look)


def read_open_certificate(
    cards: CardSource, reader: str, which: CertificateFile, cancel: CancelToken
) -> Certificate:
    """Return a certificate that the card gives without a password.

    Raises:
        PasswordNeededError: this card wants the password first (phones; the signature kind).
        CardKindError, CertificateMissingError, CertificateError: there is none to show.
        NoCardAccessError: in its leaf classes.
    """

    def read(session: JpkiSession) -> Certificate:
        _supported_kind(session)
        return parse_certificate(session.read_certificate(which))

    return reading(cards, reader, cancel, read)


def read_protected_certificate(
    cards: CardSource,
    look: CertificateLook,
    password: Password,
    cancel: CancelToken,
    *,
    last_try_confirmed: bool,
) -> Certificate:
    """Verify the password once, return the certificate, log out.

    Raises:
        PasswordError: in its leaf classes.
        CardChangedError: another card lies there now; nothing was sent.
        CertificateMissingError, CertificateError: the password was right, there is none to show.
        NoCardAccessError: in its leaf classes.
    """
    with verified(
        cards,
        look.reader,
        password,
        identity=look.identity,
        tries_shown=look.password.tries_left,
        last_try_confirmed=last_try_confirmed,
        cancel=cancel,
    ) as session:
        return parse_certificate(session.read_certificate(look.certificate))


def is_open(which: CertificateFile) -> bool:
    """Whether the plastic card gives `which` without a password (OpenSC, myna, myna-card agree)."""
    return which is not CertificateFile.SIGN


def _supported_kind(session: JpkiSession) -> TokenKind:
    """Return the kind, refusing the 住基カード, whose certificates have all ended."""
    kind = session.token_kind()
    if kind is TokenKind.JUKI:
        raise CardKindError(kind.value)
    return kind
