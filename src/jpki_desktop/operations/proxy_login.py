"""What a proxy wants before it lets us through, found in what an operation brought."""

from dataclasses import dataclass

from jpki_desktop.errors import NetworkError
from jpki_desktop.validity.result import Cause, Verdict


@dataclass(frozen=True, slots=True)
class ProxyWish:
    """The proxy at `address` wants a user and a password; `refused` when it did not take ours."""

    address: str
    refused: bool


def wish_of(error: NetworkError) -> ProxyWish | None:
    """Return what a proxy wants, when that is why the network could not be used."""
    return _wish(error.cause, error.detail)


def wish_of_verdict(verdict: Verdict) -> ProxyWish | None:
    """Return what a proxy wants, when that is why there is no answer."""
    found = verdict.decisive
    if found is None or found.cause is not Cause.NETWORK:
        return None
    cause, _, detail = found.detail.partition(" ")
    return _wish(cause, detail)


def _wish(cause: str, address: str) -> ProxyWish | None:
    if cause not in ("proxy-login", "proxy-password"):
        return None
    return ProxyWish(address, refused=cause == "proxy-password")
