"""Where `jpki` takes a password from: a prompt without echo, or standard input when told so.

Never from an argument or the environment of the process.
"""

import argparse
import sys
from getpass import getpass

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.password import Password, adapt
from jpki_desktop.card.profile import MY_NUMBER_CARD, PasswordKind
from jpki_desktop.card.weak_password import Weakness, weaknesses
from jpki_desktop.errors import (
    CancelledError,
    LastTryError,
    PasswordLockedError,
    PasswordNeededError,
    UsageError,
)
from jpki_desktop.wording.change_password import guide_advice, weak_warning
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import password_name

# Longer than any password of the card; a whole file piped in by mistake is not read to its end.
_LONGEST_LINE = 256


def add_password_options(parser: argparse.ArgumentParser, *, two: bool = False) -> None:
    """Declare the options that every command with a password, or with `two`, has."""
    one_line = translate("cli", "read the password from standard input (one line)")
    two_lines = translate(
        "cli", "read the old and the new password from standard input (two lines)"
    )
    parser.add_argument(
        "--password-stdin", action="store_true", help=two_lines if two else one_line
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


def require_password(arguments: argparse.Namespace) -> None:
    """Refuse early where there is no way to get a password.

    Raises:
        UsageError: there is neither a terminal nor --password-stdin.
    """
    if not can_ask(arguments):
        raise UsageError("no-password-source")


def obtain_new_password(arguments: argparse.Namespace, old: Password) -> Password:
    """Return the new password, after the old one: the next line, or typed twice alike.

    Raises:
        PasswordFormatError: the text cannot be this password.
        UsageError: the two new passwords differ.
        CancelledError: the user gave up, or did not want a password that is easy to guess.
    """
    rules = MY_NUMBER_CARD.passwords[old.kind]
    if arguments.password_stdin:
        return Password.from_text(_read_line(), rules)
    name = password_name(old.kind)
    text = _hidden(translate("cli", "New {password}: ").format(password=name))
    with Password.from_text(_hidden(translate("cli", "The same again: ")), rules) as again:
        new = Password.from_text(text, rules)
        if not new.same_as(again):
            new.wipe()
            raise UsageError("new-passwords-differ")
    found = weaknesses(adapt(text, rules)[0])
    if new.same_as(old):
        found = (Weakness.SAME_AS_OLD, *found)
    if found and not _confirmed_weak(found):
        new.wipe()
        raise CancelledError
    return new


def _confirmed_weak(found: tuple[Weakness, ...]) -> bool:
    print(f"{weak_warning(found)}\n{guide_advice()}", file=sys.stderr)
    return confirmed(translate("cli", "Use it all the same? [y/N] "))


def confirmed(question: str) -> bool:
    """Ask on the terminal; nothing but a clear yes is one.

    Raises:
        CancelledError: nobody answered.
    """
    return _ask(question).strip().lower() in ("y", "yes", "はい")


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
    if not confirmed(question):
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
    return _hidden(question)


def _hidden(question: str) -> str:
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
