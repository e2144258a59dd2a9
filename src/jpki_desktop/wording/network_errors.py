"""What the network did not do, in words; `network_cause` is for results, WORDS for errors."""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate

Facts = dict[str, str | int]
Words = tuple[str, str, str]


def network_cause(cause: str) -> str:
    """Return one sentence for the cause of a NetworkError; an unknown one as it is."""
    return {
        "timeout": translate("network", "The server did not answer in time."),
        "address": translate("network", "The server's name was not found."),
        "unreachable": translate("network", "The server could not be reached."),
        "closed": translate("network", "The connection ended before the answer was complete."),
        "tls": translate("network", "No secure connection could be made."),
        "tls-certificate": translate(
            "network", "The server's own certificate is not trusted by this computer."
        ),
        "http-status": translate("network", "The server answered with an error."),
        "content-type": translate("network", "The server sent something else than an answer."),
        "content-coding": translate("network", "The server sent a form that is not accepted."),
        "too-large": translate("network", "The answer was larger than is allowed."),
        "redirect": translate("network", "The server sent us to another place, which is refused."),
        "protocol": translate("network", "The server does not speak as it should."),
        "scheme": translate("network", "Addresses of this kind are not used."),
        "url": translate("network", "The address makes no sense."),
        "not-found": translate("network", "The directory has no such entry."),
        "directory": translate("network", "The directory answered with an error."),
        "proxy": translate("network", "The proxy did not let us through."),
        "proxy-login": translate("network", "The proxy wants a user name and a password."),
        "proxy-password": translate("network", "The proxy refused the user name or the password."),
        "proxy-address": translate("network", "The address of the proxy makes no sense."),
        "proxy-script": translate(
            "network", "The system uses a proxy script (PAC), which is not supported."
        ),
        "demo": translate("network", "The demo is not connected to any network."),
    }.get(cause, cause)


def _network(facts: Facts) -> Words:
    return (
        translate("network", "The network could not be used"),
        network_cause(str(facts["cause"])),
        translate("network", "Check the connection and the proxy, and try again."),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {errors.NetworkError: _network}
