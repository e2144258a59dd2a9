"""The program's window in a process of its own, typed into by the test that reads its memory.

Characters arrive one by one and are kept nowhere here, so that what is found in this process was
left there by the program, by Python or by Qt. A line feed goes to the next field.
"""

import gc
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from jpki_desktop import environment
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.gui.dialogs.change_password import ChangePasswordDialog
from jpki_desktop.gui.dialogs.select_password import SelectPasswordDialog
from jpki_desktop.gui.program import Program
from jpki_desktop.gui.style import apply_style

_PATIENCE = 20.0


def _wait(condition: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > end:
            sys.exit("it did not come true")
        QApplication.processEvents()
        time.sleep(0.01)


def _window(kind: type[QWidget]) -> QWidget:
    found: list[QWidget] = []

    def there() -> bool:
        found[:] = [
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, kind) and widget.isVisible()
        ]
        return bool(found)

    _wait(there)
    return found[0]


def _focus_in(question: QWidget) -> QWidget:
    """Return the field that has the focus in a window."""
    focused: QWidget | None = question.focusWidget()
    return question if focused is None else focused


def _type_what_comes(question: QWidget, fields: int) -> None:
    while fields:
        character = os.read(0, 1)
        target = _focus_in(question)
        if character == b"\n":
            fields -= 1
            QTest.keyClick(target, Qt.Key.Key_Tab if fields else Qt.Key.Key_Return)
        else:
            QTest.keyClicks(target, character.decode("ascii"))


def main() -> None:
    """Change the signature password as the test types it, say so, and stay until told to end."""
    application = QApplication(["jpki-desktop"])
    apply_style(application)
    program = Program(environment.real())
    program.start()
    view = program.watcher
    _wait(lambda: view.view.current is not None and view.view.current.summary is not None)
    program.window.change_password.click()
    choice = _window(SelectPasswordDialog)
    assert isinstance(choice, SelectPasswordDialog)
    choice.choose(PasswordKind.SIGN)
    choice.accept()
    _type_what_comes(_window(ChangePasswordDialog), 3)
    box = _window(QMessageBox)
    assert isinstance(box, QMessageBox)
    print(box.text(), flush=True)
    box.accept()
    _wait(lambda: not box.isVisible())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    print("resting", flush=True)
    os.read(0, 1)
    program.stop()


if __name__ == "__main__":
    main()
