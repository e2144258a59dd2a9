"""シリアル番号の変換: a small window that turns a pasted serial number into the other notation."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.errors import SerialTextError
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, lines, number_font
from jpki_desktop.gui.widgets.labels import CopyButton, heading_label, text_label
from jpki_desktop.operations.convert_serial import convert_serial
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.serial import ambiguity_note, reading_rows

# Digits that can be either notation give two rows.
_MOST_ROWS = 2


class ConvertSerialDialog(QDialog):
    """Converts while one types; needs no card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "serial-number")
        self.setWindowTitle(translate("convert_serial", "Convert a serial number"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(
            heading_label(
                translate("convert_serial", "Hexadecimal and decimal serial numbers"), 1.15
            )
        )
        self.field = QLineEdit()
        self.field.setFont(number_font(self.field, 1.2))
        self.field.setPlaceholderText(translate("convert_serial", "for example 678A9E"))
        self.field.textChanged.connect(self._convert)
        label = QLabel(translate("convert_serial", "&Serial number"))
        label.setBuddy(self.field)
        layout.addWidget(label)
        layout.addWidget(self.field)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._rows = [self._row(number) for number in range(_MOST_ROWS)]
        layout.addLayout(self._grid)
        self._note = text_label("", Tone.QUIET)
        layout.addWidget(self._note)
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        self.setMinimumWidth(lines(self, 30))
        self._convert("")

    def _row(self, number: int) -> tuple[QLabel, QLineEdit, CopyButton]:
        name, value = QLabel(), QLineEdit()
        value.setReadOnly(True)
        value.setFont(number_font(value, 1.2))
        copy = CopyButton(translate("convert_serial", "Result"))
        for column, widget in enumerate((name, value, copy)):
            self._grid.addWidget(widget, number, column)
        return name, value, copy

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        close = QPushButton(translate("convert_serial", "&Close"))
        close.setAutoDefault(False)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _convert(self, text: str) -> None:
        shown: list[tuple[str, str]] = []
        note = translate(
            "convert_serial", "Spaces, colons, 0x and full-width digits are understood."
        )
        if text.strip():
            try:
                readings = convert_serial(text)
            except SerialTextError as problem:
                note = describe_error(problem).detail
            else:
                shown = reading_rows(readings)
                note = ambiguity_note() if readings.ambiguous else ""
        self._note.setText(note)
        for number, (name, value, copy) in enumerate(self._rows):
            there = number < len(shown)
            for widget in (name, value, copy):
                widget.setVisible(there)
            if there:
                name.setText(shown[number][0])
                value.setText(shown[number][1])
                value.setAccessibleName(shown[number][0])
                copy.set_text_to_copy(shown[number][1])
