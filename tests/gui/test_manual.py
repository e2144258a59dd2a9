"""ヘルプ: F1 in every window, the pages, the search, by keyboard alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from shiboken6 import delete

from architecture import guards
from jpki_desktop.card.connection import ReadersSeen
from jpki_desktop.errors import FileDamagedError, JpkiError, ReaderBusyError
from jpki_desktop.gui.dialogs.convert_serial import ConvertSerialDialog
from jpki_desktop.gui.dialogs.diagnose import DiagnoseDialog
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.reminders import RemindersDialog
from jpki_desktop.gui.dialogs.select_certificate import SelectCertificateDialog
from jpki_desktop.gui.dialogs.settings import SettingsDialog
from jpki_desktop.gui.dialogs.show_authorities import ShowAuthoritiesDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.manual.help_key import HelpKey, manual_page
from jpki_desktop.gui.manual.manual import all_pages
from jpki_desktop.gui.manual.pages import ERROR_CODES, ORDER
from jpki_desktop.gui.manual.window import ManualWindow
from jpki_desktop.gui.style import MANUAL_PAGE
from jpki_desktop.gui.widgets.done_box import show_done
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.wording.error_examples import EXAMPLES
from jpki_desktop.wording.language import set_language
from support.driving import DemoDriver

PICTURE = QTextDocument.ResourceType.ImageResource.value
DIALOGS = guards.SOURCE / "gui" / "dialogs"


@pytest.fixture(autouse=True)
def help_key(qapp: QApplication, driver: DemoDriver) -> Iterator[None]:
    key = HelpKey(qapp, driver.program.open_manual)
    yield
    delete(key)


def opened(driver: DemoDriver, window: QWidget) -> str:
    """Press F1 in a window and return the page that is open then; the manual is closed again."""
    driver.press(window, Qt.Key.Key_F1)
    manual = driver.wait_for(ManualWindow)
    page = manual.page
    driver.press(manual, Qt.Key.Key_Escape)
    driver.wait_gone(ManualWindow)
    return page


def manual_of(driver: DemoDriver) -> ManualWindow:
    driver.alt(driver.window, Qt.Key.Key_H)
    return driver.wait_for(ManualWindow)


# --- the right page ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "kind", "page"),
    [
        (Qt.Key.Key_U, SelectCertificateDialog, "own-certificate"),
        (Qt.Key.Key_C, ShowAuthoritiesDialog, "authorities"),
        (Qt.Key.Key_N, ConvertSerialDialog, "serial-number"),
        (Qt.Key.Key_E, RemindersDialog, "reminders"),
        (Qt.Key.Key_S, SettingsDialog, "settings"),
        (Qt.Key.Key_T, DiagnoseDialog, "diagnose"),
    ],
)
def test_f1_in_a_window(driver: DemoDriver, key: Qt.Key, kind: type[QWidget], page: str) -> None:
    driver.alt(driver.window, key)
    window = driver.wait_for(kind)
    assert opened(driver, window) == page
    assert window.isVisible()
    window.close()


def test_f1_while_a_password_is_asked_for(driver: DemoDriver) -> None:
    question = driver.ask_for(Qt.Key.Key_S)
    driver.type(question, "ABC1")
    driver.press(question, Qt.Key.Key_F1)
    manual = driver.wait_for(ManualWindow)
    assert manual.page == "four-passwords"
    # It can be used over the window that asks, and nothing typed is lost.
    driver.press(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.wait_until(manual.field.hasFocus)
    driver.type(manual, "pkcs")
    assert "certificate-files" in {page.name for page in all_pages() if page.title in manual.titles}
    driver.press(manual, Qt.Key.Key_Escape)
    driver.type(question, "23")
    driver.press(question, Qt.Key.Key_Return)
    shown = driver.wait_for(ShowCertificateDialog)
    assert opened(driver, shown) == "own-certificate"
    shown.close()
    assert not driver.open_windows(EnterPasswordDialog)


@pytest.mark.parametrize("error", [ReaderBusyError("Reader 7"), FileDamagedError("/x/a", "tag")])
def test_f1_on_an_error(driver: DemoDriver, error: JpkiError) -> None:
    box = show_error(driver.window, error)
    assert opened(driver, box) == ERROR_CODES
    driver.press(box, Qt.Key.Key_Escape)
    driver.wait_gone(QMessageBox)


def test_f1_on_what_was_done(driver: DemoDriver) -> None:
    box = show_done(driver.window, "title", "detail", "change-password")
    assert opened(driver, box) == "change-password"
    box.close()


def test_f1_on_the_main_window_is_about_its_state(driver: DemoDriver) -> None:
    driver.window.change_password.setFocus()
    assert opened(driver, driver.window) == "change-password"
    watcher = driver.program.watcher
    driver.window.reader_choice.setFocus()
    assert opened(driver, driver.window) == "start"
    driver.lay("sign-locked")
    driver.window.card_panel.summary.unlocking.setFocus()
    assert opened(driver, driver.window) == "four-passwords"
    watcher._seen.emit(ReadersSeen(service_running=False))
    driver.wait_until(lambda: driver.window.property(MANUAL_PAGE) == "diagnose")
    driver.window.card_panel.empty.step.setFocus()
    assert opened(driver, driver.window) == "diagnose"


def test_every_entry_of_the_menu_has_its_page(driver: DemoDriver) -> None:
    entries = driver.window.findChildren(QPushButton, "menu")
    header = (driver.window.diagnose, driver.window.settings, driver.window.help)
    assert len(entries) == 8
    pages = [manual_page(button) for button in (*entries, *header)]
    assert set(pages) <= set(ORDER)
    assert len(set(pages)) == len(pages)


def without_page(folder: Path) -> list[str]:
    """Dialogs whose class, or the one they are made of, names no page of the manual."""
    bases: dict[str, tuple[str, ...]] = {}
    named: set[str] = set()
    for file in guards.modules(folder):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            key = f"{file.parent.name}.{node.name}"
            local = {f"{file.parent.name}.{ast.unparse(base)}" for base in node.bases}
            far = {f"dialogs.{ast.unparse(base)}" for base in node.bases}
            bases[key] = (*local, *far, *(ast.unparse(base) for base in node.bases))
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "self.setProperty":
                    what, page = (ast.unparse(it) for it in call.args)
                    if what == "MANUAL_PAGE" and page.strip("'\"") in ORDER:
                        named.add(key)

    def holds(key: str) -> bool:
        return key in named or any(holds(base) for base in bases.get(key, ()))

    def is_dialog(key: str) -> bool:
        return any(base == "QDialog" or is_dialog(base) for base in bases.get(key, ()))

    # What only says what its dialogs have in common is never opened itself.
    return [
        key for key in bases if is_dialog(key) and not holds(key) and "PasswordChoice" not in key
    ]


def test_every_dialog_names_its_page(tmp_path: Path) -> None:
    assert without_page(DIALOGS) == []
    for line in ("pass", "self.setProperty(MANUAL_PAGE, 'nowhere')"):
        planted = f"class PlantedDialog(QDialog):\n    def __init__(self):\n        {line}\n"
        (tmp_path / "planted.py").write_text(planted)
        assert len(without_page(tmp_path)) == 1


# --- the window -------------------------------------------------------------------------------


def test_all_pages_stand_in_the_list_in_both_languages(qapp: QApplication) -> None:
    for language in ("ja", "en", "pseudo"):
        set_language(language)
        assert [page.name for page in all_pages()] == list(ORDER)


def test_error_codes_are_those_of_the_program(driver: DemoDriver) -> None:
    manual = manual_of(driver)
    manual.open_page(ERROR_CODES)
    text = manual.view.toPlainText()
    assert manual.titles[ORDER.index(ERROR_CODES)] == "エラーコード"
    missing = {error.code for error in EXAMPLES if f"{error.code} " not in text}
    assert missing == set()
    # Nothing in a sentence was taken for a sign of Markdown.
    assert "pcscd.socket" in text
    assert "\\" not in text.replace("\\\\", "")


def test_about_tells_version_and_installation(driver: DemoDriver) -> None:
    manual = manual_of(driver)
    manual.open_page("about")
    text = manual.view.toPlainText()
    assert QApplication.applicationVersion() or "0." in text
    assert "ソースコードから" in text
    assert "{" not in text


def test_the_first_press_of_help_opens_the_start(driver: DemoDriver) -> None:
    manual = manual_of(driver)
    assert manual.page == "start"
    driver.wait_until(manual.view.hasFocus)
    # One window for all, wherever it is asked for.
    driver.program.open_manual("validity")
    assert driver.open_windows(ManualWindow) == [manual]
    assert manual.page == "validity"


@pytest.mark.parametrize("words", ["SHA-256", "ｓｈａ－２５６", "sha"])
def test_search_shows_and_marks(driver: DemoDriver, words: str) -> None:
    manual = manual_of(driver)
    driver.alt(manual, Qt.Key.Key_S)
    driver.wait_until(manual.field.hasFocus)
    # As from an input method: keys can be pressed in ASCII only.
    manual.field.insert(words)
    assert "用語集" in manual.titles
    assert len(manual.titles) < len(ORDER)
    manual.list.setCurrentRow(manual.titles.index("用語集"))
    marks = manual.view.extraSelections()
    assert marks
    cursor: QTextCursor = marks[0].cursor
    assert cursor.selectedText().lower().startswith("sha")
    driver.press(manual, Qt.Key.Key_Return)
    driver.wait_until(manual.view.hasFocus)


def test_search_without_a_hit_says_so_and_keeps_the_page(driver: DemoDriver) -> None:
    manual = manual_of(driver)
    manual.open_page("validity")
    manual.field.setText("そのような言葉はない")
    assert manual.titles == []
    assert "この言葉があるページはありません" in manual._none.text()
    assert manual._none.isVisible()
    assert manual.page == "validity"
    manual.field.clear()
    assert len(manual.titles) == len(ORDER)


def test_links_lead_to_pages_and_out_only_by_https(
    driver: DemoDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: went.append(url.toString()))
    manual = manual_of(driver)
    # By keyboard: the first link of the page.
    driver.press(manual, Qt.Key.Key_Tab)
    driver.press(manual, Qt.Key.Key_Return)
    assert manual.page == "diagnose"
    manual._follow(QUrl("https://www.jpki.go.jp/"))
    manual._follow(QUrl("http://example.jp/"))
    manual._follow(QUrl("file:///etc/passwd"))
    assert went == ["https://www.jpki.go.jp/"]


def test_every_page_can_be_drawn_and_its_pictures_fit(driver: DemoDriver) -> None:
    manual = manual_of(driver)
    manual.resize(manual.minimumSizeHint())
    for name in ORDER:
        manual.open_page(name)
        room = manual.view.viewport().width()
        for fragment in manual.view._fragments():
            image = fragment.charFormat().toImageFormat()
            assert 0 < image.width() <= room, (name, image.name())
            drawn = manual.view.document().resource(PICTURE, QUrl(image.name()))
            # What a page shrinks by itself cannot be read.
            assert drawn.deviceIndependentSize().width() == pytest.approx(image.width(), abs=1)
    manual.open_page("start")
    assert len(manual.view._fragments()) == 1


def test_everything_has_a_name(driver: DemoDriver) -> None:
    from gui.test_access import unnamed

    assert list(unnamed(manual_of(driver))) == []
