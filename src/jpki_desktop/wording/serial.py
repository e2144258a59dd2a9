"""The readings of a pasted serial number in words."""

from jpki_desktop.certificate.serial_text import SerialReadings
from jpki_desktop.wording.language import translate


def reading_rows(readings: SerialReadings) -> list[tuple[str, str]]:
    """Labels and values; digits that can be either notation give two rows, each with its reading.

    What was typed is not repeated, only what it becomes.
    """
    rows = []
    if readings.as_hexadecimal is not None:
        label = translate("serial", "Read as hexadecimal, it is in decimal")
        rows.append((label, readings.as_hexadecimal.decimal))
    if readings.as_decimal is not None:
        label = translate("serial", "Read as decimal, it is in hexadecimal")
        rows.append((label, readings.as_decimal.hexadecimal))
    return rows


def ambiguity_note() -> str:
    """What to do with digits that can be either notation."""
    return translate(
        "serial",
        "These digits can be hexadecimal or decimal. The client of J-LIS shows hexadecimal; forms "
        "ask for decimal.",
    )
