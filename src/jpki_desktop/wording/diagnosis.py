"""動作確認 in words: the steps, what each of them found, and the one sentence over all of them.

The words for single findings are in `wording.diagnosis_machine`, `_card` and `_beside`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jpki_desktop.machine.service import START_COMMAND, System
from jpki_desktop.operations.diagnosis import Finding, Outcome, Overall, Result, Step
from jpki_desktop.wording import diagnosis_beside, diagnosis_card, diagnosis_machine
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import language, translate

# Title, explanation, next step; the last is empty where there is nothing to do.
Words = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """One step as a person reads it.

    `codes` are the finding's and, where an error lies under it, the error's. `command` can be
    typed into a terminal of this system.
    """

    step: str
    tried: str
    result: str
    title: str
    detail: str
    next_step: str
    codes: str
    command: str = ""


def describe_outcome(outcome: Outcome, system: System) -> OutcomeText:
    """Return the words for what a step found."""
    title, detail, next_step = _words(outcome, system)
    codes = outcome.finding.code
    if outcome.error is not None:
        codes = f"{codes} / {outcome.error.code}"
    return OutcomeText(
        step=step_name(outcome.step),
        tried=tried(outcome.step),
        result=result_word(outcome.result),
        title=title,
        detail=detail,
        next_step=next_step,
        codes=codes,
        command=command(outcome.finding, system),
    )


def _words(outcome: Outcome, system: System) -> Words:
    own: Callable[[Outcome, System], Words] | None = _ALL_WORDS.get(outcome.finding)
    if own is None:
        raise KeyError(outcome.finding)
    title, detail, next_step = own(outcome, system)
    if outcome.error is None or outcome.finding in diagnosis_machine.EXPLAINS_ERRORS:
        return title, detail, next_step
    text = describe_error(outcome.error)
    return text.title, text.detail, text.next_step


def command(finding: Finding, system: System) -> str:
    """Return the exact command that mends it, where there is one."""
    if system is not System.LINUX:
        return ""
    return {
        Finding.SERVICE_STOPPED: f"sudo {' '.join(START_COMMAND)}",
        Finding.SERVICE_MISSING: "sudo apt install pcscd libccid",
        Finding.READERS_NEED_DRIVER: "sudo apt install libccid",
    }.get(finding, "")


def step_name(step: Step) -> str:
    """Return the name of a step."""
    return {
        Step.SERVICE: translate("diagnosis", "Smart-card service"),
        Step.READERS: translate("diagnosis", "Card readers"),
        Step.CARD: translate("diagnosis", "Card"),
        Step.APPLET: translate("diagnosis", "JPKI application on the card"),
        Step.FILES: translate("diagnosis", "Files on the card"),
        Step.AUTH_PASSWORD: translate("diagnosis", "User authentication password: tries left"),
        Step.SIGN_PASSWORD: translate("diagnosis", "Signature password: tries left"),
        Step.AUTH_CERTIFICATE: translate("diagnosis", "User authentication certificate"),
        Step.SIGN_CERTIFICATE: translate("diagnosis", "Digital signature certificate"),
        Step.CLOCK: translate("diagnosis", "Clock of this computer"),
        Step.SERVER: translate("diagnosis", "Revocation server"),
        Step.PIECES: translate("diagnosis", "Browsers and their parts"),
    }[step]


def tried(step: Step) -> str:
    """Return what a step does, in a sentence."""
    return {
        Step.SERVICE: translate("diagnosis", "Asks the service for its readers."),
        Step.READERS: translate(
            "diagnosis", "Lists the readers, also those on USB that the service does not know."
        ),
        Step.CARD: translate("diagnosis", "Looks for a card and has it answer."),
        Step.APPLET: translate("diagnosis", "Selects the JPKI application and asks for its kind."),
        Step.FILES: translate("diagnosis", "Reads the certificates of the authorities."),
        Step.AUTH_PASSWORD: translate(
            "diagnosis", "Asks the card how many tries are left. This costs none."
        ),
        Step.SIGN_PASSWORD: translate(
            "diagnosis", "Asks the card how many tries are left. This costs none."
        ),
        Step.AUTH_CERTIFICATE: translate(
            "diagnosis", "Reads the certificate without a password and looks at its dates."
        ),
        Step.SIGN_CERTIFICATE: translate(
            "diagnosis", "Not read here: the card gives it only after its password."
        ),
        Step.CLOCK: translate(
            "diagnosis", "Compares the clock with dates that must lie in the past."
        ),
        Step.SERVER: translate(
            "diagnosis", "Asks about the user authentication certificate, if a server was set."
        ),
        Step.PIECES: translate("diagnosis", "Looks for programs at their usual places."),
    }[step]


def result_word(result: Result) -> str:
    """Return the one word for how a step ended."""
    return {
        Result.OK: translate("diagnosis", "OK"),
        Result.ATTENTION: translate("diagnosis", "Attention"),
        Result.FAILED: translate("diagnosis", "Problem"),
        Result.SKIPPED: translate("diagnosis", "Not checked"),
        Result.NOT_APPLICABLE: translate("diagnosis", "Nothing to check"),
    }[result]


def overall_title(over: Overall) -> str:
    """Return the result of all steps in one sentence; never better than what was checked."""
    if over.failed:
        return translate("diagnosis", "Something does not work: {steps}.").format(
            steps=_listed(over.failed)
        )
    if over.given_up:
        return translate("diagnosis", "The diagnosis was ended before all steps were done.")
    if over.attention:
        return translate("diagnosis", "What was checked works, but look at: {steps}.").format(
            steps=_listed(over.attention)
        )
    return translate("diagnosis", "What was checked works.")


def overall_detail(over: Overall) -> str:
    """Return what was not checked, and what this result does not promise."""
    sentences = []
    if over.unchecked:
        sentences.append(
            translate("diagnosis", "Not checked: {steps}.").format(steps=_listed(over.unchecked))
        )
    sentences.append(
        translate(
            "diagnosis",
            "Whether a site or another program accepts the card cannot be seen from here.",
        )
    )
    return ("" if language() == "ja" else " ").join(sentences)


def _listed(steps: tuple[Step, ...]) -> str:
    separator = "、" if language() == "ja" else ", "
    return separator.join(step_name(step) for step in steps)


def words_missing() -> list[str]:
    """Return the findings that have no words; a test wants none."""
    return [finding.name for finding in Finding if finding not in _ALL_WORDS]


_ALL_WORDS: Mapping[Finding, Callable[[Outcome, System], Words]] = {
    **diagnosis_machine.WORDS,
    **diagnosis_card.WORDS,
    **diagnosis_beside.WORDS,
}
