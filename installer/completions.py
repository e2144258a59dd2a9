"""Shell completions of `jpki` and `jpki-desktop`, made from their parsers by shtab.

Their texts are English, since a completion file has one language for everybody.
"""

import argparse
from pathlib import Path

import shtab

from jpki_desktop.cli.main import parser as jpki_parser
from jpki_desktop.gui.arguments import parser as desktop_parser
from jpki_desktop.wording.language import set_language

# Arguments that name a file; the others are words or numbers.
_FILES = {"FILE", "PATH", "FILE_OR_FOLDER", "OUTPUT"}
_FOLDERS = {
    "shell": ("bash", "bash-completion/completions/{}"),
    "z": ("zsh", "zsh/vendor-completions/_{}"),
}


def write_completions(share: Path) -> None:
    """Write them below a `share` folder."""
    set_language("en")
    for name, parser in (("jpki", jpki_parser()), ("jpki-desktop", desktop_parser())):
        parser.prog = name
        _mark_files(parser)
        for shell, place in _FOLDERS.values():
            target = share / place.format(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(shtab.complete(parser, shell=shell), encoding="utf-8")


def _mark_files(parser: argparse.ArgumentParser) -> None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                _mark_files(inner)
        elif action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
