"""設定 by keyboard: what is chosen holds at once, is kept, and never holds a password."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox
from pytestqt.qtbot import QtBot

from gui.test_access import unnamed
from jpki_desktop.card.connection import CardPresence, ReadersSeen, ReaderState
from jpki_desktop.environment import DemoCards, Environment, proxy_of
from jpki_desktop.environment import _now as now
from jpki_desktop.errors import SettingIgnoredError
from jpki_desktop.gui.dialogs.proxy_login import ProxyLoginDialog
from jpki_desktop.gui.dialogs.settings import SettingsDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.program import Program
from jpki_desktop.gui.style import apply_appearance
from jpki_desktop.login_start import login_start
from jpki_desktop.network import NetworkDoor
from jpki_desktop.settings import Managed, ProxyPassword, SettingsStore
from jpki_desktop.settings.secrets import Secrets
from jpki_desktop.validity.result import VerdictWord
from support.driving import DemoDriver, texts
from support.fault_server import Conversation, FaultServer
from support.leak_search import find_leaks

SECRET = "Zq8mVw2kLr5xTn7b"
TARO = b"Proxy-Authorization: Basic dGFybzpacThtVncya0xyNXhUbjdi"

Start = Callable[..., DemoDriver]


class Keyring:
    """A keyring in memory, or none at all."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.absent = False

    def __call__(self) -> "Keyring":
        if self.absent:
            raise RuntimeError
        return self

    def get_password(self, _service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        self.kept[username] = password

    def delete_password(self, _service: str, username: str) -> None:
        del self.kept[username]


@pytest.fixture
def keyring() -> Keyring:
    return Keyring()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "settings.toml"


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "nowhere"))
    for name in ("http_proxy", "https_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def start(
    qtbot: QtBot,
    demo_cards: DemoCards,
    keyring: Keyring,
    file: Path,
    own_folders: None,
) -> Iterator[Start]:
    """Start the program with settings in a file, and a network that is real."""
    del own_folders
    programs: list[Program] = []

    def begin(managed: Managed | None = None, *, demo: bool = False) -> DemoDriver:
        settings = SettingsStore(file, managed)
        password = ProxyPassword(lambda: settings.settings.proxy_user, Secrets(keyring))
        world = Environment(
            demo_cards,
            now,
            settings,
            demo_cards if demo else None,
            network=NetworkDoor(lambda: proxy_of(settings.settings.proxy, password)),
            proxy_password=password,
        )
        program = Program(world, None if demo else login_start())
        programs.append(program)
        qtbot.addWidget(program.window)
        program.start()
        driver = DemoDriver(qtbot, program, demo_cards)
        driver.wait_until_read()
        return driver

    yield begin
    for program in programs:
        program.stop()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_appearance(application, "")


def opened(driver: DemoDriver, page: int = 0) -> SettingsDialog:
    """Open 設定 by its letter and go to a page by its tab."""
    driver.alt(driver.window, Qt.Key.Key_S)
    dialog = driver.wait_for(SettingsDialog)
    driver.wait_until(dialog.network.keep.isEnabled)
    dialog.tabs.tabBar().setFocus()
    for _ in range(page):
        driver.press(dialog, Qt.Key.Key_Right)
    assert dialog.tabs.currentIndex() == page
    return dialog


def accepted(driver: DemoDriver, dialog: SettingsDialog) -> None:
    driver.press(dialog, Qt.Key.Key_Return)
    driver.wait_gone(SettingsDialog)


def saved(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text("utf-8")) if file.exists() else {}


def test_every_control_of_every_page_has_a_name(start: Start) -> None:
    driver = start()
    dialog = opened(driver)
    for page in dialog.pages:
        dialog.tabs.setCurrentWidget(page)
        driver.qtbot.wait(20)
        assert list(unnamed(dialog)) == []


