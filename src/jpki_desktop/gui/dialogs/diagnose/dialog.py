"""The window of 動作確認. What runs behind it is in `gui.flows.diagnose`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.gui.detailed_log import DetailedLog, LogBar
from jpki_desktop.gui.dialogs.diagnose.details import StepDetails
from jpki_desktop.gui.dialogs.diagnose.step_list import StepList
from jpki_desktop.gui.reader_row import ReaderRow
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, fitting, lines, set_tone
from jpki_desktop.gui.widgets.labels import (
    banner_label,
    heading_label,
    text_label,
    value_label,
)
from jpki_desktop.gui.widgets.tall_body import TallBody
from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Outcome, Result, Step, overall
from jpki_desktop.wording.demo import demo_banner
from jpki_desktop.wording.diagnosis import overall_detail, overall_title
from jpki_desktop.wording.installation import this_program
from jpki_desktop.wording.language import translate

_TONES = {Result.OK: Tone.GOOD, Result.FAILED: Tone.BAD}


class DiagnoseDialog(QDialog):
    """Steps above, details below, and what can be done at the bottom."""

    run_again = Signal()
    given_up = Signal()
    report_wanted = Signal()
    start_service = Signal()
    reader_chosen = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        log: DetailedLog,
        system: System,
        *,
        can_start: bool,
        demo: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "diagnose")
        self._log = log
        self.running = False
        self.setWindowTitle(translate("diagnose", "Diagnosis"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(LogBar(log))
        body = TallBody()
        layout.addWidget(body, stretch=1)
        rows = body.rows
        if demo:
            rows.addWidget(banner_label(demo_banner()))
        self.summary = heading_label("", 1.15)
        self.summary_detail = value_label()
        self.steps = StepList(system)
        self.details = StepDetails(system, can_start=can_start)
        self.details.start_service.connect(self.start_service)
        self.steps.chosen.connect(self.details.show_outcome)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.steps)
        halves.addWidget(self.details)
        # The steps with their header need no more; the details can use all that is left.
        halves.setSizes([lines(self.steps, len(Step) + 6), lines(self.steps, 40)])
        halves.setStretchFactor(1, 1)
        rows.addWidget(self.summary)
        rows.addWidget(self.summary_detail)
        rows.addLayout(self._reader_row())
        rows.addWidget(halves, stretch=1)
        rows.addWidget(text_label(this_program(), Tone.QUIET))
        rows.addWidget(self._log_switch())
        layout.addWidget(self._buttons())
        self.resize(fitting(self, 48, 46))

    def _reader_row(self) -> ReaderRow:
        row = ReaderRow(length=20)
        self.reader_choice, self._reader_label = row.choice, row.label
        self.reader_choice.activated.connect(self._choose_reader)
        return row

    def _log_switch(self) -> QCheckBox:
        self.log_switch = QCheckBox(
            translate("diagnose", "Detailed &log (commands to the card, without passwords)")
        )
        self.log_switch.setChecked(self._log.on)
        self.log_switch.setEnabled(self._log.can_be_switched)
        self.log_switch.toggled.connect(lambda on: self._log.switch(on=on))
        self._log.changed.connect(self._follow_log)
        return self.log_switch

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.report = QPushButton(translate("diagnose", "Support &report…"))
        self.again = QPushButton(translate("diagnose", "Run &again"))
        self.stop = QPushButton(translate("diagnose", "&Give up"))
        self.close_button = QPushButton(translate("diagnose", "&Close"))
        for button in (self.report, self.again, self.stop, self.close_button):
            button.setAutoDefault(False)
        role = QDialogButtonBox.ButtonRole
        buttons.addButton(self.report, role.HelpRole)
        buttons.addButton(self.again, role.ActionRole)
        buttons.addButton(self.stop, role.ActionRole)
        buttons.addButton(self.close_button, role.RejectRole)
        buttons.rejected.connect(self.reject)
        self.report.clicked.connect(lambda _checked: self.report_wanted.emit())
        self.again.clicked.connect(lambda _checked: self.run_again.emit())
        self.stop.clicked.connect(lambda _checked: self.given_up.emit())
        return buttons

    # --- what it shows ----------------------------------------------------------------------

    def begin(self) -> None:
        """Show that the first step runs."""
        self._set_running(running=True)
        self.summary.setText(translate("diagnose", "The diagnosis is running…"))
        set_tone(self.summary, Tone.PLAIN)
        self.summary_detail.setText(
            translate("diagnose", "No password is asked for, and no try is spent.")
        )
        self.steps.begin()
        self.steps.setFocus()

    def add(self, outcome: Outcome) -> None:
        """Show what a step has found."""
        self.steps.add(outcome)

    def finish(self) -> None:
        """Show the result of all steps together."""
        self._set_running(running=False)
        result = overall(self.steps.outcomes)
        self.summary.setText(overall_title(result))
        set_tone(self.summary, _TONES.get(result.result, Tone.WARNING))
        self.summary_detail.setText(overall_detail(result))
        self.steps.choose_worst()

    def show_readers(self, names: tuple[str, ...], current: str) -> None:
        """Offer the readers; one alone leaves nothing to choose."""
        self.reader_choice.clear()
        self.reader_choice.addItems(names)
        self.reader_choice.setCurrentIndex(self.reader_choice.findText(current))
        for widget in (self._reader_label, self.reader_choice):
            widget.setVisible(len(names) > 1)

    def _set_running(self, *, running: bool) -> None:
        self.running = running
        self.again.setVisible(not running)
        self.stop.setVisible(running)
        self.report.setEnabled(not running)
        self.reader_choice.setEnabled(not running)
        self.details.start.setEnabled(not running)

    def set_busy(self, *, busy: bool) -> None:
        """Take no second press while the service is being started."""
        self.again.setEnabled(not busy)
        self.details.start.setEnabled(not busy)

    def _choose_reader(self, index: int) -> None:
        self.reader_chosen.emit(self.reader_choice.itemText(index))

    def _follow_log(self) -> None:
        self.log_switch.setChecked(self._log.on)
