"""What the desktop around the program did not do, in words."""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate

Facts = dict[str, str | int]
Words = tuple[str, str, str]


def _login_start(facts: Facts) -> Words:
    reason = str(facts["reason"])
    if reason == "managed":
        return (
            translate("desktop", "The start at login could not be changed"),
            translate(
                "desktop", "An administrator starts this program for all users ({place})."
            ).format(place=facts["place"]),
            translate("desktop", "Ask the administrator of this computer."),
        )
    if reason in ("no-program", "too-long"):
        return (
            translate("desktop", "The start at login could not be changed"),
            {
                "no-program": translate(
                    "desktop", "The program to be started was not found where it should be."
                ),
                "too-long": translate(
                    "desktop", "The program lies in a folder whose name is too long for this."
                ),
            }[reason],
            translate("desktop", "Install the program again with its installer."),
        )
    return (
        translate("desktop", "The start at login could not be changed"),
        translate("desktop", "{place} could not be written ({reason}).").format(
            place=facts["place"], reason=reason
        ),
        translate("desktop", "Check the space and the rights, and try again."),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.LoginStartError: _login_start
}
