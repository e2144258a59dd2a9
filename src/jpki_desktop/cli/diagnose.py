"""`jpki diagnose`: the whole chain step by step, and a report for whoever helps.

Exit codes: 0 when nothing failed (steps that were not checked are named), 1 when something did,
8 when it was ended by Ctrl+C.
"""

import argparse

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.cli.exit_codes import ExitCode
from jpki_desktop.cli.output import print_json
from jpki_desktop.cli.session import CardSession
from jpki_desktop.errors import CancelledError, JpkiError
from jpki_desktop.machine.service import this_system
from jpki_desktop.operations.diagnosis import (
    Finding,
    Outcome,
    Result,
    Scene,
    Step,
    diagnose,
    overall,
)
from jpki_desktop.operations.export_certificate import write_output
from jpki_desktop.operations.read_card import read_card
from jpki_desktop.operations.support_report import Extra, about_machine, make_report
from jpki_desktop.wording.demo import demo_banner
from jpki_desktop.wording.diagnosis import (
    describe_outcome,
    overall_detail,
    overall_title,
    step_name,
)
from jpki_desktop.wording.installation import this_program
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.log import log_failed
from jpki_desktop.wording.support_report import report_text


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the report and what goes into it."""
    add = parser.add_argument
    add(
        "--report",
        default="",
        metavar="FILE",
        help=translate("cli", "write a support report without personal data into a new file"),
    )
    add(
        "--include",
        action="append",
        default=[],
        choices=[extra.value for extra in Extra],
        metavar="ITEM",
        help=translate("cli", "add to the report: readers, certificate, settings, computer or log"),
    )


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Run all steps, print each as it comes, and end with the code of the whole."""
    if session.world.demo is not None and not arguments.json:
        print(demo_banner())
    outcomes = _looked(Scene(session.world, arguments.reader), quiet=arguments.json)
    if arguments.json:
        print_json(as_json(outcomes, demo=session.world.demo is not None))
    else:
        _print_overall(outcomes)
    problem = session.world.logbook.problem
    if problem and not arguments.json:
        print(log_failed(problem))
    if arguments.report:
        _write_report(arguments, session, outcomes)
    return ExitCode.NEGATIVE if overall(outcomes).failed else ExitCode.DONE


def _looked(scene: Scene, *, quiet: bool) -> list[Outcome]:
    """Run all steps; each stands there by name while it runs, since it may take a while."""
    cancel = CancelToken()
    found = diagnose(scene, cancel)
    outcomes: list[Outcome] = []
    try:
        for number, step in enumerate(Step, 1):
            if not quiet:
                print(f"{number:2}. {step_name(step)}: ", end="", flush=True)
            outcomes.append(next(found))
            if not quiet:
                _print_outcome(outcomes[-1])
    except KeyboardInterrupt:
        cancel.cancel()
        if not quiet:
            print()
        raise CancelledError from None
    return outcomes


def _print_outcome(outcome: Outcome) -> None:
    """End the line that names the step, and say what was tried and found."""
    text = describe_outcome(outcome, this_system())
    print(f"{text.result} [{text.codes}]")
    if outcome.finding is Finding.STEP_SKIPPED:
        # The first problem above says what to do; saying so each time would hide it.
        return
    print(f"    {text.tried}")
    print(f"    {text.title}")
    if outcome.result is not Result.OK:
        print(f"    {text.detail}")
    if text.next_step:
        print("    " + translate("cli", "What to do: {step}").format(step=text.next_step))


def _print_overall(outcomes: list[Outcome]) -> None:
    result = overall(outcomes)
    print()
    print(overall_title(result))
    print(overall_detail(result))
    print(this_program())


def as_json(outcomes: list[Outcome], *, demo: bool) -> dict[str, object]:
    """Return the documented shape of `jpki diagnose --json`."""
    whole = overall(outcomes)
    return {
        "demo": demo,
        "result": whole.result.value,
        "failed": [step.value for step in whole.failed],
        "attention": [step.value for step in whole.attention],
        "not_checked": [step.value for step in whole.unchecked],
        "steps": [_step_as_json(outcome) for outcome in outcomes],
    }


def _step_as_json(outcome: Outcome) -> dict[str, object]:
    text = describe_outcome(outcome, this_system())
    return {
        "step": outcome.step.value,
        "result": outcome.result.value,
        "code": outcome.finding.code,
        "error_code": None if outcome.error is None else outcome.error.code,
        "number": outcome.number,
        "names": list(outcome.names),
        "tried": None if outcome.finding is Finding.STEP_SKIPPED else text.tried,
        "title": text.title,
        "detail": text.detail,
        "next_step": text.next_step or None,
        "command": text.command or None,
    }


def _write_report(
    arguments: argparse.Namespace, session: CardSession, outcomes: list[Outcome]
) -> None:
    extras = {Extra(item) for item in arguments.include}
    certificate = _certificate(session) if Extra.CERTIFICATE in extras else None
    report = make_report(session.world, outcomes, about_machine(), extras, certificate=certificate)
    write_output(arguments.report, report_text(report, this_system()).encode("utf-8"))
    if not arguments.json:
        print(translate("cli", "The report was written."))


def _certificate(session: CardSession) -> Certificate | None:
    """Read the certificate anew: the diagnosis keeps nothing of it."""
    try:
        reader = session.reader(exact=False)
        return session.run(
            lambda cancel: read_card(session.world.cards, reader, cancel)
        ).certificate
    except CancelledError:
        raise
    except JpkiError:
        # What is in the way is in the report already.
        return None
