"""The answer that an installer passes on."""

import tomllib
from pathlib import Path

import pytest

from jpki_desktop.cli import first_answer


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "jpki-desktop" / "settings.toml"


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_it_is_kept_beside_everything_else(settings_file: Path, answer: str) -> None:
    settings_file.parent.mkdir()
    settings_file.write_text('# 大事\nlanguage = "en"\nfuture = 1\n', encoding="utf-8")
    assert first_answer.main([answer]) == 0
    text = settings_file.read_text(encoding="utf-8")
    found = tomllib.loads(text)
    assert found["update_notice"] == answer
    assert (found["language"], found["future"]) == ("en", 1)
    assert "# 大事" in text


@pytest.mark.parametrize("words", [[], ["maybe"], ["yes", "no"]])
def test_anything_else_changes_nothing(settings_file: Path, words: list[str]) -> None:
    assert first_answer.main(words) == 2
    assert not settings_file.exists()


def test_a_place_that_cannot_be_written_is_an_exit_code(settings_file: Path) -> None:
    settings_file.parent.write_text("in the way")
    assert first_answer.main(["yes"]) == 6
