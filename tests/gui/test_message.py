"""What a message says first stands out, in the style of the program too."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from jpki_desktop.gui.widgets.done_box import show_done


@pytest.mark.usefixtures("styled")
def test_the_title_is_bold_once_it_is_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    box = show_done(window, "The password was changed", "From now on use the new one.", "start")
    qtbot.waitUntil(box.isVisible)
    title, detail = (
        box.findChild(QLabel, f"qt_msgbox_{name}label") for name in ("", "informative")
    )
    assert isinstance(title, QLabel)
    assert isinstance(detail, QLabel)
    assert title.font().bold()
    assert not detail.font().bold()
    assert not box.iconPixmap().isNull()
    box.close()
