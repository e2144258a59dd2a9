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
        self._until_it_answers(since)
        self._judge_card()
        error: JpkiError | None = None
        while time.monotonic() < since + LONGEST_SECONDS:
            found, error = self.run(self.attempt())
            if error is None and found == expected:
                self.row.came_back(time.monotonic() - since)
                self.put_back()
                return
            time.sleep(_PAUSE)
        self.row.complain(self.case, f"it did not recover: {error!r}")

    def _until_it_answers(self, since: float) -> None:
        """Wait until the card can be asked at all: the service looks every 400 ms only."""
        while time.monotonic() < since + LONGEST_SECONDS:
            job = self.worker.submit(lambda _cancel: self._tries(), reader=self.reader.name)
            if job.wait(LONGEST_SECONDS) and job.error is None:
                return
            time.sleep(_PAUSE)

    def _tries(self) -> dict[PasswordKind, int | None]:
        bench = self._bench()
        return {kind: bench.tries(kind) for kind in PasswordKind}

    def _bench(self) -> Bench:
        return Bench(self.cards, self.reader)  # type: ignore[arg-type]  # only its name is asked

    def _judge_card(self) -> None:
        """No try may be lost, no key left open; learn which password holds."""
        try:
            tries = self._tries()
            for kind, left in tries.items():
                lost = FULL[kind] - (left if left is not None else 0)
                self.row.tries_lost += lost
                if lost:
                    self.row.complain(self.case, f"{lost} tries were lost ({kind.value})")
            self._judge_closed()
        except JpkiError as error:
            self.row.complain(self.case, f"the card could not be looked at: {error!r}")
            return
        if self.operation.secrets > 1:
            self.changed = not self._holds(RIGHT)

    def _judge_closed(self) -> None:
        kind = self.operation.kind
        try:
            self._bench().read(lambda session: session.sign_digest(kind, DIGEST_INFO))
        except PasswordNeededError:
            return
        self.row.left_open += 1
        self.row.complain(self.case, "the key was left open")

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
        if self.changed:
            self.run(self.attempt())
            self.changed = False
        # The question which password holds has cost the judge a try of its own.
        check(self._bench(), self.operation.kind, RIGHT[self.operation.kind])
