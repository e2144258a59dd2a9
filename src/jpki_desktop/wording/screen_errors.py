"""Words for a system that has no screen for a window, or no characters to write with."""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate

Facts = dict[str, str | int]
Words = tuple[str, str, str]


def _no_display(facts: Facts) -> Words:
    return (
        translate("errors", "No window can be opened here"),
        translate("errors", "This session has no screen that can be used ({reason}).").format(
            **facts
        ),
        translate("errors", "Start it on a desktop, or use jpki in the terminal (jpki --help)."),
    )


def _no_fonts(facts: Facts) -> Words:
    if facts["any_font"]:
        return (
            translate("errors", "Japanese characters cannot be shown"),
            translate(
                "errors",
                "No Japanese font is installed, so the windows are in English, and Japanese names "
                "appear as boxes.",
            ),
            translate(
                "errors",
                "Install a Japanese font (Debian: sudo apt install fonts-noto-cjk) and start "
                "again.",
            ),
        )
    return (
        translate("errors", "No characters can be shown in windows"),
        translate("errors", "No font is installed on this system."),
        translate(
            "errors",
            "Install fonts (Debian: sudo apt install fonts-noto-cjk) and start again. jpki works "
            "in the terminal without them.",
        ),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.NoDisplayError: _no_display,
    errors.NoFontsError: _no_fonts,
}
