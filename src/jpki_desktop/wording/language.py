"""The language of the program and its one catalogue of texts.

`translate` is the function that `pyside6-lupdate` knows by name: both arguments must be constants.
No text of any feature lives here.
"""

import os
from collections.abc import Iterable

from PySide6.QtCore import QLocale, QTranslator

from jpki_desktop.resources import resource

LANGUAGES = ("ja", "en")
PSEUDO = "pseudo"
# What `--lang` takes; the last is for those who work on the program.
ACCEPTED = (*LANGUAGES, PSEUDO)


class _Catalogue:
    """The catalogue in use; English is the language of the source and needs none."""

    def __init__(self) -> None:
        self.language = "en"
        self.translator: QTranslator | None = None


_catalogue = _Catalogue()


def set_language(language: str) -> None:
    """Use `ja`, `en` or `pseudo` from now on; an empty text takes the language of the system."""
    chosen = language or system_language()
    if chosen == _catalogue.language and _catalogue.translator is not None:
        return
    _catalogue.language = chosen
    _catalogue.translator = None
    if chosen == "ja":
        translator = QTranslator()
        if translator.load(str(resource("translations", "ja.qm"))):
            _catalogue.translator = translator


def language() -> str:
    """Return `ja` or `en`."""
    return _catalogue.language


def catalogue() -> QTranslator | None:
    """Return the texts in use, for an application to install: Qt asks it for `qt_gaps`."""
    return _catalogue.translator


def system_language() -> str:
    """Return the language that the system asks for: Japanese unless it names another one."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return _closest(value)
    return _closest(QLocale.system().name())


def _closest(name: str) -> str:
    """Japanese is also for a system that names no language ("C", "POSIX")."""
    return "ja" if name.startswith(("ja", "C", "POSIX")) else "en"


def one_after_another(sentences: Iterable[str]) -> str:
    """Return sentences as one text; Japanese leaves no space between them."""
    return ("" if _catalogue.language == "ja" else " ").join(sentences)


def labelled(label: str, value: str) -> str:
    """Return a value behind its label; Japanese has a colon of its own, without a space."""
    return f"{label}：{value}" if _catalogue.language == "ja" else f"{label}: {value}"


def translate(context: str, text: str) -> str:
    """Return `text` in the language of the program."""
    if _catalogue.language == PSEUDO:
        from jpki_desktop.wording.pseudo import pseudo

        return pseudo(text)
    if _catalogue.translator is None:
        return text
    return _catalogue.translator.translate(context, text) or text
