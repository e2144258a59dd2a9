"""Errors around requests to revoke a certificate, in words."""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate

Facts = dict[str, str | int]
Words = tuple[str, str, str]


def _server(facts: Facts) -> Words:
    reason = facts["reason"]
    if reason == "none":
        return (
            translate("revocation_errors", "No server for revocation requests is set"),
            translate(
                "revocation_errors",
                "Nothing was sent. The official online window of JPKI cannot be reached by this "
                "program; your organisation may have a server of its own.",
            ),
            translate(
                "revocation_errors",
                "Revoke the certificate at the counter of your city, ward, town or village. Give "
                "--server if your organisation has a server.",
            ),
        )
    if reason == "address":
        return (
            translate("revocation_errors", "The address of the server cannot be used"),
            translate(
                "revocation_errors",
                "Nothing was sent. “{url}” is no valid address that begins with https:// or http://.",
            ).format(**facts),
            translate("revocation_errors", "Correct the address of the server and start again."),
        )
    return (
        translate("revocation_errors", "It is not known who may answer for the server"),
        translate(
            "revocation_errors",
            "Nothing was sent. Without the certificate of the server that signs the answer, or of "
            "its authority, no answer could be believed.",
        ),
        translate(
            "revocation_errors",
            "Ask your organisation for that certificate as a file, and name the file (--trust, or "
            "the settings).",
        ),
    )


def _not_kept(facts: Facts) -> Words:
    return (
        translate("revocation_errors", "The request could not be noted, so it was not sent"),
        translate(
            "revocation_errors",
            "Every request is noted on this computer before it leaves. {path} could not be "
            "written ({reason}).",
        ).format(**facts),
        translate(
            "revocation_errors", "Check the space and the rights on this computer and start again."
        ),
    )


def _signing(facts: Facts) -> Words:
    if facts["reason"] == "key":
        detail = translate(
            "revocation_errors",
            "The key of this certificate is of a kind that this program does not support. Nothing "
            "was sent to the server.",
        )
    else:
        detail = translate(
            "revocation_errors",
            "The card's signature does not belong to the certificate on the card. Nothing was "
            "sent to the server.",
        )
    return (
        translate("revocation_errors", "The card's signature cannot be used"),
        detail,
        translate(
            "revocation_errors",
            "Try again. If it happens each time, go to the counter of your city, ward, town or "
            "village with the card.",
        ),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.RevocationServerError: _server,
    errors.RequestNotKeptError: _not_kept,
    errors.SigningError: _signing,
}
