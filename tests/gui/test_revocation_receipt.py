"""What comes back from a revocation request: every receipt, on the screen, on paper, in a file."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CancelledError,
    NetworkError,
    RequestNotKeptError,
)
from jpki_desktop.gui.dialogs.request_revocation.choose_reason import ChooseReasonDialog
from jpki_desktop.gui.dialogs.request_revocation.enter_password import RevocationPasswordDialog
from jpki_desktop.gui.dialogs.request_revocation.receipt import ReceiptDialog
from jpki_desktop.gui.dialogs.request_revocation.show_certificate import SeeCertificateDialog
from jpki_desktop.gui.flows import request_revocation as flow
from jpki_desktop.gui.print_sheet import make_document, make_printer
from jpki_desktop.gui.widgets.busy_panel import BusyPanel
from jpki_desktop.network import Leaving, StopToken
from jpki_desktop.operations.request_revocation import send_request
from jpki_desktop.revocation_request.model import (
    Receipt,
    RequestState,
    SignedRequest,
)
from jpki_desktop.wording.revocation_sheet import receipt_sheet
from support.driving import DemoDriver, texts
from support.revocation_pages import (
    BANNER,
    RETURN,
    SIGN,
    message,
    posts,
    request,
    submit,
    to_certificate,
    to_notice,
    to_password,
)

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


def test_a_server_that_cannot_be_reached_may_be_asked_again(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> bytes:
        raise NetworkError("unreachable", "Connection refused")

    posts(driver, monkeypatch, nobody, unreachable=True)
    receipt = request(driver)
    assert receipt.receipt.state is RequestState.UNKNOWN
    assert "申請は送信されませんでした" in texts(receipt)
    assert "もう一度送信しないでください" not in texts(receipt)
    receipt.reject()
    wait_for_the_card(driver)
    # Nothing has left, so nothing is remembered.
    assert "すでに申請されています" not in texts(to_certificate(driver))


def test_giving_up_waits_for_what_is_known(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = threading.Event()

    def post(
        _url: str, _body: bytes, *, stop: StopToken, leaving: Leaving, **_more: object
    ) -> bytes:
        leaving()
        sent.set()
        while not stop.cancelled:
            threading.Event().wait(0.01)
        stop.check()
        raise AssertionError

    monkeypatch.setattr(driver.program.world.network, "post", post)
    submit(driver, to_password(driver), "1234")
    # Not the panel of the card, which may have been slow enough to have one.
    driver.wait_until(sent.is_set)
    busy = driver.wait_for(BusyPanel)
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


# --- a second request ---------------------------------------------------------------------------


def wait_for_the_card(driver: DemoDriver) -> None:
    driver.wait_gone(BusyPanel)
    driver.wait_until_read()


def test_an_earlier_request_is_said_before_a_new_one(driver: DemoDriver) -> None:
    request(driver).reject()
    wait_for_the_card(driver)
    said = texts(to_certificate(driver))
    assert "すでに申請されています" in said
    driver.press(driver.wait_for(SeeCertificateDialog), RETURN)
    driver.press(driver.wait_for(ChooseReasonDialog), RETURN)
    submit(driver, driver.wait_for(RevocationPasswordDialog), "1234")
    receipt = driver.wait_for(ReceiptDialog)
    assert receipt.receipt.state is RequestState.REFUSED
    assert receipt.receipt.cause == "certRevoked"
    assert "すでに失効しています" in texts(receipt)


def test_an_earlier_request_for_a_closed_certificate_is_said_before_it_leaves(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    request(driver, SIGN).reject()
    wait_for_the_card(driver)
    sent = posts(driver, monkeypatch, lambda: b"")
    dialog = to_password(driver, SIGN)
    boxes: list[str] = []

    def stop() -> None:
        for box in driver.open_windows(QMessageBox):
            boxes.append(box.text())
            QTest.keyClick(box, RETURN)
            return
        QTimer.singleShot(50, stop)

    QTimer.singleShot(50, stop)
    submit(driver, dialog, "ABC123")
    driver.wait_until(lambda: bool(boxes))
    assert "すでに申請されています" in boxes[0]
    assert "何も送信していません" in message(driver)
    assert sent == []
