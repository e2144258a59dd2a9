"""Starts the program: arguments, language, look, and the window as soon as it can be drawn.

What stands here is loaded before the first picture, so it is kept small: the card, certificates,
the network and the demo come with `gui.running`, once the window is on the screen.
`tests/gui/test_start.py` holds the list of what may be loaded.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from jpki_desktop import __version__
from jpki_desktop.gui.colours import Appearance
from jpki_desktop.gui.running import Running
from jpki_desktop.gui.signals import EndOnSignals
from jpki_desktop.gui.single_instance import SingleInstance
from jpki_desktop.gui.style import apply_style
from jpki_desktop.settings.places import user_settings
from jpki_desktop.settings.store import SettingsStore
from jpki_desktop.wording.language import ACCEPTED, language, set_language, translate


def run() -> None:
    """Run the window of this process and exit."""
    sys.exit(main(sys.argv))


def main(words: Sequence[str]) -> int:
    """Run the window until it is closed."""
    set_language("")
    arguments = _parser().parse_args(words[1:])
    application = QApplication([words[0]])
    application.setApplicationName("jpki-desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("jpki-desktop")
    paths = [Path(name) for name in arguments.files]
    in_background = arguments.background and not paths
    instance = SingleInstance("demo" if arguments.demo else "main", application)
    if instance.is_running() if in_background else instance.hand_over(paths):
        return 0
    instance.listen()
    signals = EndOnSignals(application)
    settings = SettingsStore(None) if arguments.demo else user_settings()
    set_language(arguments.lang or settings.settings.language)
    qt_texts = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language() == "ja" and qt_texts.load("qtbase_ja", folder):
        application.installTranslator(qt_texts)
    apply_style(application, Appearance(settings.settings.appearance))
    running = Running(
        application,
        settings,
        demo=arguments.demo_card if arguments.demo else "",
        reader=arguments.reader,
        in_background=in_background,
        welcome=arguments.welcome,
    )
    instance.received.connect(running.open_paths)
    running.start(paths)
    code = application.exec()
    # First of all: a new start must not hand its files to a program that is ending.
    instance.close()
    signals.close()
    running.stop()
    return code


def _persona(name: str) -> str:
    from jpki_desktop.environment import PERSONAS

    if name not in PERSONAS:
        raise argparse.ArgumentTypeError(", ".join(sorted(PERSONAS)))
    return name


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jpki-desktop",
        description=translate(
            "cli", "The certificates of a My Number card in a window. Unofficial software."
        ),
    )
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help=translate("cli", "certificate files to open"))
    add("--version", action="version", version=f"JPKI Desktop {__version__}")
    add("--demo", action="store_true", help=translate("cli", "use the built-in demo card"))
    add(
        "--demo-card",
        type=_persona,
        default="mynumber",
        metavar="NAME",
        help=translate("cli", "which demo card to use"),
    )
    add(
        "--background",
        action="store_true",
        help=translate("cli", "show no window; remind of the end of certificates"),
    )
    add("--welcome", action="store_true", help=translate("cli", "show the welcome once more"))
    add(
        "--reader", default="", metavar="NAME", help=translate("cli", "use the reader of this name")
    )
    add(
        "--lang",
        choices=ACCEPTED,
        metavar="{ja,en}",
        default="",
        help=translate("cli", "language of the texts"),
    )
    return parser
