"""What one step found, in full: to be read, copied, and mended where a button can do it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jpki_desktop.errors import CardGoneError, CardMuteError
from jpki_desktop.gui.style import SPACE, WIDE_SPACE, Tone, lines, number_font, set_tone
from jpki_desktop.gui.widgets.labels import CopyButton, heading_label, text_label, value_label
from jpki_desktop.gui.widgets.picture import Picture
from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Finding, Outcome, Result
from jpki_desktop.wording.diagnosis import describe_outcome
from jpki_desktop.wording.language import labelled, translate
from jpki_desktop.wording.placing import picture_description, placing_advice

_TONES = {Result.OK: Tone.GOOD, Result.ATTENTION: Tone.WARNING, Result.FAILED: Tone.BAD}


class StepDetails(QScrollArea):
    """The lower half of the window."""

    start_service = Signal()

    def __init__(self, system: System, *, can_start: bool) -> None:
        super().__init__()
        self._system = system
        self._can_start = can_start
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translate("diagnose", "Details of the step"))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.title = heading_label("", 1.1)
        self.tried = text_label("", Tone.QUIET)
        self.detail = value_label()
        self.next_step = value_label()
        self.codes = value_label()
        for label in (self.title, self.detail, self.next_step):
            layout.addWidget(label)
        layout.addLayout(self._command_row())
        layout.addLayout(self._placing())
        layout.addWidget(self.codes)
        layout.addWidget(self.tried)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setMinimumHeight(lines(self, 8))
        self.show_outcome(None)

    def _command_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self.command = value_label()
        self.command.setWordWrap(False)
        self.command.setFont(number_font(self.command))
        self.copy = CopyButton(translate("diagnose", "command"))
        self.start = QPushButton(translate("diagnose", "&Start the service"))
        self.start.setAutoDefault(False)
        self.start.clicked.connect(lambda _checked: self.start_service.emit())
        for widget in (self.command, self.copy, self.start):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _placing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(WIDE_SPACE)
        self.picture = Picture("place-card", picture_description(), lines=5)
        self.advice = text_label(placing_advice())
        row.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.advice, stretch=1)
        return row

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show a finding; None while the step still runs."""
        if outcome is None:
            for label in (self.title, self.tried, self.detail, self.next_step, self.codes):
                label.clear()
            self._show_help(None, "")
            return
        text = describe_outcome(outcome, self._system)
        self.title.setText(labelled(text.step, text.title))
        set_tone(self.title, _TONES.get(outcome.result, Tone.PLAIN))
        self.tried.setText(text.tried)
        self.detail.setText(text.detail)
        step = translate("diagnose", "What to do: {step}").format(step=text.next_step)
        self.next_step.setText(step if text.next_step else "")
        self.next_step.setVisible(bool(text.next_step))
        self.codes.setText(translate("diagnose", "Code: {codes}").format(codes=text.codes))
        self._show_help(outcome, text.command)
        self.verticalScrollBar().setValue(0)

    def _show_help(self, outcome: Outcome | None, command: str) -> None:
        """Show the command, its button and the picture where they belong to this finding."""
        self.command.setText(command)
        self.copy.set_text_to_copy(command)
        self.command.setVisible(bool(command))
        self.copy.setVisible(bool(command))
        stopped = outcome is not None and outcome.finding is Finding.SERVICE_STOPPED
        self.start.setVisible(stopped and self._can_start)
        misplaced = outcome is not None and (
            outcome.finding is Finding.CARD_NONE
            or isinstance(outcome.error, CardMuteError | CardGoneError)
        )
        self.picture.setVisible(misplaced)
        self.advice.setVisible(misplaced)
