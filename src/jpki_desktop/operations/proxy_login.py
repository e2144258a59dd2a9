"""What a proxy wants before it lets us through, found in what an operation brought."""

from dataclasses import dataclass

from jpki_desktop.validity.result import Cause, Verdict


@dataclass(frozen=True, slots=True)
class ProxyWish:
    """The proxy at `address` wants a user and a password; `refused` when it did not take ours."""

    address: str
    refused: bool


def wish_of_verdict(verdict: Verdict) -> ProxyWish | None:
    """Return what a proxy wants, when that is why there is no answer."""
    found = verdict.decisive
    if found is None or found.cause is not Cause.NETWORK:
        return None
    cause, _, address = found.detail.partition(" ")
    if cause not in ("proxy-login", "proxy-password"):
        return None
    return ProxyWish(address, refused=cause == "proxy-password")
