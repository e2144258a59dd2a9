"""F1 anywhere in the program opens the manual at the page of the window that has the focus.

A window names its page in the property `MANUAL_PAGE`; what is inside one may name a closer one.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from jpki_desktop.gui.style import MANUAL_PAGE

_NAME = "help-key"
_F1 = QKeySequence("F1")


class HelpKey(QObject):
    """Gives each window the help key when it gets the focus for the first time.

    `open_manual` takes the name of a page, or an empty text. A filter for the events of the whole
    program would do the same, and have Python look at every one of them.
    """

    def __init__(self, application: QApplication, open_manual: Callable[[str], None]) -> None:
        super().__init__(application)
        self._open = open_manual
        application.focusWindowChanged.connect(self._equip)
        self._equip()

    def _equip(self) -> None:
        window = QApplication.activeWindow()
        if window is None or window.findChild(QShortcut, _NAME) is not None:
            return
        key = QShortcut(window)
        key.setObjectName(_NAME)
        # F1 on every system, and the keys that a system has for help besides; none of them twice,
        # which would make it ambiguous.
        usual = QKeySequence.keyBindings(QKeySequence.StandardKey.HelpContents)
        key.setKeys([_F1, *(one for one in usual if one != _F1)])
        key.activated.connect(self._pressed)

    def _pressed(self) -> None:
        self._open(manual_page(QApplication.focusWidget() or QApplication.activeWindow()))


def manual_page(widget: QWidget | None) -> str:
    """Return the page named by the widget or by what is around it."""
    while widget is not None:
        name = widget.property(MANUAL_PAGE)
        if name:
            return str(name)
        widget = widget.parentWidget()
    return ""
