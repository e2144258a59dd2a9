"""The options of `jpki-desktop`; loaded only where one is given."""

import argparse
from collections.abc import Sequence

from jpki_desktop import __version__
from jpki_desktop.environment import DEFAULT_PERSONA, PERSONAS
from jpki_desktop.wording.language import ACCEPTED, translate


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; whoever names a demo card wants the demo, as in the terminal."""
    asked = parser().parse_args(words)
    asked.demo = asked.demo or bool(asked.demo_card)
    asked.demo_card = asked.demo_card or DEFAULT_PERSONA
    return asked


def parser() -> argparse.ArgumentParser:
    """Return the parser, with its help in the language of the program."""
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
        default="",
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
