"""What `jpki` prints, word for word, in both languages; see golden/.

`UPDATE_GOLDEN=1 pytest tests/cli/test_golden.py` writes the files anew, to be read before use.
"""

import os
import re
from pathlib import Path

import pytest

from cli.conftest import InProcess, Outcome

GOLDEN = Path(__file__).with_name("golden")
CASES = {
    "card": ("--demo", "card"),
    "card-locked": ("--demo", "--demo-card", "auth-locked", "card"),
    "show-auth": ("--demo", "show", "auth"),
    "diagnose": ("--demo", "--demo-card", "sign-locked", "diagnose"),
    "help-diagnose": ("diagnose", "--help"),
    "help": ("--help",),
    "help-settings": ("settings", "--help"),
    "settings-show": ("settings", "show"),
    "error-setting-secret": ("settings", "set", "proxy", "http://taro:secret@proxy:8080"),
    "error-setting-value": ("settings", "set", "proxy", "proxy.example.jp"),
    "error-setting-unknown": ("settings", "set", "password", "x"),
    "help-show": ("show", "--help"),
    "help-revoke": ("revoke", "--help"),
    "error-revoke-without-yes": ("--demo", "revoke", "auth", "--password-stdin"),
    "error-wrong-password": ("--demo", "show", "sign", "--password-stdin"),
    "error-not-my-number": ("--demo", "--demo-card", "licence", "card"),
    "error-missing": ("--demo", "--demo-card", "sign-missing", "show", "sign", "--password-stdin"),
    "expiring-off": ("--demo", "expiring"),
    "help-expiring": ("expiring", "--help"),
    "error-usage": ("show", "auth", "--der", "--pem"),
}

# What changes from day to day or with the keys. The last column of a line, so nothing shifts.
MASKS = (
    (r"\d{4}年\d+月\d+日(\d+時\d+分\d+秒)?(（[^）]+年）)?", "〔日〕"),
    (r"\d{1,2} [A-Z][a-z]+ \d{4}(, \d\d:\d\d:\d\d JST)?", "〔day〕"),
    (r"あと\d+日", "〔日数〕"),
    # Which browsers this machine has.
    (r"(?<=見つかったもの：).+", "〔ソフト〕"),
    (r"(?<=Found: ).+", "〔programs〕"),
    (r"\d+ days? left", "〔days〕"),
    (r"(?<=JPKI Desktop )\d+\.\d+\.\d+", "〔version〕"),
    (r"\b[0-9A-F]{8,}\b", "〔octets〕"),
    (r"(?<![.\d])\d{6,}(?![.\d])", "〔octets〕"),
)

# Names of things that have no Japanese form: commands, options, algorithms and the like.
NOT_WORDS = r"〔[a-z]+〕|--?[a-z-]+|\{[a-z,-]+\}|'[a-z-]+'|https?://\S+|\([a-zA-Z]+\)|[A-Z]{1,2}=.*"
NAMES = {"jpki", "readers", "card", "show", "virtual", "vpcd", "auth", "sign", "with"} | {
    *("change", "verify", "password", "check", "export", "inspect", "serial", "expiring", "revoke"),
    *("diagnose", "readers", "certificate", "computer", "report", "include"),
    # Of `jpki settings`: actions, names of settings, and an address that is an example.
    *("settings", "unset", "forget", "test", "connection", "update_notice", "closing", "welcome"),
    *("reader", "language", "appearance", "proxy", "example"),
}


def printed(outcome: Outcome) -> str:
    text = outcome.text + outcome.err
    for pattern, mask in MASKS:
        text = re.sub(pattern, mask, text)
    return f"exit {outcome.code}\n{text}"


@pytest.mark.parametrize("name", sorted(CASES))
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_output_is_as_written_down(jpki: InProcess, lang: str, name: str) -> None:
    text = printed(jpki("--lang", lang, *CASES[name], typed=b"ZZZ999\n"))
    file = GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def english_words(text: str) -> set[str]:
    """Return the words of running English; capitals alone are abbreviations and names."""
    return set(re.findall(r"\b[a-z]{4,}\b", re.sub(NOT_WORDS, "", text))) - NAMES


@pytest.mark.parametrize("name", sorted(CASES))
def test_no_english_is_left_in_japanese(name: str) -> None:
    assert english_words((GOLDEN / f"{name}.ja.txt").read_text(encoding="utf-8")) <= {"exit"}


@pytest.mark.parametrize("name", sorted(CASES))
def test_english_would_be_found(name: str) -> None:
    assert english_words((GOLDEN / f"{name}.en.txt").read_text(encoding="utf-8")) > {"exit"}


def test_masks_leave_what_must_not_change() -> None:
    assert "残り3回（全3回）" in (GOLDEN / "card.ja.txt").read_text(encoding="utf-8")
