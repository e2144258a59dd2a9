"""The proxy's password in the process table: not among the arguments, not in the environment."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.fault_server import FaultServer
from support.leak_search import find_leaks
from support.secret_service import SessionBus

JPKI = str(Path(sys.executable).with_name("jpki"))
SECRET = "Zq8mVw2kLr5xTn7b"
HEADER = b"Proxy-Authorization: Basic dGFybzpacThtVncya0xyNXhUbjdi"


@pytest.mark.peer
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_while_it_is_in_use_it_stands_in_no_table(bus: SessionBus, tmp_path: Path) -> None:
    bus.start_keyring(unlocked=True)
    variables = os.environ | {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        **bus.variables,
    }

    def jpki(*words: str, typed: str = "") -> None:
        subprocess.run(
            [JPKI, "settings", *words], input=typed.encode(), env=variables, check=True, timeout=60
        )

    with FaultServer(lambda conversation: conversation.wait(), lambda _: b"") as silent:
        jpki("set", "proxy", f"127.0.0.1:{silent.port}")
        jpki("set", "proxy_user", "taro")
        jpki("set-proxy-password", "--password-stdin", typed=f"{SECRET}\n")
        process = subprocess.Popen(
            [JPKI, "settings", "test-connection", "http://ocsp.example.jp/"],
            env=variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        end = time.monotonic() + 30
        while not silent.requests:
            assert time.monotonic() < end
            time.sleep(0.05)
        # Now the program holds the password and waits for the proxy.
        assert HEADER in silent.requests[0]
        tables = {
            name: (Path("/proc") / str(process.pid) / name).read_bytes()
            for name in ("cmdline", "environ")
        }
        process.kill()
        out, err = process.communicate()
    assert b"test-connection" in tables["cmdline"]
    assert b"DBUS_SESSION_BUS_ADDRESS" in tables["environ"]
    files = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert "settings.toml" in files
    assert not find_leaks(SECRET, {**tables, **files, "out": out, "err": err})
    # And where it stands, it is found.
    assert find_leaks(SECRET, {"request": silent.requests[0]})
