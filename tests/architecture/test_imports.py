"""Who may import whom, and how long a module may be."""

import shutil
from pathlib import Path

import pytest

from architecture import guards

WITHOUT_QT_WIDGETS = ("PySide6.QtWidgets", "PySide6.QtGui")
MOST_LINES = 400


def test_contracts_hold() -> None:
    done = guards.lint_imports(guards.ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("card/apdu.py", ""),  # untouched, to show that the copy itself is sound
        ("card/apdu.py", "from jpki_desktop.operations import read_card"),
        ("emulator/apdu.py", "from jpki_desktop.card import apdu"),
        ("operations/read_card.py", "from PySide6 import QtCore"),
        ("cli/card.py", "import smartcard"),
        ("settings/store.py", "import keyring"),
        ("wording/card.py", "from jpki_desktop.emulator import PERSONAS"),
    ],
)
def test_contracts_notice_a_wrong_import(tmp_path: Path, module: str, line: str) -> None:
    shutil.copytree(
        guards.SOURCE,
        tmp_path / "src" / "jpki_desktop",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(guards.ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / "src" / "jpki_desktop" / module
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    done = guards.lint_imports(tmp_path)
    assert done.returncode == (1 if line else 0), done.stdout
    assert ("BROKEN" in done.stdout) is bool(line)


def test_terminal_program_loads_no_windows() -> None:
    assert not guards.loaded_by("jpki_desktop.cli.main", WITHOUT_QT_WIDGETS)


def test_no_program_loads_the_keyring_before_it_needs_it() -> None:
    for module in ("jpki_desktop.cli.main", "jpki_desktop.gui.app"):
        assert not guards.loaded_by(module, ("keyring", "secretstorage", "http.client"))
    assert guards.loaded_by("keyring.backends.SecretService", ("secretstorage",))


def test_windows_would_be_noticed() -> None:
    assert guards.loaded_by("jpki_desktop.gui.app", WITHOUT_QT_WIDGETS)


CLIENT = ("jpki_desktop.card", "jpki_desktop.certificate", "jpki_desktop.operations")


def test_emulator_is_an_independent_witness() -> None:
    files = guards.modules(guards.SOURCE / "emulator")
    assert len(files) > 10
    assert not guards.forbidden_imports(files, CLIENT)


@pytest.mark.parametrize(
    "line",
    [
        "from jpki_desktop.card.apdu import Ins",
        "from jpki_desktop import card",
        "import jpki_desktop.certificate.parse as p",
        "def late():\n    from jpki_desktop.certificate import model",
    ],
)
def test_a_dependent_witness_would_be_noticed(tmp_path: Path, line: str) -> None:
    (tmp_path / "planted.py").write_text(f"{line}\n")
    assert guards.forbidden_imports(guards.modules(tmp_path), CLIENT)


def test_no_module_is_too_long() -> None:
    for folder in ("src", "benchmarks", "scripts"):
        assert not guards.too_long(guards.modules(guards.ROOT / folder), MOST_LINES)


def test_a_long_module_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "fits.py").write_text("1\n" * MOST_LINES)
    (tmp_path / "long.py").write_text("1\n" * (MOST_LINES + 1))
    (offence,) = guards.too_long(guards.modules(tmp_path), MOST_LINES)
    assert "long.py" in offence
