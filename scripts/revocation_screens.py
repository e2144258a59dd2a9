"""The screens of 証明書の失効申請, from the first page to the receipt and its check."""

import functools
from dataclasses import replace
from typing import TypeVar

from camera import Camera, close, find, wait_for
from PySide6.QtCore import QTimer

from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.gui.dialogs.request_revocation.choose_certificate import ChooseCertificateDialog
from jpki_desktop.gui.dialogs.request_revocation.choose_reason import ChooseReasonDialog
from jpki_desktop.gui.dialogs.request_revocation.confirm import ConfirmDialog
from jpki_desktop.gui.dialogs.request_revocation.enter_password import RevocationPasswordDialog
from jpki_desktop.gui.dialogs.request_revocation.notice import NoticeDialog
from jpki_desktop.gui.dialogs.request_revocation.page import Page
from jpki_desktop.gui.dialogs.request_revocation.receipt import ReceiptDialog
from jpki_desktop.gui.dialogs.request_revocation.show_certificate import SeeCertificateDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.main_window import MainWindow
from jpki_desktop.revocation_request.model import Receipt, RequestState

P = TypeVar("P", bound=Page)


def take(window: MainWindow, camera: Camera) -> None:
    """Take every page with both certificates, and every state of a receipt."""
    none = NoticeDialog(window, None)
    none.open()
    camera.take("revocation-no-server", window, none)
    close(none)
    for kind in (PasswordKind.SIGN, PasswordKind.AUTH):
        receipt = _request(window, camera, kind)
        camera.take(f"revocation-receipt-{kind.value}", receipt)
        _check(camera, receipt, kind.value)
        kept = receipt.receipt
        close(receipt)
    _other_receipts(window, camera, kept)


def _request(window: MainWindow, camera: Camera, kind: PasswordKind) -> ReceiptDialog:
    """Go through the pages and send the request."""
    name = kind.value
    window.request_revocation.click()
    _page(window, camera, "notice", NoticeDialog).accept()
    choice = find(ChooseCertificateDialog)
    choice.choose(kind)
    _page(window, camera, "choice", ChooseCertificateDialog).accept()
    _page(window, camera, f"certificate-{name}", SeeCertificateDialog).accept()
    _page(window, camera, "reason", ChooseReasonDialog).accept()
    password = find(RevocationPasswordDialog)
    password.type_text("ABC123" if kind is PasswordKind.SIGN else "1234")
    camera.take(f"revocation-password-{name}", window, password)
    QTimer.singleShot(100, functools.partial(_confirm, window, camera, name))
    password.submit()
    return find(ReceiptDialog)


def _page(window: MainWindow, camera: Camera, name: str, kind: type[P]) -> P:
    page = find(kind)
    camera.take(f"revocation-{name}", window, page)
    return page


def _confirm(window: MainWindow, camera: Camera, name: str) -> None:
    """Take the last question, which waits in a loop of its own, and say yes."""
    _page(window, camera, f"confirm-{name}", ConfirmDialog).accept()


def _check(camera: Camera, receipt: ReceiptDialog, name: str) -> None:
    receipt.check_button.click()
    shown = find(ShowCertificateDialog)
    wait_for(lambda: shown.verdict is not None)
    camera.take(f"revocation-checked-{name}", shown)
    close(shown)


def _other_receipts(window: MainWindow, camera: Camera, kept: Receipt) -> None:
    for state, cause in (
        (RequestState.PENDING, ""),
        (RequestState.REFUSED, "badCertId"),
        (RequestState.UNKNOWN, "no-answer"),
    ):
        answered = None if state is RequestState.UNKNOWN else kept.answered_at
        other = replace(kept, state=state, cause=cause, answered_at=answered)
        receipt = ReceiptDialog(window, other)
        receipt.show()
        camera.take(f"revocation-receipt-{state.value}", receipt)
        close(receipt)
