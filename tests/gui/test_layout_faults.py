"""The judge of layouts sees each kind of fault, and none in a window that is right."""

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from support.layout_faults import faults, unmarked

WORDS = "Certificates of the card that lies on the reader"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    row = QVBoxLayout()
    label = QLabel(WORDS)
    label.setWordWrap(True)
    choice = QComboBox()
    choice.addItem(WORDS)
    tabs = QTabWidget()
    tabs.addTab(QLabel(WORDS), "Basic")
    for widget in (label, QPushButton(WORDS), QLineEdit(), choice, tabs):
        row.addWidget(widget)
    rows.addLayout(row)
    window.show()
    qtbot.wait(20)
    return window


def plant(window: QWidget, widget: QWidget, *place: int) -> None:
    widget.setParent(window)
    widget.setGeometry(*place)
    widget.show()


def test_a_window_that_is_right_has_no_fault(window: QWidget) -> None:
    assert faults(window) == []


def test_a_cut_label_is_seen(window: QWidget) -> None:
    window.findChildren(QLabel)[0].setFixedSize(30, 12)
    assert any("cut" in line for line in faults(window))


def test_a_cut_wrapped_label_is_seen(window: QWidget) -> None:
    label = next(one for one in window.findChildren(QLabel) if one.wordWrap())
    label.setFixedSize(80, label.fontMetrics().height())
    assert any("cut" in line for line in faults(window))


@pytest.mark.parametrize("kind", [QPushButton, QComboBox])
def test_a_cut_control_is_seen(window: QWidget, kind: type[QWidget]) -> None:
    window.findChildren(kind)[0].setFixedWidth(40)
    assert any("cut" in line for line in faults(window))


def test_a_cut_heading_is_seen(window: QWidget, qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels([WORDS])
    plant(window, table, 0, 200, 300, 100)
    table.setColumnWidth(0, 20)
    qtbot.wait(20)
    assert any("heading" in line for line in faults(window))


def test_controls_over_each_other_are_seen(window: QWidget) -> None:
    button = window.findChildren(QPushButton)[0]
    plant(window, QLabel("x"), button.x() + 5, button.y() + 5, 40, 20)
    assert any("lies over" in line for line in faults(window))


def test_what_hangs_out_of_the_window_is_seen(window: QWidget) -> None:
    plant(window, QPushButton("x"), window.width() - 10, 0, 60, 30)
    assert any("hangs out" in line for line in faults(window))


def test_a_window_larger_than_the_screen_is_seen(window: QWidget) -> None:
    window.resize(window.screen().size().width() + 50, 100)
    assert any("on a screen of" in line for line in faults(window))


def test_words_that_are_not_translated_are_seen(window: QWidget) -> None:
    assert any("is not translated" in line for line in unmarked(window))


def test_data_may_stay_as_it_is(qtbot: QtBot) -> None:
    label = QLabel("⟦Îssûér~~⟧: OU=JPKI Desktop TEST\nC=JP")
    label.setWindowTitle("⟦Å⟧")
    qtbot.addWidget(label)
    label.show()
    assert unmarked(label) == []
