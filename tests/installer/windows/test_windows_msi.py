"""The MSI package for administrators on a Windows (wine): properties, use, uninstall."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from support.windows_machine import WindowsMachine

pytestmark = [pytest.mark.windows, pytest.mark.timeout(600)]

POLICY = r"HKLM\Software\Policies\JPKI Desktop"
RUN = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Run"


@pytest.fixture(scope="module")
def machine(make_machine: Callable[[str], WindowsMachine]) -> WindowsMachine:
    return make_machine("msi")


@pytest.fixture(scope="module")
def before(machine: WindowsMachine) -> tuple[set[str], set[str]]:
    return machine.files(), machine.registry_keys()


@pytest.fixture(scope="module")
def installed(
    machine: WindowsMachine,
    before: tuple[set[str], set[str]],
    msi: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    assert before
    decided = tmp_path_factory.mktemp("decided") / "our settings.toml"
    decided.write_text('language = "en"\n', encoding="utf-8")
    words = ("NOTICE=yes", f"SETTINGS={machine.inside(decided)}")
    done = machine.run("msiexec", "/i", machine.inside(msi), "/qn", *words)
    assert done.code == 0, done.output
    return machine.drive / "Program Files" / "JPKI Desktop"


def test_every_file_is_installed(installed: Path, stage: Path) -> None:
    assert (installed / "app" / "installed-by").read_text() == "msi"
    own = {"app/installed-by", "settings.toml"}
    assert _tree(installed) == _tree(stage) | own


def test_the_properties_decide_for_everybody(machine: WindowsMachine, installed: Path) -> None:
    assert machine.registry(POLICY) == {"update_notice": "yes"}
    program = machine.inside(installed / "jpki-desktop.exe")
    assert machine.registry(RUN)["JPKI Desktop"] == f'"{program}" --background'
    assert (installed / "settings.toml").read_text(encoding="utf-8") == 'language = "en"\n'


def test_files_are_offered_and_not_taken(machine: WindowsMachine, installed: Path) -> None:
    program = machine.inside(installed / "jpki-desktop.exe")
    command = machine.registry(r"HKLM\Software\Classes\JPKIDesktop.Certificate\shell\open\command")
    assert command == {"": f'"{program}" "%1"'}
    offered = machine.registry(r"HKLM\Software\JPKI Desktop\Capabilities\FileAssociations")
    assert len(offered) == 12
    assert "JPKIDesktop.Request" in machine.registry(r"HKLM\Software\Classes\.csr\OpenWithProgids")
    assert "" not in machine.registry(r"HKLM\Software\Classes\.csr")
    menus = [path for path in machine.files() if path.endswith("JPKI Desktop.lnk")]
    assert len(menus) == 1


def test_the_installed_program_works(machine: WindowsMachine, installed: Path) -> None:
    """In English without a word about it: that is what the administrator decided."""
    done = machine.run(installed / "jpki.exe", "--lang", "en", "--demo", "card")
    assert done.code == 0, done.output
    assert "3 of 3 tries left" in done.output


def test_uninstalling_leaves_nothing(
    machine: WindowsMachine, installed: Path, before: tuple[set[str], set[str]], msi: Path
) -> None:
    assert machine.run("msiexec", "/x", machine.inside(msi), "/qn").code == 0
    assert not installed.exists()
    left = {path for path in machine.files() - before[0] if "jpki-desktop" not in path}
    assert {path for path in left if "JPKI" in path} == set()
    assert [key for key in machine.registry_keys() - before[1] if "JPKI" in key] == []
    # Values of ours in keys that others use too.
    assert machine.registry(r"HKLM\Software\Classes\.csr\OpenWithProgids") == {}
    assert "JPKI Desktop" not in machine.registry(r"HKLM\Software\RegisteredApplications")


def test_without_properties_nothing_is_decided(machine: WindowsMachine, msi: Path) -> None:
    assert machine.run("msiexec", "/i", machine.inside(msi), "/qn").code == 0
    assert machine.registry(POLICY) == {}
    assert "JPKI Desktop" not in machine.registry(RUN)
    assert not (machine.drive / "Program Files" / "JPKI Desktop" / "settings.toml").exists()
    assert machine.run("msiexec", "/x", machine.inside(msi), "/qn").code == 0


def test_package_is_small_and_whole(msi: Path) -> None:
    assert msi.stat().st_size < 40_000_000
    told = subprocess.run(
        ["msiinfo", "export", str(msi), "Property"], capture_output=True, text=True, check=True
    )
    assert "SETTINGS" in told.stdout
    assert "NOTICE" in told.stdout


def _tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
