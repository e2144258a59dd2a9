"""What the Windows packages are made of agrees with the rest of the tree."""

import re
import tomllib
from pathlib import Path

from file_list import deleted, installed
from msi import SUFFIXES
from stage import SOURCE, used_modules

ROOT = Path(__file__).parents[3]


def _locked(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, flags=re.MULTILINE))


def _differing(windows: dict[str, str], others: dict[str, str]) -> set[str]:
    """Packages that Windows has in another version than the rest of the world."""
    return {name for name in windows.keys() & others.keys() if windows[name] != others[name]}


def test_windows_has_the_versions_that_are_tested_elsewhere() -> None:
    windows, others = _locked("windows.lock"), _locked("run.lock")
    assert not _differing(windows, others)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {
        re.split(r"[<>=;\[ ]", one)[0].lower()
        for one in project["project"]["dependencies"]
        if "sys_platform == 'linux'" not in one
    }
    assert "pyside6-essentials" in wanted
    assert wanted <= windows.keys()


def test_another_version_would_be_noticed() -> None:
    assert _differing({"a": "1", "b": "1"}, {"a": "1", "b": "2"}) == {"b"}


def test_every_module_of_qt_that_is_imported_is_packaged(tmp_path: Path) -> None:
    found = used_modules(SOURCE)
    assert {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg"} <= found
    (tmp_path / "some.py").write_text(
        "from PySide6 import QtDBus\nimport PySide6.QtXml\ndef f():\n from PySide6.QtSql import X\n"
    )
    assert used_modules(tmp_path) == {"QtDBus", "QtXml", "QtSql"}


def test_both_packages_offer_the_same_files() -> None:
    text = (ROOT / "installer" / "windows" / "associations.nsh").read_text(encoding="utf-8")
    setup = dict(re.findall(r'{DO} "(\.\w+)" "JPKIDesktop\.(\w+)"', text))
    assert setup == SUFFIXES


def test_every_sentence_of_the_wizard_is_in_both_languages() -> None:
    text = (ROOT / "installer" / "windows" / "messages.nsh").read_text(encoding="utf-8")
    body = re.sub(r"\\\n\s*", "", text.partition("!macroend")[2])
    sentences = re.findall(r"^!insertmacro SENTENCE (\w+) +(\".*)$", body, flags=re.MULTILINE)
    assert len(sentences) == text.count("!insertmacro SENTENCE")
    for name, words in sentences:
        english, japanese = re.findall(r'"((?:[^"$]|\$\\"|\$)*)"(?= |$)', words)
        assert english.isascii(), name
        assert re.search(r"[ぁ-んァ-ヶ一-龠]", japanese), name


def test_the_uninstaller_deletes_inner_folders_first(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c$.txt").touch()
    assert deleted(tmp_path) == [
        'Delete "$INSTDIR\\a\\b\\c$$.txt"',
        'RMDir "$INSTDIR\\a\\b"',
        'RMDir "$INSTDIR\\a"',
    ]


def test_files_are_installed_in_the_same_order_everywhere(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("a/2.txt", "a/1.txt", "0.txt"):
        (tmp_path / name).touch()
    assert installed(tmp_path) == [
        'SetOutPath "$INSTDIR"',
        f'File "{tmp_path}/0.txt"',
        'SetOutPath "$INSTDIR\\a"',
        f'File "{tmp_path}/a/1.txt"',
        f'File "{tmp_path}/a/2.txt"',
    ]
