"""Which installer brought the program: told by one file, and by nothing when it says nothing."""

from pathlib import Path

import pytest

from jpki_desktop.installation import MARKER, InstallKind, how_installed


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "lib" / "jpki_desktop"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("word", ["deb", "setup", "msi", "app"])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_installers_say_who_they_are(package: Path, word: str, end: str) -> None:
    (package.parent / MARKER).write_bytes(f"{word}{end}".encode())
    assert how_installed(package) is InstallKind(word)


@pytest.mark.parametrize("content", [b"", b"checkout", b"\xff\xfe", b"deb" + bytes(100), b"rpm"])
def test_other_words_say_nothing(package: Path, content: bytes) -> None:
    (package.parent / MARKER).write_bytes(content)
    assert how_installed(package) is InstallKind.OTHER


def test_without_a_marker_it_is_somebody_elses(package: Path) -> None:
    assert how_installed(package) is InstallKind.OTHER


def test_a_marker_that_is_a_folder_says_nothing(package: Path) -> None:
    (package.parent / MARKER).mkdir()
    assert how_installed(package) is InstallKind.OTHER


def test_sources_are_known_by_their_project_file(tmp_path: Path) -> None:
    package = tmp_path / "src" / "jpki_desktop"
    package.mkdir(parents=True)
    assert how_installed(package) is InstallKind.OTHER
    (tmp_path / "pyproject.toml").touch()
    assert how_installed(package) is InstallKind.CHECKOUT


def test_this_is_a_copy_of_the_sources() -> None:
    assert how_installed() is InstallKind.CHECKOUT
