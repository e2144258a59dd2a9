"""Changing and checking a password as one-line recipes, with what was sent and what holds after."""

from collections.abc import Callable
from dataclasses import dataclass

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.errors import JpkiError, WrongPasswordError
from jpki_desktop.operations.change_password import ChangeResult, change_password
from jpki_desktop.operations.look_at_passwords import PasswordsLook, look_at_passwords
from jpki_desktop.operations.verify_password import verify_password
from support.card_recipes import OTHER, RIGHT, Bench, secret
from support.in_process_cards import secrets_sent


@dataclass
class Change:
    """One change of a password, which may go wrong: `run` tells how."""

    bench: Bench
    kind: PasswordKind
    old: str = ""
    new: str = ""
    confirmed: bool = False
    cards: CardSource | None = None
    look: PasswordsLook | None = None
    raw_new: bytes = b""
    cancel: CancelToken | None = None

    def prepare(self) -> Callable[[CancelToken], ChangeResult]:
        """Look, make both buffers, and return what is left to do."""
        look = self.look or looked(self.bench)
        self.old_password = secret(self.kind, self.old or RIGHT[self.kind])
        self.new_password = secret(self.kind, self.new or OTHER[self.kind])
        if self.raw_new:
            self.new_password = Password(self.kind, bytearray(self.raw_new))
        cards = self.cards or self.bench.cards
        return lambda cancel: change_password(
            cards,
            look,
            self.old_password,
            self.new_password,
            cancel,
            last_try_confirmed=self.confirmed,
        )

    def run(self) -> ChangeResult | JpkiError:
        """Change it; both buffers must be wiped afterwards."""
        work = self.prepare()
        try:
            outcome: ChangeResult | JpkiError = work(self.cancel or CancelToken())
        except JpkiError as error:
            outcome = error
        assert self.wiped
        return outcome

    @property
    def wiped(self) -> bool:
        """Whether both buffers have been overwritten."""
        return self.old_password.wiped and self.new_password.wiped


def looked(bench: Bench) -> PasswordsLook:
    """Look at both passwords."""
    return look_at_passwords(bench.cards, bench.reader.name, CancelToken())


def sent(bench: Bench) -> tuple[int, int]:
    """Return how many VERIFY and CHANGE the card has received."""
    counted = secrets_sent(bench.reader.trace())
    return counted["verify"], counted["change"]


def check(bench: Bench, kind: PasswordKind, text: str, *, confirmed: bool = False) -> None:
    """Check a password; raises when it is not right."""
    password = secret(kind, text)
    try:
        verify_password(
            bench.cards, looked(bench), password, CancelToken(), last_try_confirmed=confirmed
        )
    finally:
        assert password.wiped


def holds(bench: Bench, kind: PasswordKind, text: str) -> bool:
    """Whether `text` is the password of the card; asks the card, and costs a try when not."""
    try:
        check(bench, kind, text, confirmed=True)
    except WrongPasswordError:
        return False
    return True


def put_back(bench: Bench, kind: PasswordKind) -> None:
    """Give the card its usual password again, whichever of the two it has."""
    if not holds(bench, kind, RIGHT[kind]):
        result = Change(bench, kind, old=OTHER[kind], new=RIGHT[kind]).run()
        assert result is ChangeResult.CHANGED
