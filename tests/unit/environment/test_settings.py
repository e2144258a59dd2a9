"""How the settings reach what follows them: without a new start."""

from pathlib import Path

import pytest

from jpki_desktop import environment
from jpki_desktop.network import NetworkDoor, Proxy, ProxyMode
from jpki_desktop.settings import Origin
from jpki_desktop.settings.places import APPLICATION


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "one") + ":" + str(tmp_path / "two"))
    return tmp_path


def chosen_proxy(door: NetworkDoor) -> Proxy:
    return door._proxy


def test_another_proxy_holds_from_the_next_request_on(folders: Path) -> None:
    del folders
    world = environment.real()
    assert isinstance(world.network, NetworkDoor)
    door = world.network
    assert chosen_proxy(door).mode is ProxyMode.SYSTEM
    world.settings.change(proxy="proxy.example.jp:8080", proxy_user="taro")
    chosen = chosen_proxy(door)
    assert (chosen.mode, chosen.address) == (ProxyMode.MANUAL, "proxy.example.jp:8080")
    world.proxy_password.give("proxy.example.jp:8080", "taro", bytearray(b"x"), keep=False)
    assert chosen.account is not None
    assert chosen.account("proxy.example.jp:8080") == bytearray(b"taro:x")
    world.settings.change(proxy="none")
    assert chosen_proxy(door).mode is ProxyMode.NONE


def test_the_administrators_folders_are_honoured_in_their_order(folders: Path) -> None:
    for name, proxy in (("one", "none"), ("two", "system")):
        file = folders / name / APPLICATION / "settings.toml"
        file.parent.mkdir(parents=True)
        file.write_text(f'proxy = "{proxy}"\n')
    world = environment.real()
    assert world.settings.settings.proxy == "none"
    assert world.settings.origin("proxy") is Origin.MANAGED


def test_the_demo_knows_no_file_no_keyring_and_no_administrator(folders: Path) -> None:
    file = folders / "one" / APPLICATION / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('proxy = "none"\n')
    world = environment.demo()
    assert world.settings.path is None
    assert not world.settings.managed
    assert not world.proxy_password.can_keep()
