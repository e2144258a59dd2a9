"""The part of the main window that always shows the card: its state, or the card itself.

The page of a card is in `gui.card_summary`, which is loaded for the first one.
"""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from jpki_desktop.gui.announce import announce
from jpki_desktop.gui.style import SPACE, WIDE_SPACE
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.gui.widgets.picture import Picture
from jpki_desktop.wording.card_page import EmptyPage, Step, step_label
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.placing import placing_advice

if TYPE_CHECKING:
    from jpki_desktop.certificate.period import Period
    from jpki_desktop.gui.card_summary import SummaryPanel
    from jpki_desktop.operations.read_card import CardSummary


class EmptyPanel(QWidget):
    """A picture, one sentence, one button."""

    read_again = Signal()
    diagnose = Signal()
    settings = Signal()
    help_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._page: EmptyPage | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE * 2, WIDE_SPACE, WIDE_SPACE * 2, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addStretch(1)
        self._picture = Picture("place-card", "")
        layout.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title = heading_label()
        self._text = text_label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        self.step = QPushButton()
        self.step.clicked.connect(self._go)
        self._advice = text_label(placing_advice())
        self._advice.hide()
        for widget in (self.step, self._advice):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def show_page(self, page: EmptyPage) -> None:
        """Show one state; the advice that was unfolded stays so."""
        self._page = page
        self._picture.show_picture(page.picture, page.description)
        self._title.setText(page.title)
        self._text.setText(page.text)
        self._text.setVisible(bool(page.text))
        advises = page.step is Step.ADVICE
        if self.step.isCheckable() is not advises:
            self.step.setCheckable(advises)
        self.step.setText(step_label(page.step))
        self.step.setVisible(page.step is not Step.NONE)
        self._advice.setVisible(advises and self.step.isChecked())

    def _go(self) -> None:
        page = self._page
        if page is None:
            return
        if page.step is Step.ADVICE:
            self._advice.setVisible(self.step.isChecked())
        elif page.step is Step.DIAGNOSE:
            self.diagnose.emit()
        elif page.step is Step.SETTINGS:
            self.settings.emit()
        elif page.step is Step.READ_AGAIN:
            self.read_again.emit()
        elif page.step is Step.HELP:
            self.help_wanted.emit(page.manual_page)


class CardPanel(QStackedWidget):
    """Either page, in a scroll area so that large fonts cut nothing off."""

    read_again = Signal()
    diagnose = Signal()
    settings = Signal()
    # Name of a page of the manual.
    help_wanted = Signal(str)

    def __init__(self, *, marks_tests: bool) -> None:
        super().__init__()
        self._announced = ""
        self._marks_tests = marks_tests
        self.empty = EmptyPanel()
        self.empty.read_again.connect(self.read_again)
        self.empty.diagnose.connect(self.diagnose)
        self.empty.settings.connect(self.settings)
        self.empty.help_wanted.connect(self.help_wanted)
        self._add(self.empty)

    @cached_property
    def summary(self) -> "SummaryPanel":
        """The page of a card, made for the first one."""
        from jpki_desktop.gui.card_summary import SummaryPanel

        page = SummaryPanel(marks_tests=self._marks_tests)
        page.help_wanted.connect(self.help_wanted)
        self._add(page)
        return page

    def _add(self, page: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(translate("main_window", "State of the card"))
        area.setWidget(page)
        self.addWidget(area)

    def show_empty(self, page: EmptyPage) -> None:
        """Show a state without certificates."""
        self.empty.show_page(page)
        self.setCurrentIndex(0)
        self._announce(page.title)

    def show_summary(
        self, summary: "CardSummary", sign_period: "Period | None", now: datetime
    ) -> None:
        """Show a card."""
        from jpki_desktop.wording.card import spoken_summary

        self.summary.show_summary(summary, sign_period, now)
        self.setCurrentIndex(1)
        self._announce(spoken_summary(summary, now))

    def _announce(self, text: str) -> None:
        """Let a screen reader say what is new; the same state is said once."""
        if text != self._announced:
            self._announced = text
            announce(self, text)
