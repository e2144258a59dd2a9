"""Every error of the program in words: a title, an explanation and a next step.

A test holds that no class of `errors` is without words. Which window or stream shows them is not
decided here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from jpki_desktop import errors
from jpki_desktop.wording import (
    card_errors,
    desktop_errors,
    file_errors,
    network_errors,
    password_errors,
    reminder_errors,
    revocation_errors,
    screen_errors,
    settings_errors,
)
from jpki_desktop.wording.language import translate

Facts = dict[str, str | int]
Words = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ErrorText:
    """One error as a person reads it."""

    code: str
    title: str
    detail: str
    next_step: str


def describe_error(error: errors.JpkiError) -> ErrorText:
    """Return the words for an error; a class without its own takes those of its parent."""
    for kind in type(error).__mro__:
        words = _ALL_WORDS.get(kind)
        if words is not None:
            title, detail, next_step = words(error.facts)
            return ErrorText(error.code, title, detail, next_step)
    raise TypeError(type(error).__name__)


def has_words(kind: type[errors.JpkiError]) -> bool:
    """Whether this very class has words of its own."""
    return kind in _ALL_WORDS


def _certificate(facts: Facts) -> Words:
    return (
        translate("errors", "The certificate cannot be read"),
        translate("errors", "The data is not a certificate in a known form ({reason}).").format(
            **facts
        ),
        translate("errors", "Read it again. If it happens each time, the data is damaged."),
    )


def _settings_file(facts: Facts) -> Words:
    return (
        translate("errors", "The settings could not be saved"),
        translate("errors", "{path} could not be written ({reason}).").format(**facts),
        translate("errors", "They hold until the program ends. Check the space and the rights."),
    )


def _virtual_card(facts: Facts) -> Words:
    return (
        translate("errors", "The virtual card cannot be used"),
        translate("errors", "Cause: {reason}").format(**facts),
        translate("errors", "Check that pcscd runs with the vpcd driver on this port."),
    )


def _unexpected(facts: Facts) -> Words:
    return (
        translate("errors", "Something unexpected happened"),
        translate("errors", "This is a fault of the program ({kind}).").format(
            kind=facts.get("kind", "?")
        ),
        translate("errors", "Try again. If it comes back, please report it with its code."),
    )


def _cancelled(_: Facts) -> Words:
    return (
        translate("errors", "Cancelled"),
        translate("errors", "The operation was given up. No try was spent."),
        translate("errors", "Start again whenever you like."),
    )


def _topic(topic: str) -> str:
    """Return words for a known topic; what argparse says of a command line is shown as it is."""
    return {
        "no-password-source": translate(
            "errors", "A password is needed: use a terminal or give --password-stdin."
        ),
        "new-passwords-differ": translate("errors", "The two new passwords are different."),
        "several-certificates": translate(
            "errors",
            "The file holds several certificates; a check is about one. Save the one that is meant "
            "as a file of its own.",
        ),
        "only-authorities": translate(
            "errors",
            "The file holds certificates of authorities only. They are not checked by themselves; "
            "compare their fingerprint with the published one.",
        ),
        "settings-words": translate(
            "errors",
            "“set” needs a name and a value, “unset” a name, “test-connection” an address.",
        ),
        "output-is-dash": translate(
            "errors", "A file cannot be named “-”. Leave --output out for the terminal."
        ),
        "revocation-not-confirmed": translate(
            "errors",
            "A revocation cannot be undone, so somebody has to say yes: use a terminal or give "
            "--yes.",
        ),
    }.get(topic, topic)


def _usage(facts: Facts) -> Words:
    return (
        translate("errors", "The command cannot be carried out like this"),
        _topic(str(facts["topic"])),
        translate("errors", "jpki --help shows what is possible."),
    )


_WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.CertificateError: _certificate,
    errors.SettingsFileError: _settings_file,
    errors.VirtualCardError: _virtual_card,
    errors.UnexpectedError: _unexpected,
    errors.CancelledError: _cancelled,
    errors.UsageError: _usage,
}
_ALL_WORDS: dict[type, Callable[[Facts], Words]] = {
    **_WORDS,
    **card_errors.WORDS,
    **desktop_errors.WORDS,
    **file_errors.WORDS,
    **network_errors.WORDS,
    **password_errors.WORDS,
    **reminder_errors.WORDS,
    **settings_errors.WORDS,
    **revocation_errors.WORDS,
    **screen_errors.WORDS,
}
