"""The documents tell the truth: what they link, name and tell people to type is there."""

import shutil
import subprocess
from pathlib import Path

import pytest

from architecture import document_guards, guards
from jpki_desktop.cli.main import parser as terminal_parser

DOCUMENTS = document_guards.documents(guards.ROOT)
README = guards.ROOT / "README.md"
DECISIONS = guards.ROOT / "docs" / "decisions"
MAKEFILE = (guards.ROOT / "Makefile").read_text(encoding="utf-8")
ARCHITECTURE = (guards.ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRACT = (guards.ROOT / "pyproject.toml").read_text(encoding="utf-8")
COMMANDS = document_guards.options_of(terminal_parser())


def planted(tmp_path: Path, text: str) -> list[Path]:
    file = tmp_path / "planted.md"
    file.write_text(f"# A heading, planted\n\n{text}\n", encoding="utf-8")
    (tmp_path / "there.png").touch()
    return [file]


def test_the_documents_are_found() -> None:
    assert {README, DECISIONS / "README.md"} <= set(DOCUMENTS)
    assert len(document_guards.links(README.read_text(encoding="utf-8"))) > 20


# --- links --------------------------------------------------------------------------------------


def test_every_link_and_every_picture_leads_somewhere() -> None:
    assert not document_guards.broken_links(DOCUMENTS, guards.ROOT)


@pytest.mark.parametrize(
    "text",
    [
        "[a page](gone.md)",
        "![a picture](gone.png)",
        "| a |\n|---|\n| ![in a cell](gone.png) |",
        "[by reference][1]\n\n[1]: gone.md",
        "[a heading](#another-heading)",
        "[outside](../../../../../../etc/hostname)",
    ],
)
def test_a_broken_link_would_be_noticed(tmp_path: Path, text: str) -> None:
    assert len(document_guards.broken_links(planted(tmp_path, text), tmp_path)) == 1


@pytest.mark.parametrize(
    "text",
    ["![p](there.png)", "[h](#a-heading-planted)", "<https://example.jp/>", "`[no](link.md)`"],
)
def test_a_good_link_passes(tmp_path: Path, text: str) -> None:
    assert not document_guards.broken_links(planted(tmp_path, text), tmp_path)


def test_every_named_file_is_there() -> None:
    assert not document_guards.lost_paths(DOCUMENTS, guards.ROOT)


@pytest.mark.parametrize("path", ["docs/gone.md", "card/gone.py", "tests/gui/gone.py::test_it"])
def test_a_lost_file_would_be_noticed(tmp_path: Path, path: str) -> None:
    files = planted(tmp_path, f"see `{path}`")
    assert len(document_guards.lost_paths(files, guards.ROOT)) == 1


def test_the_index_names_every_decision() -> None:
    index = DECISIONS / "README.md"
    there = {file.name for file in DECISIONS.glob("[0-9]*.md")}
    assert there == set(document_guards.links(index.read_text(encoding="utf-8")))


# --- commands -----------------------------------------------------------------------------------


def test_every_target_of_make_is_there() -> None:
    known = document_guards.targets(MAKEFILE)
    assert {"demo", "test"} <= known
    assert not document_guards.unknown_targets(DOCUMENTS, known)


@pytest.mark.parametrize(
    "text", ["`make gone`", "```sh\nmake demo\nmake gone # now\n```", "`A=1 make gone B=2`"]
)
def test_an_unknown_target_would_be_noticed(tmp_path: Path, text: str) -> None:
    files = planted(tmp_path, f"{text}\n\nmake haste")
    found = document_guards.unknown_targets(files, document_guards.targets(MAKEFILE))
    assert found == ["planted.md: make gone"]


def test_every_command_and_option_is_there() -> None:
    assert {"card", "show", "revoke"} <= set(COMMANDS)
    assert not document_guards.unknown_commands(DOCUMENTS, "jpki", COMMANDS)


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("jpki gone", "gone"),
        ("jpki --demo gone auth", "gone"),
        ("jpki --gone card", "--gone"),
        ("jpki show auth --gone", "--gone"),
        ("jpki show auth [--der|--gone]", "--gone"),
        (".venv/bin/jpki show --output x", "--output"),
        ("echo 1234 | jpki gone", "gone"),
    ],
)
def test_an_unknown_command_would_be_noticed(tmp_path: Path, line: str, unknown: str) -> None:
    files = planted(tmp_path, f"```sh\n{line}   # a comment\n```")
    (found,) = document_guards.unknown_commands(files, "jpki", COMMANDS)
    assert found.endswith(f": {unknown}")


def test_every_option_of_the_window_is_there(tmp_path: Path) -> None:
    done = subprocess.run(
        [guards.BIN / "jpki-desktop", "--help"], capture_output=True, text=True, check=True
    )
    known = document_guards.options_in(done.stdout)
    assert "--background" in known[""]
    assert not document_guards.unknown_commands(DOCUMENTS, "jpki-desktop", known)
    files = planted(tmp_path, "`jpki-desktop --gone FILE…`")
    assert len(document_guards.unknown_commands(files, "jpki-desktop", known)) == 1


def test_readme_names_every_command() -> None:
    text = README.read_text(encoding="utf-8")
    assert not unnamed(text)
    assert unnamed(text.replace("jpki inspect", "")) == ["inspect"]


def unnamed(text: str) -> list[str]:
    return [name for name in COMMANDS if name and f"jpki {name}" not in text]


# --- packages -----------------------------------------------------------------------------------


def test_architecture_names_every_package() -> None:
    assert not document_guards.wrong_packages(ARCHITECTURE, guards.SOURCE, CONTRACT)


def test_a_forgotten_package_would_be_noticed(tmp_path: Path) -> None:
    source = tmp_path / "jpki_desktop"
    shutil.copytree(guards.SOURCE, source, ignore=shutil.ignore_patterns("__pycache__"))
    (source / "planted").mkdir()
    (source / "planted" / "__init__.py").touch()
    told = ARCHITECTURE.replace("| `expiry/` |", "| `expired/` |")
    assert document_guards.wrong_packages(told, source, CONTRACT) == [
        "not in the table: expiry/",
        "not in the table: planted/",
        "only in the table: expired/",
        "contract: planted",
    ]
