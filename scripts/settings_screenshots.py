"""Draws the screens of 設定 as `screenshots.py` does the others.

`python scripts/settings_screenshots.py docs/screenshots`; no folder of this machine is shown.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from jpki_desktop import environment
from jpki_desktop.environment import Environment
from jpki_desktop.errors import NetworkError
from jpki_desktop.gui.dialogs.proxy_login import ProxyLoginDialog
from jpki_desktop.gui.dialogs.settings import SettingsDialog
from jpki_desktop.gui.style import apply_appearance, apply_style
from jpki_desktop.login_start import LoginState
from jpki_desktop.network.connection_steps import Step, StepResult
from jpki_desktop.operations.proxy_login import ProxyWish
from jpki_desktop.settings import Managed, SettingsStore
from jpki_desktop.wording.language import set_language

PAGES = ("general", "notice", "readers", "network", "organisation", "log")
READERS = ("ACS ACR39U ICC Reader 00 00", "Sony RC-S300 00 01")
PROXY = "proxy.example.jp:8080"
SERVER = "ocsp.example.jp:80"


class NoLogin:
    """A computer on which the program does not start at login."""

    def state(self) -> LoginState:
        """See `LoginStart.state`."""
        return LoginState.OFF

    def enable(self) -> None:
        """See `LoginStart.enable`."""

    def disable(self) -> None:
        """See `LoginStart.disable`."""


def take(folder: Path, name: str, window: QWidget) -> None:
    """Draw a window into a file."""
    for _ in range(5):
        QApplication.processEvents()
        QTest.qWait(10)
    picture = QPixmap(window.grab())
    flat = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    flat.save(str(folder / f"{name}.png"), quality=0)


def pages(folder: Path, world: Environment, parent: QWidget) -> None:
    """Take every page, and the connection test as it fails and as it succeeds."""
    dialog = SettingsDialog(parent, world, READERS, NoLogin())
    dialog.show()
    for name, page in zip(PAGES, dialog.pages, strict=True):
        dialog.tabs.setCurrentWidget(page)
        take(folder, f"settings-{name}", dialog)
    network = dialog.network
    dialog.tabs.setCurrentWidget(network)
    network.manual.setChecked(True)
    network.address.setText(PROXY)
    network.user.setText("taro")
    network.password.setText("................")
    network.show_keyring(there=True)
    network.connection.address.setText("http://ocsp.example.jp/")
    good = tuple(
        StepResult(step, place, by_proxy=True)
        for step, place in (
            (Step.ROUTE, SERVER),
            (Step.NAME, PROXY),
            (Step.CONNECT, PROXY),
            (Step.LOGIN, PROXY),
            (Step.ANSWER, SERVER),
        )
    )
    network.connection.show_steps(good)
    take(folder, "settings-network-good", dialog)
    network.show_keyring(there=False)
    refused = NetworkError("proxy-password", PROXY)
    failed = StepResult(Step.LOGIN, PROXY, by_proxy=True, problem=refused)
    network.connection.show_steps((*good[:3], failed))
    take(folder, "settings-network-refused", dialog)
    dialog.reject()


def main() -> int:
    """Draw all of them into the folder named on the command line."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    application = QApplication(["jpki-desktop"])
    apply_style(application)
    # Kept here: its dialogs go with it.
    parent = QWidget()
    for language in ("ja", "en"):
        set_language(language)
        folder = root / language
        folder.mkdir(parents=True, exist_ok=True)
        world = environment.demo()
        pages(folder, world, parent)
        decided = {"proxy": PROXY, "ocsp_url": "http://ocsp.example.jp/", "update_notice": "yes"}
        managed = replace(world, settings=SettingsStore(None, Managed(decided)))
        dialog = SettingsDialog(parent, managed, READERS, NoLogin())
        dialog.show()
        dialog.tabs.setCurrentWidget(dialog.network)
        take(folder, "settings-managed", dialog)
        dialog.reject()
        login = ProxyLoginDialog(parent, ProxyWish(PROXY, refused=True), "taro", fixed=False)
        login.show_keyring(there=True)
        login.show()
        take(folder, "proxy-login", login)
        login.reject()
        apply_appearance(application, "dark")
        dark = SettingsDialog(parent, world, READERS, NoLogin())
        dark.show()
        take(folder, "settings-dark", dark)
        dark.reject()
        apply_appearance(application, "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
