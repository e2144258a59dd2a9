"""Runs an operation under a fault and judges: did it end in words, is the card as it was, and can
the same process go on without a restart? What the fault was is not known here.
"""

import time
from dataclasses import dataclass
from typing import Any, Protocol

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardSource
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.errors import JpkiError, PasswordNeededError, UnexpectedError, WrongPasswordError
from support.card_recipes import DIGEST_INFO, FULL, OTHER, RIGHT, Bench
from support.in_process_cards import secrets_sent
from support.password_changes import check
from torture.ledger import Row
from torture.operations import Attempt, Operation

# Longer than any fault may take to be survived, the watchdog's patience included.
LONGEST_SECONDS = 20.0
_PAUSE = 0.02


class Trace(Protocol):
    """A reader whose card remembers what it received."""

    name: str

    def trace(self) -> list[dict[str, Any]]:
        """Return the commands since the case began."""


@dataclass
class Judge:
    """One operation on one reader; the worker lives as long as the program would."""

    operation: Operation
    row: Row
    worker: CardWorker
    cards: CardSource  # without any fault of its own
    reader: Trace
    case: str = ""
    # Which password the card has by now, where the operation changes it.
    changed: bool = False

    def attempt(self, cards: CardSource | None = None) -> Attempt:
        """Return what the user would do now."""
        passwords = dict(RIGHT), dict(OTHER)
        old, new = reversed(passwords) if self.changed else passwords
        return Attempt(cards or self.cards, self.reader.name, CancelToken(), old, new)

    def run(self, attempt: Attempt) -> tuple[object, JpkiError | None]:
        """Run the operation as the program does; counts a crash when it ends without words."""

        def work(cancel: CancelToken) -> object:
            attempt.cancel = cancel
            return self.operation.run(attempt)

        job = self.worker.submit(work, reader=self.reader.name)
        if not job.wait(LONGEST_SECONDS):
            self.row.crashes += 1
            self.row.complain(self.case, "it did not end")
            job.cancel()
            return None, None
        error = job.error
        if isinstance(error, UnexpectedError) or (error and type(error).__subclasses__()):
            self.row.crashes += 1
            self.row.complain(self.case, f"{error!r}")
        if not all(password.wiped for password in attempt.made):
            self.row.complain(self.case, "a password was not wiped")
        return (None, error) if error else (job.value(), None)

    def judge_result(self, found: object, error: JpkiError | None, expected: object) -> None:
        """A result must be the right one, and no password was sent too often."""
        if error is None and found != expected and not self.operation.accepts(found):
            self.row.complain(self.case, f"the result is wrong: {found!r:.80}")
        if isinstance(error, WrongPasswordError):
            self.row.complain(self.case, "a fault was called a wrong password")
        sent = sum(secrets_sent(self.reader.trace()).values())
        if sent > self.operation.secrets:
            self.row.complain(self.case, f"{sent} passwords were sent for one press")

    def recover(self, expected: object, since: float) -> None:
        """The world is whole again: look after the card, then let the user try until it works."""
        if not self._looked_after(since):
            self.row.complain(self.case, "the card could not be looked at")
            return
        error: JpkiError | None = None
        while time.monotonic() < since + LONGEST_SECONDS:
            found, error = self.run(self.attempt())
            if error is None and found == expected:
                self.row.came_back(time.monotonic() - since)
                self.put_back()
                return
            time.sleep(_PAUSE)
        self.row.complain(self.case, f"it did not recover: {error!r}")

    def _looked_after(self, since: float) -> bool:
        """Judge the card as soon as it can be asked; False when that never happens.

        The service notices only now and then what has gone and what is back, so a reader may leave
        once more while it is asked.
        """
        while time.monotonic() < since + LONGEST_SECONDS:
            job = self.worker.submit(lambda _cancel: self._state(), reader=self.reader.name)
            if job.wait(LONGEST_SECONDS) and job.error is None:
                self._judge_card(*job.value())
                return True
            time.sleep(_PAUSE)
        return False

    def _state(self) -> tuple[dict[PasswordKind, int | None], bool, bool]:
        """Return the tries left, whether a key is open, and whether the usual password holds."""
        bench = self._bench()
        tries = {kind: bench.tries(kind) for kind in PasswordKind}
        is_open = self._is_open()
        # Only where it may be another one: the question costs a try if it is.
        return tries, is_open, self.operation.secrets < 2 or self._holds(RIGHT)

    def _judge_card(
        self, tries: dict[PasswordKind, int | None], is_open: bool, usual: bool
    ) -> None:
        """No try may be lost, no key left open."""
        for kind, left in tries.items():
            lost = FULL[kind] - (left if left is not None else 0)
            self.row.tries_lost += lost
            if lost:
                self.row.complain(self.case, f"{lost} tries were lost ({kind.value})")
        self.row.left_open += is_open
        if is_open:
            self.row.complain(self.case, "the key was left open")
        self.changed = not usual

    def _bench(self) -> Bench:
        return Bench(self.cards, self.reader)  # type: ignore[arg-type]  # only its name is asked

    def _is_open(self) -> bool:
        kind = self.operation.kind
        try:
            self._bench().read(lambda session: session.sign_digest(kind, DIGEST_INFO))
        except PasswordNeededError:
            return False
        return True

    def _holds(self, passwords: dict[PasswordKind, str]) -> bool:
        try:
            check(self._bench(), self.operation.kind, passwords[self.operation.kind])
        except WrongPasswordError:
            return False
        return True

    def put_back(self) -> None:
        """After an operation: give the card the password that every case begins with."""
        if self.operation.secrets < 2:
            return
        self.changed = not self.changed
        deadline = time.monotonic() + LONGEST_SECONDS
        while self.changed:
            _, error = self.run(self.attempt())
            self.changed = error is not None
            if self.changed and time.monotonic() > deadline:
                self.row.complain(self.case, f"the password could not be put back: {error!r}")
                return
