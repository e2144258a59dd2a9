"""The wizard in Japanese, by keyboard, as a clerk sees it; the pictures are kept for the documents.

UPDATE_SCREENSHOTS=1 writes them to docs/screenshots/installer.
"""

import os
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from support.windows_machine import ROOT, Screen, WindowsMachine

pytestmark = [pytest.mark.windows, pytest.mark.timeout(600)]

RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\JPKI Desktop"
TITLE = "JPKI Desktop"


@pytest.fixture(scope="module")
def machine(make_machine: Callable[[str], WindowsMachine]) -> WindowsMachine:
    return make_machine("wizard")


class Camera:
    """Takes a picture of each page, and sees to it that it is another one than before."""

    def __init__(self, screen: Screen, folder: Path, language: str) -> None:
        self._screen = screen
        kept = ROOT / "docs" / "screenshots" / "installer"
        self._folder = kept / language if os.environ.get("UPDATE_SCREENSHOTS") else folder
        self._last = QImage()

    def take(self, name: str, *, moving: bool = False) -> None:
        """Wait until another page stands still, or moves by itself, and keep it."""
        picture = self._folder / f"{name}.png"
        end = time.monotonic() + 60
        before = QImage()
        while True:
            self._screen.picture(picture, self._screen.wait_for(TITLE))
            found = QImage(str(picture))
            if differs(found, self._last) and (moving or not differs(found, before)):
                break
            assert time.monotonic() < end, f"the page before {name} stays"
            before = found
            time.sleep(0.5)
        self._last = found


def differs(one: QImage, other: QImage) -> bool:
    """Whether two pictures are of different pages: a button pressed or a choice made is less."""
    if one.size() != other.size():
        return True
    places = [(x, y) for x in range(0, one.width(), 2) for y in range(0, one.height(), 2)]
    changed = sum(one.pixel(x, y) != other.pixel(x, y) for x, y in places)
    return changed > len(places) / 100


@pytest.fixture
def camera(screen: Screen, tmp_path: Path) -> Callable[[str], Camera]:
    return lambda language: Camera(screen, tmp_path, language)


def _settings(machine: WindowsMachine) -> dict[str, object]:
    file = machine.local_data / "jpki-desktop" / "settings.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _to_the_question(machine: WindowsMachine, screen: Screen, camera: Camera) -> None:
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
    camera.take("5-copying", moving=True)
    # The last thing that is written before the page changes.
    _wait_for(lambda: "EstimatedSize" in machine.registry(UNINSTALL))
    camera.take("6-reminders")


def test_no_is_respected_in_japanese(
    machine: WindowsMachine, screen: Screen, setup: Path, camera: Callable[[str], Camera]
) -> None:
    pictures = camera("ja")
    with machine.running(setup, "/LANG=ja") as wizard:
        _to_the_question(machine, screen, pictures)
        screen.key("alt+n", "Return")
        pictures.take("7-done")
        # There is no way back from here.
        screen.key("alt+b")
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
        _wait_for(lambda: not folder.exists())
        _wait_for(lambda: not (machine.local_data / "jpki-desktop").exists())
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
        _to_the_question(machine, screen, pictures)
        screen.key("alt+y", "Return")
        pictures.take("7-done")
        screen.key("Return")
        assert wizard.wait(60) == 0
        # It has the wizard's standard streams, which are closed with this block.
        screen.wait_for("JPKI Desktop（非公式）")
    assert machine.run(folder / "jpki-desktop.exe", "--quit").code == 0
    assert _settings(machine)["update_notice"] == "yes"
    assert "--background" in machine.registry(RUN)["JPKI Desktop"]


def _wait_for(condition: Callable[[], bool], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.2)
