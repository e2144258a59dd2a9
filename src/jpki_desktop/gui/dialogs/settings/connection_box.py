"""The test of a connection: an address, a button, and each step with how it ended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jpki_desktop.gui.style import SPACE, Tone, set_tone
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.network.connection_steps import StepResult
from jpki_desktop.wording.connection import conclusion, step_line
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.settings import for_example


class ConnectionBox(QWidget):
    """Emits `wanted` with the address; shows what came of it."""

    wanted = Signal(str)
    changed = Signal()

    def __init__(self, proposed: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.address = QLineEdit(proposed)
        self.address.setPlaceholderText(for_example("http://ocsp.example.jp/"))
        label = QLabel(translate("settings_dialog", "Serv&er to be reached"))
        label.setBuddy(self.address)
        self.button = QPushButton(translate("settings_dialog", "&Test the connection"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self.wanted.emit(self.address.text()))
        self.address.textChanged.connect(self._enable)
        row = QHBoxLayout()
        row.addWidget(self.address, stretch=1)
        row.addWidget(self.button)
        self.result = text_label()
        self.result.setVisible(False)
        self.steps = text_label("", Tone.QUIET)
        self.steps.setVisible(False)
        layout.addWidget(label)
        layout.addLayout(row)
        layout.addWidget(self.result)
        layout.addWidget(self.steps)
        self._enable()

    def _enable(self) -> None:
        self.button.setEnabled(bool(self.address.text().strip()))

    def show_waiting(self) -> None:
        """Say that the test runs."""
        self.button.setEnabled(False)
        self._say(
            translate("settings_dialog", "Testing… this ends after some seconds."), Tone.QUIET
        )
        self.steps.setVisible(False)

    def show_steps(self, steps: tuple[StepResult, ...]) -> None:
        """Show every step and what follows from them."""
        self._enable()
        good = steps[-1].problem is None
        self.steps.setText("\n".join(_line(step) for step in steps))
        self.steps.setVisible(True)
        self._say(f"{'✓' if good else '✕'}  {conclusion(steps)}", Tone.GOOD if good else Tone.BAD)

    def show_message(self, text: str) -> None:
        """Say why there was no test."""
        self._enable()
        self._say(text, Tone.BAD)
        self.steps.setVisible(False)

    def _say(self, text: str, tone: Tone) -> None:
        set_tone(self.result, tone)
        self.result.setText(text)
        self.result.setVisible(True)
        self.changed.emit()


def _line(step: StepResult) -> str:
    sign = "✓" if step.problem is None else "✕"
    return f"{sign}  {step_line(step)}"
