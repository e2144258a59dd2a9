"""A reminder reaches the user, whatever the desktop has, and his answer is kept.

Real parts: see `support.desktop_session` for their names and packages.
"""

import signal
import time

import pytest
from pytestqt.qtbot import QtBot

from desktop.conftest import Remember
from jpki_desktop.expiry.ledger import Ledger
from jpki_desktop.gui.desktop.notifications import Note, Notifications
from support.desktop_session import DesktopSession
from support.waiting import until

WINDOW = "更新通知 – JPKI Desktop（非公式）"
LIST = '"更新通知"'
LONG = 30


def is_told(ledger: Ledger, count: int = 1) -> bool:
    return sum(entry.last_told_on is not None for entry in ledger.entries()) == count


def with_notification(session: DesktopSession, remember: Remember, days: int = 25) -> Ledger:
    session.start_bus()
    session.start_notifications()
    ledger = remember(days)
    session.start_program("--background")
    until(lambda: session.notifications() == 1, LONG)
    until(lambda: is_told(ledger), LONG)
    return ledger


def test_tomorrow_again(session: DesktopSession, remember: Remember) -> None:
    ledger = with_notification(session, remember)
    session.choose_action("明日もう一度")
    until(lambda: ledger.entries()[0].snoozed_until is not None, LONG)
    until(lambda: session.notifications() == 0, LONG)
    (entry,) = ledger.entries()
    assert entry.snoozed_until is not None
    assert entry.last_told_on is not None
    assert (entry.snoozed_until - entry.last_told_on).days == 1
    assert not entry.silenced


def test_never_again(session: DesktopSession, remember: Remember) -> None:
    ledger = with_notification(session, remember)
    session.choose_action("もう知らせない")
    until(lambda: ledger.entries()[0].silenced, LONG)
    assert ledger.entries()[0].snoozed_until is None


def test_open_shows_the_list(session: DesktopSession, remember: Remember) -> None:
    with_notification(session, remember)
    assert LIST not in session.windows()
    session.choose_action("開く")
    until(lambda: LIST in session.windows(), LONG)


def test_the_same_is_not_told_again_on_the_same_day(
    session: DesktopSession, remember: Remember
) -> None:
    session.start_bus()
    session.start_notifications()
    ledger = remember(25, 400)
    program = session.start_program("--background")
    until(lambda: session.notifications() == 1, LONG)
    until(lambda: is_told(ledger), LONG)
    session.choose_action("明日もう一度")
    until(lambda: session.notifications() == 0, LONG)
    program.send_signal(signal.SIGTERM)
    assert program.wait(10) == 0
    session.start_program("--background")
    time.sleep(6)
    assert session.notifications() == 0
    # Untouched beside it: what is not due was never told.
    assert is_told(ledger)


def test_without_a_daemon_and_a_tray_it_is_a_window(
    session: DesktopSession, remember: Remember
) -> None:
    session.start_bus()
    ledger = remember(5)
    session.start_program("--background")
    until(lambda: WINDOW in session.windows(), LONG)
    until(lambda: is_told(ledger), LONG)


def test_without_a_bus_it_is_a_window(session: DesktopSession, remember: Remember) -> None:
    ledger = remember(5, 7)
    session.start_program("--background")
    until(lambda: WINDOW in session.windows(), LONG)
    until(lambda: is_told(ledger, 2), LONG)
    assert session.windows().count(WINDOW) == 1


def test_nothing_due_shows_nothing(session: DesktopSession, remember: Remember) -> None:
    session.start_bus()
    session.start_notifications()
    remember(400)
    program = session.start_program("--background")
    time.sleep(6)
    assert session.notifications() == 0
    assert "JPKI Desktop" not in session.windows()
    assert program.poll() is None


def test_a_daemon_that_never_answers_is_not_waited_for_long(
    session: DesktopSession, remember: Remember
) -> None:
    session.start_bus()
    daemon = session.start_notifications()
    daemon.send_signal(signal.SIGSTOP)
    try:
        ledger = remember(5)
        session.start_program("--background")
        until(lambda: WINDOW in session.windows(), LONG)
        until(lambda: is_told(ledger), LONG)
    finally:
        daemon.send_signal(signal.SIGCONT)


def test_what_is_told_on_the_next_day_takes_the_place_of_what_nobody_has_answered(
    session: DesktopSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.start_bus()
    session.start_notifications()
    address = session.environment["DBUS_SESSION_BUS_ADDRESS"]
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    notifications = Notifications()
    shown: list[str] = []
    acted: list[str] = []
    # Both certificates of a card, on two days.
    for days in ("7", "6"):
        for mark in ("auth", "sign"):
            words = f"{mark} {days}"
            notifications.show(
                Note(words, words, (("tomorrow", f"{mark} tomorrow"),), about=mark),
                acted=lambda _action, words=words: acted.append(words),  # type: ignore[misc]
                shown=lambda words=words: shown.append(words),  # type: ignore[misc]
                failed=pytest.fail,
            )
        qtbot.waitUntil(lambda days=days: f"sign {days}" in shown, timeout=20_000)  # type: ignore[misc]
    assert shown == ["auth 7", "sign 7", "auth 6", "sign 6"]
    assert session.notifications() == 2
    # Both still answer.
    for mark in ("auth", "sign"):
        session.choose_action(f"{mark} tomorrow")
        qtbot.waitUntil(lambda mark=mark: f"{mark} 6" in acted, timeout=20_000)  # type: ignore[misc]
    qtbot.waitUntil(lambda: session.notifications() == 0, timeout=20_000)
    assert acted == ["auth 6", "sign 6"]


def test_broken_settings_are_said_at_a_background_start(session: DesktopSession) -> None:
    file = session.folder / "config" / "jpki-desktop" / "settings.toml"
    file.write_text("broken [")
    session.start_program("--background")
    until(lambda: "設定ファイルが壊れていました" in session.windows(), LONG)
    assert file.with_suffix(".broken").read_text() == "broken ["
