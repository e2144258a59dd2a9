"""What reaches the window before the program behind it is there, and a second signal at its end."""

import signal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jpki_desktop.environment import DemoCards, DemoNetwork, Environment
from jpki_desktop.environment import _now as now
from jpki_desktop.gui.entries import Entries
from jpki_desktop.gui.main_window import MainWindow
from jpki_desktop.gui.program import Program
from jpki_desktop.gui.running import Running, Wish
from jpki_desktop.gui.signals import EndOnSignals
from jpki_desktop.settings import SettingsStore


@pytest.fixture
def world(demo_cards: DemoCards) -> Environment:
    return Environment(
        demo_cards, now, SettingsStore(None), demo_cards, network=DemoNetwork(demo_cards)
    )


def test_a_press_before_the_program_is_there_does_not_hold_up_its_start(
    qtbot: QtBot, world: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(Entries, "ask_for_files", lambda _self: started.append("files"))
    window = MainWindow()
    qtbot.addWidget(window)
    window.open_file.click()
    program = Program(world, None, window)
    # The system's dialog has a loop of its own: nothing after it would be there until it closes.
    assert not started
    qtbot.waitUntil(lambda: started == ["files"])
    program.stop()


def test_a_file_dropped_before_the_program_is_there_is_opened_later(
    qtbot: QtBot, world: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(Entries, "open_files", lambda _self, paths: opened.extend(paths))
    window = MainWindow()
    qtbot.addWidget(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/some.cer")])
    window.dropEvent(
        QDropEvent(
            QPoint(1, 1),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    program = Program(world, None, window)
    qtbot.waitUntil(lambda: opened == [Path("/some.cer")])
    program.stop()


def test_a_second_signal_does_not_break_off_the_log_out(qtbot: QtBot) -> None:
    del qtbot
    application = cast("QApplication", QApplication.instance())
    running = Running(application, cast("Any", None), None, Wish([], "", "", False, ""))
    held: list[object] = []
    nothing = SimpleNamespace(end=lambda: None, close=lambda: None)
    running._signals = EndOnSignals(application)
    running._program = cast(
        "Any",
        SimpleNamespace(
            stop=lambda: held.append(signal.getsignal(signal.SIGTERM)),
            unexpected=nothing,
            world=SimpleNamespace(logbook=nothing),
        ),
    )
    running.stop()
    assert held != [signal.SIG_DFL]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_window_closed_before_the_program_is_there_does_not_come_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    went_on: list[int] = []
    monkeypatch.setattr(Running, "_go_on", lambda _self: went_on.append(1))
    application = cast("QApplication", QApplication.instance())
    before = application.quitOnLastWindowClosed()
    application.setQuitOnLastWindowClosed(False)
    running = Running(application, cast("Any", None), None, Wish([], "", "", False, ""))
    running.start()
    assert running._shell is not None
    qtbot.addWidget(running._shell)
    running._shell.close()
    qtbot.wait(600)
    application.setQuitOnLastWindowClosed(before)
    assert not went_on
