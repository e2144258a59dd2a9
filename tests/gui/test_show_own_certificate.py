"""自分の証明書, from the menu to the certificate, by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from jpki_desktop.emulator import PasswordKind, Quirk
from jpki_desktop.gui.demo_bar import DemoBar
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.place_card import PlaceCardDialog
from jpki_desktop.gui.dialogs.select_certificate import SelectCertificateDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.widgets.busy_panel import BusyPanel
from jpki_desktop.gui.widgets.password_field import PasswordField
from support.driving import DemoDriver, texts

RIGHT = "ABC123"


def field(question: EnterPasswordDialog) -> PasswordField:
    found = question.findChild(PasswordField)
    assert isinstance(found, PasswordField)
    return found


def when_asked(driver: DemoDriver, answer: Callable[[QMessageBox], None]) -> None:
    """Answer the question in words that comes next, as soon as it is there."""

    def look() -> None:
        boxes = driver.open_windows(QMessageBox)
        if boxes:
            answer(boxes[0])
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


def test_user_authentication_needs_only_enter_and_sends_no_password(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_U)
    driver.press(question, Qt.Key.Key_Return)
    shown = driver.wait_for(ShowCertificateDialog)
    driver.wait_gone(EnterPasswordDialog)
    assert shown.certificate.kind.value == "auth"
    assert driver.verifies.sent == 0


def test_user_authentication_with_its_password(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_U)
    driver.type(question, "1234")
    ok = next(button for button in question.findChildren(QPushButton) if button.text() == "OK")
    ok.setFocus()
    driver.press(question, Qt.Key.Key_Space)
    driver.wait_for(ShowCertificateDialog)
    assert driver.verifies.sent == 1


def test_signature_certificate_after_its_password(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.type(question, RIGHT)
    driver.press(question, Qt.Key.Key_Return)
    shown = driver.wait_for(ShowCertificateDialog)
    driver.wait_gone(EnterPasswordDialog)
    assert shown.certificate.holder is not None
    assert driver.verifies.sent == 1
    # The main window now knows the end of this certificate too.
    driver.wait_until(lambda: "パスワード入力後に表示" not in texts(driver.window))


def test_wrong_password_keeps_the_dialog_emptied_with_the_new_count(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.type(question, "WRONG1")
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_until(lambda: "残り4回" in texts(question))
    assert field(question).text() == ""
    assert "パスワードが違います" in texts(question)
    driver.type(question, RIGHT)
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_for(ShowCertificateDialog)
    assert driver.verifies.sent == 2


@pytest.mark.parametrize("typed", ["", "AB1", "ABCDEF", "123456", "ABC12#", "A" * 16 + "1"])
def test_what_cannot_be_the_password_is_not_sent(driver: DemoDriver, typed: str) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.type(question, typed)
    driver.press(question, Qt.Key.Key_Return)
    assert "カードには送っていません" in texts(question)
    assert question.isVisible()
    assert driver.verifies.sent == 0


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("abc123", "小文字を大文字に変えました"),
        ("ＡＢＣ１２３", "全角文字を半角に変えました"),
    ],
)
def test_typing_is_adapted_with_a_visible_note(driver: DemoDriver, typed: str, note: str) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    QGuiApplication.clipboard().setText(typed)
    driver.press(question, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert note in texts(question)
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_for(ShowCertificateDialog)
    assert driver.verifies.sent == 1


def test_rules_are_ticked_one_by_one(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    assert "✓" not in texts(question)
    driver.type(question, "A")
    assert texts(question).count("✓") == 2
    driver.type(question, "1")
    assert texts(question).count("✓") == 3
    driver.type(question, "BCDE")
    assert texts(question).count("✓") == 4


def test_one_try_left_asks_again_and_stopping_is_the_default(driver: DemoDriver) -> None:
    driver.lay("one-try")
    question = driver.ask_for(Qt.Key.Key_S)
    driver.type(question, RIGHT)
    answered: list[str] = []

    def answer(box: QMessageBox) -> None:
        answered.append(box.text())
        QTest.keyClick(box, Qt.Key.Key_Return)

    when_asked(driver, answer)
    driver.press(question, Qt.Key.Key_Return)
    assert answered
    assert "残り1回" in answered[0]
    assert driver.verifies.sent == 0
    assert question.isVisible()


def test_one_try_left_and_confirmed(driver: DemoDriver) -> None:
    driver.lay("one-try")
    question = driver.ask_for(Qt.Key.Key_S)
    driver.type(question, RIGHT)

    when_asked(driver, lambda box: next(it for it in box.buttons() if it.text() == "送る").click())
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_for(ShowCertificateDialog)
    assert driver.verifies.sent == 1


def test_locked_password_shows_where_to_go_instead_of_a_field(driver: DemoDriver) -> None:
    driver.lay("sign-locked")
    question = driver.ask_for(Qt.Key.Key_S)
    assert not field(question).isVisible()
    assert "市区町村の窓口" in texts(question)
    assert "入力してください" not in texts(question)


def test_locked_user_authentication_can_still_be_shown(driver: DemoDriver) -> None:
    driver.lay("auth-locked")
    question = driver.ask_for(Qt.Key.Key_U)
    assert not field(question).isVisible()
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_for(ShowCertificateDialog)
    assert driver.verifies.sent == 0


def test_the_last_wrong_password_locks_in_the_same_dialog(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.cards._card.set_tries(PasswordKind.SIGN, 5)
    for left in (4, 3, 2, 1):
        driver.type(question, "WRONG1")
        driver.press(question, Qt.Key.Key_Return)
        driver.wait_until(lambda left=left: question.state.tries_left == left)  # type: ignore[misc]
    question.confirm_last_try = lambda: True  # type: ignore[method-assign]
    driver.type(question, "WRONG1")
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_until(lambda: question.state.locked)
    assert not field(question).isVisible()
    assert "市区町村の窓口" in texts(question)
    assert driver.verifies.sent == 5


def test_a_card_taken_away_closes_the_question_not_the_program(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.type(question, "ABC1")
    driver.cards.remove()
    driver.wait_gone(EnterPasswordDialog)
    assert driver.window.isVisible()
    assert "カードリーダーにセットしてください" in texts(driver.window)
    driver.cards.insert()
    driver.wait_until_read()
    question = driver.ask_for(Qt.Key.Key_S)
    assert field(question).text() == ""


def test_without_a_card_the_prompt_comes_first_and_goes_on_by_itself(driver: DemoDriver) -> None:
    driver.cards.remove()
    driver.wait_until_read()
    driver.alt(driver.window, Qt.Key.Key_U)
    select = driver.wait_for(SelectCertificateDialog)
    driver.press(select, Qt.Key.Key_Return)
    place = driver.wait_for(PlaceCardDialog)
    assert not driver.open_windows(EnterPasswordDialog)
    place.show_advice()
    assert "裏返して" in texts(place)
    driver.cards.insert()
    driver.wait_for(EnterPasswordDialog)
    driver.wait_gone(PlaceCardDialog)


def test_the_prompt_of_the_demo_can_put_the_card_on(driver: DemoDriver) -> None:
    driver.cards.remove()
    driver.wait_until_read()
    driver.alt(driver.window, Qt.Key.Key_U)
    driver.press(driver.wait_for(SelectCertificateDialog), Qt.Key.Key_Return)
    driver.wait_for(PlaceCardDialog).findChildren(DemoBar)[0].take.click()
    driver.wait_for(EnterPasswordDialog)
    driver.wait_gone(PlaceCardDialog)
    # The bar behind it knows what has happened.
    assert driver.window.findChildren(DemoBar)[0].take.text() == "カードを外す"


def test_another_card_is_not_taken_for_the_one_that_was_asked_about(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    # Exchanged so fast that no reader noticed: only the card itself can tell.
    driver.cards._card = driver.cards._make("long")
    driver.verifies.watch()
    driver.type(question, RIGHT)
    driver.press(question, Qt.Key.Key_Return)
    box = driver.wait_for(QMessageBox)
    assert "別のカード" in box.text()
    assert driver.verifies.sent == 0
    box.close()


def test_cancel_while_the_card_works(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.cards._card.set_quirk(Quirk.SLOW, on=True)
    driver.type(question, RIGHT)
    driver.press(question, Qt.Key.Key_Return)
    busy = driver.wait_for(BusyPanel)
    assert "カードと通信しています" in texts(busy)
    driver.press(busy, Qt.Key.Key_Escape)
    driver.wait_gone(BusyPanel)
    assert question.isVisible()
    assert driver.verifies.sent == 0
    driver.cards._card.set_quirk(Quirk.SLOW, on=False)


def test_a_phone_has_no_way_without_the_password(driver: DemoDriver) -> None:
    driver.lay("android")
    question = driver.ask_for(Qt.Key.Key_U)
    labels = [button.text() for button in question.findChildren(QPushButton) if button.isVisible()]
    assert not any("パスワードなし" in label for label in labels)
    driver.type(question, "1234")
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_for(ShowCertificateDialog)


@pytest.mark.parametrize(
    ("persona", "key", "words"),
    [
        ("juki", Qt.Key.Key_U, "住民基本台帳カード"),
        ("sign-missing", Qt.Key.Key_S, "カードにありません"),
        ("auth-missing", Qt.Key.Key_U, "カードにありません"),
    ],
)
def test_what_is_not_there_is_said(
    driver: DemoDriver, persona: str, key: Qt.Key, words: str
) -> None:
    driver.lay(persona)
    driver.select(key)
    box = driver.wait_for(QMessageBox)
    assert words in box.text()
    assert not driver.open_windows(EnterPasswordDialog)
    box.close()


def test_escape_ends_every_question(driver: DemoDriver) -> None:
    driver.alt(driver.window, Qt.Key.Key_U)
    driver.press(driver.wait_for(SelectCertificateDialog), Qt.Key.Key_Escape)
    driver.wait_gone(SelectCertificateDialog)
    driver.press(driver.ask_for(Qt.Key.Key_S), Qt.Key.Key_Escape)
    driver.wait_gone(EnterPasswordDialog)
    driver.ask_for(Qt.Key.Key_S)
    assert driver.verifies.sent == 0


def test_two_presses_in_a_row_send_one_password(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.cards._card.set_quirk(Quirk.SLOW, on=True)
    driver.type(question, RIGHT)
    question.submit()
    question.type_text(RIGHT)
    question.submit()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    driver.wait_for(ShowCertificateDialog)
    assert driver.verifies.sent == 1


def test_a_second_press_in_the_menu_opens_nothing_twice(driver: DemoDriver) -> None:
    driver.window.own_certificate.click()
    driver.window.own_certificate.click()
    driver.wait_for(SelectCertificateDialog)
    assert len(driver.open_windows(SelectCertificateDialog)) == 1
    driver.press(driver.open_windows(SelectCertificateDialog)[0], Qt.Key.Key_Escape)
    driver.wait_gone(SelectCertificateDialog)
    driver.window.own_certificate.click()
    driver.wait_for(SelectCertificateDialog)


def test_a_reader_that_swallowed_a_call_is_told_and_hangs_nothing(driver: DemoDriver) -> None:
    worker = driver.program.background._worker
    reader = driver.program.watcher.current_reader
    worker._silent[reader] = False
    driver.select(Qt.Key.Key_S)
    box = driver.wait_for(QMessageBox)
    assert "カードリーダーが応答しません" in box.text()
    box.close()
    driver.wait_gone(QMessageBox)
    driver.qtbot.wait(400)
    assert not driver.open_windows(BusyPanel)
    driver.wait_until(lambda: "カードリーダーが応答しません" in texts(driver.window))
    worker._silent.clear()
    driver.window.card_panel.read_again.emit()
    driver.wait_until(lambda: "残り5回" in texts(driver.window))
    driver.ask_for(Qt.Key.Key_S)


def test_enter_sends_what_was_typed_and_shows_without_a_password_when_nothing_was(
    driver: DemoDriver,
) -> None:
    question = driver.ask_for(Qt.Key.Key_U)
    driver.type(question, "9999")
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_until(lambda: "パスワードが違います" in texts(question))
    assert driver.verifies.sent == 1
    driver.press(question, Qt.Key.Key_Return)
    driver.wait_for(ShowCertificateDialog)
    assert driver.verifies.sent == 1


def test_a_closed_question_says_why(driver: DemoDriver) -> None:
    driver.ask_for(Qt.Key.Key_S)
    driver.cards.remove()
    driver.wait_gone(EnterPasswordDialog)
    assert "カードが外された" in driver.window.statusBar().currentMessage()
