"""The program as a screen reader knows it: names, roles, and the main job over the AT-SPI bus."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.screen_reader import ScreenReader, unnamed

PLANTED = """
import sys
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout
application = QApplication(sys.argv)
window = QDialog()
QVBoxLayout(window).addWidget(QPushButton())
window.setWindowTitle("planted")
window.show()
application.exec()
"""


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ScreenReader]:
    with ScreenReader(tmp_path) as reader:
        yield reader


@pytest.fixture
def demo(reader: ScreenReader) -> ScreenReader:
    reader.start([sys.executable, "-m", "jpki_desktop", "--demo", "--lang", "ja"])
    return reader


def test_a_planted_button_without_words_is_found(reader: ScreenReader) -> None:
    reader.start([sys.executable, "-c", PLANTED])
    reader.find("dialog", "planted")
    assert [node.role for node in unnamed(reader.walk())] == ["push button"]


def test_the_main_job_is_done_and_announced(demo: ScreenReader) -> None:
    demo.find("frame", "JPKI Desktop")
    demo.hear("残り3回（全3回）")
    assert unnamed(demo.walk()) == []
    decimal = demo.find("text", "シリアル番号（10進数）")
    assert demo.text(decimal).isdecimal()
    demo.press(demo.find("push button", "コピー：シリアル番号（10進数）"))
    demo.hear("コピーしました")
    demo.press(demo.find("push button", "カードを外す"))
    demo.hear("カードを")
    assert unnamed(demo.walk()) == []


def test_a_certificate_is_opened_and_checked(demo: ScreenReader) -> None:
    demo.hear("残り5回（全5回）")
    demo.press(demo.find("push button", "自分の証明書"))
    demo.press(demo.find("push button", "OK"))
    question = demo.find("dialog", "パスワード入力")
    assert "残り3回" in question.description
    assert unnamed(demo.walk()) == []
    demo.press(demo.find("push button", "パスワードなしで表示"))
    demo.find("page tab", "基本")
    assert unnamed(demo.walk()) == []
    demo.press(demo.find("push button", "有効性確認"))
    demo.hear("有効")


def test_the_tries_left_are_announced(demo: ScreenReader) -> None:
    demo.press(demo.find("push button", "パスワードを確かめる"))
    demo.press(demo.find("push button", "OK"))
    field = demo.find("text", "利用者証明用パスワード")
    demo.type_into(field, "9999")
    assert "9" not in demo.text(field)
    demo.press(demo.find("push button", "OK"))
    demo.hear("残り2回")
