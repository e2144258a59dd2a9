"""A screen and Windows machines for the packages that installer/windows/test.sh has built."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.windows_machine import ROOT, Screen, WindowsMachine

BUILT = ROOT / "build" / "windows"
PACKAGES = BUILT / "packages"


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    made = Screen()
    yield made
    made.close()


@pytest.fixture(scope="session")
def make_machine(
    screen: Screen, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], WindowsMachine]]:
    """Return a maker of fresh machines."""
    machines = []

    def make(name: str) -> WindowsMachine:
        machine = WindowsMachine(tmp_path_factory.mktemp(name) / "wine", screen.display)
        machines.append(machine)
        return machine

    yield make
    for machine in machines:
        machine.close()
        # Each has most of a gigabyte.
        shutil.rmtree(machine.drive.parent)


@pytest.fixture(scope="session")
def stage() -> Path:
    """The folder that both packages contain."""
    assert (BUILT / "stage" / "jpki.exe").is_file(), "make test-windows builds it"
    return BUILT / "stage"


@pytest.fixture(scope="session")
def setup() -> Path:
    [found] = PACKAGES.glob("jpki-desktop-*-setup.exe")
    return found


@pytest.fixture(scope="session")
def msi() -> Path:
    [found] = PACKAGES.glob("jpki-desktop-*.msi")
    return found


@pytest.fixture(scope="session")
def older_setup() -> Path:
    """An older version with a file that the newer one does not have."""
    return BUILT / "older-setup.exe"
