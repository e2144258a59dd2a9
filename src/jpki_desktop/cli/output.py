"""How `jpki` prints: aligned text for people, JSON for programs, errors on standard error."""

import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from jpki_desktop.errors import JpkiError
from jpki_desktop.wording.language import translate


def prepare_streams() -> None:
    """Stand in for closed streams, and let no character of a name stop the output."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, "r" if name == "stdin" else "w"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What the terminal's encoding lacks is written as an escape, as on standard error.
        sys.stdout.reconfigure(errors="backslashreplace")


@contextmanager
def counting(otherwise: str) -> Iterator[None]:
    """Print a result whose exit code counts; where nobody reads it, say `otherwise` aside."""
    try:
        yield
        sys.stdout.flush()
    except OSError:
        let_go_of_output()
        print(otherwise, file=sys.stderr)


def let_go_of_output() -> None:
    """Keep Python from writing once more what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_json(value: object) -> None:
    """Print one JSON document; where the output is not UTF-8, in ASCII."""
    print(json.dumps(value, ensure_ascii=not _is_utf8(sys.stdout), indent=2))


def _is_utf8(stream: TextIO) -> bool:
    return stream.encoding.lower().replace("-", "") == "utf8"


def print_rows(rows: list[tuple[str, str]]) -> None:
    """Print labels and values in two columns; further lines of a value stay in its column."""
    width = max((text_width(label) for label, _ in rows), default=0)
    for label, value in rows:
        first, *more = value.split("\n")
        print(f"{pad(label, width)}  {first}".rstrip())
        for line in more:
            print(f"{' ' * width}  {line}")


def text_width(text: str) -> int:
    """Return how many columns a terminal uses; Japanese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def pad(text: str, width: int) -> str:
    """Fill `text` with spaces up to `width` columns."""
    return text + " " * (width - text_width(text))


def print_error(error: JpkiError, *, as_json: bool) -> None:
    """Print an error and its next step on standard error."""
    _print("error", error, as_json=as_json)


def print_note(problem: JpkiError, *, as_json: bool) -> None:
    """Print on standard error what went wrong and does not stop the command."""
    _print("note", problem, as_json=as_json)


def _print(kind: str, error: JpkiError, *, as_json: bool) -> None:
    # The words of every error there is take longer to load than most commands.
    from jpki_desktop.wording.errors import describe_error

    text = describe_error(error)
    if as_json:
        facts = {
            "code": text.code,
            "title": text.title,
            "detail": text.detail,
            "next_step": text.next_step,
        }
        ascii_only = not _is_utf8(sys.stderr)
        print(json.dumps({kind: facts}, ensure_ascii=ascii_only), file=sys.stderr)
        return
    print(f"{text.title} [{text.code}]", file=sys.stderr)
    print(text.detail, file=sys.stderr)
    print(translate("cli", "What to do: {step}").format(step=text.next_step), file=sys.stderr)
