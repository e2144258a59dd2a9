"""`jpki change-password`: the old password and the new one, from a terminal or standard input."""

import argparse
from functools import partial

from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.cli.output import print_json
from jpki_desktop.cli.passwords import (
    add_password_options,
    obtain_new_password,
    obtain_password,
    require_password,
)
from jpki_desktop.cli.session import CardSession
from jpki_desktop.operations.change_password import (
    ChangeResult,
    change_password,
    check_changeable,
)
from jpki_desktop.operations.look_at_passwords import look_at_passwords
from jpki_desktop.wording.change_password import (
    changed_detail,
    changed_title,
    not_confirmed_detail,
)
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import as_heading


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare which password and where the two come from."""
    parser.add_argument(
        "password",
        choices=[kind.value for kind in PasswordKind],
        help=translate("cli", "which password of the card"),
    )
    add_password_options(parser, two=True)


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Change the password and say what is known of the result."""
    kind = PasswordKind(arguments.password)
    cards = session.world.cards
    require_password(arguments)
    look = session.run(partial(look_at_passwords, cards, session.reader(exact=True)))
    check_changeable(look)
    old, last_try = obtain_password(arguments, kind, look.password(kind))
    with old, obtain_new_password(arguments, old) as new:
        result = session.run(
            partial(change_password, cards, look, old, new, last_try_confirmed=last_try)
        )
    if arguments.json:
        print_json({"password": kind.value, "result": result.value})
    else:
        _print(kind, result)
    return 0


def _print(kind: PasswordKind, result: ChangeResult) -> None:
    print(as_heading(changed_title(kind.value)))
    confirmed = result is ChangeResult.CHANGED
    print(changed_detail() if confirmed else not_confirmed_detail())
