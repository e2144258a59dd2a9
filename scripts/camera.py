"""Takes pictures of windows, and waits for them: what the screens are drawn with."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

SECONDS_TO_WAIT = 10.0
T = TypeVar("T", bound=QWidget)


class Camera:
    """Keeps pictures of windows under names, for one language."""

    # Whether windows that differ in their words only are taken one by one.
    looks_at_all = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, name: str, *windows: QWidget) -> None:
        """Draw the windows over each other, as they stand on a screen."""
        settle()
        under = windows[0]
        picture = QPixmap(under.grab())
        painter = QPainter(picture)
        for window in windows[1:]:
            shot = window.grab()
            x = (picture.width() - shot.width()) // 2
            y = (picture.height() - shot.height()) // 2
            place = QPoint(max(x, 0), max(y, 0))
            painter.drawPixmap(place, shot)
            painter.drawRect(QRect(place, shot.size()).adjusted(0, 0, -1, -1))
        painter.end()
        # Quality 0 is the strongest compression; PNG loses nothing by it.
        self._folder.mkdir(parents=True, exist_ok=True)
        flat = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
        flat.save(str(self._folder / f"{name}.png"), quality=0)


def settle() -> None:
    """Let Qt finish its layouts."""
    for _ in range(5):
        QApplication.processEvents()
        QTest.qWait(10)


def wait_for(condition: Callable[[], bool]) -> None:
    """Run the event loop until `condition` holds."""
    end = time.monotonic() + SECONDS_TO_WAIT
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


def find(kind: type[T]) -> T:
    """Return the open window of a kind, waiting for it."""
    found: list[T] = []

    def there() -> bool:
        found[:] = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, kind) and widget.isVisible()
        ]
        return bool(found)

    wait_for(there)
    return found[0]


def close(widget: QWidget) -> None:
    """Close a dialog and let its owner notice."""
    if isinstance(widget, QDialog):
        widget.reject()
    else:
        widget.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
