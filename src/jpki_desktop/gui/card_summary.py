"""The page of the main window that shows a card: its certificates, numbers and tries left."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.card.profile import CertificateFile, PasswordKind
from jpki_desktop.certificate.period import Period
from jpki_desktop.gui.style import (
    MANUAL_PAGE,
    SPACE,
    WIDE_SPACE,
    Tone,
    heading_font,
    number_font,
    set_tone,
)
from jpki_desktop.gui.widgets.labels import (
    CopyButton,
    banner_label,
    heading_label,
    panel,
    text_label,
)
from jpki_desktop.gui.widgets.picture import Picture
from jpki_desktop.operations.read_card import CardSummary
from jpki_desktop.wording.card import (
    end_text,
    ends_soon,
    kind_text,
    locked_picture,
    locked_text,
    sign_end_text,
    tries_text,
)
from jpki_desktop.wording.certificate import banner
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import as_heading, certificate_name, password_name

if TYPE_CHECKING:
    from jpki_desktop.certificate.model import Certificate


class SummaryPanel(QWidget):
    """The card: both certificates, the serial number, the tries left.

    `marks_tests` is off where the window already says that all of it is a demonstration.
    """

    help_wanted = Signal(str)

    def __init__(self, *, marks_tests: bool) -> None:
        super().__init__()
        self._marks_tests = marks_tests
        self._grids: list[QGridLayout] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE + 4)
        self._banner = banner_label("")
        self._kind = heading_label()
        layout.addWidget(self._banner)
        layout.addWidget(self._kind)
        layout.addWidget(self._auth_panel())
        layout.addWidget(self._sign_panel())
        layout.addWidget(self._tries_panel())
        layout.addStretch(1)
        self._align()

    def _align(self) -> None:
        """Let the values of all three panels begin in one line."""
        labels = [
            item.widget()
            for grid in self._grids
            for row in range(grid.rowCount())
            if (item := grid.itemAtPosition(row, 0)) is not None
        ]
        width = max(label.sizeHint().width() for label in labels if label is not None)
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, width)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE_SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        self._grids.append(grid)
        return grid

    def _auth_panel(self) -> QFrame:
        frame, layout = panel()
        layout.addWidget(heading_label(as_heading(certificate_name(CertificateFile.AUTH)), 1.1))
        grid = self._grid()
        # What most people come for stands first, and largest.
        decimal = translate("certificate", "Serial number (decimal)")
        hexadecimal = translate("show_certificate", "Serial number (hexadecimal)")
        self.serial_decimal, self.copy_decimal = _copied_row(grid, decimal, 1.6)
        self.serial_hex, self.copy_hex = _copied_row(grid, hexadecimal, 1.1)
        self._auth_end = _row(grid, translate("card", "Valid until"))
        layout.addLayout(grid)
        return frame

    def _sign_panel(self) -> QFrame:
        frame, layout = panel()
        layout.addWidget(heading_label(as_heading(certificate_name(CertificateFile.SIGN)), 1.1))
        grid = self._grid()
        self._sign_end = _row(grid, translate("card", "Valid until"))
        layout.addLayout(grid)
        return frame

    def _tries_panel(self) -> QFrame:
        frame, layout = panel()
        layout.addWidget(heading_label(translate("card", "Passwords"), 1.1))
        grid = self._grid()
        self._tries = {kind: _row(grid, as_heading(password_name(kind))) for kind in PasswordKind}
        for label in self._tries.values():
            label.setFont(heading_font(label, 1.0))
        layout.addLayout(grid)
        layout.addWidget(self._locked_row())
        frame.setProperty(MANUAL_PAGE, "four-passwords")
        return frame

    def _locked_row(self) -> QWidget:
        """What a locked password means, with its picture and the way to the manual."""
        self._locked = QWidget()
        row = QHBoxLayout(self._locked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Picture("lock", locked_picture(), 2), alignment=top)
        self._locked_text = text_label("", Tone.BAD)
        row.addWidget(self._locked_text, stretch=1)
        self.unlocking = QPushButton(translate("main_window", "How to unlock it (&L)"))
        self.unlocking.clicked.connect(lambda _checked: self.help_wanted.emit("four-passwords"))
        row.addWidget(self.unlocking, alignment=top)
        return self._locked

    def show_summary(self, summary: CardSummary, sign_period: Period | None, now: datetime) -> None:
        """Show one card."""
        certificate = summary.certificate
        test = banner(certificate) if certificate is not None else None
        self._banner.setText(test or "")
        self._banner.setVisible(bool(test) and self._marks_tests)
        self._kind.setText(kind_text(summary))
        self._auth_end.setText(end_text(summary, now))
        set_tone(self._auth_end, _tone_of_end(certificate.period if certificate else None, now))
        hexadecimal, decimal = _serials(certificate)
        _show_copied(self.serial_hex, self.copy_hex, hexadecimal)
        _show_copied(self.serial_decimal, self.copy_decimal, decimal)
        self._sign_end.setText(sign_end_text(summary, sign_period, now))
        set_tone(self._sign_end, _tone_of_end(sign_period, now))
        self._show_tries(summary)

    def _show_tries(self, summary: CardSummary) -> None:
        for kind, label in self._tries.items():
            state = summary.password(kind)
            label.setText(tries_text(state, kind))
            set_tone(label, Tone.BAD if state.locked or state.tries_left == 1 else Tone.PLAIN)
        text = locked_text(summary)
        self._locked_text.setText(text)
        self._locked.setVisible(bool(text))


def _row(grid: QGridLayout, name: str) -> QLabel:
    """Add a name and a value that can be selected; returns the value."""
    row = grid.rowCount()
    value = text_label()
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label = QLabel(name)
    label.setBuddy(value)
    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(value, row, 1)
    return value


def _copied_row(grid: QGridLayout, name: str, scale: float) -> tuple[QLineEdit, CopyButton]:
    """Add a number that can be copied."""
    row = grid.rowCount()
    shown = QLineEdit()
    shown.setReadOnly(True)
    shown.setFont(number_font(shown, scale))
    shown.setAccessibleName(name)
    shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    copy = CopyButton(name)
    grid.addWidget(QLabel(name), row, 0)
    grid.addWidget(shown, row, 1)
    grid.addWidget(copy, row, 2)
    return shown, copy


def _tone_of_end(period: Period | None, now: datetime) -> Tone:
    """Colour what the words say too: that it has ended, or can be renewed."""
    if period is None:
        return Tone.PLAIN
    if period.is_expired(now):
        return Tone.BAD
    return Tone.WARNING if ends_soon(period, now) else Tone.PLAIN


def _serials(certificate: "Certificate | None") -> tuple[str, str]:
    if certificate is None:
        return "", ""
    return certificate.serial_hex, certificate.serial_decimal


def _show_copied(shown: QLineEdit, copy: CopyButton, value: str) -> None:
    shown.setText(value or "–")
    shown.setCursorPosition(0)
    copy.setEnabled(bool(value))
    copy.set_text_to_copy(value)
