"""The wizard in Japanese, by keyboard, as a clerk sees it; the pictures are kept for the documents.

UPDATE_SCREENSHOTS=1 writes them to docs/screenshots/installer.
"""

import os
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from support.windows_machine import ROOT, Screen, WindowsMachine

pytestmark = [pytest.mark.windows, pytest.mark.timeout(600)]

RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
TITLE = "JPKI Desktop"


@pytest.fixture(scope="module")
def machine(make_machine: Callable[[str], WindowsMachine]) -> WindowsMachine:
    return make_machine("wizard")


class Camera:
    """Takes a picture of each page, and sees to it that no two are the same."""

    def __init__(self, screen: Screen, folder: Path, language: str) -> None:
        self._screen = screen
        kept = ROOT / "docs" / "screenshots" / "installer"
        self._folder = kept / language if os.environ.get("UPDATE_SCREENSHOTS") else folder
        self._last = b""

    def take(self, name: str) -> None:
        """Wait until the page has changed, and keep it."""
        picture = self._folder / f"{name}.png"
        end = time.monotonic() + 30
        while True:
            time.sleep(0.7)
            self._screen.picture(picture, self._screen.wait_for(TITLE))
            content = picture.read_bytes()
            if content != self._last:
                break
            assert time.monotonic() < end, f"the page before {name} stays"
        self._last = content


@pytest.fixture
def camera(screen: Screen, tmp_path: Path) -> Callable[[str], Camera]:
    return lambda language: Camera(screen, tmp_path, language)


def _settings(machine: WindowsMachine) -> dict[str, object]:
    file = machine.local_data / "jpki-desktop" / "settings.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _to_the_question(screen: Screen, camera: Camera) -> None:
    """Welcome, terms, folder, confirmation, copying."""
    screen.wait_for(TITLE)
    camera.take("1-welcome")
    screen.key("Return")
    camera.take("2-terms")
    # The button goes on only after the terms were agreed to.
    screen.key("alt+a", "Return")
    camera.take("3-folder")
    screen.key("Return")
    camera.take("4-confirm")
    screen.key("Return")
    camera.take("5-copying")


def test_no_is_respected_in_japanese(
    machine: WindowsMachine, screen: Screen, setup: Path, camera: Callable[[str], Camera]
) -> None:
    pictures = camera("ja")
    with machine.running(setup, "/LANG=ja") as wizard:
        _to_the_question(screen, pictures)
        folder = machine.local_data / "Programs" / "JPKI Desktop"
        _wait_for((folder / "uninstall.exe").exists)
        time.sleep(3)
        pictures.take("6-reminders")
        screen.key("alt+n", "Return")
        pictures.take("7-done")
        # Not now: the box is on, and is switched off here.
        screen.key("alt+s", "Return")
        assert wizard.wait(60) == 0
    assert _settings(machine)["update_notice"] == "no"
    assert machine.registry(RUN) == {}


def test_uninstalling_asks_about_the_settings(
    machine: WindowsMachine, screen: Screen, camera: Callable[[str], Camera]
) -> None:
    pictures = camera("ja")
    folder = machine.local_data / "Programs" / "JPKI Desktop"
    assert (folder / "uninstall.exe").exists()
    with machine.running(folder / "uninstall.exe", "/LANG=ja"):
        screen.wait_for(TITLE)
        pictures.take("8-uninstall")
        screen.key("alt+d")
        screen.key("Return")
        _wait_for(lambda: not (folder / "uninstall.exe").exists())
        pictures.take("9-uninstalled")
        screen.key("Return")
        screen.wait_until_gone(TITLE)
    assert not folder.exists()
    assert not (machine.local_data / "jpki-desktop").exists()


def test_yes_in_english_and_start_now(
    machine: WindowsMachine, screen: Screen, setup: Path, camera: Callable[[str], Camera]
) -> None:
    pictures = camera("en")
    folder = machine.local_data / "Programs" / "JPKI Desktop"
    with machine.running(setup, "/LANG=en") as wizard:
        _to_the_question(screen, pictures)
        _wait_for((folder / "uninstall.exe").exists)
        time.sleep(3)
        pictures.take("6-reminders")
        screen.key("alt+y", "Return")
        pictures.take("7-done")
        screen.key("Return")
        assert wizard.wait(60) == 0
    screen.wait_for("JPKI Desktop（非公式）")
    assert machine.run(folder / "jpki-desktop.exe", "--quit").code == 0
    assert _settings(machine)["update_notice"] == "yes"
    assert "--background" in machine.registry(RUN)["JPKI Desktop"]


def _wait_for(condition: Callable[[], bool], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.2)
