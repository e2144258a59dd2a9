"""The list of steps, which grows while the diagnosis runs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from jpki_desktop.gui.icons import sign_icon
from jpki_desktop.gui.style import lines
from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Outcome, Result, Step
from jpki_desktop.wording.diagnosis import describe_outcome, step_name
from jpki_desktop.wording.language import translate

_SIGNS = {
    Result.OK: "sign-good",
    Result.ATTENTION: "sign-attention",
    Result.FAILED: "sign-failed",
    Result.SKIPPED: "sign-skipped",
    Result.NOT_APPLICABLE: "sign-unneeded",
}


class StepList(QTreeWidget):
    """One row a step: its name, how it ended, what was found."""

    chosen = Signal(object)

    def __init__(self, system: System) -> None:
        super().__init__()
        self._system = system
        self._outcomes: list[Outcome] = []
        self._by_hand = False
        self.setAccessibleName(translate("diagnose", "Steps of the diagnosis"))
        self.setColumnCount(3)
        self.setHeaderLabels(
            [
                translate("diagnose", "Step"),
                translate("diagnose", "Result"),
                translate("diagnose", "Found"),
            ]
        )
        self.setRootIsDecorated(False)
        self._signs = {result: sign_icon(name) for result, name in _SIGNS.items()}
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.setMinimumHeight(lines(self, 5))
        self.currentItemChanged.connect(lambda _now, _before: self._tell())

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What has been found so far."""
        return tuple(self._outcomes)

    @property
    def current(self) -> Outcome | None:
        """The outcome of the chosen row; None for the step that still runs."""
        row = self.currentIndex().row()
        return self._outcomes[row] if 0 <= row < len(self._outcomes) else None

    def begin(self) -> None:
        """Empty the list and show the first step as running."""
        self._outcomes = []
        self._by_hand = False
        self.clear()
        self._add_running()

    def add(self, outcome: Outcome) -> None:
        """Put an outcome into its row and show the next step as running."""
        text = describe_outcome(outcome, self._system)
        item = self.topLevelItem(len(self._outcomes)) or QTreeWidgetItem(self)
        for column, words in enumerate((text.step, text.result, text.title)):
            item.setText(column, words)
        item.setToolTip(2, text.title)
        item.setIcon(1, self._signs[outcome.result])
        self._outcomes.append(outcome)
        self._add_running()
        if self.currentItem() is item:
            self._tell()

    def choose_worst(self) -> None:
        """Choose the row to look at first, unless the user has chosen one."""
        if self._by_hand:
            return
        for result in (Result.FAILED, Result.ATTENTION):
            for row, outcome in enumerate(self._outcomes):
                if outcome.result is result:
                    self.setCurrentIndex(self.model().index(row, 0))
                    self.scrollTo(self.currentIndex())
                    return
        self.setCurrentIndex(self.model().index(0, 0))
        self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note that the user goes through the list."""
        self._by_hand = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that the user has chosen a row."""
        self._by_hand = True
        super().mousePressEvent(event)

    def _add_running(self) -> None:
        steps = list(Step)
        if len(self._outcomes) < len(steps):
            name = step_name(steps[len(self._outcomes)])
            item = QTreeWidgetItem([name, translate("diagnose", "running…"), ""])
            self.addTopLevelItem(item)
            self.scrollToItem(item)

    def _tell(self) -> None:
        self.chosen.emit(self.current)
