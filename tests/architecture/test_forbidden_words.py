"""Nothing of the machine that this was written on is left in the tree."""

from pathlib import Path

import pytest

from architecture import guards


def test_tree_names_no_registry_and_no_folder_of_this_machine() -> None:
    files = list(guards.tree(guards.ROOT))
    assert guards.SOURCE / "errors" / "base.py" in files
    assert Path(guards.__file__) in files
    assert not guards.forbidden_words(files, guards.needles())


@pytest.mark.parametrize(
    "text",
    [
        "see /" + "work/shared",
        'Path("/' + 'root/.local")',
        "file:///" + "home/somebody/x",
        "https://files.python" + "hosted.org/x",
        "pip install --index" + "-url http://x",
        "registry.npm" + "js.org",
    ],
)
def test_they_would_be_noticed(tmp_path: Path, text: str) -> None:
    (tmp_path / "planted.md").write_text(f"{text}\n")
    assert guards.forbidden_words(guards.tree(tmp_path), guards.needles())


@pytest.mark.parametrize(
    "text", ["network/work/x", "a/root/b", "homework/", "~" + "/work" + "/", "the root"]
)
def test_harmless_words_pass(tmp_path: Path, text: str) -> None:
    (tmp_path / "good.md").write_text(f"{text}\n")
    assert not guards.forbidden_words(guards.tree(tmp_path), guards.needles())
