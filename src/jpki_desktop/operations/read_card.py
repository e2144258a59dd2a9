"""Read what a card shows of itself without any password: the start screen and `jpki card`."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.jpki_session import CertificatePresence, JpkiSession, PasswordState
from jpki_desktop.card.profile import CertificateFile, PasswordKind, TokenKind
from jpki_desktop.errors import CertificateError, CertificateMissingError, PasswordNeededError
from jpki_desktop.operations.card_session import reading

if TYPE_CHECKING:
    from jpki_desktop.certificate.model import Certificate


@dataclass(frozen=True, slots=True)
class CardSummary:
    """A card at one moment.

    `certificate` is the user authentication certificate where the card gives it freely;
    `certificate_error` says why it is not there. `identity` tells this card from another one.
    """

    reader: str
    kind: TokenKind
    presence: CertificatePresence
    auth_password: PasswordState
    sign_password: PasswordState
    certificate: "Certificate | None"
    certificate_error: CertificateError | CertificateMissingError | PasswordNeededError | None
    identity: bytes

    def password(self, kind: PasswordKind) -> PasswordState:
        """Return the state of one of the two passwords."""
        return self.auth_password if kind is PasswordKind.AUTH else self.sign_password

    @property
    def has_auth(self) -> bool:
        """Whether the user authentication certificate is there, as far as the card says."""
        if self.certificate is not None:
            return True
        known = self.presence.auth
        return isinstance(self.certificate_error, PasswordNeededError) if known is None else known

    @property
    def has_sign(self) -> bool:
        """Whether the signature certificate is there; a card that does not say is believed to."""
        known = self.presence.sign
        return self.sign_password.present if known is None else known


def read_card(cards: CardSource, reader: str, cancel: CancelToken) -> CardSummary:
    """Return the summary of the card on `reader`.

    Raises:
        NoCardAccessError: in its leaf classes.
        CancelledError: given up.
    """
    return reading(cards, reader, cancel, lambda session: _summary(session, reader))


def read_tries_again(cards: CardSource, before: CardSummary, cancel: CancelToken) -> CardSummary:
    """Return the summary with the counters of now; reads all of it when the card is another one.

    Raises:
        NoCardAccessError: in its leaf classes.
        CancelledError: given up.
    """

    def read(session: JpkiSession) -> CardSummary:
        if session.fingerprint_bytes() != before.identity:
            return _summary(session, before.reader)
        return replace(
            before,
            auth_password=session.password_state(PasswordKind.AUTH),
            sign_password=session.password_state(PasswordKind.SIGN),
        )

    return reading(cards, before.reader, cancel, read)


def _summary(session: JpkiSession, reader: str) -> CardSummary:
    kind = session.token_kind()
    presence = session.presence()
    auth = session.password_state(PasswordKind.AUTH)
    sign = session.password_state(PasswordKind.SIGN)
    certificate, error = _certificate(session, kind, presence)
    return CardSummary(
        reader=reader,
        kind=kind,
        presence=presence,
        auth_password=auth,
        sign_password=sign,
        certificate=certificate,
        certificate_error=error,
        identity=session.fingerprint_bytes(),
    )


def _certificate(
    session: JpkiSession, kind: TokenKind, presence: CertificatePresence
) -> tuple[
    "Certificate | None", CertificateError | CertificateMissingError | PasswordNeededError | None
]:
    """Read the user authentication certificate, or say why there is none."""
    # The window is there before the first card is read.
    from jpki_desktop.certificate.parse import parse_certificate

    if kind is TokenKind.JUKI or presence.auth is False:
        return None, CertificateMissingError(CertificateFile.AUTH.value)
    try:
        return parse_certificate(session.read_certificate(CertificateFile.AUTH)), None
    except (CertificateError, CertificateMissingError, PasswordNeededError) as error:
        return None, error
