"""The rows of a list of certificates: its columns, and the values of each of them."""

from jpki_desktop.certificate.entries import (
    RequestEntry,
    RevocationListEntry,
    UnreadableEntry,
)
from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.operations.inspect_certificates import InspectedRow
from jpki_desktop.wording.certificate_files import entry_name, revoked_count, unreadable_words
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls, name_summary


def columns() -> tuple[str, ...]:
    """The headings, in the order of `values`."""
    return (
        translate("inspect", "File"),
        translate("inspect", "Kind"),
        translate("inspect", "Subject"),
        translate("inspect", "Serial number (hexadecimal)"),
        translate("inspect", "Serial number (decimal)"),
        translate("inspect", "Valid until"),
        translate("inspect", "Days left"),
        translate("inspect", "Issuer"),
        translate("inspect", "Fingerprint (SHA-256)"),
        translate("inspect", "Note"),
    )


def values(row: InspectedRow, today: int) -> tuple[str, ...]:
    """The texts of one row; `today` is the ordinal of today's date in Japan."""
    file, kind, summary = escape_controls(row.file), entry_name(row.entry), row.summary
    if summary is None:
        return (file, kind, *_others(row), note(row))
    last = jst_date(summary.not_after)
    return (
        file,
        kind,
        name_summary(summary.subject),
        summary.serial_hex,
        str(summary.serial),
        last.isoformat(),
        str(last.toordinal() - today),
        name_summary(summary.issuer),
        summary.sha256,
        "",
    )


def _others(row: InspectedRow) -> tuple[str, ...]:
    """The middle columns of what is no certificate."""
    if isinstance(row.entry, RequestEntry):
        return (name_summary(row.entry.subject), "", "", "", "", "", "")
    if isinstance(row.entry, RevocationListEntry):
        return ("", "", "", "", "", name_summary(row.entry.issuer), "")
    return ("", "", "", "", "", "", "")


def note(row: InspectedRow) -> str:
    """What must be known of a row beyond its facts: why it is empty, how long a list is."""
    if row.error is not None:
        text = describe_error(row.error)
        return f"{text.title} [{text.code}]: {text.detail}"
    if isinstance(row.entry, UnreadableEntry):
        return unreadable_words(row.entry)
    if isinstance(row.entry, RevocationListEntry):
        count = revoked_count(row.entry)
        return translate("inspect", "Revoked certificates: {count}").format(count=count)
    return ""
