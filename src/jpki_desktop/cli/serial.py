"""`jpki serial`: a serial number from hexadecimal to decimal and back. Needs no card."""

import argparse

from jpki_desktop.certificate.serial_text import SerialReading, SerialReadings
from jpki_desktop.cli.exit_codes import ExitCode
from jpki_desktop.cli.output import print_error, print_json, print_rows
from jpki_desktop.cli.session import CardSession
from jpki_desktop.errors import SerialTextError
from jpki_desktop.operations.convert_serial import convert_serial
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.serial import reading_rows


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the text, which may come as several words."""
    parser.add_argument(
        "text",
        nargs="+",
        metavar=translate("cli", "TEXT"),
        help=translate("cli", "the serial number, in hexadecimal or decimal"),
    )


def run(arguments: argparse.Namespace, session: CardSession) -> int:
    """Print every reading of the text."""
    del session
    try:
        readings = convert_serial(" ".join(arguments.text))
    except SerialTextError as error:
        print_error(error, as_json=arguments.json)
        return ExitCode.UNREADABLE
    if arguments.json:
        print_json(as_json(readings))
    else:
        print_rows(reading_rows(readings))
    return ExitCode.DONE


def as_json(readings: SerialReadings) -> dict[str, object]:
    """Return the documented shape of `jpki serial --json`."""
    return {
        "ambiguous": readings.ambiguous,
        "read_as_hexadecimal": _both(readings.as_hexadecimal),
        "read_as_decimal": _both(readings.as_decimal),
    }


def _both(reading: SerialReading | None) -> dict[str, str] | None:
    return None if reading is None else {"hex": reading.hexadecimal, "decimal": reading.decimal}
