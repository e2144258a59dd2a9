"""Writes docs/error-codes.md: every code that the program can show, in Japanese and English.

`python scripts/error_codes.py` writes the file; with --check it only says whether it is up to date.
The words are the program's own, so the document cannot say anything else.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from jpki_desktop.errors import JpkiError
from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Finding, Outcome, Result, Step
from jpki_desktop.wording.diagnosis import describe_outcome
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import language, set_language
from unit.wording.test_errors import EXAMPLES

TARGET = Path(__file__).parents[1] / "docs" / "error-codes.md"

_HEAD = """# Error codes / エラーコード

Written by `scripts/error_codes.py` from the words of the program; a test fails when it is not up to
date. Names, paths and numbers in the sentences are examples. `JD-1…` are errors, `JD-20…` to
`JD-21…` findings of the diagnosis (動作確認), whose advice differs between systems: here it is that
for Linux.

このソフトの言葉から自動で作った一覧です。文中の名前や番号は例です。`JD-1…` はエラー、`JD-20…` から
`JD-21…` は「動作確認」の結果です（対処方法はLinuxの場合）。
"""

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


def findings(all_of_them: Iterable[Finding] = Finding) -> list[Entry]:
    """Return one entry for each finding of the diagnosis."""
    entries = []
    for finding in all_of_them:
        step = _STEPS.get(finding.name.partition("_")[0], Step.READERS)
        example = Outcome(
            step, finding, names=(_example(finding),), number=3, detail=_word(finding)
        )
        text = describe_outcome(example, System.LINUX)
        bad = finding.result in (Result.FAILED, Result.ATTENTION, Result.SKIPPED)
        title = f"{text.result}: {text.title}"
        entries.append(Entry(finding.code, title, text.detail, text.next_step, needs_step=bad))
    return entries


def _example(finding: Finding) -> str:
    return "auth-ca" if finding is Finding.FILES_MISSING else "Reader 7"


def _word(finding: Finding) -> str:
    return {Finding.SERVER_UNREACHED: "timeout", Finding.APPLET_SELECTED: "mynumber"}.get(
        finding, ""
    )


def incomplete(entries: Iterable[Entry]) -> list[str]:
    """Return the codes that lack a title, an explanation or a next step."""
    return [
        entry.code
        for entry in entries
        if not entry.title or not entry.detail or (entry.needs_step and not entry.next_step)
    ]


def shared(entries: Iterable[Entry]) -> list[str]:
    """Return the codes that stand for two things."""
    codes = [entry.code for entry in entries]
    return sorted({code for code in codes if codes.count(code) > 1})


def in_language(name: str) -> list[Entry]:
    """Return all entries in `ja` or `en`, in the order of their codes."""
    before = language()
    set_language(name)
    try:
        return sorted([*errors(EXAMPLES), *findings()], key=lambda entry: entry.code)
    finally:
        set_language(before)


def document(japanese: list[Entry], english: list[Entry]) -> str:
    """Return the whole document."""
    rows = ["| code | 日本語 | English |", "|---|---|---|"]
    for ja, en in zip(japanese, english, strict=True):
        rows.append(f"| {ja.code} | {_cell(ja, '対処方法：')} | {_cell(en, 'What to do: ')} |")
    return f"{_HEAD}\n" + "\n".join(rows) + "\n"


def _cell(entry: Entry, label: str) -> str:
    parts = [f"**{entry.title}**", entry.detail]
    if entry.next_step:
        parts.append(f"{label}{entry.next_step}")
    return "<br>".join(part.replace("|", "\\|").replace("\n", " ") for part in parts)


def main() -> int:
    """Write the document, or with --check tell whether it must be written."""
    japanese, english = in_language("ja"), in_language("en")
    wrong = incomplete(japanese) + incomplete(english) + shared(japanese)
    if wrong:
        print(f"incomplete or used twice: {' '.join(sorted(set(wrong)))}")
        return 1
    text = document(japanese, english)
    if "--check" in sys.argv[1:]:
        if TARGET.read_text("utf-8") == text:
            return 0
        print(f"{TARGET.name} is not up to date: python scripts/error_codes.py")
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
