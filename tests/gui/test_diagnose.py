"""動作確認 in the window: by keyboard, with every kind of help, and the report before it leaves."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.test_access import unnamed
from jpki_desktop import __version__
from jpki_desktop.card.worker import CardJob
from jpki_desktop.errors import NoServiceError, ServiceStartError
from jpki_desktop.gui.dialogs.diagnose import DiagnoseDialog, ReportDialog
from jpki_desktop.gui.flows import diagnose as flow
from jpki_desktop.operations.diagnosis import Finding, Outcome, Result, Step
from jpki_desktop.operations.support_report import Extra
from jpki_desktop.settings import SettingsStore
from jpki_desktop.settings.managed import from_files
from support.driving import DemoDriver, texts


def opened(driver: DemoDriver) -> DiagnoseDialog:
    """Press 動作確認 and wait for its last step."""
    driver.alt(driver.window, Qt.Key.Key_T)
    dialog = driver.wait_for(DiagnoseDialog)
    finished(driver, dialog)
    return dialog


def finished(driver: DemoDriver, dialog: DiagnoseDialog) -> None:
    driver.wait_until(lambda: not dialog.running)


def chosen(dialog: DiagnoseDialog) -> Outcome:
    assert dialog.steps.current is not None
    return dialog.steps.current


def test_a_good_card_and_what_was_not_checked(driver: DemoDriver) -> None:
    dialog = opened(driver)
    assert [outcome.step for outcome in dialog.steps.outcomes] == list(Step)
    assert dialog.steps.topLevelItemCount() == len(Step)
    assert "すべて正常" in dialog.summary.text()
    assert "確認していない項目：署名用電子証明書" in dialog.summary_detail.text()
    assert "デモ" in texts(dialog)
    assert f"JPKI Desktop {__version__}（ソースコードから）" in texts(dialog)
    assert driver.verifies.sent == 0
    driver.press(dialog, Qt.Key.Key_Escape)
    driver.wait_gone(DiagnoseDialog)


def test_the_problem_is_chosen_and_told_with_its_code(driver: DemoDriver) -> None:
    driver.lay("sign-locked")
    dialog = opened(driver)
    assert "問題が見つかりました" in dialog.summary.text()
    assert chosen(dialog).finding is Finding.SIGN_LOCKED
    shown = texts(dialog)
    assert "JD-2071" in shown
    assert "市区町村の窓口" in shown
    assert dialog.details.detail.textInteractionFlags() & (
        Qt.TextInteractionFlag.TextSelectableByKeyboard
    )


def test_steps_are_walked_through_by_keyboard(driver: DemoDriver) -> None:
    dialog = opened(driver)
    driver.press(dialog, Qt.Key.Key_Down)
    driver.press(dialog, Qt.Key.Key_Down)
    assert chosen(dialog).step is Step.CARD
    assert "JD-2030" in texts(dialog)


def test_without_a_card_the_picture_shows_how_to_place_it(driver: DemoDriver) -> None:
    driver.cards.remove()
    driver.wait_until_read()
    dialog = opened(driver)
    assert chosen(dialog).finding is Finding.CARD_NONE
    assert dialog.details.picture.isVisible()
    assert "裏返して" in texts(dialog)
    driver.cards.insert()
    driver.wait_until_read()
    driver.alt(dialog, Qt.Key.Key_A)
    driver.wait_until(lambda: "すべて正常" in dialog.summary.text())
    assert not dialog.details.picture.isVisible()


def test_everything_has_a_name(driver: DemoDriver) -> None:
    dialog = opened(driver)
    assert list(unnamed(dialog)) == []
    driver.alt(dialog, Qt.Key.Key_R)
    report = driver.wait_for(ReportDialog)
    assert list(unnamed(report)) == []


# --- giving up --------------------------------------------------------------------------------


@pytest.fixture
def stuck(driver: DemoDriver, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Readers that do not come back before they are let go."""
    free = threading.Event()
    look = driver.cards.readers

    def readers() -> object:
        free.wait(20)
        return look()

    monkeypatch.setattr(driver.cards, "readers", readers)
    yield free
    free.set()


