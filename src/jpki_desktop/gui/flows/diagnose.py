"""動作確認: runs the steps beside the window, mends what a button can mend, makes the report."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.worker import CardJob
from jpki_desktop.environment import Environment
from jpki_desktop.errors import CancelledError, JpkiError
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.detailed_log import DetailedLog
from jpki_desktop.gui.dialogs.diagnose import DiagnoseDialog, ReportDialog
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.machine.service import this_system
from jpki_desktop.operations.diagnosis import Finding, Outcome, Scene, Step, diagnose
from jpki_desktop.operations.start_service import can_start_service, start_service
from jpki_desktop.operations.support_report import About, Extra, about_machine, make_report
from jpki_desktop.wording.support_report import report_text


class Diagnose(QObject):
    """One open window of 動作確認; it lives as long as the window."""

    _found = Signal(int, object)

    def __init__(
        self,
        window: QWidget,
        world: Environment,
        background: Background,
        watcher: CardWatcher,
        log: DetailedLog,
    ) -> None:
        demo = self.is_demo(world)
        can_start = not demo and can_start_service()
        dialog = DiagnoseDialog(window, log, this_system(), can_start=can_start, demo=demo)
        super().__init__(dialog)
        self.dialog = dialog
        self._world = world
        self._background = background
        self._watcher = watcher
        self._run = 0
        self._job: CardJob[None] | None = None
        self._start_job: CardJob[None] | None = None
        # From the thread that runs the steps.
        self._found.connect(self._add)
        self.dialog.run_again.connect(self.start)
        self.dialog.given_up.connect(self._give_up)
        self.dialog.report_wanted.connect(self._gather_report)
        self.dialog.start_service.connect(self._start_service)
        self.dialog.reader_chosen.connect(self._choose_reader)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        self.start()

    def is_demo(self, world: Environment) -> bool:
        """Whether what is looked at is no real machine."""
        return world.demo is not None

    def start(self) -> None:
        """Run all steps anew."""
        self._run += 1
        view = self._watcher.view
        names = tuple(reader.state.name for reader in view.readers)
        self.dialog.show_readers(names, self._watcher.current_reader)
        self.dialog.begin()
        scene = Scene(self._world, self._watcher.current_reader)
        self._job = self._background.run_aside(
            partial(self._look, self._run, scene),
            then=lambda _nothing: None,
            failed=self._failed,
        )

    def _look(self, run: int, scene: Scene, cancel: CancelToken) -> None:
        """Run in a thread: hand each outcome to the window."""
        for outcome in diagnose(scene, cancel):
            if isValid(self):
                self._found.emit(run, outcome)

    def _add(self, run: int, outcome: Outcome) -> None:
        if run != self._run:
            return
        self.dialog.add(outcome)
        if outcome.finding is Finding.SERVICE_RUNS:
            self._watcher.look_again()
        if len(self.dialog.steps.outcomes) == len(Step):
            self.dialog.finish()

    def _failed(self, error: JpkiError) -> None:
        # Given up: the steps that are left have been told as such.
        if not isinstance(error, CancelledError) and isValid(self):
            self.dialog.finish()
            show_error(self.dialog, error)

    def _give_up(self) -> None:
        """End at once, also a run that has not begun; what comes from it later is not shown."""
        self._cancel()
        self._run += 1
        for step in list(Step)[len(self.dialog.steps.outcomes) :]:
            self.dialog.add(Outcome(step, Finding.STEP_GIVEN_UP))
        self.dialog.finish()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _closed(self) -> None:
        self._cancel()
        if self._start_job is not None:
            self._start_job.cancel()
        self.dialog.deleteLater()

    # --- mending ----------------------------------------------------------------------------

    def _choose_reader(self, name: str) -> None:
        self._watcher.choose(name)
        self.start()

    def _start_service(self) -> None:
        self.dialog.set_busy(busy=True)
        self._start_job = self._background.run_aside(
            start_service, then=lambda _nothing: self._started(), failed=self._not_started
        )

    def _started(self) -> None:
        if isValid(self):
            self.dialog.set_busy(busy=False)
            self.start()

    def _not_started(self, error: JpkiError) -> None:
        if isValid(self):
            self.dialog.set_busy(busy=False)
            if not isinstance(error, CancelledError):
                show_error(self.dialog, error)

    # --- the report -------------------------------------------------------------------------

    def _gather_report(self) -> None:
        self.dialog.report.setEnabled(False)
        self._background.run_aside(
            lambda _cancel: about_machine(), then=self._show_report, failed=self._no_report
        )

    def _no_report(self, error: JpkiError) -> None:
        if isValid(self):
            self.dialog.report.setEnabled(True)
            show_error(self.dialog, error)

    def _show_report(self, about: About) -> None:
        if not isValid(self):
            return
        self.dialog.report.setEnabled(True)
        report = ReportDialog(self.dialog, partial(self._text, self.dialog.steps.outcomes, about))
        report.finished.connect(report.deleteLater)
        report.open()

    def _text(self, outcomes: tuple[Outcome, ...], about: About, extras: frozenset[Extra]) -> str:
        current = self._watcher.view.current
        summary = current.summary if current is not None else None
        certificate = summary.certificate if summary is not None else None
        report = make_report(self._world, outcomes, about, extras, certificate=certificate)
        return report_text(report, this_system())
