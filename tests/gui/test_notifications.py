"""A notification whose bus goes away while it is answered."""

from typing import Any, cast

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jpki_desktop.gui.desktop.notifications import Note, Notifications, _Shown


class BrokenBus:
    """A bus that has gone: sending fails, as a closed socket does."""

    def __init__(self) -> None:
        self.outgoing_serial = iter(range(1, 10))

    def send(self, *_: object, **__: object) -> None:
        raise BrokenPipeError

    def close(self) -> None:
        """It is closed."""


def test_an_answer_counts_also_where_the_bus_has_gone(qtbot: QtBot) -> None:
    del qtbot
    owner = QObject()
    notifications = Notifications(owner)
    acted: list[str] = []
    one = _Shown(Note("title", "text"), acted.append, lambda: None, lambda: None)
    notifications._bus = cast("Any", BrokenBus())
    notifications._open[5] = one
    notifications._hear("ActionInvoked", (5, "never"))
    assert acted == ["never"]
