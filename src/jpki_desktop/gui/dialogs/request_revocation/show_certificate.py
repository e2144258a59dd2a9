"""The certificate that is about to be revoked, as far as it can be seen without its password."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.certificate.fields import Field
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.period import Period
from jpki_desktop.gui.dialogs.request_revocation.page import Page, rows_grid
from jpki_desktop.gui.style import Tone
from jpki_desktop.gui.widgets.labels import panel, text_label
from jpki_desktop.wording import revocation_request as words
from jpki_desktop.wording.certificate import basic_value, field_label
from jpki_desktop.wording.dates import day_in_japan
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import as_heading, certificate_name
from jpki_desktop.wording.print_sheet import SheetRow

_SHOWN = (
    Field.SERIAL_DECIMAL,
    Field.NOT_BEFORE,
    Field.NOT_AFTER,
    Field.ISSUER,
    Field.SHA256,
)
_NUMBERS = frozenset({Field.SERIAL_DECIMAL, Field.SHA256})


@dataclass(frozen=True, slots=True)
class KnownCertificate:
    """What is known before the password: for a signature certificate its period at most.

    `earlier` says that a request about it was sent, and may still take effect.
    """

    kind: PasswordKind
    certificate: Certificate | None = None
    period: Period | None = None
    earlier: bool = False


class SeeCertificateDialog(Page):
    """Shows it, and asks whether this is the one."""

    def __init__(self, parent: QWidget, known: KnownCertificate, banners: Sequence[str]) -> None:
        super().__init__(
            parent,
            translate("request_revocation", "Request a revocation"),
            translate("request_revocation", "Is this the certificate?"),
            banners,
        )
        if known.earlier:
            self.body.addWidget(text_label(words.earlier_notice(), Tone.WARNING))
        frame, layout = panel()
        layout.addLayout(rows_grid(_rows(known)))
        self.body.addWidget(frame)
        if known.certificate is None:
            self.body.addWidget(text_label(_closed()))
        self.body.addWidget(text_label(words.what_stops(known.kind.value)))
        self.body.addWidget(text_label(words.cannot_be_undone(), Tone.BAD))
        self.body.addStretch(1)
        self.add_steps()


def _rows(known: KnownCertificate) -> Iterator[SheetRow]:
    name = as_heading(certificate_name(known.kind.value))
    yield SheetRow(translate("request_revocation", "Certificate"), name)
    certificate = known.certificate
    if certificate is not None:
        hexadecimal = translate("show_certificate", "Serial number (hexadecimal)")
        yield SheetRow(hexadecimal, certificate.serial_hex, is_number=True)
        for field in _SHOWN:
            value = basic_value(field, certificate)
            if value:
                yield SheetRow(field_label(field), value, is_number=field in _NUMBERS)
    elif known.period is not None:
        yield SheetRow(field_label(Field.NOT_AFTER), day_in_japan(known.period.not_after))


def _closed() -> str:
    return translate(
        "request_revocation",
        "The card shows the digital signature certificate only together with its password, so its "
        "contents cannot be seen here. It is read when you enter the password, and the receipt "
        "names its serial number and its fingerprint.",
    )
