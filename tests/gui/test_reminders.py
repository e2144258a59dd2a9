"""Reminders in the windows: the question, the list, what is told, by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gui.test_access import unnamed
from jpki_desktop.environment import DEFAULT_PERSONA, DemoCards, Environment
from jpki_desktop.errors import LedgerFileError, LoginStartError
from jpki_desktop.expiry.model import LedgerEntry, LedgerKind, Notice
from jpki_desktop.gui.announcer import _note
from jpki_desktop.gui.dialogs.due_notices import DueNoticesWindow
from jpki_desktop.gui.dialogs.reminders import RemindersDialog
from jpki_desktop.gui.dialogs.select_certificate import SelectCertificateDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.program import Program
from jpki_desktop.gui.reminders import Reminders
from jpki_desktop.gui.style import lines
from jpki_desktop.login_start import LoginState
from jpki_desktop.settings import Managed, SettingsStore
from support.driving import DemoDriver, texts

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


class FakeLogin:
    """A login start that is a variable; the real ones have tests of their own."""

    def __init__(self) -> None:
        self.on = False
        self.refuses = False

    def state(self) -> LoginState:
        return LoginState.ON if self.on else LoginState.OFF

    def enable(self) -> None:
        if self.refuses:
            raise LoginStartError("/x", "Permission denied")
        self.on = True

    def disable(self) -> None:
        self.on = False


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def login() -> FakeLogin:
    return FakeLogin()


@pytest.fixture
def driver(
    qtbot: QtBot, demo_cards: DemoCards, clock: Clock, login: FakeLogin
) -> Iterator[DemoDriver]:
    world = Environment(demo_cards, clock, SettingsStore(None), demo_cards)
    program = Program(world, login)
    qtbot.addWidget(program.window)
    program.start()
    driver = DemoDriver(qtbot, program, demo_cards)
    driver.wait_until_read()
    yield driver
    program.stop()


def entries(driver: DemoDriver) -> tuple[LedgerEntry, ...]:
    return driver.program.world.ledger.entries()


def kept(driver: DemoDriver, days: int, mark: str = "a1", kind: str = "auth") -> LedgerEntry:
    """Allow reminders, and put a certificate into the ledger that ends in so many days."""
    driver.program.world.settings.change(update_notice="yes")
    now = driver.program.world.clock()
    entry = LedgerEntry(LedgerKind(kind), now + timedelta(days=days), mark * 32, now)
    driver.program.world.ledger.remember(entry)
    return entry


def open_list(driver: DemoDriver) -> RemindersDialog:
    driver.alt(driver.window, Qt.Key.Key_E)
    return driver.wait_for(RemindersDialog)


def press(driver: DemoDriver, dialog: RemindersDialog, key: Qt.Key) -> None:
    driver.alt(dialog, key)
    driver.qtbot.wait(150)


def agree(box: QMessageBox) -> None:
    role = QMessageBox.ButtonRole.DestructiveRole
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()


def cell(dialog: RemindersDialog, row: int, column: int) -> str:
    item = dialog.table.item(row, column)
    assert item is not None
    return item.text()


# --- the question -------------------------------------------------------------------------------


def test_it_is_asked_beside_the_card_and_a_yes_keeps_it(
    driver: DemoDriver, login: FakeLogin
) -> None:
    window = driver.window
    driver.wait_until(window.question.isVisible)
    assert "お知らせ" in texts(window)
    assert "残り3回" in texts(window)
    assert not entries(driver)
    driver.alt(window, Qt.Key.Key_Y)
    driver.wait_until(lambda: bool(entries(driver)))
    (entry,) = entries(driver)
    assert entry.kind is LedgerKind.AUTH
    assert login.on
    assert not window.question.isVisible()


def test_the_question_takes_no_more_room_than_its_text(driver: DemoDriver) -> None:
    window = driver.window
    driver.wait_until(window.question.isVisible)
    driver.qtbot.wait(50)
    # The card below stays in view: the heading, five lines and the buttons need about eleven lines.
    assert window.question.height() < lines(window, 14)


def test_a_no_keeps_nothing_and_is_not_asked_again(driver: DemoDriver, login: FakeLogin) -> None:
    window = driver.window
    driver.wait_until(window.question.isVisible)
    driver.alt(window, Qt.Key.Key_I)
    driver.wait_until(lambda: not window.question.isVisible())
    driver.lay("long")
    driver.qtbot.wait(50)
    assert not window.question.isVisible()
    assert not entries(driver)
    assert not login.on
    assert driver.program.world.settings.settings.update_notice == "no"


def test_a_later_yes_keeps_the_card_that_lies_there(driver: DemoDriver) -> None:
    driver.wait_until(driver.window.question.isVisible)
    driver.window.question.no.click()
    dialog = open_list(driver)
    press(driver, dialog, Qt.Key.Key_Y)
    driver.wait_until(lambda: len(entries(driver)) == 1)
    # Switched elsewhere: the same, as soon as anything happens at the reader.
    driver.program.world.settings.change(update_notice="no")
    driver.program.watcher.changed.emit()
    driver.program.world.ledger.delete_all()
    driver.program.world.settings.change(update_notice="yes")
    driver.program.watcher.changed.emit()
    assert len(entries(driver)) == 1


def test_a_login_start_that_fails_is_said_and_the_yes_holds(
    driver: DemoDriver, login: FakeLogin
) -> None:
    login.refuses = True
    driver.wait_until(driver.window.question.isVisible)
    driver.window.question.yes.click()
    box = driver.wait_for(QMessageBox)
    assert "ログイン時の起動" in box.text()
    box.reject()
    assert entries(driver)


def test_no_card_no_question(qtbot: QtBot, demo_cards: DemoCards) -> None:
    demo_cards.remove()
    program = Program(Environment(demo_cards, Clock(), SettingsStore(None), demo_cards))
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.watcher.started)
    assert not program.window.question.isVisible()
    program.stop()


# --- what is seen -------------------------------------------------------------------------------


def test_the_signature_certificate_is_known_after_it_was_opened(driver: DemoDriver) -> None:
    driver.window.question.yes.click()
    assert [entry.kind for entry in entries(driver)] == [LedgerKind.AUTH]
    question = driver.ask_for(Qt.Key.Key_S)
    question.type_text("ABC123")
    question.submit()
    driver.wait_for(ShowCertificateDialog).reject()
    assert {entry.kind for entry in entries(driver)} == {LedgerKind.AUTH, LedgerKind.SIGN}


@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_Y, 1), (Qt.Key.Key_I, 2)])
def test_a_newer_certificate_of_the_same_kind_is_asked_about(
    driver: DemoDriver, key: Qt.Key, left: int
) -> None:
    driver.cards.remove()
    driver.window.question.no.click()
    old = kept(driver, 30)
    driver.program.world.ledger.update(old.mark, lambda it: replace(it, for_tests=True))
    driver.lay("long")
    driver.wait_until(lambda: "置き換え" in driver.window.question.yes.text())
    assert len(entries(driver)) == 2
    driver.alt(driver.window, key)
    driver.wait_until(lambda: not driver.window.question.isVisible())
    assert len(entries(driver)) == left
    driver.lay("long")
    driver.qtbot.wait(50)
    assert not driver.window.question.isVisible()
    assert all(entry.replaces == "" for entry in entries(driver) if entry.ends_at > old.ends_at)


# --- the list -----------------------------------------------------------------------------------


def test_the_list_by_keyboard(driver: DemoDriver, login: FakeLogin) -> None:
    kept(driver, 25)
    kept(driver, 400, "b2", "sign")
    dialog = open_list(driver)
    cells = [[cell(dialog, row, column) for column in range(4)] for row in range(2)]
    assert "利用者証明用電子証明書" in cells[0][0]
    assert "令和8年" in cells[0][1]
    assert "2026年12月15日" in cells[0][1]
    assert "25日" in cells[0][2]
    assert "署名用電子証明書" in cells[1][0]
    assert not list(unnamed(dialog))
    press(driver, dialog, Qt.Key.Key_N)
    driver.wait_until(lambda: entries(driver)[0].silenced)
    press(driver, dialog, Qt.Key.Key_N)
    driver.wait_until(lambda: not entries(driver)[0].silenced)
    press(driver, dialog, Qt.Key.Key_L)
    driver.wait_until(lambda: login.on)
    press(driver, dialog, Qt.Key.Key_D)
    driver.wait_until(lambda: len(entries(driver)) == 1)
    assert dialog.table.rowCount() == 1
    driver.press(dialog, Qt.Key.Key_Escape)
    driver.wait_gone(RemindersDialog)


def test_what_to_do_is_said_when_it_can_be_done(driver: DemoDriver) -> None:
    kept(driver, 25)
    kept(driver, 400, "b2", "sign")
    dialog = open_list(driver)
    assert "窓口" in texts(dialog)
    dialog.table.selectRow(1)
    assert "更新できます" not in texts(dialog)
    assert "署名" in texts(dialog)


def test_delete_all_asks_first(driver: DemoDriver) -> None:
    kept(driver, 25)
    kept(driver, 400, "b2", "sign")
    dialog = open_list(driver)
    press(driver, dialog, Qt.Key.Key_A)
    box = driver.wait_for(QMessageBox)
    driver.press(box, Qt.Key.Key_Escape)
    driver.wait_gone(QMessageBox)
    assert len(entries(driver)) == 2
    press(driver, dialog, Qt.Key.Key_A)
    box = driver.wait_for(QMessageBox)
    agree(box)
    driver.wait_until(lambda: not entries(driver))
    assert "まだ" in texts(dialog)


def test_switching_off_deletes_and_asks_anew(driver: DemoDriver, login: FakeLogin) -> None:
    login.on = True
    kept(driver, 25)
    dialog = open_list(driver)
    press(driver, dialog, Qt.Key.Key_W)
    agree(driver.wait_for(QMessageBox))
    driver.wait_until(lambda: not entries(driver))
    assert not login.on
    assert driver.program.world.settings.settings.update_notice == "no"
    assert dialog.question.isVisible()
    assert not dialog.table.isVisible()
    press(driver, dialog, Qt.Key.Key_Y)
    driver.wait_until(lambda: driver.program.world.settings.settings.update_notice == "yes")
    assert dialog.table.isVisible()


def test_the_way_to_the_signature_certificate(driver: DemoDriver) -> None:
    kept(driver, 25)
    dialog = open_list(driver)
    assert "一度" in texts(dialog)
    press(driver, dialog, Qt.Key.Key_U)
    driver.wait_for(SelectCertificateDialog).reject()
    driver.wait_gone(RemindersDialog)


def test_a_ledger_that_cannot_be_used_is_said(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(driver, 25)

    def broken() -> None:
        raise LedgerFileError("/x/ledger.json", "Input/output error")

    monkeypatch.setattr(driver.program.world.ledger, "entries", broken)
    driver.program.reminders.look()
    assert not driver.open_windows(QMessageBox)
    open_list(driver)
    box = driver.wait_for(QMessageBox)
    assert "/x/ledger.json" in box.informativeText()
    box.reject()


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_what_an_administrator_has_decided_is_said_and_not_asked(
    qtbot: QtBot, demo_cards: DemoCards, login: FakeLogin, answer: str
) -> None:
    managed = Managed({"update_notice": answer})
    program = Program(
        Environment(demo_cards, Clock(), SettingsStore(None, managed), demo_cards), login
    )
    qtbot.addWidget(program.window)
    program.start()
    driver = DemoDriver(qtbot, program, demo_cards)
    driver.wait_until_read()
    dialog = open_list(driver)
    assert "管理者によって決められています" in texts(dialog)
    assert not dialog.question.isVisible()
    assert not dialog.stop.isVisible()
    assert dialog.table.isVisible() == (answer == "yes")
    program.stop()


def test_a_broken_ledger_and_a_date_that_jumped_are_said(
    driver: DemoDriver, clock: Clock, tmp_path: Path
) -> None:
    ledger = driver.program.world.ledger
    kept(driver, 25)
    ledger._path = tmp_path / "ledger.json"
    ledger._path.write_text("{")
    dialog = open_list(driver)
    assert str(tmp_path / "ledger.broken") in texts(dialog)
    assert "日付が大きく変わりました" not in texts(dialog)
    kept(driver, 25)
    driver.program.reminders.look()
    clock.now += timedelta(days=4000)
    driver.program.reminders.look()
    assert "日付が大きく変わりました" in texts(dialog)


def test_a_no_that_was_said_in_a_terminal_is_heard(
    qtbot: QtBot, demo_cards: DemoCards, clock: Clock, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    SettingsStore(file).change(update_notice="yes")
    program = Program(Environment(demo_cards, clock, SettingsStore(file), demo_cards))
    qtbot.addWidget(program.window)
    program.start()
    driver = DemoDriver(qtbot, program, demo_cards)
    driver.wait_until(lambda: bool(entries(driver)))
    # As `jpki settings set update_notice no` does while the window stays open.
    SettingsStore(file).change(update_notice="no")
    program.world.ledger.delete_all()
    driver.lay("long")
    assert not entries(driver)
    SettingsStore(file).change(update_notice="yes")
    driver.lay(DEFAULT_PERSONA)
    driver.wait_until(lambda: bool(entries(driver)))
    SettingsStore(file).change(update_notice="no")
    # Nobody touches a card, and the calendar is looked at.
    program.reminders.start()
    assert not program.reminders.allowed
    program.stop()


# --- what is told -------------------------------------------------------------------------------


@pytest.fixture
def told(driver: DemoDriver) -> list[Notice]:
    found: list[Notice] = []
    driver.program.reminders.due.connect(found.extend)
    return found


def test_the_calendar_is_looked_at_once_a_day(
    driver: DemoDriver, clock: Clock, told: list[Notice]
) -> None:
    kept(driver, 8)
    reminders = driver.program.reminders
    reminders.start()
    # 30 and 15 days have passed unseen; the latest is told, once.
    assert [notice.threshold for notice in told] == ["15"]
    reminders.mark_told(told.pop())
    reminders._tick()
    clock.now += timedelta(hours=11, minutes=59)
    reminders._tick()
    assert not told
    # Midnight in Japan is 15 o'clock in UTC.
    clock.now += timedelta(minutes=1, seconds=1)
    reminders._tick()
    assert [notice.threshold for notice in told] == ["7"]
    reminders.snooze(told.pop())
    reminders._tick()
    assert not told
    clock.now += timedelta(days=1)
    reminders._tick()
    assert [notice.days_left for notice in told] == [6]


def test_a_ledger_that_cannot_be_used_is_tried_again_on_the_same_day(
    driver: DemoDriver,
    told: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refuse(_world: Environment) -> NoReturn:
        raise LedgerFileError("/x", "Input/output error")

    kept(driver, 8)
    reminders = driver.program.reminders
    with monkeypatch.context() as patch:
        patch.setattr("jpki_desktop.operations.remind.due", refuse)
        reminders._tick()
    assert not told
    reminders._tick()
    assert [notice.threshold for notice in told] == ["15"]
    caplog.clear()


def test_what_a_notification_says_names_nobody(driver: DemoDriver) -> None:
    driver.window.question.yes.click()
    certificate = driver.program.watcher.view.readers[0].summary
    assert certificate is not None
    assert certificate.certificate is not None
    (entry,) = entries(driver)
    note = _note(Notice(entry, "30", 30, entry.ends_at))
    said = note.title + note.text + "".join(map(str, note.actions))
    secret = certificate.certificate
    for word in (entry.mark, entry.mark[:8], secret.serial_hex, secret.serial_decimal):
        assert word not in said
    assert "利用者証明用電子証明書" in note.title
    assert "30日" in note.title
    assert [name for name, _ in note.actions] == ["default", "open", "tomorrow", "never"]


def test_the_window_that_tells(qtbot: QtBot, driver: DemoDriver) -> None:
    first, second = kept(driver, 3), kept(driver, 0, "b2", "sign")
    window = DueNoticesWindow()
    qtbot.addWidget(window)
    for entry, days in ((first, 3), (second, 0), (first, 3)):
        window.add(Notice(entry, str(days), days, entry.ends_at))
    window.show()
    assert window.count == 2
    assert "あと3日" in texts(window)
    assert "今日" in texts(window)
    assert not list(unnamed(window))
    answers: list[tuple[str, str]] = []
    window.answered.connect(lambda notice, action: answers.append((notice.entry.mark, action)))
    window.buttons_of(first.mark)[0].click()
    assert answers == [(first.mark, "tomorrow")]
    assert window.isVisible()
    window.buttons_of(second.mark)[1].click()
    assert answers[1:] == [(second.mark, "never")]
    assert not window.isVisible()


def test_the_same_card_twice_is_one_entry(driver: DemoDriver) -> None:
    kept(driver, 30)
    reminders = Reminders(driver.program.world, driver.program.watcher)
    summary = driver.program.watcher.view.readers[0].summary
    assert summary is not None
    assert summary.certificate is not None
    reminders.see(summary.certificate)
    count = len(entries(driver))
    reminders.see(summary.certificate)
    assert len(entries(driver)) == count == 2
