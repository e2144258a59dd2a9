"""Asks for the proxy's password in a terminal, when the proxy wants one, and tries once more."""

import sys
from collections.abc import Callable
from typing import TypeVar

from jpki_desktop.cli.passwords import read_name, read_secret
from jpki_desktop.environment import Environment
from jpki_desktop.operations.proxy_login import ProxyWish
from jpki_desktop.wording.language import translate

T = TypeVar("T")


def with_proxy_login(
    world: Environment, operation: Callable[[], T], wish: Callable[[T], ProxyWish | None]
) -> T:
    """Run `operation`, and once more after asking; what is typed is never written anywhere.

    A password that was refused is not asked for a second time: the second result says so.
    """
    result = operation()
    wanted = wish(result)
    if wanted is None or not sys.stdin.isatty():
        return result
    if wanted.refused:
        print(translate("cli", "The proxy refused the user name or the password."), file=sys.stderr)
    user = world.settings.settings.proxy_user
    if not user:
        user = read_name(
            translate("cli", "User name at the proxy {address}: ").format(address=wanted.address)
        )
    question = translate("cli", "Password of {user} at the proxy {address}: ").format(
        user=user, address=wanted.address
    )
    password = read_secret(question, from_stdin=False)
    world.proxy_password.give(wanted.address, user, password, keep=False)
    return operation()
