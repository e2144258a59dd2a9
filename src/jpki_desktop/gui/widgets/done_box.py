"""Says that something was done, and may offer what could come next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from jpki_desktop.gui.style import MANUAL_PAGE
from jpki_desktop.gui.widgets.message import fill
from jpki_desktop.wording.language import translate


def show_done(parent: QWidget, title: str, detail: str, page: str) -> QMessageBox:
    """Open a message that something succeeded, and return at once; F1 opens `page`."""
    box = _box(parent, title, detail, QMessageBox.Icon.Information, "sign-good")
    box.setProperty(MANUAL_PAGE, page)
    box.addButton(translate("widgets", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def offer(
    parent: QWidget,
    title: str,
    detail: str,
    step: str,
    *,
    accepted: Callable[[], None],
    declined: Callable[[], None],
) -> QMessageBox:
    """Open a message with one further step, and return at once; closing it is the default."""
    box = _box(parent, title, detail, QMessageBox.Icon.Warning)
    further = box.addButton(step, QMessageBox.ButtonRole.ActionRole)
    close = box.addButton(translate("widgets", "Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.finished.connect(lambda: accepted() if box.clickedButton() is further else declined())
    box.open()
    return box


def _box(
    parent: QWidget, title: str, detail: str, icon: QMessageBox.Icon, sign: str = ""
) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    fill(box, icon, title, detail, sign)
    return box