def test_language_and_appearance_by_keyboard(start: Start, file: Path) -> None:
    driver = start()
    dialog = opened(driver)
    assert "次に起動したとき" in texts(dialog)
    driver.alt(dialog, Qt.Key.Key_L)
    driver.press(dialog, Qt.Key.Key_Down)
    driver.press(dialog, Qt.Key.Key_Down)
    driver.alt(dialog, Qt.Key.Key_A)
    driver.press(dialog, Qt.Key.Key_Home)
    driver.press(dialog, Qt.Key.Key_Down)
    driver.press(dialog, Qt.Key.Key_Down)
    accepted(driver, dialog)
    assert saved(file) == {"language": "en", "appearance": "dark"}
    assert driver.window.palette().window().color().lightness() < 128
    dialog = opened(driver)
    driver.alt(dialog, Qt.Key.Key_A)
    driver.press(dialog, Qt.Key.Key_Home)
    accepted(driver, dialog)
    assert saved(file) == {"language": "en"}
    assert driver.window.palette().window().color().lightness() > 128


def test_cancel_changes_nothing(start: Start, file: Path) -> None:
    driver = start()
    dialog = opened(driver)
    driver.alt(dialog, Qt.Key.Key_A)
    driver.press(dialog, Qt.Key.Key_End)
    driver.press(dialog, Qt.Key.Key_Escape)
    driver.wait_gone(SettingsDialog)
    assert not file.exists()


def test_what_an_administrator_has_decided_is_shown_and_disabled(start: Start, file: Path) -> None:
    managed = Managed({"proxy": "proxy.example.jp:8080", "update_notice": "yes"})
    driver = start(managed)
    dialog = opened(driver, page=3)
    assert "管理者によって決められています" in texts(dialog)
    assert dialog.network.address.text() == "proxy.example.jp:8080"
    network, notice = dialog.network, dialog.notice
    for field in (network.address, network.system, network.none, network.manual, notice.on):
        assert not field.isEnabled()
    dialog.general.appearance.setCurrentIndex(1)
    accepted(driver, dialog)
    assert saved(file) == {"appearance": "light"}


def test_a_value_that_does_not_fit_keeps_the_window_open(start: Start, file: Path) -> None:
    driver = start()
    dialog = opened(driver, page=3)
    driver.alt(dialog, Qt.Key.Key_P)
    driver.wait_until(dialog.network.manual.isChecked)
    dialog.network.address.setFocus()
    driver.type(dialog, "proxy.example.jp")
    dialog.general.appearance.setCurrentIndex(1)
    dialog.tabs.setCurrentIndex(0)
    driver.press(dialog, Qt.Key.Key_Return)
    assert "ポート番号がありません" in dialog.problem
    assert dialog.isVisible()
    assert dialog.tabs.currentWidget() is dialog.network
    assert dialog.network.address.hasFocus()
    assert not file.exists()
    dialog.network.address.clear()
    driver.press(dialog, Qt.Key.Key_Return)
    assert "アドレスとして正しくありません" in dialog.problem


def test_a_file_that_cannot_be_written_is_told_and_the_choice_holds(
    start: Start, file: Path
) -> None:
    driver = start()
    file.parent.write_text("in the way")
    dialog = opened(driver)
    dialog.general.appearance.setCurrentIndex(2)
    driver.press(dialog, Qt.Key.Key_Return)
    box = driver.wait_for(QMessageBox)
    assert "JD-1401" in box.informativeText()
    driver.press(box, Qt.Key.Key_Return)
    assert driver.program.world.settings.settings.appearance == "dark"


# --- readers ------------------------------------------------------------------------------------

TWO = ("Reader A 00", "Reader B 01")


def show_two(driver: DemoDriver) -> None:
    readers = tuple(ReaderState(name, CardPresence.ABSENT, b"", 1) for name in TWO)
    driver.program.watcher._seen.emit(ReadersSeen(service_running=True, readers=readers))
    driver.wait_until(lambda: driver.window.reader_choice.count() == 2)


def shown(driver: DemoDriver) -> list[str]:
    choice = driver.window.reader_choice
    return [str(choice.itemData(row)) for row in range(choice.count())]


