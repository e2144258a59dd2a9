"""The words of the printed sheet 電子証明書の内容: its rows, notes and foot."""

from dataclasses import dataclass

from jpki_desktop import __version__
from jpki_desktop.certificate.fields import Field, basic_fields
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.wording.certificate import banner, basic_value, detail_value, field_label, heading
from jpki_desktop.wording.dates import moment_in_japan
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls

# What the sheet adds to the fields of the first tab.
_MORE = (
    Field.SIGNATURE_ALGORITHM,
    Field.KEY_USAGE,
    Field.EXTENDED_KEY_USAGE,
    Field.POLICIES,
    Field.SHA256,
    Field.SHA1,
)
_LONG_NUMBERS = frozenset({Field.SHA256, Field.SHA1})


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A label and its value; `is_number` is set in a fixed font and may be broken anywhere."""

    label: str
    value: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    title: str
    heading: str
    banner: str
    rows: tuple[SheetRow, ...]
    foot: tuple[str, ...]


def make_sheet(certificate: Certificate, source: ReadingSource, validity: str) -> Sheet:
    """Return the page for a certificate; `validity` says what a check found, or that none was."""
    return Sheet(
        title=translate("print_sheet", "Contents of the certificate"),
        heading=heading(certificate),
        banner=banner(certificate) or "",
        rows=(*_serials(certificate), *_fields(certificate), *_reading(source, validity)),
        foot=(
            translate(
                "print_sheet",
                "This sheet shows what stands in the certificate. It is no certificate itself and "
                "no proof.",
            ),
            translate("print_sheet", "Made with JPKI Desktop {version} (unofficial)").format(
                version=__version__
            ),
        ),
    )


def not_checked() -> str:
    """Return the entry for a certificate whose validity nobody has asked for."""
    return translate("print_sheet", "not checked")


def _serials(certificate: Certificate) -> tuple[SheetRow, ...]:
    return (
        SheetRow(
            translate("show_certificate", "Serial number (hexadecimal)"),
            certificate.serial_hex,
            is_number=True,
        ),
        SheetRow(
            field_label(Field.SERIAL_DECIMAL),
            certificate.serial_decimal,
            is_number=True,
        ),
    )


def _fields(certificate: Certificate) -> tuple[SheetRow, ...]:
    basic = tuple(field for field in basic_fields(certificate) if field not in _MORE)
    rows = [(field, basic_value(field, certificate)) for field in basic]
    rows += [(field, detail_value(field, certificate)) for field in _MORE]
    return tuple(
        SheetRow(field_label(field), value, is_number=field in _LONG_NUMBERS)
        for field, value in rows
        if value
    )


def _reading(source: ReadingSource, validity: str) -> tuple[SheetRow, ...]:
    if source.from_card:
        how = translate("print_sheet", "from the card (reader: {name})")
    else:
        how = translate("print_sheet", "from a file ({name})")
    return (
        SheetRow(translate("print_sheet", "Read on"), moment_in_japan(source.read_at)),
        SheetRow(
            translate("print_sheet", "Read from"), how.format(name=escape_controls(source.name))
        ),
        SheetRow(translate("print_sheet", "Validity check"), validity),
    )
