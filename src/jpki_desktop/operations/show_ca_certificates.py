"""Read both authorities' certificates from the card, in one session and without a password.

Certificates that match the published list are remembered; others never are.
"""

from dataclasses import dataclass

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.profile import CertificateFile, TokenKind
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.published_authorities import (
    AuthorityMatch,
    MatchedAuthority,
    match,
)
from jpki_desktop.errors import (
    CardKindError,
    CertificateError,
    CertificateMissingError,
    PasswordNeededError,
)
from jpki_desktop.operations.card_session import reading
from jpki_desktop.settings import AuthorityStore

AUTHORITIES = (CertificateFile.AUTH_CA, CertificateFile.SIGN_CA)

CaError = CertificateError | CertificateMissingError | PasswordNeededError


@dataclass(frozen=True, slots=True)
class CardAuthority:
    """One of the two certificates with what is known of it, or the reason why it is not there."""

    which: CertificateFile
    certificate: Certificate | None
    matched: MatchedAuthority | None
    error: CaError | None = None


def show_ca_certificates(
    cards: CardSource, reader: str, authorities: AuthorityStore, cancel: CancelToken
) -> tuple[CardAuthority, ...]:
    """Return both authorities of the card, user authentication first.

    Raises:
        CardKindError: a 住基カード, whose authorities are others.
        NoCardAccessError: in its leaf classes.
        CancelledError: given up.
    """

    def read(session: JpkiSession) -> tuple[CardAuthority, ...]:
        kind = session.token_kind()
        if kind is TokenKind.JUKI:
            raise CardKindError(kind.value)
        return tuple(_read(session, which) for which in AUTHORITIES)

    found = reading(cards, reader, cancel, read)
    for one in found:
        if (
            one.certificate is not None
            and one.matched is not None
            and one.matched.match is AuthorityMatch.PUBLISHED
        ):
            authorities.remember(one.certificate.der)
    return found


def _read(session: JpkiSession, which: CertificateFile) -> CardAuthority:
    try:
        certificate = parse_certificate(session.read_certificate(which))
    except (CertificateError, CertificateMissingError, PasswordNeededError) as error:
        return CardAuthority(which, None, None, error)
    return CardAuthority(which, certificate, match(certificate))
