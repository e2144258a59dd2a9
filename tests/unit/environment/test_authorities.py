"""Where authorities are remembered: with the user's data, and in a demo nowhere."""

from pathlib import Path

import pytest

from jpki_desktop import environment
from jpki_desktop.certificate.published_fingerprints import FINGERPRINTS
from jpki_desktop.settings import authorities
from jpki_desktop.settings.places import APPLICATION


@pytest.fixture
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    # Certificates with a published fingerprint are not ours to keep here.
    monkeypatch.setattr(authorities, "_fingerprint", lambda der: der.decode())
    return tmp_path / "XDG_DATA_HOME"


def test_real_keeps_them_with_the_data_of_the_user(data_home: Path) -> None:
    name = min(FINGERPRINTS)
    assert environment.real().authorities.remember(name.encode())
    assert (data_home / APPLICATION / "authorities" / f"{name}.cer").read_text() == name
    assert environment.real().authorities.certificates() == (name.encode(),)


def test_demo_keeps_them_in_memory(data_home: Path) -> None:
    world = environment.demo()
    assert world.authorities.remember(min(FINGERPRINTS).encode())
    assert len(world.authorities.certificates()) == 1
    assert not data_home.exists()
    assert environment.demo().authorities.certificates() == ()


def test_others_are_not_kept(data_home: Path) -> None:
    assert not environment.real().authorities.remember(b"0" * 64)
    assert not data_home.exists()
