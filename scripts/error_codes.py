"""Writes docs/error-codes.md: every code that the program can show, in Japanese and English.

`python scripts/error_codes.py` writes the file; with --check it only says whether it is up to date.
The words are the program's own, so the document cannot say anything else.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from jpki_desktop.machine.service import System
from jpki_desktop.wording.error_codes import Entry, all_codes
from jpki_desktop.wording.language import language, set_language

TARGET = Path(__file__).parents[1] / "docs" / "error-codes.md"

_HEAD = """# Error codes / エラーコード

Written by `scripts/error_codes.py` from the words of the program; a test fails when it is not up to
date. Names, paths and numbers in the sentences are examples. `JD-1…` are errors, `JD-20…` to
`JD-21…` findings of the diagnosis (動作確認), whose advice differs between systems: here it is that
for Linux.

このソフトの言葉から自動で作った一覧です。文中の名前や番号は例です。`JD-1…` はエラー、`JD-20…` から
`JD-21…` は「動作確認」の結果です（対処方法はLinuxの場合）。
"""


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
        return all_codes(System.LINUX)
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
