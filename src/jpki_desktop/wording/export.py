"""What stands in a file that is made of a certificate, in each form.

Every form with room for words says when the certificate is one for tests. Writing the file is
`operations.export_certificate`'s work.
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from jpki_desktop.certificate import reminder
from jpki_desktop.certificate.fields import basic_fields, detail_fields
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.pem import to_pem
from jpki_desktop.certificate.reminder import Reminder, calendar_file
from jpki_desktop.operations.export_certificate import ExportForm
from jpki_desktop.wording import dates
from jpki_desktop.wording.certificate import (
    banner,
    basic_value,
    detail_value,
    field_label,
    heading,
)
from jpki_desktop.wording.certificate_labels import kind_name
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.spreadsheet import table


class Tab(StrEnum):
    """The two tabs that can be exported as text."""

    BASIC = "basic"
    DETAIL = "detail"


def form_name(form: ExportForm) -> str:
    """The name of a form in a menu or a file dialog."""
    return {
        ExportForm.DER: translate("export", "Certificate (DER)"),
        ExportForm.PEM: translate("export", "Certificate (PEM)"),
        ExportForm.TEXT: translate("export", "Shown rows as text"),
        ExportForm.CSV: translate("export", "Detailed rows as a table (CSV)"),
        ExportForm.ICS: translate("export", "Reminder of the end of validity (calendar)"),
    }[form]


def personal_data_warning() -> str:
    """What must be said before a signature certificate leaves the program."""
    return translate(
        "export",
        "The digital signature certificate holds the name, date of birth, sex and address. "
        "Whoever gets the file can read them.",
    )


def exported(
    certificate: Certificate, form: ExportForm, now: datetime, tab: Tab = Tab.DETAIL
) -> bytes:
    """The content of the file; `tab` counts for the text alone."""
    if form is ExportForm.DER:
        return certificate.der
    if form is ExportForm.PEM:
        return _pem(certificate).encode()
    if form is ExportForm.TEXT:
        return _text(certificate, tab, now).encode("utf-8", "backslashreplace")
    if form is ExportForm.CSV:
        return _table(certificate)
    return calendar_file(certificate, _reminders(certificate), now)


def _pem(certificate: Certificate) -> str:
    """Words before the block are allowed (RFC 7468 2) and every reader steps over them."""
    mark = banner(certificate)
    pem = to_pem(certificate.der)
    return pem if mark is None else f"# {mark}\n{pem}"


def _rows(certificate: Certificate, tab: Tab) -> Iterator[tuple[str, str]]:
    if tab is Tab.BASIC:
        for field in basic_fields(certificate):
            yield field_label(field), basic_value(field, certificate)
    else:
        for field in detail_fields(certificate):
            yield field_label(field), detail_value(field, certificate)


def _text(certificate: Certificate, tab: Tab, now: datetime) -> str:
    """A text that Windows' editor shows rightly as well."""
    lines = [heading(certificate), banner(certificate) or "", ""]
    for label, value in _rows(certificate, tab):
        first, *more = value.split("\n")
        lines += [f"{label}: {first}", *(f"    {line}" for line in more)]
    written = translate("export", "Written on {moment}").format(moment=dates.moment_in_japan(now))
    unchecked = translate("validity", "The validity of this certificate has not been checked.")
    lines += ["", unchecked, written, ""]
    return "\r\n".join(lines)


def _table(certificate: Certificate) -> bytes:
    head = [(translate("export", "Item"), translate("export", "Value"))]
    mark = banner(certificate)
    if mark is not None:
        head.append((translate("export", "Note"), mark))
    return table([*head, *_rows(certificate, Tab.DETAIL)])


def _reminders(certificate: Certificate) -> tuple[Reminder, Reminder]:
    name, last = kind_name(certificate.kind), dates.day_in_japan(certificate.not_after)
    last_day = reminder.last_day(certificate)
    advice = translate(
        "export",
        "{certificate}: the last day of validity is {date}. A new one is issued at the counter of "
        "your city, ward, town or village, when less than three months remain until that day.",
    ).format(certificate=name, date=last)
    mark = banner(certificate)
    description = advice if mark is None else f"{mark}\n{advice}"
    test = "" if mark is None else translate("export", "[Test] ")
    soon = translate("export", "{certificate} ends on {date}").format(certificate=name, date=last)
    today = translate("export", "{certificate} ends today").format(certificate=name)
    return (
        Reminder("renewal", reminder.renewal_day(last_day), test + soon, description),
        Reminder("end", last_day, test + today, description),
    )
