"""The steps that talk to the card: each in a shared connection of its own, without a password."""

from collections.abc import Callable
from dataclasses import replace

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.jpki_session import CertificatePresence, JpkiSession, PasswordState
from jpki_desktop.card.profile import CertificateFile, PasswordKind, TokenKind
from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.reminder import last_day, renewal_day
from jpki_desktop.errors import (
    CardAnswerError,
    CertificateError,
    CertificateMissingError,
    NoCardAccessError,
    NoCardError,
    NotMyNumberCardError,
    PasswordNeededError,
)
from jpki_desktop.operations.card_session import reading
from jpki_desktop.operations.diagnosis.findings import Finding, Outcome, Step
from jpki_desktop.operations.diagnosis.scene import Known, Scene
from jpki_desktop.operations.list_readers import find_reader


def card(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Find a card that answers, whatever kind it is."""
    try:
        reader = _reader(scene, known, cancel)
        _answers(scene, reader, cancel)
    except NoCardError:
        return Outcome(Step.CARD, Finding.CARD_NONE), known
    except NoCardAccessError as error:
        return Outcome(Step.CARD, Finding.CARD_ERROR, error=error), known
    known = replace(known, reader=reader)
    with_card = [one.name for one in known.seen.readers if one.has_card] if known.seen else []
    if len(with_card) > 1:
        return Outcome(Step.CARD, Finding.CARD_SEVERAL, (reader,), len(with_card)), known
    return Outcome(Step.CARD, Finding.CARD_ANSWERS, names=(reader,)), known


def _reader(scene: Scene, known: Known, cancel: CancelToken) -> str:
    """Return the reader whose card is looked at: the wanted one if it is there."""
    names = [one.name for one in known.seen.readers] if known.seen else []
    wanted = scene.reader if scene.reader in names else ""
    remembered = scene.world.settings.settings.reader
    try:
        return find_reader(scene.world.cards, wanted, remembered, cancel, exact=False)
    except NotMyNumberCardError:
        # Several cards, and none of them is one of ours: the next step says so of the first.
        return next(one.name for one in scene.world.cards.readers().readers if one.has_card)


def _answers(scene: Scene, reader: str, cancel: CancelToken) -> None:
    """Have the card answer one command; which answer it gives is the next step's."""
    try:
        reading(scene.world.cards, reader, cancel, lambda _session: None)
    except (NotMyNumberCardError, CardAnswerError):
        return


def applet(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Select the JPKI application and ask what carries it."""

    def read(session: JpkiSession) -> tuple[TokenKind, CertificatePresence]:
        return session.token_kind(), session.presence()

    try:
        kind, presence = reading(scene.world.cards, known.reader, cancel, read)
    except NotMyNumberCardError:
        return Outcome(Step.APPLET, Finding.APPLET_NONE), known
    except NoCardAccessError as error:
        return Outcome(Step.APPLET, Finding.APPLET_ERROR, error=error), known
    if kind is TokenKind.JUKI:
        return Outcome(Step.APPLET, Finding.APPLET_RESIDENT_CARD, detail=kind.value), known
    found = Outcome(Step.APPLET, Finding.APPLET_SELECTED, detail=kind.value)
    return found, replace(known, presence=presence)


def files(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Read what lies open on every card: the authorities' certificates."""

    def read(session: JpkiSession) -> tuple[list[str], Certificate | None]:
        missing, authority = [], None
        for which in (CertificateFile.AUTH_CA, CertificateFile.SIGN_CA):
            try:
                certificate = parse_certificate(session.read_certificate(which))
            except CertificateMissingError:
                missing.append(which.value)
            except PasswordNeededError:
                # A phone's token guards them; they are there all the same.
                continue
            else:
                authority = certificate if which is CertificateFile.AUTH_CA else authority
        return missing, authority

    try:
        missing, authority = reading(scene.world.cards, known.reader, cancel, read)
    except (NoCardAccessError, CertificateError) as error:
        return Outcome(Step.FILES, Finding.FILES_ERROR, error=error), known
    known = replace(known, authority=authority)
    if missing:
        return Outcome(Step.FILES, Finding.FILES_MISSING, names=tuple(missing)), known
    return Outcome(Step.FILES, Finding.FILES_READ), known


def auth_password(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Ask for the tries left of the user authentication password."""
    return _tries(scene, known, cancel, PasswordKind.AUTH, _AUTH_TRIES), known


def sign_password(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Ask for the tries left of the signature password."""
    return _tries(scene, known, cancel, PasswordKind.SIGN, _SIGN_TRIES), known


# Step, tries, locked, last try, no password, error, not told.
_Tries = tuple[Step, Finding, Finding, Finding, Finding, Finding, Finding]
_AUTH_TRIES: _Tries = (
    Step.AUTH_PASSWORD,
    Finding.AUTH_TRIES,
    Finding.AUTH_LOCKED,
    Finding.AUTH_LAST_TRY,
    Finding.AUTH_NO_PASSWORD,
    Finding.AUTH_TRIES_ERROR,
    Finding.AUTH_TRIES_UNTOLD,
)
_SIGN_TRIES: _Tries = (
    Step.SIGN_PASSWORD,
    Finding.SIGN_TRIES,
    Finding.SIGN_LOCKED,
    Finding.SIGN_LAST_TRY,
    Finding.SIGN_NO_PASSWORD,
    Finding.SIGN_TRIES_ERROR,
    Finding.SIGN_TRIES_UNTOLD,
)


def _tries(
    scene: Scene, known: Known, cancel: CancelToken, kind: PasswordKind, findings: _Tries
) -> Outcome:
    step, tries, locked, last, absent, failed, untold = findings
    ask: Callable[[JpkiSession], PasswordState] = lambda session: session.password_state(kind)  # noqa: E731
    try:
        state = reading(scene.world.cards, known.reader, cancel, ask)
    except NoCardAccessError as error:
        return Outcome(step, failed, error=error)
    if not state.present:
        return Outcome(step, absent)
    if state.locked:
        return Outcome(step, locked, number=0)
    if state.tries_left is None:
        return Outcome(step, untold)
    return Outcome(step, last if state.tries_left == 1 else tries, number=state.tries_left)


def auth_certificate(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Read the user authentication certificate, which most cards give freely, and its dates."""
    step = Step.AUTH_CERTIFICATE
    if known.presence is not None and known.presence.auth is False:
        return Outcome(step, Finding.AUTH_CERTIFICATE_MISSING), known
    try:
        found = reading(scene.world.cards, known.reader, cancel, _read_auth)
    except CertificateMissingError:
        return Outcome(step, Finding.AUTH_CERTIFICATE_MISSING), known
    except PasswordNeededError:
        return Outcome(step, Finding.AUTH_CERTIFICATE_GUARDED), known
    except (NoCardAccessError, CertificateError) as error:
        return Outcome(step, Finding.AUTH_CERTIFICATE_ERROR, error=error), known
    return _dates(scene, found), replace(known, certificate=found)


def _read_auth(session: JpkiSession) -> Certificate:
    return parse_certificate(session.read_certificate(CertificateFile.AUTH))


def _dates(scene: Scene, certificate: Certificate) -> Outcome:
    now = scene.world.clock()
    left = certificate.period.days_left(now)
    if certificate.period.is_expired(now):
        finding = Finding.AUTH_CERTIFICATE_EXPIRED
    elif certificate.period.is_not_yet_valid(now):
        finding = Finding.AUTH_CERTIFICATE_EARLY
    elif jst_date(now) >= renewal_day(last_day(certificate)):
        finding = Finding.AUTH_CERTIFICATE_ENDS_SOON
    else:
        finding = Finding.AUTH_CERTIFICATE_GOOD
    return Outcome(Step.AUTH_CERTIFICATE, finding, number=left)


def sign_certificate(scene: Scene, known: Known, cancel: CancelToken) -> tuple[Outcome, Known]:
    """Say that the signature certificate cannot be looked at: the card gives it after a password.

    Nothing is read here, so that nobody takes this step for a check.
    """
    del scene, cancel
    missing = known.presence is not None and known.presence.sign is False
    finding = Finding.SIGN_CERTIFICATE_MISSING if missing else Finding.SIGN_CERTIFICATE_GUARDED
    return Outcome(Step.SIGN_CERTIFICATE, finding), known
