"""What goes wrong with the reminders, in words."""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate

Facts = dict[str, str | int]
Words = tuple[str, str, str]


def _file(facts: Facts) -> Words:
    return (
        translate("reminders", "The reminders cannot be kept"),
        translate("reminders", "{path} could not be used ({reason}).").format(**facts),
        translate("reminders", "Check the free space and the rights, and try again."),
    )


def _version(_: Facts) -> Words:
    return (
        translate("reminders", "The reminders are in a newer form"),
        translate(
            "reminders",
            "A newer version of this program wrote them. They are left as they are.",
        ),
        translate("reminders", "Use the newer version, or delete all reminders."),
    )


def _not_found(facts: Facts) -> Words:
    return (
        translate("reminders", "There is no such reminder"),
        translate("reminders", "No mark, or more than one, begins with “{mark}”.").format(**facts),
        translate("reminders", "jpki expiring lists the marks. Give more characters of one."),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.LedgerFileError: _file,
    errors.LedgerVersionError: _version,
    errors.ReminderNotFoundError: _not_found,
}
