"""Holds docs/decisions/0004: a PySide6 that drops references would end the program one day."""

import sys

from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    happened = Signal(object)


def test_a_signal_does_not_take_references_from_true() -> None:
    sender = _Sender()
    before = sys.getrefcount(True)
    for number in range(200):
        sender.happened.emit(number)
    assert abs(sys.getrefcount(True) - before) < 100
