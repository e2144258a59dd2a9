"""証明書の失効申請, from the menu to the receipt and its check, by keyboard, with the demo."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton

from gui.test_access import unnamed
from jpki_desktop.emulator import CommandClass, Fault, FaultKind
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CancelledError,
    NetworkError,
    RequestNotKeptError,
    RevocationServerError,
)
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
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
from jpki_desktop.gui.print_sheet import make_document, make_printer
from jpki_desktop.gui.widgets.busy_panel import BusyPanel
from jpki_desktop.network import StopToken
from jpki_desktop.operations.request_revocation import send_request
from jpki_desktop.revocation_request.model import (
    Receipt,
    RequestState,
    RevocationReason,
    SignedRequest,
)
from jpki_desktop.validity.result import VerdictWord
from jpki_desktop.wording.revocation_sheet import receipt_sheet
from support.driving import DemoDriver, Driver, texts

AUTH, SIGN = Qt.Key.Key_U, Qt.Key.Key_S
RETURN = Qt.Key.Key_Return
WORDS = {AUTH: "1234", SIGN: "ABC123"}
BANNER = "テスト用：内蔵のテスト用認証局が回答します"


@pytest.fixture
def signatures(driver: DemoDriver) -> "Signatures":
    return Signatures(driver)


class Signatures:
    """Counts what the card of the demo signs, and the passwords it is given."""

    def __init__(self, driver: DemoDriver) -> None:
        self._driver = driver
        self.made = 0
        before = driver.cards._card.observer

        def note(exchange: object) -> None:
            if before is not None:
                before(exchange)  # type: ignore[arg-type]
            # COMPUTE DIGITAL SIGNATURE has the same letters as ISO 7816-8's PSO.
            self.made += exchange.command[1] == 0x2A  # type: ignore[attr-defined]

        driver.cards._card.observer = note

    @property
    def sent(self) -> tuple[int, int]:
        """Passwords and signatures."""
        return self._driver.verifies.sent, self.made


# --- going through the pages --------------------------------------------------------------------


def to_notice(driver: Driver) -> NoticeDialog:
    driver.alt(driver.window, Qt.Key.Key_R)
    return driver.wait_for(NoticeDialog)


def to_choice(driver: Driver) -> ChooseCertificateDialog:
    driver.press(to_notice(driver), RETURN)
    return driver.wait_for(ChooseCertificateDialog)


def to_certificate(driver: Driver, kind: Qt.Key = AUTH) -> SeeCertificateDialog:
    choice = to_choice(driver)
    driver.alt(choice, kind)
    wanted = "auth" if kind is AUTH else "sign"
    driver.wait_until(lambda: choice.choice.value == wanted)
    driver.press(choice, RETURN)
    return driver.wait_for(SeeCertificateDialog)


def to_reason(driver: Driver, kind: Qt.Key = AUTH) -> ChooseReasonDialog:
    driver.press(to_certificate(driver, kind), RETURN)
    return driver.wait_for(ChooseReasonDialog)


def to_password(driver: Driver, kind: Qt.Key = AUTH) -> RevocationPasswordDialog:
    driver.press(to_reason(driver, kind), RETURN)
    return driver.wait_for(RevocationPasswordDialog)


class Asked:
    """What the last question said, and how often it came."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.enabled_before: list[bool] = []


@contextmanager
def answered(driver: Driver, act: Callable[[ConfirmDialog], None]) -> Iterator[Asked]:
    """Do `act` with the last question as soon as it is open."""
    asked = Asked()
    timer = QTimer()

    def look() -> None:
        for question in driver.open_windows(ConfirmDialog):
            if question.isActiveWindow():
                timer.stop()
                asked.texts.append(texts(question))
                act(question)
            else:
                question.activateWindow()

    timer.setInterval(20)
    timer.timeout.connect(look)
    timer.start()
    yield asked
    timer.stop()


def yes(question: ConfirmDialog) -> None:
    QTest.keyClick(question, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)


def enter(question: ConfirmDialog) -> None:
    QTest.keyClick(question.focusWidget(), RETURN)


def submit(
    driver: Driver,
    dialog: EnterPasswordDialog,
    word: str,
    act: Callable[[ConfirmDialog], None] = yes,
) -> Asked:
    driver.type(dialog, word)
    with answered(driver, act) as asked:
        driver.press(dialog, RETURN)
        driver.wait_until(lambda: bool(asked.texts))
    return asked


def request(driver: Driver, kind: Qt.Key = AUTH) -> ReceiptDialog:
    submit(driver, to_password(driver, kind), WORDS[kind])
    return driver.wait_for(ReceiptDialog)


def message(driver: DemoDriver) -> str:
    box = driver.wait_for(QMessageBox)
    said = f"{box.text()}\n{box.informativeText()}"
    driver.press(box, RETURN)
    driver.wait_gone(QMessageBox)
    return said


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
    for words in ("署名用電子証明書を失効しますか", "署名ができなくなります", "取り消せません"):
        assert words in said


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


# --- what comes back ----------------------------------------------------------------------------


def answer_with(
    monkeypatch: pytest.MonkeyPatch, state: RequestState, cause: str, text: str = ""
) -> None:
    """Let the server's answer be judged so, whatever it said."""

    def sent(world: Environment, signed: SignedRequest, stop: StopToken) -> Receipt:
        return replace(send_request(world, signed, stop), state=state, cause=cause, text=text)

    monkeypatch.setattr(flow, "send_request", sent)


