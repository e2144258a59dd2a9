"""The first minute: it comes once, goes on by itself, and Esc ends it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jpki_desktop.card.connection import ReadersSeen
from jpki_desktop.environment import DemoCards
from jpki_desktop.gui.dialogs.welcome import WelcomeDialog
from jpki_desktop.gui.running import Running, Wish
from jpki_desktop.gui.style import apply_style
from jpki_desktop.settings import SettingsStore
from support.driving import DemoDriver, texts


def open_welcome(driver: DemoDriver) -> WelcomeDialog:
    driver.program.welcome()
    return driver.wait_for(WelcomeDialog)


def setting(driver: DemoDriver, name: str) -> object:
    return getattr(driver.program.world.settings.settings, name)


def test_the_whole_way_by_keyboard_without_a_card_at_first(driver: DemoDriver) -> None:
    driver.cards.remove()
    driver.wait_until_read()
    dialog = open_welcome(driver)
    assert "非公式" in texts(dialog)
    driver.press(dialog, Qt.Key.Key_Return)
    assert dialog.page == 1
    driver.wait_until(lambda: "まだ置かれていません" in texts(dialog))
    assert "✓ カードリーダー：Demo Reader 00" in texts(dialog)
    driver.cards.insert("mynumber")
    # It goes on by itself.
    driver.wait_until(lambda: dialog.page == 2)
    assert "お知らせしますか" in texts(dialog)
    # The window behind it does not ask the same.
    assert driver.window.question.isHidden()
    driver.alt(dialog, Qt.Key.Key_Y)
    driver.wait_gone(WelcomeDialog)
    assert setting(driver, "update_notice") == "yes"
    assert setting(driver, "welcome") == "done"
    assert driver.window.question.isHidden()
    assert driver.window.card_panel.summary.serial_decimal.text().isdigit()


def test_no_keeps_nothing_and_the_bar_does_not_ask_again(driver: DemoDriver) -> None:
    dialog = open_welcome(driver)
    dialog.show_page(2)
    driver.alt(dialog, Qt.Key.Key_I)
    driver.wait_gone(WelcomeDialog)
    assert setting(driver, "update_notice") == "no"
    driver.lay("expiring")
    assert driver.window.question.isHidden()


@pytest.mark.parametrize("page", [0, 1, 2])
def test_esc_ends_it_for_good_and_answers_nothing(driver: DemoDriver, page: int) -> None:
    dialog = open_welcome(driver)
    dialog.show_page(page)
    driver.press(dialog, Qt.Key.Key_Escape)
    driver.wait_gone(WelcomeDialog)
    assert setting(driver, "welcome") == "done"
    assert setting(driver, "update_notice") == ""
    # The question waits in its band, as for anybody who has not been asked.
    driver.wait_until(driver.window.question.isVisible)


def test_an_answer_given_before_is_not_asked_for(driver: DemoDriver) -> None:
    driver.program.world.settings.change(update_notice="no")
    dialog = open_welcome(driver)
    dialog.show_page(2)
    assert "お知らせしますか" not in texts(dialog)
    driver.press(dialog, Qt.Key.Key_Return)
    driver.wait_gone(WelcomeDialog)
    assert setting(driver, "update_notice") == "no"


def test_it_says_what_is_missing(driver: DemoDriver) -> None:
    dialog = open_welcome(driver)
    driver.cards.remove()
    driver.wait_until_read()
    dialog.show_page(1)
    seen = driver.program.watcher._seen
    seen.emit(ReadersSeen(service_running=True))
    driver.wait_until(lambda: "カードリーダー：接続されていません" in texts(dialog))
    seen.emit(ReadersSeen(service_running=False))
    driver.wait_until(lambda: "サービス：動いていません" in texts(dialog))
    assert "✓" not in texts(dialog)


def test_it_goes_on_once_only(driver: DemoDriver) -> None:
    dialog = open_welcome(driver)
    dialog.show_page(1)
    driver.wait_until(lambda: dialog.page == 2)
    driver.alt(dialog, Qt.Key.Key_B)
    driver.wait_until(lambda: dialog.page == 1)
    assert not dialog._timer.isActive()


# --- when it comes ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Start:
    """How the program was started, and whether the welcome comes."""

    expected: bool
    demo: str = ""
    welcome: bool = False
    paths: tuple[str, ...] = ()
    file: str = ""


@pytest.mark.parametrize(
    "start",
    [
        Start(expected=True),
        Start(expected=True, file='language = "ja"\n'),
        Start(expected=False, file='welcome = "done"\n'),
        Start(expected=False, paths=("a.cer",)),
        Start(expected=False, demo="mynumber"),
        Start(expected=True, demo="mynumber", welcome=True),
        Start(expected=True, welcome=True, file='welcome = "done"\n'),
    ],
)
def test_when_it_comes(
    qapp: QApplication, tmp_path: Path, demo_cards: DemoCards, driver: DemoDriver, start: Start
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(start.file)
    paths = [Path(name) for name in start.paths]
    wish = Wish(paths, start.demo, "", in_background=False, place="", welcome=start.welcome)
    running = Running(qapp, apply_style(qapp), SettingsStore(file), wish)
    world = driver.program.world
    world.settings.change(welcome=SettingsStore(file).settings.welcome)
    assert running._is_welcome(world) is start.expected


def test_it_is_kept_in_the_file_and_nothing_else_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# mine\nlanguage = "ja"\nunknown = 1\n')
    SettingsStore(file).change(welcome="done")
    assert SettingsStore(file).settings.welcome == "done"
    assert file.read_text() == '# mine\nlanguage = "ja"\nunknown = 1\nwelcome = "done"\n'
