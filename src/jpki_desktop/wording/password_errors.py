"""Words for what goes wrong with a password.

The table of all errors is in `wording.errors`.
"""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import password_name, where_to_unlock

Facts = dict[str, str | int]
Words = tuple[str, str, str]


def _password_needed(facts: Facts) -> Words:
    return (
        translate("errors", "A password is needed"),
        translate("errors", "The card gives this certificate only after the {password}.").format(
            password=password_name(facts["password"])
        ),
        translate("errors", "Run the command in a terminal, or give --password-stdin."),
    )


def _password_format(facts: Facts) -> Words:
    if facts["password"] == "auth":
        rule = translate("errors", "The user authentication password is four digits.")
    else:
        rule = translate(
            "errors",
            "The signature password has 6 to 16 characters, letters A–Z and digits, at least one "
            "of each.",
        )
    return (
        translate("errors", "That cannot be the password"),
        rule,
        translate("errors", "Nothing was sent to the card and no try was spent. Type it again."),
    )


def _wrong_password(facts: Facts) -> Words:
    return (
        translate("errors", "The password is wrong"),
        translate(
            "errors", "The {password} was refused. Tries left before it locks: {tries_left}."
        ).format(password=password_name(facts["password"]), tries_left=facts["tries_left"]),
        translate(
            "errors",
            "Check which of the passwords this is before you try again. The right one sets the "
            "tries back to full.",
        ),
    )


def _password_locked(facts: Facts) -> Words:
    return (
        translate("errors", "The password is locked"),
        translate("errors", "The {password} was entered wrongly too often.").format(
            password=password_name(facts["password"])
        ),
        where_to_unlock(facts["password"]),
    )


def _result_unknown(facts: Facts) -> Words:
    return (
        translate("errors", "It is not known whether the card accepted the password"),
        translate(
            "errors",
            "The card went away after the {password} was sent. One try may have been spent.",
        ).format(password=password_name(facts["password"])),
        translate(
            "errors", "Set the card again and look at the tries left; looking costs nothing."
        ),
    )


def _tries_changed(facts: Facts) -> Words:
    return (
        translate("errors", "The number of tries left has changed"),
        translate(
            "errors",
            "Tries left for the {password}: {tries_left}. That is fewer than were shown, so "
            "nothing was sent.",
        ).format(password=password_name(facts["password"]), tries_left=facts["tries_left"]),
        translate("errors", "Another program may have used the card. Decide anew."),
    )


def _last_try(facts: Facts) -> Words:
    return (
        translate("errors", "Only one try is left"),
        translate(
            "errors",
            "If the {password} is wrong once more, it locks. Nothing was sent.",
        ).format(password=password_name(facts["password"])),
        translate(
            "errors",
            "If you are sure, confirm it in the terminal, or give --use-last-try. If not, ask the "
            "counter of your city, ward, town or village for a new password.",
        ),
    )


def _new_password_refused(facts: Facts) -> Words:
    return (
        translate("errors", "The card refused the new password"),
        translate("errors", "The old {password} still holds (answer {status}).").format(
            password=password_name(facts["password"]), status=facts["status"]
        ),
        translate("errors", "Choose another password and try again."),
    )


def _change_unknown(facts: Facts) -> Words:
    return (
        translate("errors", "It is not known whether the password was changed"),
        translate(
            "errors",
            "The card gave no clear answer after the new {password} was sent. Either the old one "
            "or the new one holds now.",
        ).format(password=password_name(facts["password"])),
        translate(
            "errors",
            "Set the card again and check the new password. If it is right, the change was made. "
            "If it is wrong, the check costs one try and the old password still holds.",
        ),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.PasswordNeededError: _password_needed,
    errors.PasswordFormatError: _password_format,
    errors.WrongPasswordError: _wrong_password,
    errors.PasswordLockedError: _password_locked,
    errors.PasswordResultUnknownError: _result_unknown,
    errors.TriesChangedError: _tries_changed,
    errors.LastTryError: _last_try,
    errors.NewPasswordRefusedError: _new_password_refused,
    errors.ChangeResultUnknownError: _change_unknown,
}
