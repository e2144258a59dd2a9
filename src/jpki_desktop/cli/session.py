"""What every command of `jpki` shares: the environment, the card worker, the chosen reader."""

import argparse
from collections.abc import Callable
from typing import TypeVar

from jpki_desktop import environment
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import FAREWELL_SECONDS, CardJob, CardWorker
from jpki_desktop.cli.signals import TerminatedError
from jpki_desktop.environment import DEFAULT_PERSONA, Environment
from jpki_desktop.errors import CancelledError
from jpki_desktop.operations.list_readers import find_reader

T = TypeVar("T")

# How long a result is waited for when the system wants this process to end.
_LAST_PATIENCE_SECONDS = 2.0


def make_environment(arguments: argparse.Namespace) -> Environment:
    """Return the real machine, or the demo when it was asked for."""
    if arguments.demo or arguments.demo_card:
        return environment.demo(arguments.demo_card or DEFAULT_PERSONA)
    return environment.real()


class CardSession:
    """Runs operations on the card thread for one command."""

    def __init__(self, world: Environment, wanted_reader: str) -> None:
        self.world = world
        self._wanted = wanted_reader
        self._worker = CardWorker()

    def run(self, operation: Callable[[CancelToken], T]) -> T:
        """Run one operation to its end; Ctrl+C gives it up.

        Raises:
            JpkiError: what the operation raised; CancelledError after Ctrl+C.
        """
        job = self._worker.submit(operation)
        try:
            while not job.wait(0.5):
                pass
        except TerminatedError:
            return _given_up(job, patience=_LAST_PATIENCE_SECONDS)
        except KeyboardInterrupt:
            return _given_up(job)
        return job.value()

    def reader(self, *, exact: bool) -> str:
        """Return the reader to use; `exact` where a password goes to its card."""
        settings = self.world.settings.settings
        return self.run(
            lambda cancel: find_reader(
                self.world.cards,
                self._wanted,
                settings.reader,
                cancel,
                exact=exact,
                hidden=settings.hides,
            )
        )


def _given_up(job: CardJob[T], patience: float | None = None) -> T:
    """End a job after Ctrl+C; a password that is on its way is waited for, to tell its result."""
    if job.cancel():
        # The card may be in the verified state: the worker logs out before the process ends.
        job.wait_until_returned(FAREWELL_SECONDS)
        raise CancelledError
    doubt = job.token.doubt
    try:
        if patience is None or job.wait(patience):
            return job.value()
    except KeyboardInterrupt:
        pass
    # Given up twice, or for the system: the password is with the card, and nobody waits longer.
    job.give_up(doubt or CancelledError())
    if job.error is not None:
        raise job.error
    return job.value()
