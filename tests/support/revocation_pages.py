"""A hand that goes through the pages of the revocation request by keyboard."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.request_revocation.choose_certificate import ChooseCertificateDialog
from jpki_desktop.gui.dialogs.request_revocation.choose_reason import ChooseReasonDialog
from jpki_desktop.gui.dialogs.request_revocation.confirm import ConfirmDialog
from jpki_desktop.gui.dialogs.request_revocation.enter_password import RevocationPasswordDialog
from jpki_desktop.gui.dialogs.request_revocation.notice import NoticeDialog
from jpki_desktop.gui.dialogs.request_revocation.receipt import ReceiptDialog
from jpki_desktop.gui.dialogs.request_revocation.show_certificate import SeeCertificateDialog
from jpki_desktop.network import Leaving, unheard
from support.driving import DemoDriver, Driver, texts

AUTH, SIGN = Qt.Key.Key_U, Qt.Key.Key_S
RETURN = Qt.Key.Key_Return
WORDS = {AUTH: "1234", SIGN: "ABC123"}
BANNER = "テスト用：内蔵のテスト用認証局が回答します"


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
    """What the last question said each time."""

    def __init__(self) -> None:
        self.texts: list[str] = []


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


def posts(
    driver: DemoDriver,
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[], bytes],
    *,
    unreachable: bool = False,
) -> list[str]:
    """Let the network answer so to everything, and note what was sent."""
    sent: list[str] = []

    def post(url: str, _body: bytes, *, leaving: Leaving = unheard, **_more: object) -> bytes:
        if not unreachable:
            leaving()
        sent.append(url)
        return answer()

    monkeypatch.setattr(driver.program.world.network, "post", post)
    return sent
