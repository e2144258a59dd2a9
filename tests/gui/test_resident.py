"""What closing the window means, with and without a place for an icon.

The trays here are pretended; `tests/desktop` has real ones.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from jpki_desktop.environment import DemoCards, Environment, _now
from jpki_desktop.gui.program import Program
from jpki_desktop.gui.resident import Resident
from jpki_desktop.gui.tray import Tray, TrayActions, TrayState, picture_of
from jpki_desktop.settings import SettingsStore
from support.driving import DemoDriver


class House:
    """A program that is not the demo, with the demo card, and its resident."""

    def __init__(self, qtbot: QtBot, cards: DemoCards, *, tray: bool, in_background: bool) -> None:
        world = Environment(cards, _now, SettingsStore(None))
        world.settings.change(update_notice="yes")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.application = application
        self.program = Program(world)
        self.resident = Resident(self.program, application, in_background=in_background)
        self.pretend(tray=tray)
        self.ended: list[int] = []
        self.driver = DemoDriver(qtbot, self.program, cards)
        qtbot.addWidget(self.program.window, before_close_func=self._let_go)

    def pretend(self, *, tray: bool) -> None:
        host: Any = self.resident.tray._host
        host.present = lambda: tray
        host.look()

    def _let_go(self, window: Any) -> None:
        window.may_close = lambda: True

    def close_window(self) -> None:
        self.program.window.close()

    @property
    def quits(self) -> bool:
        """Whether the program would end with its last window."""
        return self.application.quitOnLastWindowClosed()


@pytest.fixture
def house(qtbot: QtBot, demo_cards: DemoCards, request: pytest.FixtureRequest) -> Iterator[House]:
    marks = getattr(request, "param", {})
    before = QApplication.quitOnLastWindowClosed()
    house = House(qtbot, demo_cards, **({"tray": True, "in_background": False} | marks))
    house.program.start()
    house.driver.wait_until_read()
    yield house
    house.resident.close()
    house.program.stop()
    QCoreApplication.removePostedEvents(house.resident)
    QApplication.setQuitOnLastWindowClosed(before)


def test_it_is_asked_once_and_a_yes_hides_the_window(house: House) -> None:
    window, driver = house.program.window, house.driver
    house.close_window()
    box = driver.wait_for(QMessageBox)
    assert window.isVisible()
    driver.press(box, Qt.Key.Key_Return)
    driver.wait_until(lambda: not window.isVisible())
    assert not house.quits
    assert house.program.world.settings.settings.closing == "stay"
    house.resident.show_window()
    house.close_window()
    assert not window.isVisible()
    assert not driver.open_windows(QMessageBox)


def test_escape_leaves_the_window_open_and_the_question_unanswered(house: House) -> None:
    house.close_window()
    box = house.driver.wait_for(QMessageBox)
    house.driver.press(box, Qt.Key.Key_Escape)
    house.driver.wait_gone(QMessageBox)
    assert house.program.window.isVisible()
    assert house.program.world.settings.settings.closing == ""


def test_a_no_ends_the_program(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house.resident, "quit", lambda: house.ended.append(0))
    house.close_window()
    box = house.driver.wait_for(QMessageBox)
    next(it for it in box.buttons() if "終了" in it.text()).click()
    house.driver.wait_until(lambda: house.ended == [0])
    assert house.program.world.settings.settings.closing == "quit"


@pytest.mark.parametrize(
    ("house", "notice"),
    [({"tray": False}, "yes"), ({"tray": True}, "no"), ({"tray": True}, "")],
    indirect=["house"],
)
def test_with_nothing_to_stay_for_or_no_way_back_it_ends(house: House, notice: str) -> None:
    house.program.world.settings.change(update_notice=notice)
    house.close_window()
    assert not house.program.window.isVisible()
    assert house.quits
    assert not house.driver.open_windows(QMessageBox)


@pytest.mark.parametrize("house", [{"tray": False, "in_background": True}], indirect=True)
def test_a_background_start_without_a_tray_says_how_it_is_found(house: House) -> None:
    house.resident.show_window()
    house.close_window()
    box = house.driver.wait_for(QMessageBox)
    assert "もう一度起動" in box.informativeText()
    house.driver.press(box, Qt.Key.Key_Return)
    house.driver.wait_until(lambda: not house.program.window.isVisible())
    assert not house.quits


def test_a_tray_that_went_away_does_not_hide_the_program(house: House) -> None:
    house.program.world.settings.change(closing="stay")
    house.pretend(tray=False)
    house.close_window()
    assert house.quits


@pytest.mark.parametrize("house", [{"tray": False, "in_background": True}], indirect=True)
@pytest.mark.parametrize("closing", ["", "stay"])
def test_a_background_start_ends_with_its_window_once_reminders_are_off(
    house: House, closing: str
) -> None:
    house.program.world.settings.change(update_notice="no", closing=closing)
    house.resident.show_window()
    house.close_window()
    assert not house.driver.open_windows(QMessageBox)
    assert not house.program.window.isVisible()
    assert house.quits


def test_the_end_of_the_session_is_not_held_up(house: House) -> None:
    house.resident._session_ends()
    house.close_window()
    assert not house.program.window.isVisible()
    assert not house.driver.open_windows(QMessageBox)


def test_the_icon_follows_the_card(house: House) -> None:
    tray = house.resident.tray
    house.driver.wait_until(lambda: tray._state is TrayState.CARD)
    assert tray.icon is not None
    assert "カードがセット" in tray.icon.toolTip()
    house.driver.cards.remove()
    house.driver.wait_until(lambda: tray._state is TrayState.NORMAL)
    assert "カードがセット" not in tray.icon.toolTip()


def test_settings_have_an_entry_only_with_something_behind_it(qtbot: QtBot) -> None:
    def nothing() -> None:
        pass

    opened: list[str] = []
    for settings in (None, lambda: opened.append("settings")):
        tray = Tray(TrayActions(nothing, nothing, nothing, nothing, settings))
        tray._make()
        assert tray.menu is not None
        found = [action for action in tray.menu.actions() if "設定" in action.text()]
        assert len(found) == (settings is not None)
        for action in found:
            action.trigger()
        tray.hide()
    assert opened == ["settings"]


def luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: float, second: float) -> float:
    bright, dark = max(first, second), min(first, second)
    return (bright + 0.05) / (dark + 0.05)


def opaque_luminances(image: QImage) -> list[float]:
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [luminance((it.red(), it.green(), it.blue())) for it in colours if it.alpha() > 240]


@pytest.mark.parametrize("panel", [(255, 255, 255), (20, 20, 20), (46, 52, 64)])
@pytest.mark.parametrize("size", [16, 22, 24, 48])
def test_pictures_stand_out_on_any_panel_and_from_each_other(
    qtbot: QtBot, panel: tuple[int, int, int], size: int
) -> None:
    ground = luminance(panel)
    seen = []
    for state in TrayState:
        image = picture_of(state).pixmap(size, size).toImage()
        assert image.width() == size
        # WCAG 2.1, 1.4.11: 3 to 1 for pictures; a fifth of the square is a clear shape.
        plain = [it for it in opaque_luminances(image) if contrast(it, ground) >= 3]
        assert len(plain) >= size * size / 5
        seen.append(bytes(image.constBits()))
    assert len(set(seen)) == len(TrayState)
