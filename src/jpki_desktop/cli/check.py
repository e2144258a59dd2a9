"""`jpki check`: whether a certificate of the card or of a file is valid.

Exit codes: 0 for valid alone; 1 for a verdict against the certificate; 6 where none could be
reached; 7 for a file that cannot be read.
"""

import argparse
from datetime import datetime
from functools import partial

from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.certificate.japanese_calendar import JST
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.cli.exit_codes import ExitCode
from jpki_desktop.cli.output import counting, print_json, print_rows
from jpki_desktop.cli.passwords import add_password_options
from jpki_desktop.cli.proxy_login import with_proxy_login
from jpki_desktop.cli.session import CardSession
from jpki_desktop.cli.show import read_certificate
from jpki_desktop.network import NeverStops
from jpki_desktop.operations.check_validity import (
    CheckChoice,
    check_validity,
    read_issuer,
    subject_of_file,
)
from jpki_desktop.operations.proxy_login import wish_of_verdict
from jpki_desktop.validity.check import Subject
from jpki_desktop.validity.result import Cause, PathState, Verdict, VerdictWord
from jpki_desktop.wording.certificate import heading
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.validity import (
    describe_verdict,
    trust_banner,
    verdict_rows,
    verdict_title,
)

_UNDECIDED = (VerdictWord.UNKNOWN, VerdictWord.UNCHECKED)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what is checked, and against what."""
    add = parser.add_argument
    add(
        "certificate",
        metavar="auth|sign|FILE",
        help=translate("cli", "a certificate of the card, or a file"),
    )
    add("--ca", default="", metavar="FILE", help=translate("cli", "trust these authorities only"))
    add("--ocsp", default="", metavar="URL", help=translate("cli", "ask this OCSP responder"))
    add(
        "--crl",
        action="append",
        default=[],
        metavar="FILE|URL",
        help=translate("cli", "look into this revocation list"),
    )
    add(
        "--allow-official-servers",
        action="store_true",
        help=translate("cli", "ask the servers of JPKI, which learn what is asked about"),
    )
    add(
        "--trust-test-cards",
        action="store_true",
        help=translate("cli", "trust test authorities, for tests only"),
    )
    add_password_options(parser)


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Check, print, and end with the code of the verdict."""
    subject, seen = _subject(arguments, session)
    choice = CheckChoice(
        given=arguments.ca,
        ocsp_url=arguments.ocsp,
        lists=tuple(arguments.crl),
        official_allowed=arguments.allow_official_servers,
        test_cards=arguments.trust_test_cards,
    )
    verdict = with_proxy_login(
        session.world,
        lambda: check_validity(session.world, subject, seen, choice, NeverStops()),
        wish_of_verdict,
    )
    with counting(verdict_title(verdict.word)):
        if arguments.json:
            print_json(
                {
                    "serial": {
                        "hex": subject.certificate.serial_hex,
                        "decimal": subject.certificate.serial_decimal,
                    },
                    "sha256": subject.certificate.sha256,
                    **as_json(verdict),
                }
            )
        else:
            _print_text(verdict, subject.certificate)
    return code_of(verdict.word)


def _subject(
    arguments: argparse.Namespace, session: CardSession
) -> tuple[Subject, tuple[Certificate, ...]]:
    if arguments.certificate not in (CertificateFile.AUTH, CertificateFile.SIGN):
        return subject_of_file(arguments.certificate)
    which = CertificateFile(arguments.certificate)
    certificate = read_certificate(arguments, session, which)
    reader = session.reader(exact=False)
    seen = session.run(partial(read_issuer, session.world.cards, reader, which))
    return Subject(certificate), seen


def code_of(word: VerdictWord) -> ExitCode:
    """Return the exit code of a verdict."""
    if word is VerdictWord.VALID:
        return ExitCode.DONE
    return ExitCode.UNKNOWN if word in _UNDECIDED else ExitCode.NEGATIVE


def as_json(verdict: Verdict) -> dict[str, object]:
    """Return the documented shape of `jpki check --json`."""
    found = verdict.decisive
    revocation = None if found is None or found.cause is not None else found.revocation
    fault = verdict.path.fault
    return {
        "verdict": verdict.word.value,
        "trust": None if verdict.path.trust is None else verdict.path.trust.value,
        "path": verdict.path.state.value,
        "revocation": verdict.revocation.value,
        "reason": fault.value if fault else revocation.reason if revocation else None,
        "revoked_at": None if revocation is None else _moment(revocation.at),
        "as_of": _moment(verdict.as_of),
        "source": None if found is None else _source(found.source.kind, found.source.place),
        "cause": _cause(verdict),
    }


def _moment(moment: datetime) -> str:
    return moment.astimezone(JST).isoformat(timespec="seconds")


def _source(kind: str, place: str) -> str:
    return f"{kind} {place}".rstrip()


def _cause(verdict: Verdict) -> str | None:
    """Return why there is no answer: a word, and for the network a second one."""
    if verdict.path.state in (PathState.NOT_SEEN, PathState.UNSUPPORTED):
        return None if verdict.path.fault is None else verdict.path.fault.value
    found = verdict.decisive
    if verdict.path.state is not PathState.OK or found is None or found.cause is None:
        return None
    if found.cause is Cause.NETWORK:
        return f"{found.cause}: {found.detail}".rstrip(": ")
    return found.cause.value


def _print_text(verdict: Verdict, certificate: Certificate) -> None:
    banner = trust_banner(verdict)
    if banner:
        print(banner)
        print()
    text = describe_verdict(verdict, certificate)
    print(f"{heading(certificate)} ({certificate.serial_decimal})")
    print(text.title)
    print(text.explanation)
    print(translate("cli", "What to do: {step}").format(step=text.next_step))
    print()
    print_rows(verdict_rows(verdict))
