"""証明書の失効申請, from the menu to the receipt and its check, by keyboard, with the demo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton

from gui.test_access import unnamed
from jpki_desktop.emulator import CommandClass, Fault, FaultKind
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    RevocationServerError,
)
from jpki_desktop.gui.dialogs.password_question import PasswordQuestion
from jpki_desktop.gui.dialogs.place_card import PlaceCardDialog
from jpki_desktop.gui.dialogs.request_revocation.choose_certificate import ChooseCertificateDialog
from jpki_desktop.gui.dialogs.request_revocation.choose_reason import ChooseReasonDialog
from jpki_desktop.gui.dialogs.request_revocation.confirm import ConfirmDialog
from jpki_desktop.gui.dialogs.request_revocation.enter_password import RevocationPasswordDialog
from jpki_desktop.gui.dialogs.request_revocation.notice import NoticeDialog
from jpki_desktop.gui.dialogs.request_revocation.receipt import ReceiptDialog
from jpki_desktop.gui.dialogs.request_revocation.show_certificate import SeeCertificateDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.flows import request_revocation as flow
from jpki_desktop.revocation_request.model import (
    RevocationReason,
    Server,
)
from jpki_desktop.validity.result import VerdictWord
from support.driving import DemoDriver, texts
from support.revocation_pages import (
    AUTH,
    BANNER,
    RETURN,
    SIGN,
    Signatures,
    answered,
    enter,
    message,
    posts,
    request,
    submit,
    to_certificate,
    to_choice,
    to_notice,
    to_password,
    to_reason,
    yes,
)


@pytest.fixture
def signatures(driver: DemoDriver) -> "Signatures":
    return Signatures(driver)


# --- what must be known first -------------------------------------------------------------------


def test_the_first_page_needs_no_card(driver: DemoDriver, signatures: Signatures) -> None:
    driver.cards.remove()
    driver.wait_until_read()
    notice = to_notice(driver)
    said = texts(notice)
    for words in ("紛失", "盗まれた", "故障", "不正に使われた", "すぐに市区町村の窓口"):
        assert words in said
    for words in ("0570-783-578", "050-3818-1250", "利用者証明用電子証明書は窓口で", "署名用"):
        assert words in said
    assert BANNER in said
    driver.press(notice, RETURN)
    place = driver.wait_for(PlaceCardDialog)
    driver.press(place, Qt.Key.Key_Escape)
    driver.wait_gone(PlaceCardDialog)
    assert signatures.sent == (0, 0)
    to_notice(driver)


def test_numbers_can_be_copied_and_selected(driver: DemoDriver) -> None:
    notice = to_notice(driver)
    copies = [one for one in notice.findChildren(QPushButton) if one.objectName() == "copy"]
    copied = []
    for button in copies:
        button.setFocus()
        driver.press(notice, Qt.Key.Key_Space)
        copied.append(QGuiApplication.clipboard().text())
    assert copied == ["0570-783-578", "050-3818-1250"]
    numbers = [one for one in notice.findChildren(QLabel) if one.text() in copied]
    flag = Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert len(numbers) == 2
    assert all(one.textInteractionFlags() & flag for one in numbers)


def test_without_a_server_there_is_no_dead_end(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "configured_server", lambda _world: None)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    driver.cards.remove()
    notice = to_notice(driver)
    said = texts(notice)
    for words in ("市区町村の窓口で手続き", "0570-783-578", "https://www.jpki.go.jp/"):
        assert words in said
    assert "公式のオンライン窓口には申請できません" in said
    driver.alt(notice, Qt.Key.Key_P)
    driver.wait_until(lambda: opened == ["https://www.jpki.go.jp/"])
    assert not hasattr(notice, "next")
    driver.press(notice, RETURN)
    driver.wait_gone(NoticeDialog)
    to_notice(driver)


def test_settings_that_cannot_be_used_are_said_on_the_same_page(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(_world: Environment) -> None:
        raise RevocationServerError("address", "ftp://a.example/")

    monkeypatch.setattr(flow, "configured_server", wrong)
    notice = to_notice(driver)
    said = texts(notice)
    assert "ftp://a.example/" in said
    assert RevocationServerError.code in said
    assert "0570-783-578" in said
    assert not hasattr(notice, "next")


# --- the whole way ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [AUTH, SIGN])
def test_request_receipt_and_check_by_keyboard(
    driver: DemoDriver, signatures: Signatures, kind: Qt.Key
) -> None:
    receipt = request(driver, kind)
    driver.wait_gone(RevocationPasswordDialog)
    assert signatures.sent == (1, 1)
    said = texts(receipt)
    certificate = receipt.receipt.certificate
    assert "失効申請が受理されました" in said
    for value in (
        receipt.receipt.transaction_id,
        certificate.serial_hex,
        certificate.serial_decimal,
        receipt.receipt.server,
    ):
        assert value in said
    assert certificate.sha256 in said.replace("\n", "")
    assert BANNER in said
    # The card is no longer needed for anything.
    driver.cards.remove()
    driver.alt(receipt, Qt.Key.Key_V)
    shown = driver.wait_for(ShowCertificateDialog)
    driver.wait_until(lambda: shown.verdict is not None)
    assert shown.verdict is not None
    assert shown.verdict.word is VerdictWord.REVOKED
    assert "失効" in texts(shown)
    assert signatures.sent == (1, 1)


def test_banner_and_names_on_every_page(driver: DemoDriver) -> None:
    def look(page: QDialog) -> None:
        assert BANNER in texts(page), type(page).__name__
        assert list(unnamed(page)) == [], type(page).__name__

    notice = to_notice(driver)
    look(notice)
    driver.press(notice, RETURN)
    for kind in (ChooseCertificateDialog, SeeCertificateDialog, ChooseReasonDialog):
        page = driver.wait_for(kind)
        look(page)
        driver.press(page, RETURN)
    password = driver.wait_for(RevocationPasswordDialog)
    look(password)

    def judge(question: ConfirmDialog) -> None:
        look(question)
        yes(question)

    submit(driver, password, "1234", judge)
    look(driver.wait_for(ReceiptDialog))


def test_what_is_seen_before_the_password(driver: DemoDriver) -> None:
    summary = driver.program.watcher.view.current
    assert summary is not None
    assert summary.summary is not None
    assert summary.summary.certificate is not None
    see = to_certificate(driver, AUTH)
    assert summary.summary.certificate.serial_hex in texts(see)
    assert "取り消せません" in texts(see)
    driver.alt(see, Qt.Key.Key_B)
    choice = driver.wait_for(ChooseCertificateDialog)
    driver.alt(choice, SIGN)
    driver.wait_until(lambda: choice.choice.value == "sign")
    driver.press(choice, RETURN)
    see = driver.wait_for(SeeCertificateDialog)
    assert "パスワードがないとカードから読み出せません" in texts(see)
    assert "署名用電子証明書" in texts(see)


def test_a_test_card_is_marked_as_one_with_a_real_server_too(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.lay("jlis-test")
    server = Server("https://revocation.example/", (), demo=False)
    monkeypatch.setattr(flow, "configured_server", lambda _world: server)
    assert "テスト用" not in texts(to_notice(driver))
    driver.press(driver.wait_for(NoticeDialog), RETURN)
    driver.press(driver.wait_for(ChooseCertificateDialog), RETURN)
    see = driver.wait_for(SeeCertificateDialog)
    assert "テスト用カードの証明書です" in texts(see)
    assert BANNER not in texts(see)


def test_back_from_the_reason(driver: DemoDriver) -> None:
    reason = to_reason(driver, SIGN)
    driver.alt(reason, Qt.Key.Key_B)
    see = driver.wait_for(SeeCertificateDialog)
    assert "署名用電子証明書" in texts(see)
    driver.press(see, RETURN)
    driver.wait_for(ChooseReasonDialog)


def test_the_reason_goes_into_the_request(driver: DemoDriver) -> None:
    page = to_reason(driver)
    assert page.choice is RevocationReason.CESSATION_OF_OPERATION
    driver.press(page, Qt.Key.Key_Down)
    driver.wait_until(lambda: page.choice is RevocationReason.SUPERSEDED)
    driver.press(page, RETURN)
    asked = submit(driver, driver.wait_for(RevocationPasswordDialog), "1234")
    assert "新しい証明書に切り替えた" in asked.texts[0]
    receipt = driver.wait_for(ReceiptDialog)
    assert receipt.receipt.reason is RevocationReason.SUPERSEDED
    assert "新しい証明書に切り替えた" in texts(receipt)


def test_misuse_is_sent_to_the_counter_at_once(driver: DemoDriver) -> None:
    assert "すぐに市区町村の窓口に届け出てください" in texts(to_reason(driver))


# --- the last question --------------------------------------------------------------------------


def test_the_last_question_says_what_stops(driver: DemoDriver) -> None:
    said = submit(driver, to_password(driver, SIGN), "ABC123", enter).texts[0]
    for words in (
        "署名用電子証明書の失効を申請しますか",
        "署名ができなくなります",
        "取り消せません",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("url", "said"), [("http://a.example/", True), ("https://a.example/", False)]
)
def test_the_last_question_says_who_can_read_along(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch, url: str, *, said: bool
) -> None:
    monkeypatch.setattr(flow, "configured_server", lambda _world: Server(url, ()))
    asked = submit(driver, to_password(driver, SIGN), "ABC123", enter)
    assert ("氏名・住所・生年月日・性別" in asked.texts[0]) is said


def test_enter_never_sends(driver: DemoDriver, signatures: Signatures) -> None:
    dialog = to_password(driver)
    submit(driver, dialog, "1234", enter)
    assert dialog.isVisible()

    def on_the_button(question: ConfirmDialog) -> None:
        question.revoke.setFocus()
        enter(question)

    with answered(driver, on_the_button) as asked:
        driver.press(dialog, RETURN)
        driver.wait_until(lambda: bool(asked.texts))
    driver.wait_gone(ConfirmDialog)
    assert dialog.isVisible()
    assert signatures.sent == (0, 0)
    with answered(driver, yes) as asked:
        driver.press(dialog, RETURN)
        driver.wait_until(lambda: bool(asked.texts))
    driver.wait_for(ReceiptDialog)
    assert signatures.sent == (1, 1)


def test_the_space_bar_answers_too(driver: DemoDriver) -> None:
    def space(question: ConfirmDialog) -> None:
        question.revoke.setFocus()
        QTest.keyClick(question.revoke, Qt.Key.Key_Space)

    submit(driver, to_password(driver), "1234", space)
    driver.wait_for(ReceiptDialog)


# --- the password -------------------------------------------------------------------------------


def test_a_wrong_password_asks_anew_each_time(driver: DemoDriver, signatures: Signatures) -> None:
    dialog = to_password(driver, SIGN)
    submit(driver, dialog, "WRONG1")
    driver.wait_until(lambda: "残り4回" in texts(dialog))
    assert "パスワードが違います" in texts(dialog)
    assert signatures.sent == (1, 0)
    submit(driver, dialog, "ABC123")
    driver.wait_for(ReceiptDialog)
    assert signatures.sent == (2, 1)


def test_the_last_try_is_a_question_of_its_own(driver: DemoDriver) -> None:
    driver.lay("one-try")
    signatures = Signatures(driver)
    dialog = to_password(driver, SIGN)
    boxes: list[str] = []

    def refuse() -> None:
        for box in driver.open_windows(QMessageBox):
            boxes.append(box.text())
            QTest.keyClick(box, RETURN)
            return
        QTimer.singleShot(50, refuse)

    QTimer.singleShot(50, refuse)
    submit(driver, dialog, "ABC123")
    driver.wait_until(lambda: bool(boxes))
    assert "残り1回" in boxes[0]
    driver.wait_gone(QMessageBox)
    assert dialog.isVisible()
    assert signatures.sent == (0, 0)


def test_a_locked_password_shows_where_to_go(driver: DemoDriver) -> None:
    driver.lay("sign-locked")
    dialog = to_password(driver, SIGN)
    assert "市区町村の窓口" in texts(dialog)
    assert not any(
        one.isVisible() and one.text() == "OK" for one in dialog.findChildren(QPushButton)
    )


def test_a_certificate_that_is_not_there_is_said_before_any_password(driver: DemoDriver) -> None:
    driver.lay("sign-missing")
    signatures = Signatures(driver)
    choice = to_choice(driver)
    driver.alt(choice, SIGN)
    driver.wait_until(lambda: choice.choice.value == "sign")
    driver.press(choice, RETURN)
    assert "入っていません" in message(driver)
    assert signatures.sent == (0, 0)


# --- the card goes ------------------------------------------------------------------------------


@pytest.mark.parametrize("reach", [to_choice, to_certificate, to_reason, to_password])
def test_card_taken_away_at_every_page(
    driver: DemoDriver, signatures: Signatures, reach: Callable[[DemoDriver], QDialog]
) -> None:
    page = type(reach(driver))
    driver.cards.remove()
    driver.wait_gone(page)
    driver.wait_until(lambda: "何も送" in driver.window.statusBar().currentMessage())
    driver.cards.insert()
    driver.wait_until_read()
    to_notice(driver)
    assert signatures.sent == (0, 0)


def test_card_taken_away_under_the_last_question(
    driver: DemoDriver, signatures: Signatures
) -> None:
    dialog = to_password(driver)
    driver.type(dialog, "1234")
    with answered(driver, lambda _question: driver.cards.remove()) as asked:
        driver.press(dialog, RETURN)
        driver.wait_until(lambda: bool(asked.texts))
    driver.wait_gone(PasswordQuestion)
    driver.wait_gone(ConfirmDialog)
    assert signatures.sent == (0, 0)


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("where", [CommandClass.VERIFY, CommandClass.SIGN])
def test_card_taken_away_in_the_middle(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch, where: CommandClass, after: bool
) -> None:
    sent = posts(driver, monkeypatch, lambda: b"")
    dialog = to_password(driver)
    driver.cards._card.arm(Fault(FaultKind.GONE, 1, where, after=after))
    submit(driver, dialog, "1234")
    said = message(driver)
    assert "JD-" in said
    driver.wait_gone(RevocationPasswordDialog)
    assert not driver.open_windows(ReceiptDialog)
    assert sent == []
    driver.cards.insert()
    driver.wait_until_read()
    to_notice(driver)


def test_another_card_under_the_pages(driver: DemoDriver, signatures: Signatures) -> None:
    to_reason(driver)
    driver.cards.remove()
    driver.cards.insert()
    driver.wait_gone(ChooseReasonDialog)
    assert signatures.sent == (0, 0)
