"""What the program does with a card, one entry each: whatever stands here is tortured.

A new operation of the program is one more entry of OPERATIONS; the faults and the judging know no
operation by name.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import CertificateFile, PasswordKind
from jpki_desktop.errors import CertificateError
from jpki_desktop.operations.change_password import ChangeResult, change_password
from jpki_desktop.operations.look_at_passwords import look_at_passwords
from jpki_desktop.operations.read_card import read_card
from jpki_desktop.operations.request_revocation import prepare_request
from jpki_desktop.operations.show_ca_certificates import show_ca_certificates
from jpki_desktop.operations.show_certificate import (
    look_at_certificate,
    read_open_certificate,
    read_protected_certificate,
)
from jpki_desktop.operations.verify_password import verify_password
from jpki_desktop.revocation_request.model import RevocationReason, Server
from jpki_desktop.settings import AuthorityStore
from support.card_recipes import OTHER, RIGHT, secret
from support.cmp import make_server
from support.pki import make_authority


@dataclass
class Attempt:
    """One run of an operation: the card it gets, and the passwords that a user would type."""

    cards: CardSource
    reader: str
    cancel: CancelToken
    old: dict[PasswordKind, str] = field(default_factory=lambda: dict(RIGHT))
    new: dict[PasswordKind, str] = field(default_factory=lambda: dict(OTHER))
    made: list[Password] = field(default_factory=list)

    def password(self, kind: PasswordKind, *, new: bool = False) -> Password:
        """Make a buffer that must be wiped in the end."""
        self.made.append(secret(kind, (self.new if new else self.old)[kind]))
        return self.made[-1]


@dataclass(frozen=True)
class Operation:
    """One capability, and how many faults in this process it must be shown to survive at least.

    `secrets` is how many commands with a password one press may send.
    """

    name: str
    run: Callable[[Attempt], object]
    minimum: int
    secrets: int = 0
    kind: PasswordKind = PasswordKind.SIGN
    # Results besides the usual one that are true under a fault.
    accepts: Callable[[object], bool] = lambda _: False
    # The same for `jpki`, with files that it needs in a folder of the run.
    words: Callable[[Path], tuple[str, ...]] = lambda _: ()
    typed: Callable[[Attempt], str] = lambda _: ""


def _summary(attempt: Attempt) -> object:
    summary = read_card(attempt.cards, attempt.reader, attempt.cancel)
    # A card whose certificate cannot be read is still shown, with the reason.
    return summary.certificate_error if summary.certificate is None else summary.certificate.der


def _open_certificate(attempt: Attempt) -> object:
    which = CertificateFile.AUTH
    return read_open_certificate(attempt.cards, attempt.reader, which, attempt.cancel).der


def _authorities(attempt: Attempt) -> object:
    """Each by itself: where one cannot be read, the other is still shown, and the reason."""
    store = AuthorityStore(None, frozenset())
    found = show_ca_certificates(attempt.cards, attempt.reader, store, attempt.cancel)
    return tuple(one.error if one.certificate is None else one.certificate.subject for one in found)


def _protected_certificate(attempt: Attempt) -> object:
    which = CertificateFile.SIGN
    look = look_at_certificate(attempt.cards, attempt.reader, which, attempt.cancel)
    password = attempt.password(PasswordKind.SIGN)
    return read_protected_certificate(
        attempt.cards, look, password, attempt.cancel, last_try_confirmed=False
    ).der


def _verify(attempt: Attempt) -> object:
    look = look_at_passwords(attempt.cards, attempt.reader, attempt.cancel)
    password = attempt.password(PasswordKind.AUTH)
    verify_password(attempt.cards, look, password, attempt.cancel, last_try_confirmed=False)
    return True


def _change(attempt: Attempt) -> object:
    look = look_at_passwords(attempt.cards, attempt.reader, attempt.cancel)
    old = attempt.password(PasswordKind.SIGN)
    new = attempt.password(PasswordKind.SIGN, new=True)
    return change_password(attempt.cards, look, old, new, attempt.cancel, last_try_confirmed=False)


def _one(kind: PasswordKind) -> Callable[[Attempt], str]:
    return lambda attempt: f"{attempt.old[kind]}\n"


def _two(attempt: Attempt) -> str:
    return f"{attempt.old[PasswordKind.SIGN]}\n{attempt.new[PasswordKind.SIGN]}\n"


@cache
def _server() -> Server:
    return Server("http://revoke.test.invalid/", (make_server(make_authority()).certificate,))


def _revoke(attempt: Attempt) -> object:
    """Up to the signed request, which is as far as the card goes; its numbers are random."""
    look = look_at_passwords(attempt.cards, attempt.reader, attempt.cancel)
    signed = prepare_request(
        attempt.cards,
        lambda: datetime.now(UTC),
        look,
        attempt.password(PasswordKind.AUTH),
        RevocationReason.UNSPECIFIED,
        _server(),
        attempt.cancel,
        last_try_confirmed=False,
    )
    return signed.certificate.der


def _each(found: object) -> tuple[object, ...]:
    return found if isinstance(found, tuple) else ()


STDIN = "--password-stdin"


def _plain(*words: str) -> Callable[[Path], tuple[str, ...]]:
    return lambda _folder: words


def _revoke_words(folder: Path) -> tuple[str, ...]:
    """To a port on which nobody listens: what the server says is tortured elsewhere."""
    trust = folder / "trust.cer"
    trust.write_bytes(_server().signers[0].der)
    server = ("--server", "http://127.0.0.1:9/", "--trust", str(trust))
    return ("revoke", "auth", *server, "--yes", STDIN)


OPERATIONS = (
    Operation(
        "look at the card",
        _summary,
        150,
        accepts=lambda found: isinstance(found, CertificateError),
        words=_plain("card"),
    ),
    Operation(
        "read the authentication certificate", _open_certificate, 100, words=_plain("show", "auth")
    ),
    Operation(
        "read the signature certificate",
        _protected_certificate,
        250,
        secrets=1,
        words=_plain("show", "sign", STDIN),
        typed=_one(PasswordKind.SIGN),
    ),
    Operation(
        "verify a password",
        _verify,
        180,
        secrets=1,
        kind=PasswordKind.AUTH,
        words=_plain("verify-password", "auth", STDIN),
        typed=_one(PasswordKind.AUTH),
    ),
    Operation(
        "change a password",
        _change,
        220,
        secrets=3,
        # Where a fault hits the last question alone, the change is certain and is not confirmed.
        accepts=lambda found: found is ChangeResult.NOT_CONFIRMED,
        words=_plain("change-password", "sign", STDIN),
        typed=_two,
    ),
    Operation(
        "sign a request for revocation",
        _revoke,
        300,
        secrets=1,
        kind=PasswordKind.AUTH,
        words=_revoke_words,
        typed=_one(PasswordKind.AUTH),
    ),
    Operation(
        "read the authorities' certificates",
        _authorities,
        130,
        accepts=lambda found: any(isinstance(it, CertificateError) for it in _each(found)),
        words=_plain("show", "auth-ca"),
    ),
)
