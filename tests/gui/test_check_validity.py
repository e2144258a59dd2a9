"""有効性確認 from the certificate window, against the demo's own responder."""

import pytest
from PySide6.QtCore import Qt

from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.validity.result import Verdict, VerdictWord
from support.driving import DemoDriver, texts

NOT_CHECKED = "有効性確認は行われていません"


def opened(driver: DemoDriver, persona: str, key: Qt.Key) -> ShowCertificateDialog:
    if persona != "mynumber":
        driver.lay(persona)
    question = driver.ask_for(key)
    if key is Qt.Key.Key_S:
        driver.type(question, "ABC123")
    driver.press(question, Qt.Key.Key_Return)
    return driver.wait_for(ShowCertificateDialog)


def checked(driver: DemoDriver, shown: ShowCertificateDialog) -> Verdict:
    assert NOT_CHECKED in texts(shown)
    driver.alt(shown, Qt.Key.Key_V)
    driver.wait_until(lambda: shown.verdict is not None)
    assert shown.verdict is not None
    return shown.verdict


@pytest.mark.parametrize(
    ("persona", "key", "word", "words"),
    [
        ("mynumber", Qt.Key.Key_U, VerdictWord.VALID, "✓"),
        ("mynumber", Qt.Key.Key_S, VerdictWord.VALID, "✓"),
        ("revoked", Qt.Key.Key_U, VerdictWord.REVOKED, "✕"),
        ("on-hold", Qt.Key.Key_U, VerdictWord.ON_HOLD, "！"),
        ("moved", Qt.Key.Key_S, VerdictWord.REVOKED, "✕"),
        ("moved", Qt.Key.Key_U, VerdictWord.VALID, "✓"),
        ("expired", Qt.Key.Key_U, VerdictWord.EXPIRED, "✕"),
    ],
)
def test_every_state_has_its_words_and_sign(
    driver: DemoDriver, persona: str, key: Qt.Key, word: VerdictWord, words: str
) -> None:
    shown = opened(driver, persona, key)
    assert checked(driver, shown).word is word
    said = texts(shown)
    assert words in said
    assert NOT_CHECKED not in said
    # Whose word it is stands above every result of the demo.
    assert "デモ" in said


@pytest.mark.parametrize("key", [Qt.Key.Key_U, Qt.Key.Key_S])
def test_the_path_is_completed_from_the_card(driver: DemoDriver, key: Qt.Key) -> None:
    shown = opened(driver, "mynumber", key)
    sent = driver.verifies.sent
    shown.tabs.setCurrentWidget(shown.path_tab)
    driver.wait_until(lambda: shown.path_tab.steps.count() == 2)
    assert "発行者の証明書がまだ分かりません" not in texts(shown)
    assert driver.verifies.sent == sent


def test_without_the_card_the_path_tab_says_how_to_complete_it(driver: DemoDriver) -> None:
    shown = opened(driver, "mynumber", Qt.Key.Key_U)
    driver.cards.remove()
    shown.tabs.setCurrentWidget(shown.path_tab)
    assert "カードをカードリーダーに置いて、このタブを開き直して" in texts(shown)
    driver.cards.insert("mynumber")
    driver.wait_until_read()
    shown.tabs.setCurrentIndex(0)
    shown.tabs.setCurrentWidget(shown.path_tab)
    driver.wait_until(lambda: shown.path_tab.steps.count() == 2)


def test_a_verdict_and_the_path_say_the_same(driver: DemoDriver) -> None:
    shown = opened(driver, "mynumber", Qt.Key.Key_U)
    assert checked(driver, shown).word is VerdictWord.VALID
    assert shown.path_tab.steps.count() == 2


def test_details_unfold(driver: DemoDriver) -> None:
    shown = opened(driver, "mynumber", Qt.Key.Key_U)
    checked(driver, shown)
    details = shown._result.details
    assert not details.isVisible()
    shown._result.fold.click()
    assert details.isVisible()
    assert "OCSP" in details.toPlainText()
    # They come into view: below the fold they would not be noticed.
    driver.wait_until(lambda: not details.visibleRegion().isEmpty())


def test_the_sheet_carries_the_result(driver: DemoDriver) -> None:
    shown = opened(driver, "revoked", Qt.Key.Key_U)
    assert "未確認" in {row.value for row in shown.output._sheet().rows}
    checked(driver, shown)
    values = {row.value for row in shown.output._sheet().rows}
    assert "未確認" not in values
    assert any("失効" in value for value in values)


def test_no_answer_is_never_called_valid(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver.cards, "answer_question", lambda *_: b"no answer at all")
    shown = opened(driver, "mynumber", Qt.Key.Key_U)
    assert checked(driver, shown).word is VerdictWord.UNCHECKED
    assert "確認できませんでした" in texts(shown)


def test_an_authority_has_no_check_of_its_own(driver: DemoDriver) -> None:
    from PySide6.QtWidgets import QPushButton

    from jpki_desktop.gui.dialogs.show_authorities import ShowAuthoritiesDialog

    driver.alt(driver.window, Qt.Key.Key_C)
    dialog = driver.wait_for(ShowAuthoritiesDialog)
    next(b for b in dialog.findChildren(QPushButton) if "この証明書" in b.text()).click()
    shown = driver.wait_for(ShowCertificateDialog)
    assert not shown.check_button.isVisible()


def test_many_presses_make_one_check(driver: DemoDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    answer = driver.cards.answer_question

    def count(question: bytes) -> bytes:
        asked.append(question)
        return answer(question)

    monkeypatch.setattr(driver.cards, "answer_question", count)
    shown = opened(driver, "mynumber", Qt.Key.Key_U)
    for _ in range(3):
        shown.check_button.click()
    driver.wait_until(lambda: shown.verdict is not None)
    driver.qtbot.wait(200)
    assert len(asked) == 1


def test_a_window_closed_in_the_middle_ends_the_check(driver: DemoDriver) -> None:
    shown = opened(driver, "mynumber", Qt.Key.Key_U)
    shown.check_button.click()
    shown.reject()
    driver.wait_gone(ShowCertificateDialog)
    driver.qtbot.wait(300)
    assert driver.window.isVisible()


@pytest.mark.usefixtures("styled")
def test_only_the_tabs_scroll_in_a_window_of_its_own_size(driver: DemoDriver) -> None:
    shown = opened(driver, "moved", Qt.Key.Key_S)
    inside, room = shown._area.widget(), shown._area.viewport()
    assert inside is not None
    for checks in (False, True):
        if checks:
            checked(driver, shown)
        for index in range(shown.tabs.count()):
            shown.tabs.setCurrentIndex(index)
            driver.qtbot.wait(1)
            assert inside.heightForWidth(room.width()) <= room.height()


def test_the_result_does_not_push_the_buttons_off_the_screen(driver: DemoDriver) -> None:
    shown = opened(driver, "moved", Qt.Key.Key_S)
    shown.resize(shown.width(), 540)
    checked(driver, shown)
    driver.qtbot.wait(100)
    assert shown.height() <= 540
    assert shown.check_button.isVisible()
    assert shown._result.frame.visibleRegion().boundingRect().height() > 0
