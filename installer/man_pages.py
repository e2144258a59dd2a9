"""The man pages of `jpki` and `jpki-desktop` in English and Japanese, made from their parsers.

What no parser says (the headings, exit codes, files) stands here in both languages.
"""

import argparse
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jpki_desktop import __version__
from jpki_desktop.cli.main import parser as jpki_parser
from jpki_desktop.gui.arguments import parser as desktop_parser
from jpki_desktop.wording.language import set_language


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a page besides the parser's texts."""

    name: str
    synopsis: str
    description: str
    options: str
    commands: str
    exit_status: str
    files: str
    see_also: str
    manual: str
    summary: dict[str, str]
    passwords: str
    exit_codes: tuple[str, ...]
    user_settings: str
    managed_settings: str
    show_help: str
    show_version: str


_EN = Words(
    name="NAME",
    synopsis="SYNOPSIS",
    description="DESCRIPTION",
    options="OPTIONS",
    commands="COMMANDS",
    exit_status="EXIT STATUS",
    files="FILES",
    see_also="SEE ALSO",
    manual="JPKI Desktop",
    summary={
        "jpki": "the certificates of a My Number card in the terminal",
        "jpki-desktop": "the certificates of a My Number card in a window",
    },
    passwords="Passwords are taken from a prompt without echo or, with --password-stdin, from "
    "standard input, and from nowhere else.",
    exit_codes=(
        "done",
        "what was checked is not so",
        "wrong usage, or a password of a wrong form, which is not sent",
        "no service, reader, card, application or certificate",
        "the password is wrong",
        "the password is locked",
        "unknown, or could not be checked",
        "data or a certificate that cannot be read",
        "cancelled by the user",
    ),
    user_settings="The user's settings.",
    managed_settings="The administrator's settings, which win over the user's.",
    show_help="show a short help",
    show_version="show the version",
)

_JA = Words(
    name="名前",
    synopsis="書式",
    description="説明",
    options="オプション",
    commands="コマンド",
    exit_status="終了ステータス",
    files="ファイル",
    see_also="関連項目",
    manual="JPKI Desktop",
    summary={
        "jpki": "マイナンバーカードの電子証明書をターミナルで見る、確かめる",
        "jpki-desktop": "マイナンバーカードの電子証明書をウィンドウで見る、確かめる",
    },
    passwords="パスワードは、画面に出ない入力か、"
    "--password-stdin のときの標準入力でだけ受け取ります。",
    exit_codes=(
        "できた",
        "確かめた結果が否定的だった",
        "指定の誤り、またはパスワードの形が違う（カードには送りません）",
        "サービス、カードリーダー、カード、機能、証明書のどれかがない",
        "パスワードが違う",
        "ロックされている",
        "分からない、または確かめられない",
        "読めないデータまたは証明書",
        "利用者が取りやめた",
    ),
    user_settings="利用者の設定です。",
    managed_settings="管理者の設定です。利用者の設定より優先されます。",
    show_help="短い説明を表示する",
    show_version="バージョンを表示する",
)

LANGUAGES = {"en": _EN, "ja": _JA}
_USER_SETTINGS = "~/.config/jpki-desktop/settings.toml"
_MANAGED_SETTINGS = "/etc/xdg/jpki-desktop/settings.toml"


def write_pages(man: Path) -> None:
    """Write all pages below a `man` folder, compressed."""
    for language, words in LANGUAGES.items():
        folder = man / ("man1" if language == "en" else f"{language}/man1")
        folder.mkdir(parents=True)
        for name in words.summary:
            page = gzip.compress(render(name, language).encode(), 9, mtime=0)
            (folder / f"{name}.1.gz").write_bytes(page)


def render(name: str, language: str) -> str:
    """Return one page as roff."""
    set_language(language)
    words = LANGUAGES[language]
    parser: argparse.ArgumentParser = jpki_parser() if name == "jpki" else desktop_parser()
    parser.prog = name
    other = next(known for known in words.summary if known != name)
    lines = [
        f'.TH {_roff(name).upper()} 1 "" "JPKI Desktop {__version__}" "{words.manual}"',
        # Ragged lines, nothing divided: Japanese has no spaces that could be stretched.
        ".ad l",
        ".nh",
        f".SH {words.name}",
        rf"{_roff(name)} \- {_roff(words.summary[name])}",
        f".SH {words.synopsis}",
        *_synopsis(parser),
        f".SH {words.description}",
        _roff(parser.description or ""),
        *([".PP", _roff(words.passwords)] if name == "jpki" else []),
        f".SH {words.options}",
        *_options(parser, words),
        *_commands(parser, words),
        *(_exit_codes(words) if name == "jpki" else []),
        f".SH {words.files}",
        *_item(_roff(_USER_SETTINGS), _roff(words.user_settings)),
        *_item(_roff(_MANAGED_SETTINGS), _roff(words.managed_settings)),
        f".SH {words.see_also}",
        rf".BR {_roff(other)} (1)",
    ]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    """Return plain text as roff; a dash can be copied, choices can be broken."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("|", r"|\:")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _item(tag: str, text: str) -> list[str]:
    return [".TP", rf"\fB{tag}\fR", text or r"\&"]


def _synopsis(parser: argparse.ArgumentParser) -> Iterator[str]:
    usage = " ".join(parser.format_usage().split())
    # The word before it is argparse's; the heading says it already.
    words = usage.split(parser.prog, 1)[1]
    yield rf"\fB{_roff(parser.prog)}\fR{_roff(words)}"


def _options(parser: argparse.ArgumentParser, words: Words) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS:
            continue
        value = "" if action.nargs == 0 else rf" \fI{_roff(_metavar(action))}\fR"
        names = ", ".join(map(_roff, action.option_strings)) or _roff(_metavar(action))
        shown = value if action.option_strings else ""
        yield from (".TP", rf"\fB{names}\fR{shown}", _roff(_help(action, words)) or r"\&")


def _help(action: argparse.Action, words: Words) -> str:
    # argparse has English words of its own for these two.
    if isinstance(action, argparse._HelpAction):
        return words.show_help
    if isinstance(action, argparse._VersionAction):
        return words.show_version
    return action.help or ""


def _metavar(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    if action.choices is not None:
        return "|".join(str(choice) for choice in action.choices)
    return action.dest.upper()


def _commands(parser: argparse.ArgumentParser, words: Words) -> Iterator[str]:
    common = {name for action in parser._actions for name in action.option_strings}
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        yield f".SH {words.commands}"
        for name, command in action.choices.items():
            yield rf'.SS "{_roff(parser.prog)} {_roff(name)}"'
            yield _roff(command.description or "")
            own = argparse.ArgumentParser(add_help=False, prog=name)
            own._actions = [
                inner for inner in command._actions if not common & set(inner.option_strings)
            ]
            yield from _options(own, words)


def _exit_codes(words: Words) -> Iterator[str]:
    yield f".SH {words.exit_status}"
    for number, text in enumerate(words.exit_codes):
        yield from _item(str(number), _roff(text))
