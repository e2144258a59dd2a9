"""The manual as files: every page in both languages, every link, picture and term."""

import re
import shutil
from pathlib import Path

import pytest

from architecture import guards
from jpki_desktop.gui.manual.pages import (
    ERROR_CODES,
    ORDER,
    folder,
    page_of,
    search,
    written_pages,
)

LANGUAGES = ("ja", "en")
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
# In both languages, as a reader of the documents about JPKI meets them.
TERMS = (
    *("JPKI", "J-LIS", "署名用電子証明書", "利用者証明用電子証明書", "基本4情報", "電子署名"),
    *("利用者証明", "秘密鍵", "公開鍵", "認証局", "自己署名証明書", "ルート証明書", "拇印"),
    *("フィンガープリント", "シリアル番号", "有効性確認", "失効", "一時保留", "オンライン窓口"),
    *("暗証番号", "ロック", "初期化", "ポータルサイト", "旧氏", "通称", "代替文字", "PKCS#12"),
    *("利用者クライアントソフト", "住基カード", "リーダライタ", "HPKI", "FIDO", "セカンド鍵"),
    *("MPKI", "リクエストID", "リファレンスID"),
)
MOST_BYTES = 900_000


def broken(where: Path) -> list[str]:
    """What the pages of a folder point at and is not there, and pictures that no page shows."""
    found, shown = [], set()
    for page in sorted(where.glob("*.md")):
        for is_picture, target in _LINK.findall(page.read_text(encoding="utf-8")):
            if is_picture:
                shown.add(target)
                there = (where / target).is_file()
            elif ":" in target:
                there = target.startswith("https://")
            else:
                there = target.removesuffix(".md") in ORDER and target.endswith(".md")
            if not there:
                found.append(f"{page.name}: {target}")
    return found + [it.name for it in where.glob("*.png") if it.name not in shown]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_has_its_page_and_every_page_its_name(language: str) -> None:
    there = {file.stem for file in folder(language).glob("*.md")}
    assert there == set(ORDER) - {ERROR_CODES}
    assert all(page.title != page.name for page in written_pages(language))
    assert len({page.title for page in written_pages(language)}) == len(ORDER) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_and_picture_resolves(language: str) -> None:
    assert broken(folder(language)) == []


@pytest.mark.parametrize(
    "planted", ["[x](nowhere.md)", "![x](nowhere.png)", "[x](http://example.jp)", "[x](start)"]
)
def test_a_planted_broken_link_is_found(tmp_path: Path, planted: str) -> None:
    copy = tmp_path / "ja"
    shutil.copytree(folder("ja"), copy)
    assert broken(copy) == []
    with (copy / "start.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{planted}\n")
    assert len(broken(copy)) == 1


def test_both_languages_say_the_same_in_the_same_order() -> None:
    for ja, en in zip(written_pages("ja"), written_pages("en"), strict=True):
        assert re.findall(r"^#+", ja.text, re.MULTILINE) == re.findall(
            r"^#+", en.text, re.MULTILINE
        ), ja.name
        assert _LINK.findall(ja.text) == _LINK.findall(en.text) or ja.name == "about", ja.name
        assert ja.text.count("\n|") == en.text.count("\n|"), ja.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("term", TERMS)
def test_every_term_is_explained(language: str, term: str) -> None:
    (page,) = (page for page in written_pages(language) if page.name == "glossary")
    entries = re.findall(r"^(?:\*\*)(.+?)\*\*", page.text, re.MULTILINE)
    assert any(term in entry for entry in entries), term


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_that_comes_along_is_named_with_its_licence(language: str) -> None:
    lock = (guards.ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    parts = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    assert len(parts) > 10
    (page,) = (page for page in written_pages(language) if page.name == "about")
    told = re.sub("[-._]", "-", page.text.lower())
    same = {"pyside6-essentials": "pyside6"}
    assert [it for it in sorted(parts) if same.get(it, it) not in told] == []


def test_pictures_stay_small() -> None:
    pictures = [file for name in LANGUAGES for file in folder(name).glob("*.png")]
    assert len(pictures) >= 16
    assert sum(file.stat().st_size for file in pictures) < MOST_BYTES


@pytest.mark.parametrize("words", ["pkcs#12", "ＰＫＣＳ＃１２", "Pkcs#12　ファイル"])
def test_search_finds_any_width_and_case(words: str) -> None:
    names = [page.name for page in search(written_pages("ja"), words)]
    assert "certificate-files" in names


def test_search_wants_every_word_and_puts_titles_first() -> None:
    pages = written_pages("ja")
    assert search(pages, "有効性確認")[0].name == "validity"
    assert search(pages, "失効申請 0570-783-578")[0].name == "revocation"
    assert search(pages, "失効申請 そのような言葉はない") == ()
    # What names a picture is no word of the page.
    assert search((page_of("x", "# x\n![一枚](secret.png)"),), "secret") == ()
