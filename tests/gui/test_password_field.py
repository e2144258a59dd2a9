"""The password field gives nothing away: no clipboard, no undo, no input method."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jpki_desktop.gui.widgets.password_field import PasswordField

MARKER = "nothing was copied"


def shown_field(qtbot: QtBot, *, shown: bool) -> PasswordField:
    field = PasswordField()
    qtbot.addWidget(field)
    field.set_shown(shown=shown)
    field.show()
    QTest.keyClicks(field, "SECRET12")
    return field


def test_copy_and_cut_are_refused_even_when_shown(qtbot: QtBot) -> None:
    for shown in (True, False):
        field = shown_field(qtbot, shown=shown)
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(MARKER)
        for key in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
            field.selectAll()
            QTest.keySequence(field, QKeySequence(key))
            assert clipboard.text() == MARKER
        assert field.text() == "SECRET12"


def test_undo_does_not_bring_an_old_text_back(qtbot: QtBot) -> None:
    field = shown_field(qtbot, shown=True)
    field.empty()
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert field.text() == ""


def test_a_shown_text_cannot_be_selected(qtbot: QtBot) -> None:
    field = shown_field(qtbot, shown=True)
    field.selectAll()
    assert not field.hasSelectedText()


def test_the_hints_against_learning_stay_on_while_shown(qtbot: QtBot) -> None:
    field = shown_field(qtbot, shown=False)
    for shown in (True, False, True):
        field.set_shown(shown=shown)
        assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
        assert field.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText


def test_there_is_no_menu(qtbot: QtBot) -> None:
    field = shown_field(qtbot, shown=True)
    assert field.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
