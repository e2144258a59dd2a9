"""The `jpki` command: arguments, language, the chosen command, and one place for errors.

Each command has a module of its own name; exit codes are in `cli.exit_codes`.
"""

import argparse
import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from jpki_desktop import __version__
from jpki_desktop.cli.exit_codes import ExitCode, exit_code
from jpki_desktop.cli.output import let_go_of_output, prepare_streams, print_error, print_note
from jpki_desktop.cli.parser import Parser
from jpki_desktop.cli.session import CardSession, make_environment
from jpki_desktop.cli.signals import end_on_signals, ignore_signals
from jpki_desktop.environment import PERSONAS
from jpki_desktop.errors import CancelledError, JpkiError, OutputFailedError, UnexpectedError
from jpki_desktop.logbook import note_shown, places_of
from jpki_desktop.process_protection import protect_process
from jpki_desktop.settings.values import DETAILED
from jpki_desktop.wording.language import ACCEPTED, set_language, translate

_LOG = logging.getLogger(__name__)


def run() -> None:
    """Run the command line of this process and exit."""
    protect_process()
    end_on_signals()
    code = main(sys.argv[1:])
    # All has been said: nothing may turn the code of it into "killed" now.
    ignore_signals()
    sys.exit(code)


def main(words: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    prepare_streams()
    set_language(_wanted_language(words) or _shown_language())
    logging.lastResort = None
    as_json = "--json" in words
    code: int = ExitCode.UNKNOWN
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except JpkiError as error:
        print_error(error, as_json=as_json)
        return exit_code(error)
    except KeyboardInterrupt:
        print_error(CancelledError(), as_json=as_json)
        return ExitCode.CANCELLED
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell. A command that was cut
        # short has not been done.
        let_go_of_output()
        return code
    except Exception as defect:  # noqa: BLE001 - a traceback ends with 1, which is a verdict
        if isinstance(defect, OSError):
            let_go_of_output()
            unwritten = OutputFailedError("-", defect.strerror or "")
            print_error(unwritten, as_json=as_json)
            return exit_code(unwritten)
        print_error(UnexpectedError(type(defect).__name__), as_json=as_json)
        return ExitCode.UNKNOWN


def _noted(defect: Exception) -> UnexpectedError:
    """Return the error for a defect of ours, of which the log keeps the places alone."""
    error = UnexpectedError(type(defect).__name__, places_of(defect.__traceback__))
    _LOG.error("unexpected: %s: %s", error.kind, "; ".join(error.places))
    note_shown(error.code)
    return error


def _run(words: Sequence[str]) -> int:
    try:
        arguments = parser(words).parse_args(words)
    except SystemExit as end:
        # --help and --version have been printed.
        return int(end.code or 0)
    return int(_carry_out(arguments))


def _carry_out(arguments: argparse.Namespace) -> int:
    command = _module(arguments.command)
    if arguments.command == "virtual-card":
        return int(command.run(arguments))
    world = make_environment(arguments)
    world.logbook.start("terminal", detailed=world.settings.settings.log_level == DETAILED)
    for problem in world.settings.problems:
        print_note(problem, as_json=arguments.json)
    try:
        return int(command.run(arguments, CardSession(world, arguments.reader)))
    except JpkiError as error:
        note_shown(error.code)
        raise
    except OSError:
        raise
    except Exception as defect:  # noqa: BLE001 - told by `main`, and the log keeps where it was
        raise _noted(defect) from None
    finally:
        world.logbook.close()


def _module(command: str) -> ModuleType:
    """Load one command: all of them together take longer than most of them do."""
    return import_module(f"jpki_desktop.cli.{command.replace('-', '_')}")


def _shown_language() -> str:
    """English where the terminal has no Japanese characters, else what the system asks for."""
    try:
        "日本語".encode(sys.stdout.encoding)
    except (UnicodeEncodeError, LookupError):
        return "en"
    return ""


def _wanted_language(words: Sequence[str]) -> str:
    """Find --lang before the parser exists, since the parser's own help is in that language."""
    finder = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    finder.add_argument("--lang", choices=ACCEPTED, metavar="{ja,en}", default="")
    try:
        known, _ = finder.parse_known_args(words)
    except (argparse.ArgumentError, SystemExit):
        return ""
    return str(known.lang)


def parser(words: Sequence[str] | None = None) -> Parser:
    """Return the parser of a command line; without one, that of every command with its options."""
    parser = Parser(
        prog="jpki",
        description=translate(
            "cli", "The certificates of a My Number card in the terminal. Unofficial software."
        ),
    )
    parser.add_version(f"JPKI Desktop {__version__}")
    _add_common(parser, top=True)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in _commands().items():
        command = commands.add_parser(name, help=text, description=text)
        _add_common(command, top=False)
        if words is None or name in words:
            _module(name).configure(command)
    return parser


def _commands() -> dict[str, str]:
    """Return what each command does; the module of a command has its name."""
    return {
        "readers": translate("cli", "list the card readers"),
        "card": translate("cli", "show what is on the card and the tries left"),
        "show": translate("cli", "show a certificate of the card"),
        "inspect": translate("cli", "list the certificates in files and folders"),
        "serial": translate("cli", "turn a serial number from hexadecimal to decimal and back"),
        "export": translate("cli", "write a certificate of the card into a file"),
        "check": translate("cli", "tell whether a certificate is valid"),
        "expiring": translate("cli", "list the certificates that are remembered and when they end"),
        "change-password": translate("cli", "change a password of the card"),
        "verify-password": translate("cli", "tell whether a password is right"),
        "diagnose": translate("cli", "look for what keeps the card from working"),
        "settings": translate("cli", "see and change the settings"),
        "revoke": translate("cli", "ask an authority to revoke a certificate"),
        "virtual-card": translate("cli", "put a virtual card onto a vpcd reader"),
    }


def _add_common(parser: argparse.ArgumentParser, *, top: bool) -> None:
    """Add the options that stand before or after the command's name."""

    def default(value: object) -> object:
        # After the name they must not overwrite what stood before it.
        return value if top else argparse.SUPPRESS

    add = parser.add_argument
    add(
        "--demo",
        action="store_true",
        default=default(value=False),
        help=translate("cli", "use the built-in demo card"),
    )
    add(
        "--demo-card",
        choices=sorted(PERSONAS),
        default=default(""),
        metavar="NAME",
        help=translate("cli", "which demo card to use"),
    )
    add(
        "--reader",
        default=default(""),
        metavar="NAME",
        help=translate("cli", "use the reader of this name"),
    )
    add(
        "--lang",
        choices=ACCEPTED,
        metavar="{ja,en}",
        default=default(""),
        help=translate("cli", "language of the texts"),
    )
    add(
        "--json",
        action="store_true",
        default=default(value=False),
        help=translate("cli", "print JSON"),
    )
