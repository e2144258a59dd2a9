"""The window over the real PC/SC stack: pcscd, the vpcd driver and the virtual card beyond them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jpki_desktop.card import monitor
from jpki_desktop.card.pcsc import PcscCards
from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.diagnose import DiagnoseDialog
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.program import Program
from jpki_desktop.settings import SettingsStore
from support.driving import Driver, texts
from support.private_pcscd import READERS, PrivatePcscd
from support.virtual_reader import VirtualReader

pytestmark = pytest.mark.pcsc

PLACE = "セットしてください"


@pytest.fixture
def real(qtbot: QtBot, virtual_reader: VirtualReader) -> Iterator[Driver]:
    """The program on the private readers; no card lies there yet."""
    world = Environment(PcscCards(), lambda: datetime.now(UTC), SettingsStore(None))
    program = Program(world)
    qtbot.addWidget(program.window)
    program.follow(cast("QApplication", QApplication.instance()))
    program.start()
    driver = Driver(qtbot, program)
    driver.wait_until(lambda: PLACE in texts(driver.window))
    yield driver
    program.stop()


def verifies(reader: VirtualReader) -> int:
    """How many passwords the card has received."""
    return sum(1 for line in reader.trace() if line["header"][:4] == "0020" and line["sent"] > 5)


def test_a_card_is_seen_read_and_gone(real: Driver, virtual_reader: VirtualReader) -> None:
    virtual_reader.insert()
    real.wait_until(lambda: "残り3回" in texts(real.window))
    assert real.window.reader_choice.count() == len(READERS)
    virtual_reader.remove()
    real.wait_until(lambda: PLACE in texts(real.window))


def test_the_whole_path_by_keyboard(real: Driver, virtual_reader: VirtualReader) -> None:
    virtual_reader.insert()
    real.wait_until(lambda: "残り5回" in texts(real.window))
    question = real.ask_for(Qt.Key.Key_S)
    real.type(question, "WRONG1")
    real.press(question, Qt.Key.Key_Return)
    real.wait_until(lambda: "残り4回" in texts(question))
    real.type(question, "ABC123")
    real.press(question, Qt.Key.Key_Return)
    shown = real.wait_for(ShowCertificateDialog)
    assert shown.certificate.holder is not None
    assert verifies(virtual_reader) == 2
    # The main window has read the counter again: the right password has set it back.
    real.wait_until(lambda: "残り5回" in texts(real.window))


def test_a_card_pulled_under_the_question(real: Driver, virtual_reader: VirtualReader) -> None:
    virtual_reader.insert()
    real.wait_until(lambda: "残り5回" in texts(real.window))
    real.ask_for(Qt.Key.Key_S)
    virtual_reader.remove()
    real.wait_gone(EnterPasswordDialog)
    virtual_reader.insert()
    real.wait_until(lambda: "残り5回" in texts(real.window))
    assert verifies(virtual_reader) == 0


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_the_service_goes_and_comes_back(
    real: Driver, virtual_reader: VirtualReader, pcscd: PrivatePcscd, end: str
) -> None:
    virtual_reader.insert()
    real.wait_until(lambda: "残り3回" in texts(real.window))
    getattr(pcscd, end)()
    real.wait_until(lambda: "サービスが動いていません" in texts(real.window))
    pcscd.start()
    # The card process connects anew by itself, as a card that has stayed on its reader.
    real.wait_until(lambda: "残り3回" in texts(real.window))


def come_back(real: Driver) -> None:
    """What the system tells when somebody has started the service in a terminal."""
    del real
    application = cast("QApplication", QApplication.instance())
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def diagnose(real: Driver) -> None:
    real.alt(real.window, Qt.Key.Key_T)
    real.wait_for(DiagnoseDialog)


@pytest.mark.parametrize("sign", [come_back, diagnose])
def test_a_service_that_was_away_for_long_is_not_waited_for(
    real: Driver,
    virtual_reader: VirtualReader,
    pcscd: PrivatePcscd,
    monkeypatch: pytest.MonkeyPatch,
    sign: Callable[[Driver], None],
) -> None:
    """By itself the watch looks less and less often, in the end once a minute."""
    virtual_reader.insert()
    real.wait_until(lambda: "残り3回" in texts(real.window))
    monkeypatch.setattr(monitor, "FIRST_RETRY_SECONDS", 60.0)
    pcscd.kill()
    real.wait_until(lambda: "サービスが動いていません" in texts(real.window))
    pcscd.start()
    sign(real)
    real.wait_until(lambda: "残り3回" in texts(real.window))


def test_two_cards_the_user_chooses(
    real: Driver, make_reader: object, virtual_reader: VirtualReader
) -> None:
    second: VirtualReader = make_reader(slot=1, persona="sign-locked")  # type: ignore[operator]
    virtual_reader.insert()
    second.insert()
    real.wait_until(lambda: all(view.summary for view in real.program.watcher.view.readers))
    choice = real.window.reader_choice
    choice.setFocus()
    real.press(real.window, Qt.Key.Key_Down)
    real.wait_until(lambda: real.program.watcher.current_reader == READERS[1])
    real.wait_until(lambda: "ロックされています" in texts(real.window))
    assert real.program.world.settings.settings.reader == READERS[1]
