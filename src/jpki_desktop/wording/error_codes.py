"""Every code that the program can show, with its words: for the manual and the document.

The words are the program's own, so neither can say anything else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jpki_desktop.errors import JpkiError
from jpki_desktop.machine.service import System, this_system
from jpki_desktop.operations.diagnosis import Finding, Outcome, Result, Step
from jpki_desktop.wording.diagnosis import describe_outcome
from jpki_desktop.wording.error_examples import EXAMPLES
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import labelled, translate

# The step in which a finding that belongs to one of two passwords is shown.
_STEPS = {"AUTH": Step.AUTH_PASSWORD, "SIGN": Step.SIGN_PASSWORD}


@dataclass(frozen=True, slots=True)
class Entry:
    """One code in one language."""

    code: str
    title: str
    detail: str
    next_step: str
    needs_step: bool = True


def errors(examples: Iterable[JpkiError]) -> list[Entry]:
    """Return one entry for each code; the first example of a class speaks for it."""
    found: dict[str, Entry] = {}
    for error in examples:
        text = describe_error(error)
        found.setdefault(text.code, Entry(text.code, text.title, text.detail, text.next_step))
    return list(found.values())


def findings(system: System, all_of_them: Iterable[Finding] = Finding) -> list[Entry]:
    """Return one entry for each finding of the diagnosis."""
    entries = []
    for finding in all_of_them:
        step = _STEPS.get(finding.name.partition("_")[0], Step.READERS)
        example = Outcome(
            step, finding, names=(_example(finding),), number=3, detail=_word(finding)
        )
        text = describe_outcome(example, system)
        bad = finding.result in (Result.FAILED, Result.ATTENTION, Result.SKIPPED)
        title = labelled(text.result, text.title)
        entries.append(Entry(finding.code, title, text.detail, text.next_step, needs_step=bad))
    return entries


def _example(finding: Finding) -> str:
    return "auth-ca" if finding is Finding.FILES_MISSING else "Reader 7"


def _word(finding: Finding) -> str:
    return {Finding.SERVER_UNREACHED: "timeout", Finding.APPLET_SELECTED: "mynumber"}.get(
        finding, ""
    )


def all_codes(system: System) -> list[Entry]:
    """Return all entries in the language of the program, in the order of their codes."""
    found = [*errors(EXAMPLES), *findings(system)]
    return sorted(found, key=lambda entry: entry.code)


def error_codes_page() -> str:
    """Return the page of the manual, in Markdown, with the advice for this system."""
    title = translate("error_codes", "Error codes")
    parts = [
        f"# {title}",
        translate(
            "error_codes",
            "Every message has a code. Names and numbers in the sentences are examples. Codes from "
            "JD-2000 on are results of the diagnosis.",
        ),
    ]
    step = translate("error_codes", "What to do: {step}")
    for entry in all_codes(this_system()):
        parts += [f"### {entry.code} {_plain(entry.title)}", _plain(entry.detail)]
        if entry.next_step:
            parts.append(_plain(step.format(step=entry.next_step)))
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """Return words for Markdown that nothing in them changes, with their line breaks."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&!])", r"\\\1", text).replace("\n", "  \n")
