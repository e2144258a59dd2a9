"""パスワード変更 and パスワードを確かめる, from the menu to the result, by keyboard alone."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QRadioButton

from gui.test_access import unnamed
from jpki_desktop.emulator import CommandClass, Fault, FaultKind, PasswordKind, Quirk
from jpki_desktop.gui.dialogs.change_password import ChangePasswordDialog
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.password_question import PasswordQuestion
from jpki_desktop.gui.dialogs.place_card import PlaceCardDialog
from jpki_desktop.gui.dialogs.select_password import SelectPasswordDialog
from jpki_desktop.gui.widgets.busy_panel import BusyPanel
from jpki_desktop.gui.widgets.password_field import PasswordField
from support.driving import DemoDriver, texts

AUTH, SIGN = Qt.Key.Key_U, Qt.Key.Key_S
NEW = {AUTH: "7394", SIGN: "RIVER7X"}
OLD = {AUTH: "1234", SIGN: "ABC123"}


def choose(driver: DemoDriver, menu: Qt.Key, kind: Qt.Key) -> None:
    driver.alt(driver.window, menu)
    select = driver.wait_for(SelectPasswordDialog)
    driver.alt(select, kind)
    wanted = "auth" if kind is AUTH else "sign"
    driver.wait_until(lambda: select.choice.value == wanted)
    driver.press(select, Qt.Key.Key_Return)


def begin(driver: DemoDriver, kind: Qt.Key) -> ChangePasswordDialog:
    choose(driver, Qt.Key.Key_P, kind)
    return driver.wait_for(ChangePasswordDialog)


def begin_check(driver: DemoDriver, kind: Qt.Key) -> EnterPasswordDialog:
    choose(driver, Qt.Key.Key_K, kind)
    return driver.wait_for(EnterPasswordDialog)


def fill(driver: DemoDriver, question: PasswordQuestion, *words: str) -> None:
    question.findChildren(PasswordField)[0].setFocus()
    for word in words:
        driver.type(question, word)
        driver.press(question, Qt.Key.Key_Tab)


def change(driver: DemoDriver, question: PasswordQuestion, *words: str) -> None:
    fill(driver, question, *words)
    question.findChildren(PasswordField)[0].setFocus()
    driver.press(question, Qt.Key.Key_Return)


def answer(driver: DemoDriver, label: str = "") -> list[str]:
    """Answer the question in words that comes next; without a label by Enter alone."""
    said: list[str] = []

    def act() -> None:
        boxes = driver.open_windows(QMessageBox)
        if not boxes:
            QTimer.singleShot(50, act)
            return
        said.append(f"{boxes[0].text()}\n{boxes[0].informativeText()}")
        if label:
            next(button for button in boxes[0].buttons() if button.text() == label).click()
        else:
            QTest.keyClick(boxes[0], Qt.Key.Key_Return)

    QTimer.singleShot(50, act)
    return said


def message(driver: DemoDriver) -> str:
    box = driver.wait_for(QMessageBox)
    said = f"{box.text()}\n{box.informativeText()}"
    driver.press(box, Qt.Key.Key_Return)
    driver.wait_gone(QMessageBox)
    return said


def holds(driver: DemoDriver, kind: PasswordKind, text: str) -> bool:
    return driver.cards._card._parts.passwords[kind]._matches(text.encode())


def sent(driver: DemoDriver) -> tuple[int, int]:
    return driver.verifies.sent, driver.verifies.changes


def fail(driver: DemoDriver, where: CommandClass, number: int = 1, *, after: bool = True) -> None:
    driver.cards._card.arm(Fault(FaultKind.GONE, number, where, after=after))


# --- it works -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [AUTH, SIGN])
def test_change_by_keyboard(driver: DemoDriver, kind: Qt.Key) -> None:
    question = begin(driver, kind)
    change(driver, question, OLD[kind], NEW[kind], NEW[kind])
    assert "変更しました" in message(driver)
    driver.wait_gone(ChangePasswordDialog)
    assert sent(driver) == (2, 1)
    assert holds(driver, PasswordKind.AUTH if kind is AUTH else PasswordKind.SIGN, NEW[kind])


def test_choice_shows_the_tries_left(driver: DemoDriver) -> None:
    driver.cards._card.set_tries(PasswordKind.AUTH, 2)
    driver.alt(driver.window, Qt.Key.Key_P)
    select = driver.wait_for(SelectPasswordDialog)
    assert "残り2回" in texts(select)
    assert "残り5回" in texts(select)
    descriptions = [button.accessibleDescription() for button in select.findChildren(QRadioButton)]
    assert ["残り" in description for description in descriptions] == [True, True]
    driver.press(select, Qt.Key.Key_Escape)
    driver.wait_gone(SelectPasswordDialog)
    driver.alt(driver.window, Qt.Key.Key_P)
    driver.wait_for(SelectPasswordDialog)


def test_check_right_and_wrong(driver: DemoDriver) -> None:
    question = begin_check(driver, SIGN)
    assert "残り回数が1回減り" in texts(question)
    change(driver, question, "WRONG1")
    driver.wait_until(lambda: "残り4回" in texts(question))
    change(driver, question, "ABC123")
    assert "正しいパスワードです" in message(driver)
    driver.wait_gone(EnterPasswordDialog)
    assert sent(driver) == (2, 0)


def test_expired_certificates_do_not_matter(driver: DemoDriver) -> None:
    driver.lay("expired")
    change(driver, begin(driver, SIGN), OLD[SIGN], NEW[SIGN], NEW[SIGN])
    assert "変更しました" in message(driver)


# --- what one sees while typing -----------------------------------------------------------------


def test_rules_are_ticked_one_by_one(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fill(driver, question, "ABC123")
    assert "✓" not in texts(question)
    new, again = question.findChildren(PasswordField)[1:]
    for text, ticks in (("R", 2), ("7", 3), ("IVER", 4)):
        new.setFocus()
        driver.type(question, text)
        assert texts(question).count("✓") == ticks
    again.setFocus()
    driver.type(question, "R7IVE")
    assert texts(question).count("✓") == 4
    driver.type(question, "R")
    assert texts(question).count("✓") == 5


def test_typing_is_adapted_with_a_note(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fill(driver, question, "abc123", "river7x", "river7x")
    assert "小文字を大文字に変えました" in texts(question)
    assert [field.text() for field in question.findChildren(PasswordField)][1:] == ["RIVER7X"] * 2


def test_showing_the_password_shows_all_three(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fields = question.findChildren(PasswordField)
    assert {field.echoMode() for field in fields} == {PasswordField.EchoMode.Password}
    driver.alt(question, Qt.Key.Key_W)
    driver.wait_until(
        lambda: {field.echoMode() for field in fields} == {PasswordField.EchoMode.Normal}
    )


def test_others_hear_no_more_than_the_number_of_characters(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fill(driver, question, "ABC123", "RIVER7X", "RIVER7X")
    for field in question.findChildren(PasswordField):
        interface = QAccessible.queryAccessibleInterface(field)
        heard = [interface.text(kind) for kind in QAccessible.Text if kind.value < 5]
        assert not any("ABC" in text or "RIVER" in text for text in heard), heard


def test_every_control_has_a_name(driver: DemoDriver) -> None:
    driver.alt(driver.window, Qt.Key.Key_P)
    select = driver.wait_for(SelectPasswordDialog)
    assert list(unnamed(select)) == []
    driver.press(select, Qt.Key.Key_Return)
    question = driver.wait_for(ChangePasswordDialog)
    question.four_passwords.button.click()
    assert list(unnamed(question)) == []


def test_table_of_the_four_passwords_unfolds_and_marks_this_one(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    assert "住民基本台帳用" not in texts(question)
    driver.alt(question, Qt.Key.Key_F)
    driver.wait_until(lambda: "住民基本台帳用" in texts(question))
    said = texts(question)
    for name in ("署名用", "利用者証明用", "券面事項入力補助用"):
        assert name in said
    assert "署名用\n▶ これです" in said
    assert said.count("▶") == 1


# --- what is not sent ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("", "RIVER7X", "RIVER7X"), "カードには送っていません"),
        (("ABC123", "RIVER", "RIVER"), "カードには送っていません"),
        (("ABC123", "RIVER7X", "RIVER7Y"), "確認の入力が違います"),
        (("ABC123", "RIVER7X", ""), "確認の入力が違います"),
    ],
)
def test_what_cannot_be_right_is_not_sent(
    driver: DemoDriver, words: tuple[str, ...], said: str
) -> None:
    question = begin(driver, SIGN)
    change(driver, question, *words)
    assert said in texts(question)
    assert question.isVisible()
    assert sent(driver) == (0, 0)


@pytest.mark.parametrize(
    ("kind", "new", "reason"),
    [
        (AUTH, "1234", "現在のパスワードと同じ"),
        (AUTH, "7777", "同じ文字"),
        (AUTH, "4321", "順番"),
        (AUTH, "0520", "誕生日"),
        (AUTH, "1975", "日付"),
        (SIGN, "TARO0520", "誕生日"),
    ],
)
def test_easy_ones_are_warned_about_with_a_way_to_go_on(
    driver: DemoDriver, kind: Qt.Key, new: str, reason: str
) -> None:
    question = begin(driver, kind)
    said = answer(driver)
    change(driver, question, OLD[kind], new, new)
    assert reason in said[0]
    assert "利用の手引き" in said[0]
    assert "。 " not in said[0]
    assert reason in texts(question)
    assert question.isVisible()
    assert sent(driver) == (0, 0)
    # Another one can be typed at once.
    old, typed, again = question.findChildren(PasswordField)
    assert question.focusWidget() is typed
    assert typed.hasSelectedText()
    assert old.text()
    assert not again.text()
    again.setText(new)
    answer(driver, "このまま使う")
    driver.press(question, Qt.Key.Key_Return)
    assert "変更しました" in message(driver)
    assert sent(driver) == (2, 1)


def test_one_try_left_asks_and_stopping_is_the_default(driver: DemoDriver) -> None:
    driver.lay("one-try")
    question = begin(driver, SIGN)
    said = answer(driver)
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    assert "残り1回" in said[0]
    assert sent(driver) == (0, 0)
    answer(driver, "送る")
    driver.press(question, Qt.Key.Key_Return)
    assert "変更しました" in message(driver)
    assert sent(driver) == (2, 1)


@pytest.mark.parametrize("start", [begin, begin_check])
def test_card_taken_away_while_the_last_try_is_asked_about(
    driver: DemoDriver, start: Callable[[DemoDriver, Qt.Key], PasswordQuestion]
) -> None:
    driver.lay("one-try")
    question = start(driver, SIGN)
    asked: list[bool] = []

    def leave() -> None:
        asked.extend(True for _ in driver.open_windows(QMessageBox))
        if asked:
            driver.cards.remove()
        else:
            QTimer.singleShot(50, leave)

    QTimer.singleShot(50, leave)
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    assert asked == [True]
    driver.wait_gone(PasswordQuestion)
    driver.wait_gone(QMessageBox)
    assert sent(driver) == (0, 0)
    assert driver.window.isVisible()


@pytest.mark.parametrize("start", [begin, begin_check])
def test_locked_shows_where_to_go_and_no_field(
    driver: DemoDriver, start: Callable[[DemoDriver, Qt.Key], PasswordQuestion]
) -> None:
    driver.lay("sign-locked")
    question = start(driver, SIGN)
    assert not any(field.isVisible() for field in question.findChildren(PasswordField))
    assert "市区町村の窓口" in texts(question)
    assert "コンビニ" in texts(question)
    labels = [button.text() for button in question.findChildren(QPushButton) if button.isVisible()]
    assert "閉じる" in labels
    assert not any("変更する" in label or label == "OK" for label in labels)


def test_phones_are_refused(driver: DemoDriver) -> None:
    driver.lay("android")
    driver.alt(driver.window, Qt.Key.Key_P)
    assert "このカードではできません" in message(driver)
    assert not driver.open_windows(SelectPasswordDialog)


# --- what goes wrong ----------------------------------------------------------------------------


def test_wrong_old_password_stays_open_emptied(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    change(driver, question, "WRONG1", NEW[SIGN], NEW[SIGN])
    driver.wait_until(lambda: "残り4回" in texts(question))
    assert "パスワードが違います" in texts(question)
    assert not any(field.text() for field in question.findChildren(PasswordField))
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    assert "変更しました" in message(driver)
    assert sent(driver) == (3, 1)


def test_refused_new_password_says_that_the_old_one_holds(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    original = driver.cards._card.transmit

    def refuse(command: bytes) -> bytes:
        return b"\x6a\x80" if command[1] == 0x24 else original(command)

    driver.cards._card.transmit = refuse  # type: ignore[method-assign]
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    driver.wait_until(lambda: "前の署名用パスワードのままです" in texts(question))
    assert question.isVisible()


def test_unknown_result_offers_a_check_after_explaining_it(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fail(driver, CommandClass.CHANGE)
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    box = driver.wait_for(QMessageBox)
    said = f"{box.text()}\n{box.informativeText()}"
    assert "変更されたか分かりません" in said
    assert "残り回数が1回減り" in said
    # The demo's reader does not tell of a card that left by a fault: reading it again does.
    driver.wait_until(lambda: not driver.program.watcher.view.readers[0].summary)
    next(it for it in box.buttons() if it.text() == "新しいパスワードを確かめる…").click()
    driver.wait_for(PlaceCardDialog)
    driver.cards.insert()
    check = driver.wait_for(EnterPasswordDialog)
    assert sent(driver) == (1, 1)
    assert "新しいパスワードを今、確かめることができます" in texts(check)
    change(driver, check, NEW[SIGN])
    assert "正しいパスワードです" in message(driver)
    assert sent(driver) == (2, 1)
    driver.wait_until_read()
    begin(driver, SIGN)


def test_closing_the_offer_is_the_default_and_costs_nothing(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fail(driver, CommandClass.CHANGE)
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    assert "変更されたか分かりません" in message(driver)
    assert sent(driver) == (1, 1)
    driver.cards.insert()
    driver.wait_until_read()
    begin(driver, SIGN)


def test_change_that_was_not_confirmed_is_called_a_change(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fail(driver, CommandClass.VERIFY, 2, after=False)
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    said = message(driver)
    assert "変更しました" in said
    assert "もう一度確かめる前に" in said
    assert holds(driver, PasswordKind.SIGN, NEW[SIGN])


def test_removal_while_the_card_works_does_not_hide_the_result(driver: DemoDriver) -> None:
    """The reader tells of the removal before the operation tells of its end."""
    question = begin(driver, SIGN)
    original = driver.cards._card.transmit
    removed, go_on = threading.Event(), threading.Event()

    def leave(command: bytes) -> bytes:
        answer = original(command)
        if command[1] == 0x24:
            driver.cards.remove()
            removed.set()
            assert go_on.wait(5)
        return answer

    driver.cards._card.transmit = leave  # type: ignore[method-assign]
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    driver.wait_until(removed.is_set)
    driver.wait_until(lambda: "カードリーダーにセットしてください" in texts(driver.window))
    assert question.isVisible()
    assert not any(field.text() for field in question.findChildren(PasswordField))
    assert driver.window.entries._flow is not None
    go_on.set()
    assert "もう一度確かめる前に" in message(driver)


def test_card_taken_away_closes_the_question_not_the_program(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fill(driver, question, OLD[SIGN], NEW[SIGN])
    driver.cards.remove()
    driver.wait_gone(ChangePasswordDialog)
    assert driver.window.isVisible()
    driver.cards.insert()
    driver.wait_until_read()
    driver.alt(driver.window, Qt.Key.Key_P)
    driver.wait_for(SelectPasswordDialog)
    driver.cards.remove()
    driver.wait_gone(SelectPasswordDialog)
    assert sent(driver) == (0, 0)


def test_another_card_is_not_taken_for_the_one_that_was_asked_about(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    driver.cards._card = driver.cards._make("long")
    driver.verifies.watch()
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    assert "別のカード" in message(driver)
    assert sent(driver) == (0, 0)


def test_without_a_card_the_prompt_comes_first(driver: DemoDriver) -> None:
    driver.cards.remove()
    driver.wait_until_read()
    driver.alt(driver.window, Qt.Key.Key_P)
    driver.wait_for(PlaceCardDialog)
    driver.cards.insert()
    driver.wait_for(SelectPasswordDialog)


def test_cancel_while_the_card_works(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    driver.cards._card.set_quirk(Quirk.SLOW, on=True)
    change(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    busy = driver.wait_for(BusyPanel)
    driver.press(busy, Qt.Key.Key_Escape)
    driver.wait_gone(BusyPanel)
    assert question.isVisible()
    driver.cards._card.set_quirk(Quirk.SLOW, on=False)
    QTest.qWait(300)
    assert sent(driver) == (0, 0)


def test_closed_windows_are_discarded_with_their_fields(driver: DemoDriver) -> None:
    question = begin(driver, SIGN)
    fill(driver, question, OLD[SIGN], NEW[SIGN], NEW[SIGN])
    fields = question.findChildren(PasswordField)
    driver.press(question, Qt.Key.Key_Escape)
    assert not any(field.text() for field in fields)
    driver.wait_gone(ChangePasswordDialog)
    gone: list[bool] = []
    question.destroyed.connect(lambda: gone.append(True))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone


def test_a_second_press_in_the_menu_opens_nothing_twice(driver: DemoDriver) -> None:
    driver.window.change_password.click()
    driver.window.verify_password.click()
    driver.window.own_certificate.click()
    driver.wait_for(SelectPasswordDialog)
    assert len(driver.open_windows(SelectPasswordDialog)) == 1
