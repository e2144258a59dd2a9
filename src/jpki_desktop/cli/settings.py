"""`jpki settings`: see and change the settings, keep the proxy's password, try a connection.

No password is ever taken from the command line. Exit codes: 0 done; 1 the connection cannot be
used; 2 a value does not fit or is not ours to decide; 6 not saved, or no keyring.
"""

import argparse
import sys
from pathlib import Path

from jpki_desktop.cli.exit_codes import ExitCode
from jpki_desktop.cli.output import print_json, print_rows
from jpki_desktop.cli.passwords import read_secret
from jpki_desktop.cli.session import CardSession
from jpki_desktop.errors import UsageError
from jpki_desktop.network import NeverStops
from jpki_desktop.operations.change_settings import (
    change_settings,
    manual_proxy,
    settings_in_force,
)
from jpki_desktop.operations.check_connection import check_connection
from jpki_desktop.settings import Origin
from jpki_desktop.settings.rules import FILES
from jpki_desktop.wording.connection import conclusion, step_name, step_result
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.settings import origin_words, setting_value

# How many words each action takes after its name, at least and at most.
_WORDS = {
    "show": (0, 0),
    "set": (2, 64),
    "unset": (1, 1),
    "set-proxy-password": (0, 0),
    "forget-proxy-password": (0, 0),
    "test-connection": (1, 1),
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their words."""
    parser.add_argument(
        "action",
        choices=tuple(_WORDS),
        metavar="ACTION",
        help=translate(
            "cli",
            "show, set NAME VALUE, unset NAME, set-proxy-password, forget-proxy-password, or "
            "test-connection URL",
        ),
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help=translate("cli", "name and value; several values for a list of names"),
    )
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help=translate("cli", "read the proxy’s password from standard input (one line)"),
    )


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Carry one action out."""
    least, most = _WORDS[arguments.action]
    if not least <= len(arguments.words) <= most:
        raise UsageError("settings-words")
    if arguments.action == "show":
        return _show(arguments, session)
    if arguments.action == "test-connection":
        return _test(arguments, session)
    if arguments.action == "set-proxy-password":
        return _set_password(arguments, session)
    if arguments.action == "forget-proxy-password":
        session.world.proxy_password.forget(*manual_proxy(session.world))
        return ExitCode.DONE
    name, *values = arguments.words
    change_settings(session.world, {name: _text(name, values)})
    return ExitCode.DONE


def _text(name: str, values: list[str]) -> str:
    if name in FILES and values:
        # As every other program takes the name of a file.
        return str(Path(values[0]).expanduser().absolute())
    return "\n".join(values)


def _show(arguments: argparse.Namespace, session: CardSession) -> int:
    rows = settings_in_force(session.world)
    if arguments.json:
        path = session.world.settings.path
        print_json(
            {
                "file": None if path is None else str(path),
                "settings": {
                    row.name: {
                        "value": row.value,
                        "origin": row.origin.value,
                        "decided_in": row.place or None,
                    }
                    for row in rows
                },
            }
        )
        return ExitCode.DONE
    print_rows(
        [
            (
                row.name,
                setting_value(row.name, row.value)
                if row.origin is Origin.DEFAULT
                else translate("cli", "{value} ({origin})").format(
                    value=setting_value(row.name, row.value), origin=origin_words(row.origin)
                ),
            )
            for row in rows
        ]
    )
    return ExitCode.DONE


def _set_password(arguments: argparse.Namespace, session: CardSession) -> int:
    address, user = manual_proxy(session.world)
    if not arguments.password_stdin and not sys.stdin.isatty():
        raise UsageError("no-password-source")
    question = translate("cli", "Password of {user} at the proxy {address}: ").format(
        user=user, address=address
    )
    password = read_secret(question, from_stdin=arguments.password_stdin)
    session.world.proxy_password.give(address, user, password, keep=True)
    return ExitCode.DONE


def _test(arguments: argparse.Namespace, session: CardSession) -> int:
    steps = check_connection(session.world, arguments.words[0], NeverStops())
    done = steps[-1].problem is None
    if arguments.json:
        print_json(
            {
                "usable": done,
                "steps": [
                    {
                        "step": step.step.value,
                        "place": step.place,
                        "proxy": step.by_proxy,
                        "problem": None if step.problem is None else step.problem.cause,
                        "detail": None if step.problem is None else step.problem.detail,
                    }
                    for step in steps
                ],
            }
        )
    else:
        print_rows([(step_name(step), step_result(step)) for step in steps])
        print(conclusion(steps))
    return ExitCode.DONE if done else ExitCode.NEGATIVE
