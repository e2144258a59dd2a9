"""Starts the window: arguments, language, style, the environment, and who knows whom."""

import argparse
import signal
import sys
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from jpki_desktop import __version__, environment
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.environment import DEFAULT_PERSONA, PERSONAS, Environment
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.main_window import MainWindow
from jpki_desktop.gui.style import apply_style
from jpki_desktop.wording.language import LANGUAGES, language, set_language, translate


class Program:
    """The window and everything behind it, wired together."""

    def __init__(self, world: Environment) -> None:
        self.world = world
        self.background = Background(CardWorker())
        self.watcher = CardWatcher(world, self.background)
        self.window = MainWindow(world, self.background, self.watcher)

    def start(self) -> None:
        """Show the window first, then look for readers."""
        self.window.show()
        QTimer.singleShot(0, self.watcher.start)

    def stop(self) -> None:
        """End the threads."""
        self.watcher.stop()
        self.background.close()


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
    world = _world(arguments)
    set_language(arguments.lang or world.settings.settings.language)
    qt_texts = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language() == "ja" and qt_texts.load("qtbase_ja", folder):
        application.installTranslator(qt_texts)
    apply_style(application)
    program = Program(world)
    if arguments.reader:
        program.watcher.prefer(arguments.reader)
    application.aboutToQuit.connect(program.stop)
    # Qt's loop runs no Python while nothing happens, so Ctrl+C keeps the system's meaning.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    program.start()
    return application.exec()


def _world(arguments: argparse.Namespace) -> Environment:
    if arguments.demo:
        return environment.demo(arguments.demo_card)
    return environment.real()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jpki-desktop",
        description=translate(
            "cli", "The certificates of a My Number card in a window. Unofficial software."
        ),
    )
    add = parser.add_argument
    add("--version", action="version", version=f"JPKI Desktop {__version__}")
    add("--demo", action="store_true", help=translate("cli", "use the built-in demo card"))
    add(
        "--demo-card",
        choices=sorted(PERSONAS),
        default=DEFAULT_PERSONA,
        metavar="NAME",
        help=translate("cli", "which demo card to use"),
    )
    add(
        "--reader", default="", metavar="NAME", help=translate("cli", "use the reader of this name")
    )
    add("--lang", choices=LANGUAGES, default="", help=translate("cli", "language of the texts"))
    return parser