STATES = [
    (RequestState.PENDING, "", ("処理を待っています", "決定するまで、証明書は使えます")),
    (RequestState.REFUSED, "badCertId", ("受理されませんでした", "市区町村の窓口")),
    (RequestState.REFUSED, "certRevoked", ("すでに失効しています", "以前に失効")),
    (RequestState.UNKNOWN, "no-answer", ("結果が分かりません", "もう一度送信しないでください")),
    (RequestState.UNKNOWN, "unprotected", ("結果が分かりません", "回答に署名がない")),
]


@pytest.mark.parametrize(("state", "cause", "said_for_it"), STATES)
def test_every_state_of_the_receipt(
    driver: DemoDriver,
    monkeypatch: pytest.MonkeyPatch,
    state: RequestState,
    cause: str,
    said_for_it: tuple[str, str],
) -> None:
    title, advice = said_for_it
    answer_with(monkeypatch, state, cause, "please wait <b>here</b>")
    receipt = request(driver)
    said = texts(receipt)
    assert title in said
    assert advice in said
    assert "please wait <b>here</b>" in said
    assert "受理されました" not in said
    sheet = receipt_sheet(receipt.receipt)
    assert title in sheet.heading
    assert any(advice in line for line in sheet.foot)


def test_receipt_as_a_file_and_on_paper(driver: DemoDriver, tmp_path: Path) -> None:
    receipt = request(driver)
    text, pdf = tmp_path / "receipt.txt", tmp_path / "receipt.pdf"
    receipt.choose = lambda *_: str(text)
    driver.alt(receipt, Qt.Key.Key_F)
    driver.wait_until(text.exists)
    lines = text.read_text(encoding="utf-8").splitlines()
    assert BANNER in lines[1]
    kept = receipt.receipt
    for value in (kept.transaction_id, kept.certificate.serial_decimal, kept.certificate.sha256):
        assert any(value in line for line in lines)
    assert "通知ではなく" in "\n".join(lines)
    assert str(text) in texts(receipt)
    receipt.choose = lambda *_: str(pdf)
    receipt.save_pdf()
    assert pdf.read_bytes().startswith(b"%PDF")
    document = make_document(receipt_sheet(kept), make_printer(tmp_path / "other.pdf"))
    assert document.pageCount() == 1
    assert BANNER in document.toPlainText()
    assert kept.transaction_id in document.toPlainText()


def test_a_full_disk_is_said_and_the_receipt_stays(driver: DemoDriver, tmp_path: Path) -> None:
    receipt = request(driver)
    receipt.choose = lambda *_: str(tmp_path / "missing" / "receipt.txt")
    receipt.save_text()
    assert "JD-" in message(driver)
    assert receipt.isVisible()


def test_the_transaction_number_can_be_copied(driver: DemoDriver) -> None:
    receipt = request(driver)
    copies = [one for one in receipt.findChildren(QPushButton) if one.objectName() == "copy"]
    assert len(copies) == 1
    copies[0].click()
    assert QGuiApplication.clipboard().text() == receipt.receipt.transaction_id


# --- the network fails --------------------------------------------------------------------------


def posts(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch, answer: Callable[[], bytes]
) -> list[str]:
    """Let the network answer so to everything, and note what was sent."""
    sent: list[str] = []

    def post(url: str, _body: bytes, **_more: object) -> bytes:
        sent.append(url)
        return answer()

    monkeypatch.setattr(driver.program.world.network, "post", post)
    return sent


def test_garbage_is_no_answer_and_nothing_is_sent_twice(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = posts(driver, monkeypatch, lambda: b"no answer at all")
    receipt = request(driver)
    assert receipt.receipt.state is RequestState.UNKNOWN
    assert "もう一度送信しないでください" in texts(receipt)
    driver.qtbot.wait(200)
    assert len(sent) == 1


def test_a_killed_server_leaves_the_result_unknown(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies() -> bytes:
        raise NetworkError("timeout")

    sent = posts(driver, monkeypatch, dies)
    receipt = request(driver)
    assert receipt.receipt.state is RequestState.UNKNOWN
    assert "有効性確認" in texts(receipt)
    assert len(sent) == 1


def test_giving_up_waits_for_what_is_known(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = threading.Event()

    def post(_url: str, _body: bytes, *, stop: StopToken, **_more: object) -> bytes:
        sent.set()
        while not stop.cancelled:
            threading.Event().wait(0.01)
        stop.check()
        raise AssertionError

    monkeypatch.setattr(driver.program.world.network, "post", post)
    submit(driver, to_password(driver), "1234")
    busy = driver.wait_for(BusyPanel)
    driver.wait_until(sent.is_set)
    driver.press(busy, Qt.Key.Key_Escape)
    receipt = driver.wait_for(ReceiptDialog)
    assert receipt.receipt.state is RequestState.UNKNOWN
    assert receipt.receipt.cause == "given-up"
    assert "中止しました" in texts(receipt)


def test_what_cannot_be_remembered_is_not_sent(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Receipt:
        raise RequestNotKeptError("requests.json", "No space left on device")

    monkeypatch.setattr(flow, "send_request", full)
    submit(driver, to_password(driver), "1234")
    said = message(driver)
    assert RequestNotKeptError.code in said
    assert "送信しませんでした" in said
    assert not driver.open_windows(ReceiptDialog)
    driver.wait_until_read()
    to_notice(driver)


def test_giving_up_before_anything_left_says_so(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given_up(*_: object) -> Receipt:
        raise CancelledError

    monkeypatch.setattr(flow, "send_request", given_up)
    submit(driver, to_password(driver), "1234")
    assert "何も送信していません" in message(driver)
    assert not driver.open_windows(ReceiptDialog)
    to_notice(driver)