def test_it_can_be_given_up_and_says_so(driver: DemoDriver, stuck: threading.Event) -> None:
    driver.alt(driver.window, Qt.Key.Key_T)
    dialog = driver.wait_for(DiagnoseDialog)
    assert "確認中…" in dialog.steps.topLevelItem(0).text(1)  # type: ignore[union-attr]
    driver.alt(dialog, Qt.Key.Key_G)
    finished(driver, dialog)
    assert "中止しました" in dialog.summary.text()
    assert {outcome.result for outcome in dialog.steps.outcomes} == {Result.SKIPPED}


def test_it_can_be_given_up_before_it_has_begun(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine the thread of a run may begin after the press of a quick person."""
    begin, run = threading.Event(), CardJob.run

    def late(job: CardJob[object]) -> None:
        begin.wait(20)
        run(job)

    monkeypatch.setattr(CardJob, "run", late)
    driver.alt(driver.window, Qt.Key.Key_T)
    dialog = driver.wait_for(DiagnoseDialog)
    driver.alt(dialog, Qt.Key.Key_G)
    finished(driver, dialog)
    begin.set()
    assert "中止しました" in dialog.summary.text()
    assert [outcome.step for outcome in dialog.steps.outcomes] == list(Step)


def test_closing_it_leaves_nothing_running(driver: DemoDriver, stuck: threading.Event) -> None:
    driver.alt(driver.window, Qt.Key.Key_T)
    dialog = driver.wait_for(DiagnoseDialog)
    driver.press(dialog, Qt.Key.Key_Escape)
    driver.wait_gone(DiagnoseDialog)
    stuck.set()
    driver.qtbot.wait(100)
    assert opened(driver).summary.text()


# --- mending ----------------------------------------------------------------------------------


@pytest.fixture
def stopped(driver: DemoDriver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A service that does not run until `started` is called; the list holds what was done."""
    done: list[str] = []
    look = driver.cards.readers

    def readers() -> object:
        if "started" not in done:
            raise NoServiceError(0x8010001D)
        return look()

    monkeypatch.setattr(driver.cards, "readers", readers)
    # Not the private service of an earlier test, nor one of this machine.
    monkeypatch.setenv("PCSCLITE_CSOCK_NAME", str(tmp_path / "nobody"))
    monkeypatch.setattr(flow, "can_start_service", lambda: True)
    # The demo needs no service; here it plays a machine that does.
    monkeypatch.setattr(flow.Diagnose, "is_demo", lambda _self, _world: False)
    return done


def dialog_without_service(driver: DemoDriver) -> DiagnoseDialog:
    dialog = opened(driver)
    first = chosen(dialog)
    assert first.step is Step.SERVICE
    # Which of the two depends on this machine; both are about a service that does not run.
    assert first.finding in (Finding.SERVICE_STOPPED, Finding.SERVICE_MISSING)
    return dialog


def test_the_service_is_started_by_a_button(
    driver: DemoDriver, stopped: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "start_service", lambda _cancel: stopped.append("started"))
    dialog = dialog_without_service(driver)
    assert dialog.details.command.text() == "sudo systemctl start pcscd.socket"
    assert dialog.details.start.isVisible()
    dialog.details.copy.click()
    assert QGuiApplication.clipboard().text() == "sudo systemctl start pcscd.socket"
    driver.alt(dialog, Qt.Key.Key_S)
    driver.wait_until(lambda: stopped == ["started"])
    driver.wait_until(lambda: not dialog.running and "すべて正常" in dialog.summary.text())
    assert not dialog.details.start.isVisible()


def test_a_service_that_cannot_be_started_is_told(
    driver: DemoDriver, stopped: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_cancel: object) -> None:
        raise ServiceStartError("refused")

    monkeypatch.setattr(flow, "start_service", refuse)
    dialog = dialog_without_service(driver)
    driver.alt(dialog, Qt.Key.Key_S)
    box = driver.wait_for(QMessageBox)
    assert "JD-2006" in box.informativeText()
    driver.press(box, Qt.Key.Key_Escape)
    driver.wait_gone(QMessageBox)
    assert dialog.details.start.isEnabled()


def test_another_reader_can_be_chosen(driver: DemoDriver) -> None:
    dialog = opened(driver)
    assert not dialog.reader_choice.isVisible()
    dialog.show_readers(("Demo Reader 00", "Other 01"), "Demo Reader 00")
    assert dialog.reader_choice.isVisible()
    dialog.reader_choice.setFocus()
    driver.press(dialog, Qt.Key.Key_Down)
    finished(driver, dialog)
    assert driver.program.world.settings.settings.reader == "Other 01"
    # It is not there, which the diagnosis says at once.
    assert dialog.steps.outcomes[1].finding is Finding.READERS_CHOSEN_MISSING


# --- the report -------------------------------------------------------------------------------


def report_of(driver: DemoDriver) -> ReportDialog:
    driver.alt(opened(driver), Qt.Key.Key_R)
    return driver.wait_for(ReportDialog)


def serial(driver: DemoDriver) -> str:
    current = driver.program.watcher.view.current
    assert current is not None
    assert current.summary is not None
    assert current.summary.certificate is not None
    return current.summary.certificate.serial_decimal


def test_what_is_previewed_is_what_is_copied(driver: DemoDriver) -> None:
    report = report_of(driver)
    assert "JD-2010" in report.text
    assert serial(driver) not in report.text
    assert not any(box.isChecked() for box in report.boxes.values())
    driver.alt(report, Qt.Key.Key_O)
    driver.wait_until(lambda: "コピーしました" in texts(report))
    assert QGuiApplication.clipboard().text() == report.text


def test_an_extra_is_added_and_taken_back_by_keyboard(driver: DemoDriver) -> None:
    report = report_of(driver)
    before = report.text
    report.boxes[Extra.CERTIFICATE].setFocus()
    driver.press(report, Qt.Key.Key_Space)
    assert serial(driver) in report.text
    driver.press(report, Qt.Key.Key_Space)
    assert report.text.splitlines()[4:] == before.splitlines()[4:]


def test_it_is_saved_as_it_is_shown(driver: DemoDriver, tmp_path: Path) -> None:
    report = report_of(driver)
    target = tmp_path / "report.txt"
    report._choose = lambda _parent, _title, _proposed, _pattern: str(target)
    driver.alt(report, Qt.Key.Key_S)
    driver.wait_until(target.exists)
    driver.wait_until(lambda: "保存しました" in texts(report))
    assert target.read_text("utf-8") == report.text


# --- the detailed log -------------------------------------------------------------------------


def bands(window: QWidget | None) -> int:
    assert window is not None
    return texts(window).count("詳しいログを記録しています")


def test_the_band_stands_in_every_window_while_the_log_is_detailed(driver: DemoDriver) -> None:
    from jpki_desktop.gui.dialogs.convert_serial import ConvertSerialDialog

    dialog = opened(driver)
    main = driver.window.centralWidget()
    assert bands(dialog) == bands(main) == 0
    driver.alt(dialog, Qt.Key.Key_L)
    driver.wait_until(lambda: bands(dialog) == 1)
    assert bands(main) == 1
    assert driver.program.world.settings.settings.log_level == "detailed"
    driver.press(dialog, Qt.Key.Key_Escape)
    driver.wait_gone(DiagnoseDialog)
    driver.alt(driver.window, Qt.Key.Key_N)
    other = driver.wait_for(ConvertSerialDialog)
    # Qt shows what is put into an open window with the next events.
    driver.wait_until(lambda: bands(other) == 1)
    assert list(unnamed(other)) == []
    # One press in any of them takes it out of all of them.
    from jpki_desktop.gui.detailed_log import LogBar

    band = other.findChild(LogBar)
    assert isinstance(band, LogBar)
    QTest.keyClick(band.off, Qt.Key.Key_Space)
    driver.wait_until(lambda: bands(main) == bands(other) == 0)
    assert driver.program.world.settings.settings.log_level == ""


def test_an_administrators_choice_cannot_be_switched_off(
    driver: DemoDriver, tmp_path: Path
) -> None:
    file = tmp_path / "managed.toml"
    file.write_text('log_level = "detailed"')
    managed = SettingsStore(None, from_files([file]))
    object.__setattr__(driver.program.world, "settings", managed)
    dialog = opened(driver)
    assert dialog.log_switch.isChecked()
    assert not dialog.log_switch.isEnabled()
