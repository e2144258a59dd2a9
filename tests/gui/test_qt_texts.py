"""The windows that Qt itself brings speak Japanese too: its own catalogue leaves gaps."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from jpki_desktop.wording.language import catalogue, set_language
from jpki_desktop.wording.qt_gaps import GAPS


class Listener(QTranslator):
    """Hears what Qt asks for, and answers nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False

    def translate(self, context: str, text: str, *_more: object) -> str:
        self.asked.add((context, text))
        return ""


@pytest.fixture
def listener(qapp: QApplication) -> Iterator[Listener]:
    heard = Listener()
    qapp.installTranslator(heard)
    yield heard
    qapp.removeTranslator(heard)


def look_at(dialog: QDialog) -> None:
    QTimer.singleShot(200, dialog.reject)
    dialog.exec()


def test_nothing_in_the_file_windows_and_the_print_windows_stays_english(
    qtbot: QtBot, listener: Listener
) -> None:
    for mode in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
        files = QFileDialog(None, "", "/", "A (*.a)")
        files.setOption(QFileDialog.Option.DontUseNativeDialog)
        files.setAcceptMode(mode)
        look_at(files)
    printer = QPrinter()
    look_at(QPrintPreviewDialog(printer))
    look_at(QPrintDialog(printer))
    assert ("QFileDialog", "&Look in:") in listener.asked
    set_language("ja")
    of_qt, ours = QTranslator(), catalogue()
    assert of_qt.load("qtbase_ja", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert ours is not None
    # Sizes of paper are names; the two lists of Qt hold more of them than anybody has drawers.
    missing = {
        (context, text)
        for context, text in listener.asked
        if context != "QPageSize"
        and not of_qt.translate(context, text)
        and not ours.translate(context, text)
    }
    assert not missing


def test_every_gap_is_filled() -> None:
    set_language("ja")
    ours = catalogue()
    assert ours is not None
    assert "場所(&L)：" in [ours.translate("QFileDialog", text) for text in GAPS]
    contexts = ("QAbstractFileIconProvider", "QFileDialog", "QPageSetupWidget")
    for text in GAPS:
        assert any(ours.translate(it, text) for it in (*contexts, "QPrintSettingsOutput")), text
