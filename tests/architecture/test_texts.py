"""Texts are constants, and the Japanese catalogue has all of them and nothing else."""

from pathlib import Path

import pytest

from architecture import guards

_ENTRY = """<TS version="2.1" language="ja_JP"><context><name>x</name><message>
<source>{source}</source><translation{state}>{translation}</translation></message></context></TS>"""


def planted(folder: Path, source: str, translation: str, state: str = "") -> Path:
    file = folder / "planted.ts"
    text = _ENTRY.format(source=source, translation=translation, state=state)
    file.write_text(text, encoding="utf-8")
    return file


def test_texts_are_constants() -> None:
    assert not guards.translations_of_no_constant(guards.modules(guards.SOURCE))


@pytest.mark.parametrize(
    "call",
    [
        'translate("errors", f"{count} cards")',
        'translate("errors", "a {b}".format(b=1))',
        'translate("errors", text)',
        'translate(context, "text")',
        'translate("text")',
        'language.translate("errors", "a" + b)',
        'self.tr(f"{x}")',
        'translate(context="errors", text="text")',
    ],
)
def test_other_texts_would_be_noticed(tmp_path: Path, call: str) -> None:
    (tmp_path / "planted.py").write_text(f"{call}\n")
    assert guards.translations_of_no_constant(guards.modules(tmp_path))


def test_constants_pass(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text('translate("errors", "one " "text").format(a=1)\n')
    assert not guards.translations_of_no_constant(guards.modules(tmp_path))


def test_translations_are_finished_and_keep_their_marks() -> None:
    assert len(guards.messages(guards.CATALOGUE)) > 300
    assert not guards.faulty_translations(guards.CATALOGUE)


@pytest.mark.parametrize(
    ("source", "translation", "state"),
    [
        ("Card", "カード", ' type="unfinished"'),
        ("Card", "カード", ' type="vanished"'),
        ("Card", "", ""),
        ("{left} left", "残り", ""),
        ("{left} left", "残り {rest}", ""),
        ("{left} of {left}", "残り {left}", ""),
        ("&amp;Close", "閉じる", ""),
        ("Close", "閉じる(&amp;C)", ""),
        ("&amp;Open &amp;file", "開く(&amp;O)(&amp;F)", ""),
    ],
)
def test_faulty_translations_would_be_noticed(
    tmp_path: Path, source: str, translation: str, state: str
) -> None:
    assert guards.faulty_translations(planted(tmp_path, source, translation, state))


def test_good_translations_pass(tmp_path: Path) -> None:
    good = planted(
        tmp_path, "&amp;Open {file} of R&amp;&amp;D", "R&amp;&amp;D の {file} を開く(&amp;O)"
    )
    assert not guards.faulty_translations(good)


def test_catalogue_is_up_to_date(tmp_path: Path) -> None:
    assert not guards.differing_texts(guards.CATALOGUE, guards.SOURCE, tmp_path)


def test_an_old_catalogue_would_be_noticed(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "good.py").write_text('translate("x", "New text")\n')
    old = planted(tmp_path, "Old text", "古い")
    assert guards.differing_texts(old, source, tmp_path) == [
        "missing: x: 'New text'",
        "unused: x: 'Old text'",
    ]
