"""The one result of all steps together: never better than what was really looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from jpki_desktop.operations.diagnosis.findings import Finding, Outcome, Result, Step


@dataclass(frozen=True, slots=True)
class Overall:
    """The steps that failed, that need attention, and that nobody looked at."""

    failed: tuple[Step, ...] = ()
    attention: tuple[Step, ...] = ()
    unchecked: tuple[Step, ...] = ()
    given_up: bool = False

    @property
    def result(self) -> Result:
        """FAILED, ATTENTION, or OK for what was looked at."""
        if self.failed:
            return Result.FAILED
        if self.given_up:
            return Result.SKIPPED
        return Result.ATTENTION if self.attention else Result.OK


def overall(outcomes: Sequence[Outcome]) -> Overall:
    """Put the outcomes together; a step without an outcome was not looked at."""
    done = {outcome.step: outcome for outcome in outcomes}

    def steps(result: Result) -> tuple[Step, ...]:
        return tuple(step for step in Step if step in done and done[step].result is result)

    skipped = steps(Result.SKIPPED)
    return Overall(
        failed=steps(Result.FAILED),
        attention=steps(Result.ATTENTION),
        unchecked=tuple(step for step in Step if step not in done or step in skipped),
        given_up=any(
            step not in done or done[step].finding is Finding.STEP_GIVEN_UP for step in Step
        ),
    )