def test_a_hidden_reader_is_left_out_at_once_and_comes_back(start: Start, file: Path) -> None:
    driver = start()
    show_two(driver)
    dialog = opened(driver, page=2)
    driver.alt(dialog, Qt.Key.Key_S)
    driver.press(dialog, Qt.Key.Key_End)
    driver.press(dialog, Qt.Key.Key_Space)
    accepted(driver, dialog)
    assert saved(file) == {"hidden_readers": [TWO[1]]}
    assert shown(driver) == [TWO[0]]
    dialog = opened(driver, page=2)
    driver.alt(dialog, Qt.Key.Key_S)
    driver.press(dialog, Qt.Key.Key_End)
    driver.press(dialog, Qt.Key.Key_Space)
    accepted(driver, dialog)
    assert shown(driver) == list(TWO)
    assert saved(file) == {}


def test_when_all_are_hidden_it_is_said(start: Start) -> None:
    driver = start()
    show_two(driver)
    dialog = opened(driver, page=2)
    driver.alt(dialog, Qt.Key.Key_S)
    driver.press(dialog, Qt.Key.Key_Home)
    driver.press(dialog, Qt.Key.Key_Space)
    driver.press(dialog, Qt.Key.Key_Down)
    driver.press(dialog, Qt.Key.Key_Space)
    accepted(driver, dialog)
    assert "カードリーダーがすべて非表示です" in texts(driver.window)


def test_the_chosen_reader_cannot_be_hidden(start: Start, file: Path) -> None:
    driver = start()
    show_two(driver)
    dialog = opened(driver, page=2)
    driver.alt(dialog, Qt.Key.Key_R)
    driver.press(dialog, Qt.Key.Key_Down)
    driver.alt(dialog, Qt.Key.Key_S)
    driver.press(dialog, Qt.Key.Key_Home)
    driver.press(dialog, Qt.Key.Key_Space)
    accepted(driver, dialog)
    assert saved(file) == {"reader": TWO[0]}
    assert shown(driver) == list(TWO)


# --- notice and log -----------------------------------------------------------------------------


def test_notice_and_login_start(start: Start, file: Path, tmp_path: Path) -> None:
    driver = start()
    entry = tmp_path / "XDG_CONFIG_HOME" / "autostart" / "jpki-desktop.desktop"
    dialog = opened(driver, page=1)
    assert not dialog.notice.on.isChecked()
    assert not dialog.notice.off.isChecked()
    driver.alt(dialog, Qt.Key.Key_F)
    driver.wait_until(dialog.notice.off.isChecked)
    driver.alt(dialog, Qt.Key.Key_S)
    driver.wait_until(dialog.notice.at_login.isChecked)
    accepted(driver, dialog)
    assert saved(file) == {"update_notice": "no"}
    assert "--background" in entry.read_text()
    dialog = opened(driver, page=1)
    assert dialog.notice.at_login.isChecked()
    driver.alt(dialog, Qt.Key.Key_S)
    driver.wait_until(lambda: not dialog.notice.at_login.isChecked())
    accepted(driver, dialog)
    assert not entry.exists()


def test_the_start_at_login_goes_with_the_notice(start: Start, file: Path, tmp_path: Path) -> None:
    driver = start()
    entry = tmp_path / "XDG_CONFIG_HOME" / "autostart" / "jpki-desktop.desktop"
    dialog = opened(driver, page=1)
    driver.alt(dialog, Qt.Key.Key_T)
    driver.wait_until(dialog.notice.on.isChecked)
    accepted(driver, dialog)
    assert "--background" in entry.read_text()
    dialog = opened(driver, page=1)
    driver.alt(dialog, Qt.Key.Key_F)
    driver.wait_until(dialog.notice.off.isChecked)
    accepted(driver, dialog)
    assert saved(file) == {"update_notice": "no"}
    assert not entry.exists()


