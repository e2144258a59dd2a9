"""Convert a pasted serial number between hexadecimal and decimal."""

from jpki_desktop.certificate.serial_text import SerialReadings, read_serial


def convert_serial(text: str) -> SerialReadings:
    """Return what the text can mean; digits alone can mean two numbers.

    Raises:
        SerialTextError: it is no serial number.
    """
    return read_serial(text)
