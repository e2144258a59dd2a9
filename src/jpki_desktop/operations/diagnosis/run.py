"""Runs the steps one after another; one that hangs is left behind and the rest goes on."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import CardJob
from jpki_desktop.errors import ReaderSilentError, ServiceSilentError
from jpki_desktop.operations.diagnosis import card_steps, machine_steps, server_step
from jpki_desktop.operations.diagnosis.findings import Finding, Outcome, Result, Step
from jpki_desktop.operations.diagnosis.scene import Known, Scene

_LOG = logging.getLogger(__name__)

# Longer than any answer of a card or a server that is going to come, shorter than patience.
PATIENCE_SECONDS = 20.0
# How often a step that runs is asked whether somebody has given up.
_LOOK_SECONDS = 0.05

Look = Callable[[Scene, Known, CancelToken], tuple[Outcome, Known]]

_LOOKS: dict[Step, Look] = {
    Step.SERVICE: machine_steps.service,
    Step.READERS: machine_steps.readers,
    Step.CARD: card_steps.card,
    Step.APPLET: card_steps.applet,
    Step.FILES: card_steps.files,
    Step.AUTH_PASSWORD: card_steps.auth_password,
    Step.SIGN_PASSWORD: card_steps.sign_password,
    Step.AUTH_CERTIFICATE: card_steps.auth_certificate,
    Step.SIGN_CERTIFICATE: card_steps.sign_certificate,
    Step.CLOCK: machine_steps.clock,
    Step.SERVER: server_step.server,
    Step.PIECES: machine_steps.browser_pieces,
}

# The step that must have gone well before; what is not here stands alone.
_NEEDS = {
    Step.READERS: Step.SERVICE,
    Step.CARD: Step.READERS,
    Step.APPLET: Step.CARD,
    Step.FILES: Step.APPLET,
    Step.AUTH_PASSWORD: Step.APPLET,
    Step.SIGN_PASSWORD: Step.APPLET,
    Step.AUTH_CERTIFICATE: Step.APPLET,
    Step.SIGN_CERTIFICATE: Step.APPLET,
}
# After these, every further call to the reader would be waited for in vain as well.
_STUCK = (Finding.STEP_SILENT, Finding.STEP_TAKEN)
_NO_GROUND = (Result.FAILED, Result.SKIPPED)


def diagnose(
    scene: Scene, cancel: CancelToken, *, patience: float = PATIENCE_SECONDS
) -> Iterator[Outcome]:
    """Yield the outcome of each step as soon as it is there, in the order of `Step`.

    After `cancel` the steps that are left are told as given up.
    """
    known = Known()
    done: dict[Step, Outcome] = {}
    for step in Step:
        if cancel.cancelled:
            outcome = Outcome(step, Finding.STEP_GIVEN_UP)
        elif _stands_on_nothing(step, done):
            outcome = Outcome(step, Finding.STEP_SKIPPED)
        else:
            outcome, known = _bounded(step, scene, known, cancel, patience)
        done[step] = outcome
        _LOG.info("diagnosis: %s %s", step, outcome.finding.code)
        yield outcome


def _stands_on_nothing(step: Step, done: dict[Step, Outcome]) -> bool:
    """Whether what this step needs is not there, or its reader does not come back."""
    if step not in _NEEDS:
        return False
    stuck = any(earlier in _NEEDS and one.finding in _STUCK for earlier, one in done.items())
    return stuck or done[_NEEDS[step]].result in _NO_GROUND


def _bounded(
    step: Step, scene: Scene, known: Known, cancel: CancelToken, patience: float
) -> tuple[Outcome, Known]:
    """Run one step in a thread of its own for at most so long.

    A call to a reader that blocks cannot be ended from outside, so its thread is left behind, as
    the card worker does; nothing that it learns later is used.
    """
    job = CardJob(lambda token: _LOOKS[step](scene, known, token), None, known.reader)
    cancel.on_cancel(partial(_give_up, job))
    threading.Thread(target=job.run, name=f"diagnose-{step}", daemon=True).start()
    end = time.monotonic() + patience
    while not job.wait(_LOOK_SECONDS):
        if cancel.cancelled or time.monotonic() >= end:
            break
    if cancel.cancelled:
        return Outcome(step, Finding.STEP_GIVEN_UP), known
    if not job.finished:
        _give_up(job)
        return _silence(step, job.token), known
    if job.error is not None:
        return Outcome(step, Finding.STEP_ERROR, error=job.error), known
    return job.value()


def _give_up(job: CardJob[tuple[Outcome, Known]]) -> None:
    job.cancel()


def _silence(step: Step, token: CancelToken) -> Outcome:
    """Return what it means that a step has not come to its end."""
    reader = token.last_reader
    if token.waits_for_others:
        return Outcome(step, Finding.STEP_TAKEN, _named(reader))
    if step is Step.SERVER:
        return Outcome(step, Finding.SERVER_UNREACHED, detail="timeout")
    if step is not Step.SERVICE and step not in _NEEDS:
        return Outcome(step, Finding.STEP_SILENT)
    error = ReaderSilentError(reader) if reader else ServiceSilentError()
    return Outcome(step, Finding.STEP_SILENT, _named(reader), error=error)


def _named(reader: str) -> tuple[str, ...]:
    return (reader,) if reader else ()
