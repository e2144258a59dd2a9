"""Through tinyproxy, which wants a password, to openssl's server and http.server; not ours.

Debian packages: tinyproxy-bin, openssl. All run in a network of their own.
"""

import itertools
import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID

from support import pki
from support.leak_search import find_leaks
from support.network_namespace import NetworkNamespace
from support.secret_service import SessionBus
from validity.conftest import write_certificate, write_key

pytestmark = pytest.mark.peer

JPKI = str(Path(sys.executable).with_name("jpki"))
USER, SECRET = "taro", "Zq8mVw2kLr5xTn7b"
PORTS = itertools.count(23100)
PATIENCE = 60

Run = Callable[..., dict[str, object]]


class Proxy:
    """tinyproxy with one account."""

    def __init__(self, namespace: NetworkNamespace, folder: Path) -> None:
        self.port = next(PORTS)
        self.address = f"127.0.0.1:{self.port}"
        self.log = folder / "tinyproxy.log"
        config = folder / "tinyproxy.conf"
        config.write_text(
            f"Port {self.port}\nListen 127.0.0.1\nTimeout 20\nAllow 127.0.0.1\n"
            f'BasicAuth {USER} {SECRET}\nLogFile "{self.log}"\nLogLevel Connect\n'
        )
        self.process = namespace.start("tinyproxy", "-d", "-c", str(config))
        namespace.wait_for_port(self.port)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(5)


@pytest.fixture
def proxy(namespace: NetworkNamespace, tmp_path: Path) -> Iterator[Proxy]:
    found = Proxy(namespace, tmp_path)
    yield found
    found.close()


