"""Every control of every window has a name for people who do not see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from jpki_desktop.gui.dialogs.select_certificate import SelectCertificateDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from support.driving import DemoDriver


def unnamed(window: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus and has neither a name, a text nor a label of its own."""
    buddies = {label.buddy() for label in window.findChildren(QLabel)}
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        if _is_inside_another_control(widget) or widget in buddies or widget.accessibleName():
            continue
        if (
            isinstance(widget, QAbstractScrollArea)
            and widget.focusPolicy() is not Qt.FocusPolicy.StrongFocus
        ):
            continue
        text = widget.property("text") or widget.property("currentText")
        if not text or isinstance(widget, QLineEdit):
            yield widget


def _is_inside_another_control(widget: QWidget) -> bool:
    """Headers, viewports and tab bars belong to the control around them."""
    name = widget.objectName()
    return name.startswith("qt_") or type(widget).__name__ in (
        "QHeaderView",
        "QTabBar",
        "QTabWidget",
    )


def test_a_planted_unnamed_button_is_found(driver: DemoDriver) -> None:
    planted = QPushButton(driver.window.centralWidget())
    planted.show()
    assert planted in list(unnamed(driver.window))


@pytest.mark.parametrize("persona", ["mynumber", "sign-locked", "juki", "licence"])
def test_main_window(driver: DemoDriver, persona: str) -> None:
    driver.lay(persona)
    assert list(unnamed(driver.window)) == []


def test_dialogs(driver: DemoDriver) -> None:
    driver.alt(driver.window, Qt.Key.Key_U)
    select = driver.wait_for(SelectCertificateDialog)
    assert list(unnamed(select)) == []
    driver.press(select, Qt.Key.Key_Escape)
    driver.wait_gone(SelectCertificateDialog)
    question = driver.ask_for(Qt.Key.Key_U)
    assert list(unnamed(question)) == []
    driver.press(question, Qt.Key.Key_Return)
    shown = driver.wait_for(ShowCertificateDialog)
    assert list(unnamed(shown)) == []
    shown.tabs.setCurrentIndex(1)
    driver.qtbot.wait(50)
    assert list(unnamed(shown)) == []


def test_every_row_can_be_reached_and_copied_by_keyboard(driver: DemoDriver) -> None:
    from PySide6.QtGui import QGuiApplication

    question = driver.ask_for(Qt.Key.Key_U)
    driver.press(question, Qt.Key.Key_Return)
    shown = driver.wait_for(ShowCertificateDialog)
    shown.tabs.setCurrentIndex(1)
    table = shown.detail_tab.table
    table.setFocus()
    driver.press(shown, Qt.Key.Key_Down)
    driver.press(shown, Qt.Key.Key_Down)
    assert shown.detail_tab.value.toPlainText() == shown.certificate.serial_decimal
    driver.press(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == shown.certificate.serial_decimal


def test_the_combo_box_of_readers_is_named(driver: DemoDriver) -> None:
    assert all(box.accessibleName() for box in driver.window.findChildren(QComboBox))
