"""Ask an authority to revoke a certificate: look and ask (elsewhere), sign once, send once.

The card signs between its one VERIFY and the log-out; the network comes after that. What was sent
is remembered before it leaves, and is never sent again.
"""

import logging
import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from threading import Event
from urllib.parse import urlsplit

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import CertificateFile, PasswordKind
from jpki_desktop.certificate.files import open_certificate_file
from jpki_desktop.certificate.model import Certificate, Origin
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.environment import Clock, Environment
from jpki_desktop.errors import (
    CancelledError,
    CertificateError,
    CertificateMissingError,
    NetworkError,
    NoCertificateFileError,
    PasswordNeededError,
    RequestNotKeptError,
    RevocationServerError,
)
from jpki_desktop.network import StopToken
from jpki_desktop.operations.card_session import verified
from jpki_desktop.operations.look_at_passwords import PasswordsLook
from jpki_desktop.revocation_request.answer import (
    CERTIFICATE_REVOKED,
    LARGEST_ANSWER,
    Answer,
    judge_answer,
)
from jpki_desktop.revocation_request.message import (
    ANSWER_TYPE,
    NUMBER_OCTETS,
    REQUEST_TYPE,
    Numbers,
    Subject,
    build_request,
)
from jpki_desktop.revocation_request.model import (
    Receipt,
    RequestState,
    RevocationReason,
    Server,
    SignedRequest,
    Unproven,
)

_LOG = logging.getLogger(__name__)

_WEB = ("http", "https")
_AUTHORITIES = {
    PasswordKind.AUTH: CertificateFile.AUTH_CA,
    PasswordKind.SIGN: CertificateFile.SIGN_CA,
}


def configured_server(world: Environment) -> Server | None:
    """Return the server of the settings, in the demo the built-in test authority.

    Raises:
        RevocationServerError: its address or its signer in the settings cannot be used.
        CertificateFileError: the file of its signer cannot be opened.
    """
    if world.demo is not None:
        signers = tuple(parse_certificate(der) for der in world.demo.request_signers())
        return Server(world.demo.request_address, signers, demo=True)
    settings = world.settings.settings
    return server_from(settings.cmp_url, settings.cmp_trust) if settings.cmp_url else None


def server_from(url: str, trust_file: str) -> Server:
    """Return the server at `url` whose answers the certificates of a file may sign.

    Raises:
        RevocationServerError: the address cannot be used, or no file is named.
        CertificateFileError: the file cannot be opened, or holds no certificate.
    """
    if not _is_web_address(url):
        raise RevocationServerError("address", url)
    if not trust_file:
        raise RevocationServerError("trust", url)
    signers = tuple(entry.certificate() for entry in open_certificate_file(trust_file).certificates)
    if not signers:
        raise NoCertificateFileError(trust_file, "no-certificate")
    return Server(url, signers)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        # An address with an account would end up in receipts; a port out of range raises.
        known = parts.scheme in _WEB and parts.port != 0
        return known and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False


def prepare_request(  # noqa: PLR0917 - the worker hands over its token as the last one
    cards: CardSource,
    clock: Clock,
    look: PasswordsLook,
    password: Password,
    reason: RevocationReason,
    server: Server,
    cancel: CancelToken,
    *,
    last_try_confirmed: bool,
) -> SignedRequest:
    """Read the certificate that belongs to the password, and sign a request to revoke it.

    One VERIFY and one signature; the buffer is wiped in any case. Nothing is sent to the server.

    Raises:
        PasswordError: in its leaf classes; WrongPasswordError carries the tries left.
        CardChangedError: another card lies there now; nothing was sent.
        NoCardAccessError: in its leaf classes.
        CertificateError: the certificate on the card cannot be read.
        SigningError: the card's key is of a kind that cannot sign, or its signature is wrong.
    """
    kind = password.kind
    with verified(
        cards,
        look.reader,
        password,
        identity=look.identity,
        tries_shown=look.password(kind).tries_left,
        last_try_confirmed=last_try_confirmed,
        cancel=cancel,
    ) as session:
        certificate = parse_certificate(session.read_certificate(CertificateFile(kind.value)))
        subject = Subject(certificate, reason, _issuer(session, kind))
        numbers = Numbers(os.urandom(NUMBER_OCTETS), os.urandom(NUMBER_OCTETS))
        sign = partial(session.sign_sha256, kind, certificate.key.algorithm)
        return build_request(subject, server, numbers, clock(), sign)


def _issuer(session: JpkiSession, kind: PasswordKind) -> Certificate | None:
    """The authority's certificate on the card: some servers want it along (docs/decisions/0012)."""
    try:
        return parse_certificate(session.read_certificate(_AUTHORITIES[kind]))
    except (CertificateError, CertificateMissingError, PasswordNeededError):
        return None


def send_request(world: Environment, signed: SignedRequest, stop: StopToken) -> Receipt:
    """Send a request once and return what is known of it then.

    It is remembered before it leaves. Whatever goes wrong afterwards is part of the receipt.

    Raises:
        RequestNotKeptError: it could not be remembered, so nothing was sent.
        CancelledError: given up before anything was sent.
    """
    stop.check()
    sent_at = world.clock()
    transaction_id = signed.transaction_id.hex().upper()
    world.requests.remember(signed, sent_at)
    try:
        answer, answered_at = _ask(world, signed, stop)
    except CancelledError:
        _note(partial(world.requests.forget, transaction_id))
        raise
    receipt = Receipt(
        state=answer.state,
        cause=str(answer.cause),
        text=answer.text,
        transaction_id=transaction_id,
        sent_at=sent_at,
        answered_at=answered_at,
        server=signed.server.url,
        certificate=signed.certificate,
        reason=signed.reason,
        demo=signed.server.demo,
        test=signed.certificate.origin is Origin.JPKI_TEST,
    )
    _keep(world, receipt)
    return receipt


def _ask(
    world: Environment, signed: SignedRequest, stop: StopToken
) -> tuple[Answer, datetime | None]:
    """Send the one request; every failure says only how much is certain.

    Raises:
        CancelledError: given up before the request left.
    """
    left = Event()
    try:
        body = world.network.post(
            signed.server.url,
            signed.message,
            content_type=REQUEST_TYPE,
            accept=ANSWER_TYPE,
            limit=LARGEST_ANSWER,
            stop=stop,
            leaving=left.set,
        )
    except NetworkError:
        cause = Unproven.NO_ANSWER if left.is_set() else Unproven.NOT_REACHED
        return Answer(RequestState.UNKNOWN, cause), None
    except CancelledError:
        if not left.is_set():
            raise
        return Answer(RequestState.UNKNOWN, Unproven.GIVEN_UP), None
    now = world.clock()
    return judge_answer(body, signed, now), now


def _keep(world: Environment, receipt: Receipt) -> None:
    """Keep what came of it."""
    name, state = receipt.transaction_id, receipt.state
    if state is RequestState.REFUSED and receipt.cause == CERTIFICATE_REVOKED:
        # Who answers good after that has not heard of it yet.
        state = RequestState.ACCEPTED
    if state is RequestState.REFUSED or not receipt.was_sent:
        _note(partial(world.requests.forget, name))
    else:
        _note(partial(world.requests.answered, name, state, receipt.answered_at))


def _note(change: Callable[[], None]) -> None:
    """Change what is remembered; where that fails, the memory says unknown, which is no lie."""
    try:
        change()
    except RequestNotKeptError as problem:
        _LOG.warning("the result of a request could not be kept: %s", problem.reason)
