"""`jpki revoke`: ask an authority to revoke a certificate of the card.

Exit codes: 0 accepted, 1 refused, 6 pending, unknown or unreachable; 2 without a server, or where
nobody has confirmed it. Nothing is ever sent twice.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.certificate.japanese_calendar import JST
from jpki_desktop.cli.exit_codes import ExitCode
from jpki_desktop.cli.output import counting, print_json, print_rows
from jpki_desktop.cli.passwords import (
    add_password_options,
    confirmed,
    obtain_password,
    require_password,
)
from jpki_desktop.cli.session import CardSession
from jpki_desktop.environment import Environment
from jpki_desktop.errors import CancelledError, RevocationServerError, UsageError
from jpki_desktop.operations.look_at_passwords import look_at_passwords
from jpki_desktop.operations.request_revocation import (
    configured_server,
    prepare_request,
    send_request,
    server_from,
)
from jpki_desktop.revocation_request.model import (
    Receipt,
    RequestState,
    RevocationReason,
    Server,
    SignedRequest,
)
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.revocation_request import (
    before_points,
    before_title,
    cannot_be_undone,
    confirm_question,
    earlier_notice,
    in_clear,
    receipt_explanation,
    receipt_next_step,
    receipt_rows,
    receipt_title,
    trial_banner,
    what_stops,
)

_CODES = {RequestState.ACCEPTED: ExitCode.DONE, RequestState.REFUSED: ExitCode.NEGATIVE}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare which certificate, why, and where the request goes."""
    add = parser.add_argument
    add(
        "certificate",
        choices=[kind.value for kind in PasswordKind],
        help=translate("cli", "which certificate of the card"),
    )
    add(
        "--reason",
        choices=[reason.value for reason in RevocationReason],
        default=RevocationReason.UNSPECIFIED.value,
        help=translate("cli", "why it shall be revoked"),
    )
    add("--server", default="", metavar="URL", help=translate("cli", "send the request there"))
    add(
        "--trust",
        default="",
        metavar="FILE",
        help=translate("cli", "the certificate that signs the server's answers, or its authority"),
    )
    add(
        "--yes",
        action="store_true",
        help=translate("cli", "do not ask; a revocation cannot be undone"),
    )
    add_password_options(parser)


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Ask, sign once, send once, and print what is known then."""
    world, kind = session.world, PasswordKind(arguments.certificate)
    server = _server(arguments, world)
    _require_answer(arguments)
    require_password(arguments)
    look = session.run(partial(look_at_passwords, world.cards, session.reader(exact=True)))
    if not arguments.yes:
        _confirm(kind, server)
    password, last_try = obtain_password(arguments, kind, look.password(kind))
    reason = RevocationReason(arguments.reason)
    with password:
        prepare = partial(prepare_request, world.cards, world.clock, look, password, reason, server)
        signed = session.run(partial(prepare, last_try_confirmed=last_try))
    if world.requests.is_open(signed.certificate, world.clock()):
        _warn_of_earlier(kind, ask=not arguments.yes)
    receipt = _sent(world, signed)
    with counting(f"{receipt_title(receipt)}\n{receipt_next_step(receipt)}"):
        if arguments.json:
            print_json(as_json(receipt))
        else:
            _print(receipt)
    return _CODES.get(receipt.state, ExitCode.UNKNOWN)


def _server(arguments: argparse.Namespace, world: Environment) -> Server:
    if arguments.server or arguments.trust:
        settings = world.settings.settings
        url, trust = arguments.server or settings.cmp_url, arguments.trust or settings.cmp_trust
        if not url:
            raise RevocationServerError("none")
        return server_from(url, trust)
    server = configured_server(world)
    if server is None:
        raise RevocationServerError("none")
    return server


def _require_answer(arguments: argparse.Namespace) -> None:
    """Refuse early where nobody has said yes and nobody can be asked."""
    if not arguments.yes and not sys.stdin.isatty():
        raise UsageError("revocation-not-confirmed")


def _confirm(kind: PasswordKind, server: Server) -> None:
    """Say what must be known, and ask; anything but yes ends it.

    Raises:
        CancelledError: the answer was not yes.
    """
    banner = trial_banner(demo=server.demo, test=False)
    notices = (*([banner] if banner else []), before_title())
    texts = (*notices, *(f"- {point}" for point in before_points()))
    last = (what_stops(kind.value), cannot_be_undone(), in_clear(kind.value, server))
    print("\n".join((*texts, "", *filter(None, last))), file=sys.stderr)
    _ask(kind)


def _warn_of_earlier(kind: PasswordKind, *, ask: bool) -> None:
    """Say that a request is on its way already; the card has been let go and nothing was sent."""
    print(earlier_notice(), file=sys.stderr)
    if ask:
        _ask(kind)


def _ask(kind: PasswordKind) -> None:
    question = translate("cli", "{question} [y/N] ").format(question=confirm_question(kind.value))
    if not confirmed(question):
        raise CancelledError


def _sent(world: Environment, signed: SignedRequest) -> Receipt:
    """Send beside the main thread, so that Ctrl+C ends the waiting and not the receipt."""
    stop = CancelToken()
    with ThreadPoolExecutor(1) as beside:
        future = beside.submit(send_request, world, signed, stop)
        while True:
            try:
                return future.result(timeout=0.5)
            except TimeoutError:
                continue
            except KeyboardInterrupt:
                stop.cancel()


def as_json(receipt: Receipt) -> dict[str, object]:
    """Return the documented shape of `jpki revoke --json`."""
    certificate = receipt.certificate
    return {
        "status": receipt.state.value,
        "cause": receipt.cause or None,
        "text": receipt.text,
        "transaction_id": receipt.transaction_id,
        "server": receipt.server,
        "reason": receipt.reason.value,
        "serial": {"hex": certificate.serial_hex, "decimal": certificate.serial_decimal},
        "sha256": certificate.sha256,
        "sent_at": _moment(receipt.sent_at if receipt.was_sent else None),
        "answered_at": _moment(receipt.answered_at),
        "demo": receipt.demo,
        "test": receipt.test,
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(JST).isoformat(timespec="seconds")


def _print(receipt: Receipt) -> None:
    banner = trial_banner(demo=receipt.demo, test=receipt.test)
    if banner:
        print(f"{banner}\n")
    print(receipt_title(receipt))
    print(receipt_explanation(receipt))
    print(translate("cli", "What to do: {step}").format(step=receipt_next_step(receipt)))
    print()
    print_rows(receipt_rows(receipt))
