"""The secret of an installation and the hashes keyed with it."""

import stat
import threading
from pathlib import Path

import pytest

from jpki_desktop.errors import SettingsFileError
from jpki_desktop.settings.installation_secret import InstallationSecret


def test_the_same_installation_gives_the_same_hash(tmp_path: Path) -> None:
    first = InstallationSecret(tmp_path / "data" / "secret")
    again = InstallationSecret(tmp_path / "data" / "secret")
    assert first.keyed_hash("ledger", b"der") == again.keyed_hash("ledger", b"der")


def test_another_installation_gives_another_hash(tmp_path: Path) -> None:
    hashes = {InstallationSecret(tmp_path / name).keyed_hash("ledger", b"der") for name in "ab"}
    assert len(hashes) == 2


def test_purposes_and_contents_are_told_apart() -> None:
    secret = InstallationSecret(None)
    asked = [("ledger", b"der"), ("request", b"der"), ("ledger", b"other"), ("ledge", b"rder")]
    assert len({secret.keyed_hash(*one) for one in asked}) == len(asked)


def test_only_the_user_can_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    InstallationSecret(path).keyed_hash("ledger", b"")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret"]


def test_a_file_cut_short_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"short")
    InstallationSecret(path).keyed_hash("ledger", b"")
    assert len(path.read_bytes()) == 32


def test_a_place_that_cannot_be_written_is_an_error_with_a_code(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SettingsFileError):
        InstallationSecret(tmp_path / "file" / "secret").keyed_hash("ledger", b"")


def test_threads_that_need_it_first_at_once_get_the_same(tmp_path: Path) -> None:
    for number in range(40):
        secret = InstallationSecret(tmp_path / f"{number}" / "secret")
        begin, found = threading.Barrier(4), list[str]()

        def ask(
            secret: InstallationSecret = secret,
            begin: threading.Barrier = begin,
            found: list[str] = found,
        ) -> None:
            begin.wait()
            found.append(secret.keyed_hash("ledger", b"der"))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 4
        assert len(set(found)) == 1
