"""Where `jpki` takes a password from: a prompt without echo, or standard input when told so.

Never from an argument or the environment of the process.
"""

import argparse
import sys
from getpass import getpass

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, PasswordKind
from jpki_desktop.errors import (
    CancelledError,
    LastTryError,
    PasswordLockedError,
    PasswordNeededError,
)
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import password_name

# Longer than any password of the card; a whole file piped in by mistake is not read to its end.
_LONGEST_LINE = 256


def add_password_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options that every command with a password has."""
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help=translate("cli", "read the password from standard input (one line)"),
    )
    parser.add_argument(
        "--use-last-try",
        action="store_true",
        help=translate("cli", "send the password even when only one try is left"),
    )


def can_ask(arguments: argparse.Namespace) -> bool:
    """Whether there is any way to get a password."""
    return bool(arguments.password_stdin) or sys.stdin.isatty()


def obtain_password(
    arguments: argparse.Namespace, kind: PasswordKind, state: PasswordState
) -> tuple[Password, bool]:
    """Return the password, checked for its form, and whether the last try may be used.

    Raises:
        PasswordLockedError: no try is left, so none is asked for.
        PasswordFormatError: the text cannot be this password.
        PasswordNeededError: there is neither a terminal nor --password-stdin.
        LastTryError: one try is left and nobody said that it may be used.
        CancelledError: the user gave up at the prompt.
    """
    if state.locked:
        raise PasswordLockedError(kind.value)
    if not can_ask(arguments):
        raise PasswordNeededError(kind.value)
    last_try = _last_try_confirmed(arguments, kind, state)
    text = _read_line() if arguments.password_stdin else _prompt(kind, state)
    return Password.from_text(text, MY_NUMBER_CARD.passwords[kind]), last_try


def _last_try_confirmed(
    arguments: argparse.Namespace, kind: PasswordKind, state: PasswordState
) -> bool:
    if state.tries_left != 1:
        return False
    if arguments.use_last_try:
        return True
    if arguments.password_stdin:
        raise LastTryError(kind.value)
    question = translate(
        "cli", "Only one try is left. If the {password} is wrong, it locks. Go on? [y/N] "
    ).format(password=password_name(kind))
    if _ask(question).strip().lower() not in ("y", "yes", "はい"):
        raise LastTryError(kind.value)
    return True


def _read_line() -> str:
    line = sys.stdin.buffer.readline(_LONGEST_LINE)
    return line.decode("utf-8", "replace").rstrip("\r\n")


def _prompt(kind: PasswordKind, state: PasswordState) -> str:
    question = translate("cli", "{password} (tries left: {tries}): ").format(
        password=password_name(kind),
        tries="?" if state.tries_left is None else state.tries_left,
    )
    try:
        return getpass(question)
    except (EOFError, KeyboardInterrupt):
        raise CancelledError from None


def _ask(question: str) -> str:
    # Not by input(), whose question would end up in a redirected certificate.
    print(question, end="", file=sys.stderr, flush=True)
    try:
        answer = sys.stdin.readline()
    except KeyboardInterrupt:
        raise CancelledError from None
    if not answer:
        raise CancelledError
    return answer
