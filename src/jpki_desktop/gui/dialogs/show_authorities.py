"""認証局の証明書: both CA certificates of the card, and the comparison of their fingerprints."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.certificate.fields import Field
from jpki_desktop.certificate.fingerprint_text import Likeness, compare_fingerprint
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.published_authorities import AuthorityMatch, MatchedAuthority
from jpki_desktop.gui.style import (
    MANUAL_PAGE,
    SPACE,
    WIDE_SPACE,
    Tone,
    fitting,
    number_font,
    set_tone,
)
from jpki_desktop.gui.widgets.labels import (
    banner_label,
    heading_label,
    in_lines,
    panel,
    text_label,
    value_label,
)
from jpki_desktop.operations.show_ca_certificates import CardAuthority
from jpki_desktop.wording.certificate import (
    banner,
    basic_value,
    days_left_text,
    field_label,
    heading,
)
from jpki_desktop.wording.certificate_files import authority_words, comparison_words
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import as_heading, certificate_name

_TONES = {
    AuthorityMatch.PUBLISHED: Tone.GOOD,
    AuthorityMatch.TEST: Tone.WARNING,
    AuthorityMatch.UNKNOWN: Tone.WARNING,
}


class ShowAuthoritiesDialog(QDialog):
    """Emits `opened` with a certificate that is to be shown in full."""

    opened = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        authorities: tuple[CardAuthority, ...],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "authorities")
        self.setWindowTitle(translate("show_authorities", "CA certificates"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(
            text_label(
                translate(
                    "show_authorities",
                    "Compare the fingerprint with the one that is published on the JPKI portal "
                    "site: copy it there and paste it here.",
                )
            )
        )
        self.fields: list[QLineEdit] = []
        inside = QWidget()
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(SPACE)
        for authority in authorities:
            stack.addWidget(self._authority(authority, clock))
        stack.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(translate("show_authorities", "CA certificates"))
        area.setWidget(inside)
        layout.addWidget(area, stretch=1)
        layout.addWidget(self._buttons())
        self.resize(fitting(self, 44, 42))

    def _authority(self, authority: CardAuthority, clock: Callable[[], datetime]) -> QFrame:
        frame, layout = panel()
        certificate, matched = authority.certificate, authority.matched
        if certificate is None or matched is None:
            layout.addWidget(heading_label(as_heading(certificate_name(authority.which)), 1.1))
            if authority.error is not None:
                layout.addWidget(text_label(describe_error(authority.error).detail, Tone.BAD))
            return frame
        layout.addWidget(heading_label(heading(certificate), 1.1))
        test = banner(certificate)
        if test:
            layout.addWidget(banner_label(test))
        layout.addLayout(self._form(certificate, matched, clock()))
        return frame

    def _form(
        self, certificate: Certificate, matched: MatchedAuthority, now: datetime
    ) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(WIDE_SPACE)
        form.setVerticalSpacing(SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (Field.ISSUER, Field.NOT_BEFORE):
            form.addRow(_name(field_label(field)), value_label(basic_value(field, certificate)))
        end = f"{basic_value(Field.NOT_AFTER, certificate)}  " + days_left_text(
            certificate.period, now
        )
        form.addRow(_name(field_label(Field.NOT_AFTER)), value_label(end))
        fingerprint = value_label(in_lines(certificate.sha256))
        fingerprint.setFont(number_font(fingerprint))
        fingerprint.setAccessibleName(f"{field_label(Field.SHA256)}: {certificate.sha256}")
        form.addRow(_name(field_label(Field.SHA256)), fingerprint)
        form.addRow(
            _name(translate("show_authorities", "Built-in list")),
            text_label(authority_words(matched), _TONES[matched.match]),
        )
        self._add_comparison(form, certificate)
        show = QPushButton(translate("show_authorities", "Show this certificate"))
        show.setAutoDefault(False)
        show.clicked.connect(partial(self.opened.emit, certificate))
        row = QHBoxLayout()
        row.addWidget(show)
        row.addStretch(1)
        form.addRow("", row)
        return form

    def _add_comparison(self, form: QFormLayout, certificate: Certificate) -> None:
        field = QLineEdit()
        field.setFont(number_font(field))
        field.setAccessibleName(translate("show_authorities", "Published fingerprint to compare"))
        result = text_label("", Tone.QUIET)
        field.textChanged.connect(partial(_compare, certificate, result))
        _compare(certificate, result, "")
        self.fields.append(field)
        form.addRow(translate("show_authorities", "Compare with"), field)
        form.addRow("", result)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        close = QPushButton(translate("show_authorities", "&Close"))
        close.setAutoDefault(False)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        return buttons


def _name(text: str) -> QLabel:
    """Return a label that stands beside the first line of what it names."""
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _compare(certificate: Certificate, result: QLabel, text: str) -> None:
    found = compare_fingerprint(text, certificate)
    result.setText(comparison_words(found))
    tones = {Likeness.EQUAL: Tone.GOOD, Likeness.EMPTY: Tone.QUIET}
    set_tone(result, tones.get(found.likeness, Tone.WARNING))
