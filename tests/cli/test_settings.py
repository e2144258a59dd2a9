"""`jpki settings`: shown with their origin, changed only when they fit, never with a secret."""

import json
import tomllib
from pathlib import Path

import pytest

from cli.conftest import InProcess
from jpki_desktop.settings.places import APPLICATION
from support import pki
from support.leak_search import find_leaks
from validity.conftest import write_certificate

SECRET = "Zq8mVw2kLr5xTn7b"


@pytest.fixture
def file(own_folders: Path) -> Path:
    return own_folders / "XDG_CONFIG_HOME" / APPLICATION / "settings.toml"


@pytest.fixture
def managed(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The administrator's file, which is to be written."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(own_folders / "xdg"))
    found = own_folders / "xdg" / APPLICATION / "settings.toml"
    found.parent.mkdir(parents=True)
    return found


def values(jpki: InProcess) -> dict[str, dict[str, object]]:
    shown = jpki("settings", "show", "--json")
    assert shown.code == 0
    found: dict[str, dict[str, object]] = json.loads(shown.text)["settings"]
    return found


def test_set_show_and_unset(jpki: InProcess, file: Path) -> None:
    assert values(jpki)["proxy"] == {"value": "", "origin": "default", "decided_in": None}
    assert jpki("settings", "set", "proxy", "proxy.example.jp:8080").code == 0
    assert jpki("settings", "set", "hidden_readers", "Reader A 00", "Reader B 01").code == 0
    found = values(jpki)
    assert found["proxy"]["value"] == "proxy.example.jp:8080"
    assert found["proxy"]["origin"] == "user"
    assert found["hidden_readers"]["value"] == ["Reader A 00", "Reader B 01"]
    assert json.loads(jpki("settings", "show", "--json").text)["file"] == str(file)
    assert jpki("settings", "unset", "proxy").code == 0
    assert tomllib.loads(file.read_text()) == {"hidden_readers": ["Reader A 00", "Reader B 01"]}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "proxy", f"http://taro:{SECRET}@proxy:8080"), "JD-1804"),
        (("set", "proxy", f"taro:{SECRET}@proxy:8080"), "JD-1804"),
        (("set", "ocsp_url", f"https://taro:{SECRET}@ocsp.example.jp/"), "JD-1804"),
        (("set", "proxy_password", SECRET), "JD-1801"),
        (("set-proxy-password", SECRET), "JD-1902"),
        (("set", "proxy_user", f"taro:{SECRET}"), "JD-1802"),
        (("show", f"--proxy-password={SECRET}"), "JD-1902"),
        (("show", "--proxy-password", SECRET), "JD-1902"),
    ],
)
def test_secrets_on_the_command_line_are_refused_and_not_repeated(
    jpki: InProcess, file: Path, words: tuple[str, ...], code: str
) -> None:
    refused = jpki("settings", *words)
    assert refused.code == 2
    assert code in refused.err
    assert not find_leaks(SECRET, {"out": refused.out, "err": refused.err})
    assert not file.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "language", "fr"), "JD-1802"),
        (("set", "colour", "red"), "JD-1801"),
        (("set", "proxy"), "JD-1902"),
        (("unset",), "JD-1902"),
        (("show", "proxy"), "JD-1902"),
        (("set", "ca_file", "/nowhere/at/all.pem"), "JD-1802"),
        (("set-proxy-password", "--password-stdin"), "JD-1809"),
        (("set-proxy-password",), "JD-1809"),
    ],
)
def test_what_does_not_fit_changes_nothing(
    jpki: InProcess, file: Path, words: tuple[str, ...], code: str
) -> None:
    refused = jpki("settings", *words, typed=b"x\n")
    assert refused.code == 2
    assert code in refused.err
    assert not file.exists()


def test_a_file_of_certificates_is_looked_into(
    jpki: InProcess, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = own_folders / "ca.pem", own_folders / "bad.pem"
    write_certificate(good, pki.make_authority().x509)
    bad.write_text("nothing")
    monkeypatch.chdir(own_folders)
    assert jpki("settings", "set", "ca_file", "ca.pem").code == 0
    assert values(jpki)["ca_file"]["value"] == str(good)
    assert jpki("settings", "set", "ca_file", "bad.pem").code == 2
    assert values(jpki)["ca_file"]["value"] == str(good)


def test_a_chosen_reader_cannot_be_hidden_nor_a_hidden_one_chosen(jpki: InProcess) -> None:
    assert jpki("settings", "set", "reader", "A").code == 0
    assert "JD-1802" in jpki("settings", "set", "hidden_readers", "A", "B").err
    assert jpki("settings", "set", "hidden_readers", "B").code == 0
    assert "JD-1802" in jpki("settings", "set", "reader", "B").err


def test_what_an_administrator_has_decided_is_shown_and_not_changed(
    jpki: InProcess, file: Path, managed: Path
) -> None:
    managed.write_text('proxy = "none"\n')
    found = values(jpki)["proxy"]
    assert found == {"value": "none", "origin": "managed", "decided_in": str(managed)}
    for words in (("set", "proxy", "system"), ("unset", "proxy")):
        refused = jpki("settings", *words)
        assert refused.code == 2
        assert "JD-1803" in refused.err
    assert not file.exists()
    assert "管理者によって決められています" in jpki("--lang", "ja", "settings", "show").text


def test_a_broken_file_is_told_once_and_nothing_stops(jpki: InProcess, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("broken [")
    first = jpki("serial", "678A9E")
    assert first.code == 0
    assert "JD-1806" in first.err
    assert file.with_suffix(".broken").read_text() == "broken ["
    assert jpki("serial", "678A9E").err == ""
    file.write_text('language = "fr"\n')
    as_json = jpki("serial", "678A9E", "--json")
    assert as_json.code == 0
    assert json.loads(as_json.err)["note"]["code"] == "JD-1805"


def test_the_demo_changes_no_file(jpki: InProcess, file: Path, demo_state: Path) -> None:
    del demo_state
    assert jpki("--demo", "settings", "set", "language", "en").code == 0
    assert not file.exists()
    tried = jpki("--demo", "settings", "test-connection", "http://192.0.2.1/")
    assert tried.code == 1
    assert "demo" in tried.text


def test_a_hidden_reader_is_marked(jpki: InProcess, demo_state: Path, exchanges: object) -> None:
    del demo_state, exchanges
    # The demo's world stays the same from one run to the next.
    assert jpki("--demo", "settings", "set", "hidden_readers", "Demo Reader 00").code == 0
    assert (
        jpki("--demo", "--lang", "en", "readers").text == "Demo Reader 00  card in place (hidden)\n"
    )
    listed = json.loads(jpki("--demo", "readers", "--json").text)["readers"]
    assert [reader["hidden"] for reader in listed] == [True]
    assert "JD-1810" in jpki("--demo", "card").err
    assert jpki("--demo", "--reader", "Demo", "card").code == 0
