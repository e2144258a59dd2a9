"""Starts the window: arguments, language, style, the environment, and who knows whom."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from jpki_desktop import __version__, environment
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.environment import DEFAULT_PERSONA, PERSONAS, Environment
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.main_window import MainWindow
from jpki_desktop.gui.signals import EndOnSignals
from jpki_desktop.gui.single_instance import SingleInstance
from jpki_desktop.gui.style import apply_style
from jpki_desktop.process_protection import protect_process
from jpki_desktop.wording.language import LANGUAGES, language, set_language, translate


class Program:
    """The window and everything behind it, wired together."""

    def __init__(self, world: Environment) -> None:
        self.world = world
        self.background = Background(CardWorker())
        self.watcher = CardWatcher(world, self.background)
        self.window = MainWindow(world, self.background, self.watcher)

    def start(self, paths: list[Path] | None = None) -> None:
        """Show the window first, then look for readers and open files."""
        self.window.show()
        if paths:
            QTimer.singleShot(0, lambda: self.window.open_paths(paths))
        QTimer.singleShot(0, self.watcher.start)

    def end(self, application: QApplication) -> None:
        """End because an installer asks for it; not in the middle of something with the card."""
        if self.window.ready_to_end():
            application.exit(0)

    def stop(self) -> None:
        """End the threads."""
        self.watcher.stop()
        self.background.close()


def run() -> None:
    """Run the window of this process and exit."""
    protect_process()
    sys.exit(main(sys.argv))


def main(words: Sequence[str]) -> int:
    """Run the window until it is closed."""
    set_language("")
    arguments = _parser().parse_args(words[1:])
    application = QApplication([words[0]])
    application.setApplicationName("jpki-desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("jpki-desktop")
    if arguments.quit:
        from jpki_desktop.gui.end_running import end_running

        return 0 if end_running() else 1
    paths = [Path(name) for name in arguments.files]
    instance = SingleInstance("demo" if arguments.demo else "main", application)
    if instance.hand_over(paths):
        return 0
    instance.listen()
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
    instance.received.connect(program.window.open_paths)
    instance.asked_to_end.connect(lambda: program.end(application))
    signals = EndOnSignals(application)
    program.start(paths)
    code = application.exec()
    # First of all: a new start must not hand its files to a program that is ending.
    instance.close()
    signals.close()
    program.stop()
    return code


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
    add("files", nargs="*", metavar="FILE", help=translate("cli", "certificate files to open"))
    add(
        "--quit",
        action="store_true",
        help=translate("cli", "end the window that is open (for installers)"),
    )
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