@pytest.fixture(scope="module")
def http_server(
    namespace: NetworkNamespace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    port = next(PORTS)
    folder = tmp_path_factory.mktemp("www")
    server = namespace.start(
        sys.executable, "-m", "http.server", "-b", "127.0.0.1", "-d", str(folder), str(port)
    )
    namespace.wait_for_port(port)
    yield f"http://127.0.0.1:{port}/"
    server.kill()
    server.wait(5)


@pytest.fixture(scope="module")
def tls_server(
    namespace: NetworkNamespace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """`openssl s_server` and the file of the authority that made its certificate."""
    folder = tmp_path_factory.mktemp("tls")
    authority = pki.make_authority(pki.directory("TLS"), key=pki.rsa_key("tls"))
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    extensions = [(names, False), (purpose, False), (pki.authority_key(authority.key), False)]
    key = pki.rsa_key("server")
    certificate = pki.make_holder(authority, key=key, extensions=extensions)
    ca = write_certificate(folder / "ca.pem", authority.x509)
    port = next(PORTS)
    server = namespace.start(
        *("openssl", "s_server", "-accept", str(port), "-www"),
        *("-cert", write_certificate(folder / "server.pem", certificate)),
        *("-key", write_key(folder / "server.key", key)),
    )
    namespace.wait_for_port(port)
    yield f"https://127.0.0.1:{port}/", ca
    server.kill()
    server.wait(5)


@pytest.fixture
def servers(http_server: str, tls_server: tuple[str, str]) -> tuple[str, str, str]:
    return http_server, *tls_server


@pytest.fixture
def run(namespace: NetworkNamespace, tmp_path: Path) -> Run:
    """Run `jpki settings … --json` inside and return its JSON with the exit code as `exit`."""

    def inside(*words: str, typed: str = "", **variables: str) -> dict[str, object]:
        done = subprocess.run(
            namespace.command(JPKI, "settings", *words, "--json"),
            input=typed.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env=environment(tmp_path) | variables,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        found: dict[str, object] = json.loads(done.stdout or done.stderr or b"{}")
        return found | {"exit": done.returncode, "said": done.stdout + done.stderr}

    return inside


def environment(folder: Path) -> dict[str, str]:
    """The variables of this test's own user, without any proxy or bus of the machine."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.lower().endswith("_proxy") and name != "DBUS_SESSION_BUS_ADDRESS"
    }
    return kept | {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CONFIG_DIRS": str(folder / "nowhere"),
        "PYTHONUTF8": "1",
        "LANG": "en_GB.UTF-8",
    }


def problems(found: dict[str, object]) -> list[tuple[str, str | None]]:
    """Return each step with its problem."""
    steps = found["steps"]
    assert isinstance(steps, list)
    return [(step["step"], step["problem"]) for step in steps]


def set_proxy(run: Run, address: str, user: str = USER) -> None:
    assert run("set", "proxy", address)["exit"] == 0
    assert run("set", "proxy_user", user)["exit"] == 0


def test_the_password_from_the_keyring_opens_the_proxy_for_http_and_https(
    run: Run,
    bus: SessionBus,
    proxy: Proxy,
    tmp_path: Path,
    servers: tuple[str, str, str],
) -> None:
    http_server, url, ca = servers
    bus.start_keyring(unlocked=True)
    set_proxy(run, proxy.address)
    kept = run("set-proxy-password", "--password-stdin", typed=f"{SECRET}\n", **bus.variables)
    assert kept["exit"] == 0, kept
    found = run("test-connection", http_server, **bus.variables)
    assert (found["exit"], found["usable"]) == (0, True), found
    assert [step for step, _ in problems(found)] == ["route", "name", "connect", "login", "answer"]
    found = run("test-connection", url, SSL_CERT_FILE=ca, **bus.variables)
    assert (found["exit"], found["usable"]) == (0, True), found
    assert [step for step, _ in problems(found)][-3:] == ["login", "secure", "answer"]
    # Both came through the proxy.
    log = proxy.log.read_text()
    assert f"GET {http_server}" in log
    assert f"CONNECT {url[8:-1]}" in log
    # An authority that this computer does not know.
    found = run("test-connection", url, **bus.variables)
    assert problems(found)[-1] == ("secure", "tls-certificate")
    # Forgotten: the proxy wants it again.
    assert run("forget-proxy-password", **bus.variables)["exit"] == 0
    found = run("test-connection", http_server, **bus.variables)
    assert problems(found)[-1] == ("login", "proxy-login")
    nothing_left(tmp_path)


def nothing_left(folder: Path) -> None:
    """The password stands in no file but the proxy's own configuration."""
    files = [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name != "tinyproxy.conf" and not path.is_symlink()
    ]
    assert any(path.name == "settings.toml" for path in files)
    assert not find_leaks(SECRET, {path.name: path.read_bytes() for path in files})


@pytest.mark.parametrize("secure", [False, True])
def test_a_wrong_password_and_none_are_told_apart(
    run: Run,
    bus: SessionBus,
    proxy: Proxy,
    servers: tuple[str, str, str],
    *,
    secure: bool,
) -> None:
    url = servers[1 if secure else 0]
    bus.start_keyring(unlocked=True)
    set_proxy(run, proxy.address)
    found = run("test-connection", url, **bus.variables)
    assert found["exit"] == 1
    assert problems(found)[-1] == ("login", "proxy-login")
    run("set-proxy-password", "--password-stdin", typed="not the password\n", **bus.variables)
    found = run("test-connection", url, **bus.variables)
    assert problems(found)[-1] == ("login", "proxy-password")
    assert b"not the password" not in found["said"]  # type: ignore[operator]
    assert proxy.process.poll() is None


def test_without_a_keyring_the_password_is_not_kept_anywhere(
    run: Run, bus: SessionBus, proxy: Proxy, http_server: str, tmp_path: Path
) -> None:
    set_proxy(run, proxy.address)
    refused = run("set-proxy-password", "--password-stdin", typed=f"{SECRET}\n", **bus.variables)
    assert refused["exit"] == 6
    assert b"JD-1808" in refused["said"]  # type: ignore[operator]
    found = run("test-connection", http_server, **bus.variables)
    assert problems(found)[-1] == ("login", "proxy-login")
    nothing_left(tmp_path)


def test_each_step_that_fails_is_named(run: Run, proxy: Proxy, http_server: str) -> None:
    # The proxy is down.
    set_proxy(run, f"127.0.0.1:{next(PORTS)}")
    assert problems(run("test-connection", http_server))[-1] == ("connect", "unreachable")
    # Its name is unknown.
    set_proxy(run, "proxy.invalid:8080")
    assert problems(run("test-connection", http_server))[-1] == ("name", "address")
    # No proxy, and the server is down.
    run("set", "proxy", "none")
    found = run("test-connection", f"http://127.0.0.1:{next(PORTS)}/")
    assert problems(found)[-1] == ("connect", "unreachable")
    # No proxy, and all is well.
    assert run("test-connection", http_server)["usable"] is True
    assert problems(run("test-connection", "gopher://x/")) == [("route", "scheme")]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_is_down_behind_the_proxy(run: Run, proxy: Proxy, scheme: str) -> None:
    account = f"http://{USER}:{SECRET}@{proxy.address}"
    found = run(
        "test-connection",
        f"{scheme}://127.0.0.1:{next(PORTS)}/",
        http_proxy=account,
        https_proxy=account,
    )
    assert problems(found)[-1] == ("answer", "http-status")


def test_the_account_in_the_environments_own_proxy_is_used_and_told_to_nobody(
    run: Run, proxy: Proxy, http_server: str, tls_server: tuple[str, str], tmp_path: Path
) -> None:
    run("set", "language", "en")
    account = {
        "http_proxy": f"http://{USER}:{SECRET}@{proxy.address}",
        "https_proxy": f"http://{USER}:{SECRET}@{proxy.address}",
    }
    url, ca = tls_server
    for found in (
        run("test-connection", http_server, **account),
        run("test-connection", url, SSL_CERT_FILE=ca, **account),
    ):
        assert found["usable"] is True, found
        assert not find_leaks(SECRET, {"output": found["said"]})  # type: ignore[dict-item]
    nothing_left(tmp_path)
    # The name alone is not enough, and somebody else's password is refused.
    wrong = {"http_proxy": f"http://{USER}:nothing@{proxy.address}"}
    assert problems(run("test-connection", http_server, **wrong))[-1] == (
        "login",
        "proxy-password",
    )


# --- asked in a terminal ------------------------------------------------------------------------


class Terminal:
    """A terminal inside the network with a program in it."""

    def __init__(self, command: list[str], variables: dict[str, str]) -> None:
        self._master, slave = pty.openpty()
        self.process = subprocess.Popen(
            ["setsid", "--ctty", "--wait", *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=variables,
        )
        os.close(slave)
        self.seen = ""

    def wait_for(self, pattern: str) -> None:
        end = time.monotonic() + PATIENCE
        while not re.search(pattern, self.seen):
            assert time.monotonic() < end, self.seen
            assert self._read(), self.seen

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def finish(self) -> int:
        while self._read():
            pass
        os.close(self._master)
        return self.process.wait(PATIENCE)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], PATIENCE)
        try:
            more = os.read(self._master, 65536) if ready else b""
        except OSError:  # EIO: the program has gone
            return False
        self.seen += more.decode("utf-8", "replace")
        return bool(more)


@pytest.fixture
def check(
    namespace: NetworkNamespace, run: Run, proxy: Proxy, tmp_path: Path
) -> Iterator[Callable[[], Terminal]]:
    """`jpki check` of a good certificate, whose responder is behind the proxy."""
    authority = pki.make_authority()
    holder = pki.make_holder(authority)
    port = next(PORTS)
    (tmp_path / "index.txt").write_text(
        f"V\t350101000000Z\t\t{holder.serial_number:08X}\tunknown\t/C=JP/CN=sample\n"
    )
    ca = write_certificate(tmp_path / "authority.pem", authority.x509)
    responder = namespace.start(
        *("openssl", "ocsp", "-index", str(tmp_path / "index.txt"), "-port", str(port)),
        *("-rsigner", ca, "-rkey", write_key(tmp_path / "ca.key", authority.key), "-CA", ca),
    )
    namespace.wait_for_port(port)
    assert run("set", "proxy", proxy.address)["exit"] == 0
    words = ("check", write_certificate(tmp_path / "holder.pem", holder), "--ca", ca)
    more = ("--ocsp", f"http://127.0.0.1:{port}/", "--lang", "en")
    yield lambda: Terminal(namespace.command(JPKI, *words, *more), environment(tmp_path))
    responder.kill()
    responder.wait(5)


def test_the_proxys_password_is_asked_for_once_and_opens_the_way(
    check: Callable[[], Terminal], tmp_path: Path
) -> None:
    terminal = check()
    terminal.wait_for("User name at the proxy 127.0.0.1:[0-9]+: ")
    terminal.type(f"{USER}\n")
    terminal.wait_for(f"Password of {USER} at the proxy 127.0.0.1:[0-9]+: ")
    terminal.type(f"{SECRET}\n")
    assert terminal.finish() == 0, terminal.seen
    assert not find_leaks(SECRET, {"terminal": terminal.seen})
    nothing_left(tmp_path)


def test_a_wrong_password_is_said_and_not_asked_for_again(
    check: Callable[[], Terminal], run: Run
) -> None:
    assert run("set", "proxy_user", USER)["exit"] == 0
    terminal = check()
    terminal.wait_for("Password of taro at")
    terminal.type("not the password\n")
    assert terminal.finish() == 6
    assert terminal.seen.count("Password of taro at") == 1
    assert "The proxy refused the user name or the password" in terminal.seen