def test_the_answer_at_closing_can_be_changed(start: Start, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text('closing = "stay"\n')
    driver = start()
    dialog = opened(driver, page=1)
    # Without reminders it would decide nothing.
    driver.alt(dialog, Qt.Key.Key_W)
    assert not isinstance(dialog.focusWidget(), QComboBox)
    driver.alt(dialog, Qt.Key.Key_T)
    driver.wait_until(dialog.notice.on.isChecked)
    driver.alt(dialog, Qt.Key.Key_W)
    driver.press(dialog, Qt.Key.Key_Down)
    accepted(driver, dialog)
    assert saved(file) == {"closing": "quit", "update_notice": "yes"}
    dialog = opened(driver, page=1)
    driver.alt(dialog, Qt.Key.Key_W)
    driver.press(dialog, Qt.Key.Key_Home)
    accepted(driver, dialog)
    assert saved(file) == {"update_notice": "yes"}


def test_what_was_remembered_and_cannot_be_deleted_is_told(
    start: Start, file: Path, tmp_path: Path
) -> None:
    driver = start()
    (tmp_path / "data").write_text("in the way")
    world = driver.program.world
    world.settings.change(update_notice="yes")
    world.ledger._path = tmp_path / "data" / "ledger.json"
    dialog = opened(driver, page=1)
    driver.alt(dialog, Qt.Key.Key_F)
    driver.wait_until(dialog.notice.off.isChecked)
    driver.press(dialog, Qt.Key.Key_Return)
    box = driver.wait_for(QMessageBox)
    assert "JD-1851" in box.informativeText()
    driver.press(box, Qt.Key.Key_Return)
    driver.wait_gone(SettingsDialog)
    assert saved(file) == {"update_notice": "no"}


def test_the_demo_changes_nothing_on_this_computer(start: Start, file: Path) -> None:
    driver = start(demo=True)
    dialog = opened(driver, page=1)
    assert not dialog.notice.at_login.isEnabled()
    # The world of this test has a file; the demo's own has none.
    assert [str(file.parent)] == [
        label.text()
        for label in dialog.log.findChildren(type(dialog.log.add_note("")))
        if label.text() == str(file.parent)
    ]


def test_consent_can_be_taken_back(start: Start, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text('official_servers = "allowed"\n')
    driver = start()
    dialog = opened(driver, page=4)
    assert dialog.organisation.official.isChecked()
    driver.alt(dialog, Qt.Key.Key_J)
    driver.wait_until(lambda: not dialog.organisation.official.isChecked())
    accepted(driver, dialog)
    assert saved(file) == {}


def test_a_damaged_file_is_told_at_the_start(start: Start, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("broken [")
    driver = start()
    box = driver.wait_for(QMessageBox)
    assert "JD-1806" in box.informativeText()
    driver.press(box, Qt.Key.Key_Return)
    driver.wait_gone(QMessageBox)
    assert file.with_suffix(".broken").read_text() == "broken ["


# --- the proxy ----------------------------------------------------------------------------------


def fill_proxy(driver: DemoDriver, dialog: SettingsDialog, address: str, secret: str) -> None:
    driver.alt(dialog, Qt.Key.Key_P)
    driver.wait_until(dialog.network.manual.isChecked)
    dialog.network.address.setFocus()
    driver.type(dialog, address)
    driver.alt(dialog, Qt.Key.Key_U)
    driver.type(dialog, "taro")
    driver.alt(dialog, Qt.Key.Key_W)
    driver.type(dialog, secret)


def test_the_password_goes_to_the_keyring_and_nowhere_else(
    start: Start, keyring: Keyring, file: Path, tmp_path: Path
) -> None:
    driver = start()
    dialog = opened(driver, page=3)
    fill_proxy(driver, dialog, "proxy.example.jp:8080", SECRET)
    assert dialog.network.keep.isChecked()
    field = dialog.network.password
    driver.press(dialog, Qt.Key.Key_Return)
    assert field.text() == ""
    driver.wait_gone(SettingsDialog)
    assert saved(file) == {"proxy": "proxy.example.jp:8080", "proxy_user": "taro"}
    assert keyring.kept == {"proxy taro@proxy.example.jp:8080": SECRET}
    files = {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert files
    assert not find_leaks(SECRET, files)


def test_the_tray_opens_no_second_window_over_the_first(start: Start) -> None:
    driver = start()
    first = opened(driver)
    driver.window.open_settings()
    assert [one for one in driver.window.findChildren(SettingsDialog) if one.isVisible()] == [first]
    driver.press(first, Qt.Key.Key_Escape)
    driver.wait_gone(SettingsDialog)
    assert opened(driver) is not first


def test_a_password_typed_before_another_choice_belongs_to_no_proxy(
    start: Start, keyring: Keyring, file: Path
) -> None:
    driver = start()
    dialog = opened(driver, page=3)
    fill_proxy(driver, dialog, "proxy.example.jp:8080", SECRET)
    dialog.network.none.setChecked(True)
    dialog.submitted.emit()
    driver.wait_gone(SettingsDialog)
    assert saved(file) == {"proxy": "none", "proxy_user": "taro"}
    assert not keyring.kept


def test_without_a_keyring_it_holds_for_this_run(
    start: Start, keyring: Keyring, tmp_path: Path
) -> None:
    keyring.absent = True
    driver = start()
    driver.alt(driver.window, Qt.Key.Key_S)
    dialog = driver.wait_for(SettingsDialog)
    dialog.tabs.setCurrentWidget(dialog.network)
    fill_proxy(driver, dialog, "proxy.example.jp:8080", SECRET)
    driver.wait_until(lambda: "保存されません" in texts(dialog))
    assert not dialog.network.keep.isEnabled()
    accepted(driver, dialog)
    account = driver.program.world.proxy_password.account("proxy.example.jp:8080")
    assert account is not None
    assert bytes(account) == f"taro:{SECRET}".encode()
    files = {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert not find_leaks(SECRET, files)


def test_a_keyring_that_refuses_is_told(start: Start, keyring: Keyring) -> None:
    class KeyringLocked(Exception):  # noqa: N818 - as the library names it
        pass

    def refuse(*_: object) -> NoReturn:
        raise KeyringLocked

    driver = start()
    dialog = opened(driver, page=3)
    keyring.set_password = refuse  # type: ignore[method-assign, assignment]
    fill_proxy(driver, dialog, "proxy.example.jp:8080", SECRET)
    driver.press(dialog, Qt.Key.Key_Return)
    box = driver.wait_for(QMessageBox)
    assert "JD-1808" in box.informativeText()
    assert "ロックされています" in box.informativeText()
    driver.press(box, Qt.Key.Key_Return)


def guarded(conversation: Conversation) -> None:
    """A proxy that lets taro through, and answers in the server's place."""
    if TARO in conversation.request:
        conversation.reply(conversation.answer)
    else:
        conversation.reply(b"", status=b"407 Who are you")


@pytest.mark.parametrize(
    ("secret", "words"),
    [(SECRET, "この設定で接続できます"), ("wrong", "ユーザー名またはパスワードが正しくありません")],
)
def test_the_connection_test_uses_what_stands_in_the_fields(
    start: Start, file: Path, secret: str, words: str
) -> None:
    driver = start()
    dialog = opened(driver, page=3)
    with FaultServer(guarded, lambda _: b"") as proxy:
        fill_proxy(driver, dialog, f"127.0.0.1:{proxy.port}", secret)
        driver.alt(dialog, Qt.Key.Key_E)
        driver.type(dialog, "http://ocsp.example.jp/")
        driver.alt(dialog, Qt.Key.Key_T)
        driver.wait_until(lambda: words in texts(dialog))
    assert "プロキシに接続する" in texts(dialog)
    assert proxy.requests[0].startswith(b"GET http://ocsp.example.jp/ ")
    # Nothing was saved for it.
    assert not file.exists()


def test_a_test_of_nonsense_says_so(start: Start) -> None:
    driver = start()
    dialog = opened(driver, page=3)
    driver.alt(dialog, Qt.Key.Key_E)
    driver.type(dialog, "ocsp.example.jp")
    driver.alt(dialog, Qt.Key.Key_T)
    driver.wait_until(lambda: "http:// または https://" in texts(dialog))
    # No setting's name stands before it: what was typed belongs to none.
    assert dialog.network.connection.result.text().startswith("アドレスは")


def test_closing_gives_the_test_up(start: Start) -> None:
    driver = start()
    dialog = opened(driver, page=3)
    with FaultServer(lambda conversation: conversation.wait(), lambda _: b"") as server:
        dialog.network.connection.address.setText(server.url)
        driver.alt(dialog, Qt.Key.Key_T)
        driver.wait_until(lambda: bool(server.requests))
        driver.press(dialog, Qt.Key.Key_Escape)
        driver.wait_gone(SettingsDialog)
        driver.qtbot.wait(300)
    assert driver.window.isVisible()


def check(driver: DemoDriver) -> ShowCertificateDialog:
    question = driver.ask_for(Qt.Key.Key_U)
    driver.press(question, Qt.Key.Key_Return)
    window = driver.wait_for(ShowCertificateDialog)
    driver.alt(window, Qt.Key.Key_V)
    return window


def test_a_check_asks_for_the_proxys_password_and_a_changed_proxy_holds_at_once(
    start: Start, keyring: Keyring, demo_cards: DemoCards
) -> None:
    driver = start(demo=True)
    with FaultServer(guarded, demo_cards.answer_question) as proxy:
        dialog = opened(driver, page=3)
        driver.alt(dialog, Qt.Key.Key_P)
        driver.wait_until(dialog.network.manual.isChecked)
        dialog.network.address.setText(f"127.0.0.1:{proxy.port}")
        accepted(driver, dialog)
        window = check(driver)
        login = driver.wait_for(ProxyLoginDialog)
        assert "マイナンバーカードのパスワードではありません" in texts(login)
        assert list(unnamed(login)) == []
        driver.type(login, "taro")
        driver.alt(login, Qt.Key.Key_P)
        driver.type(login, "not this one")
        driver.press(login, Qt.Key.Key_Return)
        driver.wait_until(
            lambda: any(
                "正しくありません" in it.problem for it in driver.open_windows(ProxyLoginDialog)
            )
        )
        login = driver.open_windows(ProxyLoginDialog)[0]
        assert login.user.text() == "taro"
        driver.wait_until(login.keep.isEnabled)
        driver.alt(login, Qt.Key.Key_K)
        driver.wait_until(login.keep.isChecked)
        driver.alt(login, Qt.Key.Key_P)
        driver.type(login, SECRET)
        driver.press(login, Qt.Key.Key_Return)
        driver.wait_until(lambda: window.verdict is not None)
    assert window.verdict is not None
    assert window.verdict.word is VerdictWord.VALID
    assert keyring.kept == {f"proxy taro@127.0.0.1:{proxy.port}": SECRET}


def test_giving_the_question_up_shows_that_nothing_was_checked(
    start: Start, demo_cards: DemoCards
) -> None:
    driver = start(demo=True)
    with FaultServer(guarded, demo_cards.answer_question) as proxy:
        driver.program.world.settings.change(proxy=f"127.0.0.1:{proxy.port}")
        window = check(driver)
        login = driver.wait_for(ProxyLoginDialog)
        driver.press(login, Qt.Key.Key_Escape)
        driver.wait_until(lambda: window.verdict is not None)
    assert window.verdict is not None
    assert window.verdict.word is VerdictWord.UNCHECKED
    assert len(proxy.requests) == 1


def test_an_administrators_mistake_is_said_without_a_box(start: Start) -> None:
    problem = SettingIgnoredError("proxy", "/etc/xdg/jpki-desktop/settings.toml", "port")
    driver = start(Managed(problems=(problem,)))
    driver.wait_until(
        lambda: "ポート番号がありません" in driver.window.statusBar().currentMessage()
    )
    assert not driver.open_windows(QMessageBox)
