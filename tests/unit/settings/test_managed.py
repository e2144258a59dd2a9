"""An administrator's file wins over the user's own settings."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from jpki_desktop.errors import SettingIgnoredError, SettingsUnreadableError
from jpki_desktop.settings import Origin, SettingsStore, places
from jpki_desktop.settings.managed import (
    Managed,
    first_of,
    from_files,
    from_registry,
    managed_settings,
)


def test_what_the_administrator_says_wins(tmp_path: Path) -> None:
    own, managed = tmp_path / "own.toml", tmp_path / "managed.toml"
    own.write_text('ocsp_url = "http://own.invalid"\nreader = "My Reader"\n')
    managed.write_text('ocsp_url = "http://managed.invalid"\nunknown = "kept out"\n')
    store = SettingsStore(own, from_files([managed]))
    assert store.settings.ocsp_url == "http://managed.invalid"
    assert store.settings.reader == "My Reader"
    assert store.managed == {"ocsp_url"}


def test_a_change_is_kept_for_the_user_but_does_not_win(tmp_path: Path) -> None:
    own, managed = tmp_path / "own.toml", tmp_path / "managed.toml"
    managed.write_text('ocsp_url = "http://managed.invalid"\n')
    store = SettingsStore(own, from_files([managed]))
    store.change(ocsp_url="http://own.invalid", language="en")
    assert store.settings.ocsp_url == "http://managed.invalid"
    assert store.settings.language == "en"
    assert managed.read_text() == 'ocsp_url = "http://managed.invalid"\n'
    assert SettingsStore(own, None).settings.ocsp_url == "http://own.invalid"


def test_a_broken_administrators_file_takes_nothing_away(tmp_path: Path) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text("not toml at all [")
    assert SettingsStore(None, from_files([managed])).managed == frozenset()
    (problem,) = SettingsStore(None, from_files([managed])).problems
    assert isinstance(problem, SettingsUnreadableError)
    assert managed.read_text() == "not toml at all ["


def test_the_first_folder_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text('proxy = "none"\nlanguage = "fr"\n')
    second.write_text('proxy = "system"\nlanguage = "en"\nhidden_readers = ["A"]\n')
    managed = from_files([tmp_path / "absent.toml", first, second])
    # A value that does not fit decides nothing, and is named.
    assert managed.values == {"proxy": "none", "language": "en", "hidden_readers": ("A",)}
    assert managed.places["proxy"] == str(first)
    assert managed.places["language"] == str(second)
    assert [type(problem) for problem in managed.problems] == [SettingIgnoredError]


def test_xdg_config_dirs_are_looked_into_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder, value in zip(folders, ("light", "dark"), strict=True):
        (folder / "jpki-desktop").mkdir(parents=True)
        (folder / "jpki-desktop" / "settings.toml").write_text(f'appearance = "{value}"\n')
    monkeypatch.setenv("XDG_CONFIG_DIRS", ":".join(map(str, folders)))
    assert managed_settings("jpki-desktop", str(tmp_path / "nowhere")).values == {
        "appearance": "light"
    }
    monkeypatch.setenv("XDG_CONFIG_DIRS", ":".join(map(str, reversed(folders))))
    assert managed_settings("jpki-desktop", str(tmp_path / "nowhere")).values == {
        "appearance": "dark"
    }


def test_no_variable_of_the_user_takes_the_usual_place_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, value in ((tmp_path / "etc", "light"), (tmp_path / "mine", "dark")):
        (folder / "jpki-desktop").mkdir(parents=True)
        (folder / "jpki-desktop" / "settings.toml").write_text(f'appearance = "{value}"\n')
    monkeypatch.setattr(places, "FOR_ALL", str(tmp_path / "etc"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    for variable in (tmp_path / "mine", tmp_path / "nowhere"):
        monkeypatch.setenv("XDG_CONFIG_DIRS", str(variable))
        assert places.user_settings().settings.appearance == "light"
        assert not places.nothing_is_set_for_the_looks()


class FakeRegistry:
    """Keys as Windows has them: names are kept, kinds are strings, lists of strings, numbers."""

    def __init__(self, keys: Mapping[tuple[str, str], Mapping[str, object]]) -> None:
        self._keys = keys

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        return self._keys.get((hive, key), {})


def test_policy_keys_of_the_computer_stand_before_those_of_the_user() -> None:
    key = r"Software\Policies\JPKI Desktop"
    registry = FakeRegistry(
        {
            ("HKEY_LOCAL_MACHINE", key): {"proxy": "proxy:8080", "hidden_readers": ["A", "B"]},
            ("HKEY_CURRENT_USER", key): {"proxy": "none", "language": "ja", "log_level": 1},
        }
    )
    managed = from_registry(registry)
    assert managed.values == {
        "proxy": "proxy:8080",
        "hidden_readers": ("A", "B"),
        "language": "ja",
    }
    assert managed.places["proxy"] == rf"HKEY_LOCAL_MACHINE\{key}"
    assert managed.places["language"] == rf"HKEY_CURRENT_USER\{key}"
    (problem,) = managed.problems
    assert isinstance(problem, SettingIgnoredError)
    assert (problem.name, problem.reason) == ("log_level", "type")


def test_no_policy_decides_nothing() -> None:
    assert from_registry(FakeRegistry({})).values == {}


def test_origins(tmp_path: Path) -> None:
    own, managed = tmp_path / "own.toml", tmp_path / "managed.toml"
    own.write_text('reader = "A"\nproxy = "none"\n')
    managed.write_text('proxy = "system"\n')
    store = SettingsStore(own, from_files([managed]))
    assert store.origin("reader") is Origin.USER
    assert store.origin("proxy") is Origin.MANAGED
    assert store.origin("language") is Origin.DEFAULT
    assert store.place("proxy") == str(managed)


def test_the_policy_stands_before_the_file_beside_the_program() -> None:
    policy = Managed({"proxy": "none"}, {"proxy": "HKLM"})
    file = Managed({"proxy": "system", "language": "en"}, {"proxy": "x", "language": "x"})
    both = first_of(policy, file)
    assert both.values == {"proxy": "none", "language": "en"}
    assert both.places == {"proxy": "HKLM", "language": "x"}
