"""The 基本情報 tab: the few fields that people look for, in the official order."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from jpki_desktop.certificate.fields import Field, basic_fields
from jpki_desktop.certificate.holder import MarkedText
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.substitution import NotationKind, notations, runs
from jpki_desktop.gui.style import SPACE, WIDE_SPACE, Tone, see_through
from jpki_desktop.gui.widgets.labels import in_lines, text_label, value_label
from jpki_desktop.wording.certificate import (
    basic_value,
    escape_controls,
    field_label,
    field_mnemonic,
    substitution_legend,
)
from jpki_desktop.wording.language import translate


class BasicTab(QScrollArea):
    """The fields of the first tab; it scrolls when an address is long or the font large."""

    def __init__(self, certificate: Certificate) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(translate("show_certificate", "Basic information"))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.addLayout(_form(certificate))
        for note in _notes(certificate):
            layout.addWidget(text_label(note, Tone.QUIET))
        layout.addStretch(1)
        self.setWidget(inside)
        see_through(self)


def _form(certificate: Certificate) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(WIDE_SPACE)
    form.setVerticalSpacing(SPACE + 2)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for field in basic_fields(certificate):
        value = _value(field, certificate)
        name = QLabel(_label_with_mnemonic(field))
        name.setBuddy(value)
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        value.setAccessibleName(f"{field_label(field)}: {basic_value(field, certificate)}")
        form.addRow(name, value)
    return form


def _label_with_mnemonic(field: Field) -> str:
    """Return the label with its official letter, as 氏名(N)."""
    letter = field_mnemonic(field)
    name = field_label(field).replace("&", "&&")
    return f"{name}(&{letter})" if letter else name


def _value(field: Field, certificate: Certificate) -> QLabel:
    label = value_label()
    marked = _marked(field, certificate)
    if marked is not None and marked.substituted_positions:
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(_underlined(marked))
        return label
    text = basic_value(field, certificate)
    if field in (Field.SHA256, Field.SHA1):
        text = in_lines(text)
    label.setText(text)
    return label


def _marked(field: Field, certificate: Certificate) -> MarkedText | None:
    if certificate.holder is None:
        return None
    return {Field.NAME: certificate.holder.name, Field.ADDRESS: certificate.holder.address}.get(
        field
    )


def _underlined(marked: MarkedText) -> str:
    """Return HTML in which substituted characters are underlined and bold."""
    parts = []
    for run in runs(marked):
        text = html.escape(escape_controls(run.text))
        parts.append(f"<u><b>{text}</b></u>" if run.substituted else text)
    return "".join(parts)


def _notes(certificate: Certificate) -> list[str]:
    """Return the explanations that this holder's name and address need."""
    holder = certificate.holder
    if holder is None:
        return []
    notes = []
    if holder.name.substituted_positions or holder.address.substituted_positions:
        notes.append(substitution_legend())
    kinds = {notation.kind for notation in notations(holder.name.text)}
    if NotationKind.FORMER_NAME in kinds:
        notes.append(translate("show_certificate", "In square brackets [ ]: the former name."))
    if NotationKind.COMMON_NAME in kinds:
        notes.append(translate("show_certificate", "In round brackets ( ): the common name."))
    return notes
