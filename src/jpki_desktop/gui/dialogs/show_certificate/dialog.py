"""The 証明書表示 window itself: heading, banner, serial number, tabs, status line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.certificate.fields import Field
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.gui.dialogs.show_certificate.basic_tab import BasicTab
from jpki_desktop.gui.dialogs.show_certificate.detail_tab import DetailTab
from jpki_desktop.gui.dialogs.show_certificate.output import CertificateOutput
from jpki_desktop.gui.dialogs.show_certificate.path_tab import PathTab
from jpki_desktop.gui.dialogs.show_certificate.verdict_panel import VerdictPanel, set_status
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, fitting, number_font
from jpki_desktop.gui.widgets.labels import (
    CopyButton,
    banner_label,
    heading_label,
    panel,
    text_label,
)
from jpki_desktop.gui.widgets.shrinking import Shrinking
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.validity.result import Verdict
from jpki_desktop.wording.certificate import banner, days_left_text, field_label, heading
from jpki_desktop.wording.export import Tab
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.print_sheet import not_checked
from jpki_desktop.wording.validity import status_line

# Twenty octets in decimal digits, the longest serial number of RFC 5280 (4.1.2.2).
_MOST_DIGITS = 49
# In lines of text; higher with the result of a check.
_WIDE, _HIGH, _HIGHER = 44, 42, 48


@dataclass(frozen=True, slots=True)
class ShownCertificate:
    """A certificate, where it was read, and what is known of the path above it."""

    certificate: Certificate
    source: ReadingSource
    chain: tuple[Certificate, ...]


class ShowCertificateDialog(QDialog):
    """Shows one certificate; asks for its validity to be checked, and for what is above it."""

    check_wanted = Signal()
    path_wanted = Signal()

    def __init__(
        self, parent: QWidget | None, shown: ShownCertificate, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "own-certificate")
        certificate = shown.certificate
        self.certificate = certificate
        self.output = CertificateOutput(
            self,
            certificate,
            shown.source,
            clock=clock,
            shown_tab=lambda: Tab.BASIC if self.tabs.currentIndex() == 0 else Tab.DETAIL,
            validity=self._validity,
            saved=self._tell_saved,
        )
        self.setWindowTitle(translate("show_certificate", "Certificate"))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        outside.setSpacing(SPACE)
        layout = self._scrolled(outside)
        test = banner(certificate)
        if test:
            layout.addWidget(banner_label(test))
        layout.addWidget(heading_label(heading(certificate), 1.25))
        layout.addWidget(_serial_area(certificate))
        # What was asked for is seen before what was known already.
        self._result = VerdictPanel()
        self._result.fold.toggled.connect(self._bring_details_into_view)
        layout.addWidget(self._result.frame)
        self.tabs = _Tabs()
        self.tabs.setAccessibleName(translate("show_certificate", "Certificate"))
        self.basic_tab = BasicTab(certificate)
        self.detail_tab = DetailTab(certificate)
        self.tabs.addTab(self.basic_tab, translate("show_certificate", "Basic information"))
        self.tabs.addTab(self.detail_tab, translate("show_certificate", "Detailed information"))
        self.path_tab = PathTab(shown.chain)
        self.tabs.addTab(self.path_tab, translate("show_certificate", "Certification path"))
        self.tabs.currentChanged.connect(self._tab_opened)
        layout.addWidget(self.tabs, stretch=1)
        layout.addWidget(_end_line(certificate, clock()))
        self.status = text_label(
            translate("validity", "The validity of this certificate has not been checked.")
        )
        self._verdict: Verdict | None = None
        outside.addWidget(self.status)
        self._saved = text_label("", Tone.GOOD)
        self._saved.hide()
        outside.addWidget(self._saved)
        outside.addWidget(self._buttons())
        # A font with low lines makes a narrow window; a long serial number needs its width.
        self.resize(fitting(self, _WIDE, _HIGH).expandedTo(QSize(self._least_width(), 0)))
        self.tabs.setFocus()

    def _scrolled(self, outside: QVBoxLayout) -> QVBoxLayout:
        """Return the layout of the part that scrolls; status line and buttons always stay."""
        inside = Shrinking()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setAccessibleName(translate("show_certificate", "Certificate"))
        self._area.setWidget(inside)
        self._inside = inside
        outside.addWidget(self._area, stretch=1)
        return layout

    def _least_width(self) -> int:
        """Return the width at which nothing is cut, also beside a scroll bar."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        return self._inside.minimumSizeHint().width() + bar + 2 * WIDE_SPACE

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.file_button = QPushButton(translate("show_certificate", "Save as file (&F)"))
        self.file_button.setMenu(self.output.file_menu())
        self.print_button = QPushButton(translate("show_certificate", "Print (&P)"))
        self.print_button.setMenu(self.output.print_menu())
        self.check_button = QPushButton(translate("show_certificate", "Check validity (&V)"))
        self.check_button.clicked.connect(self.check_wanted)
        for button in (self.file_button, self.check_button, self.print_button):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        # An authority is checked as a part of the path of what it issued.
        self.check_button.setVisible(not self.certificate.is_ca)
        close = QPushButton(translate("show_certificate", "&Close"))
        close.setDefault(True)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _tab_opened(self, _index: int) -> None:
        if self.tabs.currentWidget() is self.path_tab:
            self.path_wanted.emit()

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what a check of validity found; the sheet and the status line carry it too."""
        self._verdict = verdict
        self._result.show_verdict(verdict, self.certificate)
        # Room for it, as far as the screen has some, unless somebody wants the window small.
        if self.height() >= fitting(self, _WIDE, _HIGH).height():
            self.resize(self.size().expandedTo(fitting(self, _WIDE, _HIGHER)))
        # The new panel has its place only after the layout has been done.
        QTimer.singleShot(0, self, self._bring_result_into_view)
        set_status(self.status, verdict, self.certificate)
        self.check_button.setText(translate("show_certificate", "Check validity again (&V)"))

    def _bring_result_into_view(self) -> None:
        self._area.ensureWidgetVisible(self._result.frame)

    def _bring_details_into_view(self, unfolded: bool) -> None:
        if unfolded:
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self._result.details))

    @property
    def verdict(self) -> Verdict | None:
        """What the last check found."""
        return self._verdict

    def _validity(self) -> str:
        return not_checked() if self._verdict is None else status_line(self._verdict)

    def _tell_saved(self, path: str) -> None:
        self._saved.setText(translate("show_certificate", "Saved: {path}").format(path=path))
        self._saved.show()


class _Tabs(QTabWidget):
    """Gives way before the window scrolls: what is long on its pages scrolls by itself."""

    def hasHeightForWidth(self) -> bool:
        """Ask for the least height of the pages, not for what they would like to have."""
        return False


def _end_line(certificate: Certificate, now: datetime) -> QLabel:
    """Say how long it runs; that is arithmetic and no check of validity."""
    over = certificate.is_expired(now) or certificate.is_not_yet_valid(now)
    text = translate("show_certificate", "Validity period: {days}").format(
        days=days_left_text(certificate.period, now)
    )
    return text_label(text, Tone.BAD if over else Tone.PLAIN)


def _serial_area(certificate: Certificate) -> QWidget:
    """The serial number in both forms, each with its copy button: the commonest errand."""
    frame, layout = panel()
    grid = QGridLayout()
    grid.setHorizontalSpacing(WIDE_SPACE)
    for row, (field, value) in enumerate(
        (
            (Field.SERIAL_DECIMAL, certificate.serial_decimal),
            (Field.SERIAL_HEX, certificate.serial_hex),
        )
    ):
        name = serial_label(field)
        shown = QLineEdit(value)
        shown.setReadOnly(True)
        shown.setFont(number_font(shown, 1.2))
        shown.setAccessibleName(name)
        # All digits of a number that a standard allows; of a longer one, the first.
        font = shown.fontMetrics()
        digits = font.horizontalAdvance(value[:_MOST_DIGITS])
        shown.setMinimumWidth(digits + font.height())
        shown.setCursorPosition(0)
        copy = CopyButton(name)
        copy.set_text_to_copy(value)
        grid.addWidget(QLabel(name), row, 0)
        grid.addWidget(shown, row, 1)
        grid.addWidget(copy, row, 2)
    layout.addLayout(grid)
    return frame


def serial_label(field: Field) -> str:
    """Return the name of the serial number that also says in which base it stands."""
    if field is Field.SERIAL_HEX:
        return translate("show_certificate", "Serial number (hexadecimal)")
    return field_label(Field.SERIAL_DECIMAL)
