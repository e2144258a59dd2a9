"""docs/error-codes.md holds every code, whole, in both languages, and is up to date."""

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from architecture import guards
from architecture.test_errors import LEAVES
from jpki_desktop.operations.diagnosis import Finding


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that writes the document."""
    path = guards.ROOT / "scripts" / "error_codes.py"
    spec = importlib.util.spec_from_file_location("error_codes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["error_codes"] = module
    spec.loader.exec_module(module)
    return module


def test_document_is_up_to_date(script: ModuleType) -> None:
    text = Path(script.TARGET).read_text("utf-8")
    assert text == script.document(script.in_language("ja"), script.in_language("en"))


def test_every_code_stands_in_it_once(script: ModuleType) -> None:
    rows = Path(script.TARGET).read_text("utf-8").splitlines()
    codes = [row.split("|")[1].strip() for row in rows if row.startswith("| JD-")]
    wanted = {kind.code for kind in LEAVES} | {finding.code for finding in Finding}
    assert sorted(codes) == sorted(wanted)
    assert len(codes) > 90


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_entry_lacks_a_part(script: ModuleType, language: str) -> None:
    entries = script.in_language(language)
    assert script.incomplete(entries) == []
    assert script.shared(entries) == []


@pytest.mark.parametrize("part", ["title", "detail", "next_step"])
def test_a_missing_part_would_be_noticed(script: ModuleType, part: str) -> None:
    entries = script.in_language("ja")
    faulty = replace(entries[0], **{part: ""})
    assert script.incomplete([faulty, *entries[1:]]) == [entries[0].code]


def test_a_stale_document_and_a_shared_code_would_be_noticed(script: ModuleType) -> None:
    ja, en = script.in_language("ja"), script.in_language("en")
    changed = [replace(ja[0], title="別の言葉"), *ja[1:]]
    assert script.document(changed, en) != Path(script.TARGET).read_text("utf-8")
    assert script.shared([*ja, ja[0]]) == [ja[0].code]
