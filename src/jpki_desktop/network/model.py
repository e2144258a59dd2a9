"""What a caller of the network sees: the interface, the proxy's choice, the times.

No connection is made here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import BinaryIO, Protocol

Progress = Callable[[int, int | None], None]
"""Told how many bytes have come, and of how many, where the server says so."""


Leaving = Callable[[], None]
"""Told right before the first octet of a request's body goes out."""


def unheard() -> None:
    """Let it leave without telling anybody."""


class StopToken(Protocol):
    """By which an operation is given up from another thread."""

    @property
    def cancelled(self) -> bool:
        """Whether somebody has given up."""
        ...

    def check(self) -> None:
        """Raise CancelledError when somebody has given up."""
        ...


class NeverStops:
    """The token of somebody who waits to the end."""

    cancelled = False

    def check(self) -> None:
        """Go on."""


class ProxyMode(StrEnum):
    """Where the proxy's address comes from."""

    NONE = "none"
    SYSTEM = "system"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Proxy:
    """The proxy for http and https; LDAP is never sent through one.

    `address` is `host:port`, for MANUAL alone. `account` is told the proxy's `host:port` and
    returns `user:password` for it afresh each time; its buffer is wiped after use.
    """

    mode: ProxyMode = ProxyMode.SYSTEM
    address: str = ""
    account: Callable[[str], bytearray | None] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds: for a whole exchange, for a whole download, for an exchange never repeated."""

    exchange: float = 10.0
    download: float = 60.0
    only_once: float = 60.0


class Network(Protocol):
    """The network as operations see it; the demo has one that reaches nothing."""

    def post(
        self,
        url: str,
        body: bytes,
        *,
        content_type: str,
        accept: str,
        limit: int,
        stop: StopToken,
        leaving: Leaving = unheard,
    ) -> bytes:
        """Send `body` and return the answer, whose content type is exactly `accept`.

        Where `leaving` was not called, nothing of `body` has left this computer. Who wants to know
        sends it only once, and is given more time for the answer.

        Raises:
            NetworkError: with its cause.
            CancelledError: given up.
        """
        ...

    def download(
        self, url: str, target: BinaryIO, *, limit: int, stop: StopToken, progress: Progress
    ) -> None:
        """Write what lies at `url` into `target`, following at most a few redirects.

        Raises:
            NetworkError: with its cause.
            CancelledError: given up.
        """
        ...

    def directory_value(
        self, server: str, name: str, attribute: str, *, limit: int, stop: StopToken
    ) -> bytes:
        """Return one attribute of the LDAP entry `name` on `server` (`host` or `host:port`).

        Raises:
            NetworkError: with its cause.
            CancelledError: given up.
        """
        ...
