"""The main window: the card's state always in view, the commonest errand without a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from jpki_desktop.card.connection import ReadersSeen
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from support.driving import DemoDriver, texts


def certificate_serial(driver: DemoDriver) -> int:
    current = driver.program.watcher.view.current
    assert current is not None
    assert current.summary is not None
    assert current.summary.certificate is not None
    return current.summary.certificate.serial


def test_serial_number_is_there_in_both_forms_without_a_click(driver: DemoDriver) -> None:
    panel = driver.window.card_panel.summary
    serial = certificate_serial(driver)
    assert int(panel.serial_hex.text(), 16) == serial
    assert panel.serial_decimal.text() == str(serial)


def test_copy_puts_only_digits_on_the_clipboard(driver: DemoDriver) -> None:
    panel = driver.window.card_panel.summary
    panel.copy_decimal.click()
    assert QGuiApplication.clipboard().text() == str(certificate_serial(driver))
    panel.copy_hex.setFocus()
    driver.press(driver.window, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == panel.serial_hex.text()


def test_tries_end_and_days_left_are_in_view(driver: DemoDriver) -> None:
    shown = texts(driver.window)
    assert "残り3回（全3回）" in shown
    assert "残り5回（全5回）" in shown
    assert "パスワード入力後に表示" in shown
    assert "あと" in shown
    assert "令和" in shown


@pytest.mark.parametrize(
    ("persona", "words"),
    [
        ("sign-locked", "ロックされています"),
        ("one-try", "残り1回"),
        ("juki", "住民基本台帳カード"),
        ("licence", "マイナンバーカードではありません"),
        ("android", "スマートフォン（Android）"),
        ("expired", "終了"),
        ("sign-missing", "このカードにはありません"),
        ("both-missing", "このカードにはありません"),
    ],
)
def test_every_kind_of_card_is_named(driver: DemoDriver, persona: str, words: str) -> None:
    driver.lay(persona)
    driver.wait_until(lambda: words in texts(driver.window))


def test_removal_and_return_are_seen(driver: DemoDriver) -> None:
    driver.cards.remove()
    driver.wait_until(lambda: "セットしてください" in texts(driver.window))
    driver.cards.insert()
    driver.wait_until(lambda: "残り3回" in texts(driver.window))


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (ReadersSeen(service_running=False), "サービスが動いていません"),
        (ReadersSeen(service_running=True), "カードリーダーを接続してください"),
    ],
)
def test_missing_service_and_reader_are_explained(
    driver: DemoDriver, seen: ReadersSeen, words: str
) -> None:
    driver.program.watcher._seen.emit(seen)
    driver.wait_until(lambda: words in texts(driver.window))


def test_the_program_says_that_it_is_unofficial_and_a_demonstration(driver: DemoDriver) -> None:
    shown = texts(driver.window)
    assert "非公式" in shown
    assert "デモ" in shown


def test_an_installer_waits_for_what_is_being_done_with_the_card(driver: DemoDriver) -> None:
    assert driver.window.ready_to_end()
    question = driver.ask_for(Qt.Key.Key_U)
    assert not driver.window.ready_to_end()
    assert "インストーラー" in driver.window.statusBar().currentMessage()
    driver.press(question, Qt.Key.Key_Escape)
    driver.wait_gone(EnterPasswordDialog)
    driver.wait_until(driver.window.ready_to_end)
