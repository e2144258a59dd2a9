"""`jpki verify-password`: whether a password is right. A wrong one costs one try."""

import argparse
from functools import partial

from jpki_desktop.card.profile import MY_NUMBER_CARD, PasswordKind
from jpki_desktop.cli.output import print_json
from jpki_desktop.cli.passwords import add_password_options, obtain_password, require_password
from jpki_desktop.cli.session import CardSession
from jpki_desktop.operations.look_at_passwords import look_at_passwords
from jpki_desktop.operations.verify_password import verify_password
from jpki_desktop.wording.change_password import right_detail, right_title
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import as_heading


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare which password and where it comes from."""
    parser.add_argument(
        "password",
        choices=[kind.value for kind in PasswordKind],
        help=translate("cli", "which password of the card"),
    )
    add_password_options(parser)


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Send the password once and say that it is right; anything else is an error."""
    kind = PasswordKind(arguments.password)
    cards = session.world.cards
    require_password(arguments)
    look = session.run(partial(look_at_passwords, cards, session.reader(exact=True)))
    password, last_try = obtain_password(arguments, kind, look.password(kind))
    with password:
        session.run(partial(verify_password, cards, look, password, last_try_confirmed=last_try))
    if arguments.json:
        print_json({"password": kind.value, "result": "right"})
    else:
        print(as_heading(right_title(kind.value)))
        print(right_detail(MY_NUMBER_CARD.passwords[kind].max_tries))
    return 0
