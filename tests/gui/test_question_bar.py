"""The question above the card takes the room of its words, and no more."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jpki_desktop.gui.widgets.question_bar import QuestionBar


def test_one_line_of_explanation_takes_one_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    bar = QuestionBar()
    rows.addWidget(bar)
    rows.addWidget(QScrollArea(), stretch=1)
    window.resize(700, 600)
    window.show()
    bar.ask("Is this a question? " * 6, "A short one.", "Yes", "No", lambda _yes: None)
    line = bar._explanation.fontMetrics().height()

    def gap() -> int:
        below = bar._explanation.mapTo(bar, bar._explanation.rect().bottomLeft())
        return bar.yes.mapTo(bar, bar.yes.rect().topLeft()).y() - below.y()

    # Below it come the buttons, and no empty lines.
    qtbot.waitUntil(lambda: 0 < gap() <= line, timeout=2000)
    assert bar._explanation.height() <= line + 1
