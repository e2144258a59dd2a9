"""A log that cannot be written: said once in the window, and nothing else suffers."""

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jpki_desktop.environment import DemoCards, DemoNetwork, Environment
from jpki_desktop.environment import _now as now
from jpki_desktop.gui.program import Program
from jpki_desktop.logbook import Logbook
from jpki_desktop.settings import SettingsStore
from support.driving import DemoDriver

LOG = logging.getLogger("jpki_desktop.test")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Logbook]:
    """A log whose folder is a file: what a read-only home looks like to it."""
    (tmp_path / "log").touch()
    book = Logbook(tmp_path / "log")
    book.start("window")
    yield book
    book.close()


@pytest.fixture
def program(qtbot: QtBot, demo_cards: DemoCards, book: Logbook) -> Iterator[DemoDriver]:
    network = DemoNetwork(demo_cards)
    world = Environment(demo_cards, now, SettingsStore(None), demo_cards, network=network)
    program = Program(replace(world, logbook=book))
    qtbot.addWidget(program.window)
    program.start()
    driver = DemoDriver(qtbot, program, demo_cards)
    driver.wait_until_read()
    yield driver
    program.stop()


def message(driver: DemoDriver) -> str:
    return driver.window.statusBar().currentMessage()


def test_it_is_said_once_whichever_thread_meets_it(program: DemoDriver) -> None:
    program.program.watch_log()
    thread = threading.Thread(target=LOG.info, args=("a line",))
    thread.start()
    thread.join()
    program.wait_until(lambda: "ログを書き込めません" in message(program))
    program.window.statusBar().clearMessage()
    LOG.info("another line")
    program.qtbot.wait(50)
    assert message(program) == ""
    program.lay("sign-locked")


def test_a_failure_before_the_window_is_said_as_well(program: DemoDriver) -> None:
    LOG.info("too early")
    program.program.watch_log()
    program.wait_until(lambda: "ログを書き込めません" in message(program))
