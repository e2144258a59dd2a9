"""The argument parser of `jpki`: argparse in both languages, whose complaints are errors of ours.

The words here are argparse's own, which no catalogue of ours can reach; every text of `jpki` itself
is in the catalogue. Which options there are is declared by `cli.main` and the commands.
"""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from jpki_desktop.errors import UsageError
from jpki_desktop.wording.language import language

_WORDS = {
    "usage: ": "使い方：",
    "arguments": "指定するもの",
    "options": "オプション",
    "show this help": "この説明を表示する",
    "show the version": "バージョンを表示する",
}

# The messages of Python 3.11 to 3.14; one that is not here stays in English.
_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"次の指定が足りません：\1"),
    (r"unrecognized arguments: (.+)", r"この指定は使えません：\1"),
    (
        r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)",
        r"\1 に \2 は指定できません（\3 から選んでください）。",
    ),
    (r"argument (\S+): expected one argument", r"\1 には値が必要です。"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 と \2 は一緒に使えません。"),
    (r"argument (\S+): invalid int value: (.+)", r"\1 には整数を指定してください：\2"),
)


class Parser(argparse.ArgumentParser):
    """A parser without abbreviations that speaks the language of the program."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **options)
        self._positionals.title = _in_language("arguments")
        self._optionals.title = _in_language("options")
        self.add_argument("-h", "--help", action="help", help=_in_language("show this help"))

    def add_version(self, text: str) -> None:
        """Declare --version."""
        self.add_argument(
            "--version", action="version", version=text, help=_in_language("show the version")
        )

    def error(self, message: str) -> NoReturn:
        """Report a wrong command line like every other error."""
        raise UsageError(f"{self.prog}: {_complaint(_without_values(message))}")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        words = _in_language("usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, words)


def _in_language(text: str) -> str:
    return _WORDS[text] if language() == "ja" else text


def _without_values(message: str) -> str:
    """Keep the names of unknown options only: a value may be a password put where none belongs."""
    start, found, words = message.partition("unrecognized arguments: ")
    if not found:
        return message
    names = [word.split("=")[0] if word.startswith("-") else "…" for word in words.split()]
    return f"{start}{found}{' '.join(names)}"


def _complaint(message: str) -> str:
    if language() == "ja":
        for pattern, japanese in _COMPLAINTS:
            if re.fullmatch(pattern, message):
                return re.sub(pattern, japanese, message)
    return message
