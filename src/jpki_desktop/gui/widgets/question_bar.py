"""A question in a band inside a window: it waits until somebody has time for it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from jpki_desktop.gui.style import SPACE
from jpki_desktop.gui.widgets.labels import heading_label, panel, text_label
from jpki_desktop.gui.widgets.tall_body import TallBody


class QuestionBar(QFrame):
    """A question, what the answers mean, and a button for each."""

    def __init__(self) -> None:
        super().__init__()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        frame, layout = panel()
        outside.addWidget(frame)
        layout.setSpacing(SPACE)
        self._question = heading_label("", 1.05)
        self._explanation = text_label()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self.yes = QPushButton()
        self.no = QPushButton()
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout.addWidget(self._question)
        # Large fonts on a small screen: it scrolls before a line of it is cut.
        body = TallBody()
        body.rows.addWidget(self._explanation)
        body.rows.addStretch(1)
        layout.addWidget(body)
        layout.addLayout(row)
        self._answer: Callable[[bool], None] = lambda _yes: None
        self.yes.clicked.connect(lambda _checked: self._answered(yes=True))
        self.no.clicked.connect(lambda _checked: self._answered(yes=False))
        self.hide()

    def ask(
        self, question: str, explanation: str, yes: str, no: str, answer: Callable[[bool], None]
    ) -> None:
        """Show a question; asking the one that is there already changes nothing."""
        self._answer = answer
        if not self.isHidden() and self._question.text() == question:
            return
        self._question.setText(question)
        self._explanation.setText(explanation)
        for button, label in ((self.yes, yes), (self.no, no)):
            button.setText(label)
            button.setAccessibleDescription(question)
        self.show()

    def _answered(self, *, yes: bool) -> None:
        self.hide()
        self._answer(yes)
