"""Fixtures for window tests: real widgets on Qt's offscreen screen, the demo card behind them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jpki_desktop.emulator import make_card
from jpki_desktop.environment import DemoCards, DemoNetwork, Environment
from jpki_desktop.environment import _now as now
from jpki_desktop.gui.program import Program
from jpki_desktop.gui.style import apply_style
from jpki_desktop.settings import SettingsStore
from jpki_desktop.wording.language import set_language
from support.driving import DemoDriver


@pytest.fixture(scope="session", autouse=True)
def demo_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys for the demo cards of this run: making them takes the longest."""
    folder = tmp_path_factory.mktemp("demo")
    make_card(state_dir=folder, fresh=True)
    return folder


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    """The windows are judged in Japanese."""
    set_language("ja")
    yield
    set_language("en")


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[None]:
    """The look of the program, for what is measured in it."""
    font, palette = qapp.font(), qapp.palette()
    look = apply_style(qapp)
    yield
    look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def demo_cards(demo_keys: Path) -> DemoCards:
    """The demo reader with the usual card on it."""
    return DemoCards("mynumber", demo_keys)


@pytest.fixture
def driver(qtbot: QtBot, demo_cards: DemoCards) -> Iterator[DemoDriver]:
    """The program with the demo card, shown, and a hand on its keyboard."""
    world = Environment(
        demo_cards, now, SettingsStore(None), demo_cards, network=DemoNetwork(demo_cards)
    )
    program = Program(world)
    qtbot.addWidget(program.window)
    program.start()
    driver = DemoDriver(qtbot, program, demo_cards)
    driver.wait_until_read()
    yield driver
    program.stop()
