"""The Debian package as a file: its size, what is in it, what the tools of others say about it."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from installer import qt_parts

# The package is built once more, which takes a minute where nothing else runs.
pytestmark = [pytest.mark.installer, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def tree(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the package installs."""
    folder = tmp_path_factory.mktemp("tree")
    subprocess.run(["dpkg-deb", "--extract", str(package), str(folder)], check=True)
    return folder


def said(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )


def test_it_is_small(package: Path) -> None:
    assert package.stat().st_size < 35 * MEGABYTE


def test_lintian_finds_no_error(package: Path) -> None:
    judged = said("lintian", "--fail-on", "error", "--show-overrides", package)
    assert judged.returncode == 0, judged.stdout
    # Nothing is overridden, so nothing needs a reason.
    assert "O: " not in judged.stdout
    # ICU's data has no code and therefore no libraries.
    warnings = [line for line in judged.stdout.splitlines() if line.startswith("W: ")]
    assert all("libicudata" in line for line in warnings), warnings


def test_lintian_would_find_one(package: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "-R", str(package), str(tmp_path / "bad")], check=True)
    (tmp_path / "bad/usr/share/doc/jpki-desktop/copyright").unlink()
    bad = tmp_path / "bad.deb"
    subprocess.run(
        ["dpkg-deb", "-Znone", "--root-owner-group", "-b", str(tmp_path / "bad"), str(bad)],
        check=True,
        capture_output=True,
    )
    assert said("lintian", "--fail-on", "error", bad).returncode != 0


def test_desktop_entry_and_software_centre_entry_are_valid(tree: Path) -> None:
    share = tree / "usr/share"
    entry = said("desktop-file-validate", share / "applications/jpki-desktop.desktop")
    assert "error" not in entry.stdout + entry.stderr
    assert entry.returncode == 0
    centre = share / "metainfo/jpki-desktop.metainfo.xml"
    assert _objections(centre) == ["cid-desktopapp-is-not-rdns"]  # there is no domain to turn round


def test_a_broken_software_centre_entry_would_be_noticed(tree: Path, tmp_path: Path) -> None:
    text = (tree / "usr/share/metainfo/jpki-desktop.metainfo.xml").read_text("utf-8")
    broken = tmp_path / "jpki-desktop.metainfo.xml"
    broken.write_text(text.replace("summary", "summery"), "utf-8")
    assert len(_objections(broken)) > 1


def _objections(entry: Path) -> list[str]:
    """The errors and warnings of appstreamcli."""
    judged = said("appstreamcli", "validate", "--no-net", entry)
    return re.findall(r"^[EW]: [^ ]+ ([a-z-]+)", judged.stdout, re.MULTILINE)


def test_it_says_how_it_was_installed(tree: Path) -> None:
    app = tree / "usr/lib/jpki-desktop/app"
    assert (app / "jpki_desktop").is_dir()
    assert (app / "installed-by").read_text("ascii") == "deb\n"


def test_it_has_the_qt_that_is_used_and_no_more(tree: Path) -> None:
    library = tree / "usr/lib/jpki-desktop/lib"
    pyside = library / "PySide6"
    installed = {file.name.split(".")[0] for file in pyside.glob("Qt*.abi3.so")}
    wheels = ROOT / "build/deb/wheels/PySide6"
    assert installed == set(qt_parts.used_modules(qt_parts.SOURCE, wheels))
    assert {"QtCore", "QtWidgets"} <= installed
    assert not {"QtQml", "QtQuick"} & installed
    plugins = pyside / "Qt/plugins"
    shipped = {str(file.relative_to(plugins)) for file in plugins.rglob("*.so")}
    assert shipped == set(qt_parts.LINUX_PLUGINS)
    places = [pyside, pyside / "Qt/lib", library / "shiboken6"]
    for file in library.rglob("*.so*"):
        for name in qt_parts.needed(file):
            if re.match(r"lib(Qt6|icu|pyside6|shiboken6)", name):
                assert any((place / name).exists() for place in places), f"{file.name}: {name}"


def test_a_module_that_is_imported_anew_would_be_shipped(tmp_path: Path) -> None:
    (tmp_path / "new.py").write_text("def late():\n    from PySide6.QtSql import QSqlDatabase\n")
    wheels = ROOT / "build/deb/wheels/PySide6"
    assert "QtSql" in qt_parts.used_modules(tmp_path, wheels)
    assert "QtSql" not in qt_parts.used_modules(qt_parts.SOURCE, wheels)


def test_every_library_is_named_with_its_licence(tree: Path) -> None:
    text = (ROOT / "docs/third-party-licences.md").read_text("utf-8").lower()
    library = tree / "usr/lib/jpki-desktop/lib"
    names = [folder.name.split("-")[0] for folder in library.glob("*.dist-info")]
    assert len(names) >= 6
    assert not [name for name in names if name.lower() not in text]
    assert (tree / "usr/share/doc/jpki-desktop/third-party-licences.md").exists()
    # Qt's makers ship no text; the GNU licences are Debian's own files.
    theirs = {name for name in names if name not in {"pyside6_essentials", "shiboken6"}}
    texts = tree / "usr/share/doc/jpki-desktop/licences"
    assert {text.parent.name for text in texts.glob("*/LICENSE*")} == theirs
    assert list((texts / "cryptography").glob("LICENSE.APACHE*"))


def test_nothing_of_the_machine_that_built_it_is_in_it(tree: Path) -> None:
    machine = [str(ROOT).encode(), str(Path(sys.prefix).resolve()).encode()]
    for file in tree.rglob("*"):
        if file.is_file() and not file.is_symlink():
            assert not [word for word in machine if word in file.read_bytes()], file


def test_a_second_build_gives_the_same_bytes(package: Path) -> None:
    """In another zone, language and mask, at another time."""
    first = hashlib.sha256(package.read_bytes()).hexdigest()
    different = {"TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "HOME": "/nonexistent"}
    words = ["sh", "-c", "umask 077; exec installer/debian/build.sh"]
    subprocess.run(words, cwd=ROOT, env=os.environ | different, check=True, capture_output=True)
    assert hashlib.sha256(package.read_bytes()).hexdigest() == first
