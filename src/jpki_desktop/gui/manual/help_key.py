"""F1 anywhere in the program opens the manual at the page of the window that has the focus.

A window names its page in the property `MANUAL_PAGE`; what is inside one may name a closer one.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from jpki_desktop.gui.style import MANUAL_PAGE


class HelpKey(QObject):
    """Watches for the help key; `open_manual` takes the name of a page, or an empty text."""

    def __init__(self, application: QApplication, open_manual: Callable[[str], None]) -> None:
        super().__init__(application)
        self._open = open_manual
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key where it is pressed, whatever has the focus."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and _asks_for_help(event)
        ):
            self._open(manual_page(watched))
            return True
        return super().eventFilter(watched, event)


def _asks_for_help(event: QKeyEvent) -> bool:
    """F1 on every system, and the key that a system has for help besides."""
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return (event.key() == Qt.Key.Key_F1 and plain) or event.matches(
        QKeySequence.StandardKey.HelpContents
    )


def manual_page(widget: QWidget | None) -> str:
    """Return the page named by the widget or by what is around it."""
    while widget is not None:
        name = widget.property(MANUAL_PAGE)
        if name:
            return str(name)
        widget = widget.parentWidget()
    return ""
