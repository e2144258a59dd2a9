"""The icon on two real trays, also on those that come later than the program.

Real parts: see `support.desktop_session` for their names and packages.
"""

import signal
import time

from desktop.conftest import Remember
from support.desktop_session import DesktopSession
from support.waiting import until

MAIN = "JPKI Desktop（非公式）"
LONG = 30
ITEM = "org.kde.StatusNotifierItem"


def call(session: DesktopSession, path: str, method: str, *words: str) -> str:
    bus_name = session.items()[0].split("/")[0]
    return session.gdbus(
        *("call", "--session", "--dest", bus_name, "--object-path", path),
        *("--method", method, "--", *words),
    )


def has_item(session: DesktopSession) -> bool:
    return bool(session.items())


def is_embedded(session: DesktopSession) -> bool:
    """Whether the tray's window has one of ours in it."""
    inside = 0
    for line in session.windows().splitlines():
        depth = len(line) - len(line.lstrip())
        inside = 0 if inside and depth <= inside else inside
        if inside and '"jpki-desktop"' in line:
            return True
        if '"trayer"' in line and not inside:
            inside = depth
    return False


def test_an_item_that_opens_the_window(session: DesktopSession) -> None:
    session.start_bus()
    session.start_panel()
    session.start_program("--background")
    until(lambda: has_item(session), LONG)
    assert MAIN not in session.windows()
    call(session, "/StatusNotifierItem", f"{ITEM}.Activate", "0", "0")
    until(lambda: MAIN in session.windows(), LONG)


def test_the_menu_and_its_last_entry(session: DesktopSession, remember: Remember) -> None:
    session.start_bus()
    session.start_panel()
    remember(25)
    program = session.start_program("--background")
    until(lambda: has_item(session), LONG)
    layout = ("/MenuBar", "com.canonical.dbusmenu.GetLayout", "0", "-1", "[]")
    until(lambda: "あと25日" in call(session, *layout), LONG)
    menu = call(session, *layout)
    for label in ("開く", "自分の証明書", "更新通知", "設定", "終了"):
        assert label in menu
    before = menu[: menu.index("終了")]
    number = before[before.rindex("(") + 1 :].split(",")[0]
    call(session, "/MenuBar", "com.canonical.dbusmenu.Event", number, "clicked", "<int32 0>", "0")
    assert program.wait(10) == 0


def test_a_panel_that_comes_later_and_comes_back(session: DesktopSession) -> None:
    session.start_bus()
    session.start_program("--background")
    time.sleep(2)
    panel = session.start_panel()
    until(lambda: has_item(session), LONG)
    panel.send_signal(signal.SIGKILL)
    panel.wait()
    until(lambda: not has_item(session), LONG)
    session.start_panel()
    until(lambda: has_item(session), LONG)


def test_a_tray_of_the_older_kind(session: DesktopSession) -> None:
    session.start_old_tray()
    session.start_program("--background")
    until(lambda: is_embedded(session), LONG)


def test_a_tray_of_the_older_kind_that_comes_later(session: DesktopSession) -> None:
    session.start_program("--background")
    time.sleep(2)
    assert not is_embedded(session)
    session.start_old_tray()
    until(lambda: is_embedded(session), LONG)


def test_without_any_tray_the_program_is_reached_by_starting_it_again(
    session: DesktopSession,
) -> None:
    first = session.start_program("--background")
    socket = session.folder / "run" / "jpki-desktop-main.socket"
    until(socket.exists, LONG)
    # A second start at login changes nothing.
    assert session.start_program("--background").wait(20) == 0
    time.sleep(1)
    assert MAIN not in session.windows()
    assert session.start_program().wait(20) == 0
    until(lambda: MAIN in session.windows(), LONG)
    assert first.poll() is None
