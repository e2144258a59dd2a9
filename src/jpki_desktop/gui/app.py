"""Starts the program: arguments, language, look, and the window as soon as it can be drawn.

What stands here is loaded before the first picture, so it is kept small: the card, certificates,
the network and the demo come with `gui.running`, once the window is on the screen.
`tests/gui/test_start.py` holds the list of what may be loaded.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTranslator

from jpki_desktop import __version__
from jpki_desktop.gui.colours import Appearance
from jpki_desktop.gui.meeting_point import address, may_be_taken
from jpki_desktop.gui.running import Running, Wish
from jpki_desktop.gui.screen import missing_fonts, open_application, tell
from jpki_desktop.gui.style import apply_style
from jpki_desktop.settings.places import nothing_is_set_for_the_looks, user_settings
from jpki_desktop.wording.language import catalogue, language, set_language

if TYPE_CHECKING:
    import argparse


def run() -> None:
    """Run the window of this process and exit."""
    sys.exit(main(sys.argv))


def main(words: Sequence[str]) -> int:
    """Run the window until it is closed."""
    set_language("")
    arguments = _arguments(words[1:])
    if arguments.quit:
        return _end_running(words[0])
    application = open_application(words[0])
    application.setApplicationName("jpki-desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("jpki-desktop")
    wish = Wish(
        paths=[Path(name) for name in arguments.files],
        demo=arguments.demo_card if arguments.demo else "",
        reader=arguments.reader,
        in_background=arguments.background and not arguments.files,
        place=address("demo" if arguments.demo else "main"),
        welcome=arguments.welcome,
    )
    if may_be_taken(wish.place) and _another_takes_over(wish):
        return 0
    settings = None if arguments.demo or nothing_is_set_for_the_looks() else user_settings()
    fonts = missing_fonts()
    if fonts is not None:
        tell(fonts)
    chosen = settings.settings if settings is not None else None
    set_language("en" if fonts else arguments.lang or (chosen.language if chosen else ""))
    qt_texts = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language() == "ja" and qt_texts.load("qtbase_ja", folder):
        application.installTranslator(qt_texts)
    own_texts = catalogue()
    if own_texts is not None:
        # Asked first: it holds what Qt's own Japanese lacks.
        application.installTranslator(own_texts)
    look = apply_style(application, Appearance(chosen.appearance if chosen else ""))
    running = Running(application, look, settings, wish, fonts)
    running.start()
    code = application.exec()
    running.stop()
    return code


def _end_running(name: str) -> int:
    """End the window that is open, for an installer; 1 where it does not end."""
    from PySide6.QtCore import QCoreApplication

    from jpki_desktop.gui.end_running import end_running

    # Waiting needs a loop, and no screen.
    application = QCoreApplication([name])
    ended = end_running()
    del application
    return 0 if ended else 1


def _another_takes_over(wish: Wish) -> bool:
    from jpki_desktop.gui.single_instance import SingleInstance

    instance = SingleInstance(wish.place)
    return instance.is_running() if wish.in_background else instance.hand_over(wish.paths)


def _arguments(words: Sequence[str]) -> "argparse.Namespace | SimpleNamespace":
    """Return what was asked for; without options there is nothing to parse."""
    if any(word.startswith("-") for word in words):
        from jpki_desktop.gui.arguments import parse

        return parse(words)
    return SimpleNamespace(
        files=words,
        demo=False,
        demo_card="",
        background=False,
        quit=False,
        welcome=False,
        reader="",
        lang="",
    )
