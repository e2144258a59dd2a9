"""An administrator's file wins over the user's own settings."""

from pathlib import Path

from jpki_desktop.settings import SettingsStore


def test_what_the_administrator_says_wins(tmp_path: Path) -> None:
    own, managed = tmp_path / "own.toml", tmp_path / "managed.toml"
    own.write_text('ocsp_url = "http://own.invalid"\nreader = "My Reader"\n')
    managed.write_text('ocsp_url = "http://managed.invalid"\nunknown = "kept out"\n')
    store = SettingsStore(own, managed)
    assert store.settings.ocsp_url == "http://managed.invalid"
    assert store.settings.reader == "My Reader"
    assert store.managed == {"ocsp_url"}


def test_a_change_is_kept_for_the_user_but_does_not_win(tmp_path: Path) -> None:
    own, managed = tmp_path / "own.toml", tmp_path / "managed.toml"
    managed.write_text('ocsp_url = "http://managed.invalid"\n')
    store = SettingsStore(own, managed)
    store.change(ocsp_url="http://own.invalid", language="en")
    assert store.settings.ocsp_url == "http://managed.invalid"
    assert store.settings.language == "en"
    assert managed.read_text() == 'ocsp_url = "http://managed.invalid"\n'
    assert SettingsStore(own, None).settings.ocsp_url == "http://own.invalid"


def test_a_broken_administrators_file_takes_nothing_away(tmp_path: Path) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text("not toml at all [")
    assert SettingsStore(None, managed).managed == frozenset()
