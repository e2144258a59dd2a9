"""The guards of the documents: links, pictures, paths, and the commands that they show.

Each takes what it guards as an argument and returns its offences in words, as in `guards`.
"""

import argparse
import re
import shlex
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from architecture import guards

# Where a path in a sentence may begin: at the top, in the program, among the tests, beside us.
_PLACES = (".", "src/jpki_desktop", "tests")
_PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)+\.(?:c|lock|md|py|sh|svg|toml|ts)")
_MAKE = re.compile(r"(?<![\w/-])make +(?!\w+=)([a-z][\w-]*)")

Options = dict[str, frozenset[str]]


def documents(root: Path) -> list[Path]:
    return [file for file in guards.tree(root) if file.suffix == ".md"]


@cache
def _tokens(text: str) -> tuple[Token, ...]:
    """Every token in order, those inside a paragraph or a cell too."""
    return tuple(_flat(MarkdownIt("commonmark").enable("table").parse(text)))


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


# --- links --------------------------------------------------------------------------------------


def links(text: str) -> list[str]:
    """The targets of all links and pictures."""
    found = [token.attrGet("href") or token.attrGet("src") for token in _tokens(text)]
    return [str(target) for target in found if target]


def broken_links(files: Iterable[Path], root: Path) -> list[str]:
    """Links to a file that is not there or not ours, and to a heading that is not there."""
    return [
        f"{file.name}: {link}"
        for file in files
        # Links of the manual lead to its pages, which `tests/gui/test_manual.py` holds.
        if "manual" not in file.parts
        for link in links(_text(file))
        if not urlsplit(link).scheme and not _leads_somewhere(file, link, root)
    ]


def _leads_somewhere(file: Path, link: str, root: Path) -> bool:
    parts = urlsplit(link)
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if not target.exists() or not target.is_relative_to(root.resolve()):
        return False
    return not parts.fragment or unquote(parts.fragment) in _anchors(_text(target))


def _anchors(text: str) -> set[str]:
    """What a heading is called in an address: GitHub's rule, without its numbers for twins."""
    tokens = _tokens(text)
    return {
        re.sub(r"[^\w\- ]", "", after.content.strip().lower()).replace(" ", "-")
        for token, after in pairwise(tokens)
        if token.type == "heading_open"
    }


def lost_paths(files: Iterable[Path], root: Path) -> list[str]:
    """Files of ours that a sentence names and that have gone."""
    return [
        f"{file.name}: {path}"
        for file in files
        for token in _tokens(_text(file))
        if token.type == "code_inline" and _PATH.fullmatch(path := token.content.split("::")[0])
        if not any((place / path).exists() for place in _places(file, root))
    ]


def _places(file: Path, root: Path) -> list[Path]:
    return [file.parent, *(root / place for place in _PLACES)]


# --- commands -----------------------------------------------------------------------------------


def code_lines(text: str) -> list[str]:
    """Everything set as code, line by line, without the comments of a shell."""
    code = [
        token.content
        for token in _tokens(text)
        if token.type in ("code_inline", "fence", "code_block")
    ]
    return [line.split(" #")[0] for block in code for line in block.splitlines()]


def targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z][\w-]*):(?!=)", makefile, re.MULTILINE))


def unknown_targets(files: Iterable[Path], known: set[str]) -> list[str]:
    return [
        f"{file.name}: make {target}"
        for file in files
        for line in code_lines(_text(file))
        for target in _MAKE.findall(line)
        if target not in known
    ]


def options_of(parser: argparse.ArgumentParser) -> Options:
    """The options of each command, and under an empty name those before the command."""
    found = {"": frozenset(parser._option_string_actions)}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                found[name] = frozenset(command._option_string_actions)
    return found


def options_in(help_text: str) -> Options:
    """The options that a program without commands names in its own help."""
    return {"": frozenset(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", help_text))}


def unknown_commands(files: Iterable[Path], program: str, known: Options) -> list[str]:
    """Commands and options that a document shows and that the program does not have."""
    return [
        f"{file.name}: {line.strip()}: {word}"
        for file in files
        for line in code_lines(_text(file))
        for word in _unknown_words(line, program, known)
    ]


def _unknown_words(line: str, program: str, known: Options) -> list[str]:
    words = _words_after(line, program)
    command, before = "", known[""]
    unknown = []
    for word in words:
        if word.startswith("-"):
            allowed = known.get(command, before)
            unknown += [name for name in _names(word) if name not in allowed | before]
        elif not command and word in known:
            command = word
        elif not command and not _is_value(words, word):
            unknown.append(word)
            command = word
    return unknown


def _words_after(line: str, program: str) -> list[str]:
    """The words that the program is given; none where the line does not start it."""
    try:
        words = shlex.split(re.sub(r"[\[\]…]", " ", line.strip().removeprefix("$ ")))
    except ValueError:
        words = line.split()
    if "|" in words:
        words = words[words.index("|") + 1 :]
    if not words or Path(words[0]).name != program:
        return []
    return words[1:]


def _is_value(words: Sequence[str], word: str) -> bool:
    """The value of an option before the command, or what stands for any command."""
    before = words[words.index(word) - 1] if words.index(word) else ""
    return before in ("--reader", "--demo-card", "--lang") or word.isupper() or not word.isascii()


def _names(word: str) -> list[str]:
    """`--der|--pem` names two."""
    return [name.split("=")[0] for name in word.split("|") if name.startswith("-")]


# --- packages -----------------------------------------------------------------------------------


def packages(source: Path) -> set[str]:
    """What stands directly below the program: packages by name, modules with their suffix."""
    folders = {f"{path.parent.name}/" for path in source.glob("*/__init__.py")}
    return folders | {path.name for path in source.glob("*.py") if path.name[:2] != "__"}


def wrong_packages(architecture: str, source: Path, contract: str) -> list[str]:
    """Packages that the table or the contract lacks, and those that they have too many."""
    rows = re.findall(r"^\|((?: *`[\w./]+`,?)+) *\|", architecture, re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"`([\w./]+)`", row)}
    layers = tomllib.loads(contract)["tool"]["importlinter"]["contracts"][0]["layers"]
    bound = {name.strip() for layer in layers for name in layer.split("|")}
    there = packages(source)
    plain = {name.rstrip("/").removesuffix(".py") for name in there}
    return [
        *(f"not in the table: {name}" for name in sorted(there - told)),
        *(f"only in the table: {name}" for name in sorted(told - there)),
        *(f"contract: {name}" for name in sorted(plain ^ (bound - {"__main__"}))),
    ]
