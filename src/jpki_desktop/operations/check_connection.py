"""Try the way to a server with a proxy that need not be saved yet."""

from dataclasses import dataclass
from functools import partial

from jpki_desktop.environment import Environment, proxy_of
from jpki_desktop.errors import NetworkError
from jpki_desktop.network import Proxy, StopToken
from jpki_desktop.network.connection_steps import Step, StepResult


@dataclass(frozen=True, slots=True)
class ProxyTrial:
    """A proxy as it stands in the fields; without a password the known one is used."""

    choice: str
    user: str = ""
    password: bytearray | None = None


def check_connection(
    world: Environment, url: str, stop: StopToken, trial: ProxyTrial | None = None
) -> tuple[StepResult, ...]:
    """Return every step that was tried; the last one failed, or the server answered.

    Raises:
        CancelledError: given up.
    """
    if world.demo is not None:
        return (StepResult(Step.ROUTE, "", by_proxy=False, problem=NetworkError("demo")),)
    # The libraries of HTTP and TLS take 20 ms to load.
    from jpki_desktop.network.connection_test import try_connection

    return try_connection(url, _proxy(world, trial), stop)


def usual_server(world: Environment) -> str:
    """Return the organisation's server to which a connection is worth a try, or nothing."""
    settings = world.settings.settings
    return settings.ocsp_url or settings.cmp_url


def _proxy(world: Environment, trial: ProxyTrial | None) -> Proxy:
    if trial is None:
        return proxy_of(world.settings.settings.proxy, world.proxy_password)
    saved = proxy_of(trial.choice, world.proxy_password)
    return Proxy(saved.mode, saved.address, partial(_account, world, trial))


def _account(world: Environment, trial: ProxyTrial, address: str) -> bytearray | None:
    if not trial.user:
        return None
    if trial.password is None:
        return world.proxy_password.account_of(trial.user, address)
    return bytearray(trial.user, "utf-8") + b":" + trial.password
