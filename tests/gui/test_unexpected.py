"""What nobody foresaw: one message with a report to copy, and the program goes on."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from jpki_desktop.errors import JpkiError
from jpki_desktop.gui import unexpected as module
from support.driving import DemoDriver, texts
from support.leak_search import find_leaks
from support.log_watch import LogWatch

SECRET = "Geheim-4711-ABCDEF"

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def hooked(driver: DemoDriver, expected_log: LogWatch) -> Iterator[DemoDriver]:
    """The program with its hooks in place, as `gui.app` sets them."""
    before = sys.excepthook, threading.excepthook
    expected_log.allow("unexpected: ")
    driver.program.unexpected.begin()
    yield driver
    driver.program.unexpected.end()
    assert (sys.excepthook, threading.excepthook) == before


def fail() -> None:
    password = SECRET
    raise LookupError(password)


def fail_elsewhere() -> None:
    raise KeyError(SECRET)


def raise_in_slot(what: object = fail) -> None:
    QTimer.singleShot(0, what)  # type: ignore[call-overload]


def boxes(driver: DemoDriver) -> list[QMessageBox]:
    return driver.open_windows(QMessageBox)


def copied(driver: DemoDriver, box: QMessageBox) -> str:
    button = next(one for one in box.findChildren(QPushButton) if "レポート" in one.text())
    driver.alt(box, Qt.Key.Key_R)
    driver.wait_until(lambda: button.text() == "コピーしました")
    return QGuiApplication.clipboard().text()


def test_a_slot_that_fails_opens_a_message_and_the_program_goes_on(hooked: DemoDriver) -> None:
    raise_in_slot()
    box = hooked.wait_for(QMessageBox)
    assert "JD-1900" in box.informativeText()
    report = copied(hooked, box)
    assert box.isVisible()
    assert "LookupError [JD-1900]" in report
    assert "test_unexpected.py:" in report
    assert "in fail" in report
    assert find_leaks(SECRET, {"report": report, "box": box.informativeText()}) == []
    hooked.press(box, Qt.Key.Key_Escape)
    hooked.wait_gone(QMessageBox)
    hooked.lay("sign-locked")
    assert "ロック" in texts(hooked.window)


def test_a_thread_that_fails_is_told_in_the_window(hooked: DemoDriver) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    box = hooked.wait_for(QMessageBox)
    assert "LookupError" in box.informativeText()


def test_a_defect_in_a_job_can_be_copied_too(driver: DemoDriver, expected_log: LogWatch) -> None:
    from jpki_desktop.gui.widgets.error_box import show_error

    expected_log.allow("failed unexpectedly: LookupError")

    def failed(error: JpkiError) -> None:
        show_error(driver.window, error)

    driver.program.background.run_aside(
        lambda _cancel: fail(), then=lambda _nothing: None, failed=failed
    )
    box = driver.wait_for(QMessageBox)
    report = copied(driver, box)
    assert "card/worker.py:" in report
    assert find_leaks(SECRET, {"report": report}) == []


def test_a_storm_opens_one_message(hooked: DemoDriver) -> None:
    for _ in range(50):
        raise_in_slot()
    hooked.wait_for(QMessageBox)
    hooked.qtbot.wait(100)
    (box,) = boxes(hooked)
    hooked.press(box, Qt.Key.Key_Escape)
    hooked.wait_gone(QMessageBox)
    for _ in range(5):
        raise_in_slot()
    hooked.qtbot.wait(100)
    assert boxes(hooked) == []


def test_another_fault_is_told_and_so_is_the_same_one_later(
    hooked: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for what in (fail, fail_elsewhere):
        raise_in_slot(what)
        box = hooked.wait_for(QMessageBox)
        hooked.press(box, Qt.Key.Key_Escape)
        hooked.wait_gone(QMessageBox)
    monkeypatch.setattr(module, "_REST_SECONDS", 0.0)
    raise_in_slot()
    hooked.wait_for(QMessageBox)


def test_ctrl_c_is_not_a_fault(hooked: DemoDriver, capsys: pytest.CaptureFixture[str]) -> None:
    hooked.program.unexpected.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    hooked.qtbot.wait(50)
    assert boxes(hooked) == []
    raise_in_slot()
    hooked.wait_for(QMessageBox)
