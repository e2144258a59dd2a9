"""Everything that names a version names the same one."""

import re
import tomllib
from pathlib import Path

from jpki_desktop import __version__

ROOT = Path(__file__).parents[3]


def test_program_project_package_and_changes_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    debian = (ROOT / "installer/debian/changelog").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert project["project"]["version"] == __version__
    assert re.findall(r"^jpki-desktop \((.+)\)", debian, re.MULTILINE)[0] == __version__
    assert re.findall(r"^## (\S+)", changes, re.MULTILINE)[0] == __version__
