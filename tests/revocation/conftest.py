"""Servers that we did not write, in a network of their own, and a world whose network is there."""

import itertools
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509

from jpki_desktop.environment import Environment
from jpki_desktop.network import NeverStops
from jpki_desktop.operations.request_revocation import send_request
from jpki_desktop.revocation_request.model import Receipt, SignedRequest
from jpki_desktop.settings import SettingsStore
from support.in_process_cards import InProcessCards
from support.namespace_network import NamespaceNetwork
from support.network_namespace import NetworkNamespace, missing_programs
from support.pki import Authority
from validity.conftest import write_certificate, write_key

PORTS = itertools.count(20700)


@pytest.fixture(scope="session")
def namespace() -> Iterator[NetworkNamespace]:
    """One network for all servers of these tests."""
    missing = missing_programs("openssl", "java", "javac")
    if missing:
        pytest.fail(f"make setup installs what is missing here: {', '.join(missing)}")
    found = NetworkNamespace()
    yield found
    found.close()


@dataclass
class Desk:
    """Sends requests into the namespace; remembers nothing beyond the test."""

    network: NamespaceNetwork
    world: Environment

    def send(self, signed: SignedRequest) -> Receipt:
        return send_request(self.world, signed, NeverStops())


@pytest.fixture
def desk(namespace: NetworkNamespace, tmp_path: Path) -> Desk:
    network = NamespaceNetwork(namespace, tmp_path)
    world = Environment(
        InProcessCards(), lambda: datetime.now(UTC), SettingsStore(None), network=network
    )
    return Desk(network, world)


Serve = Callable[..., str]


@pytest.fixture
def openssl_server(namespace: NetworkNamespace, tmp_path: Path) -> Iterator[Serve]:
    """Start `openssl cmp` as a server; one a test, since it does not survive every sequence."""
    servers: list[subprocess.Popen[bytes]] = []

    def start(holder: x509.Certificate, authority: Authority, server: Authority, *more: str) -> str:
        port = next(PORTS)
        trusted = write_certificate(tmp_path / "trusted.pem", authority.x509)
        certificate = write_certificate(tmp_path / "server.pem", server.x509)
        key = write_key(tmp_path / "server.key", server.key)
        subject = write_certificate(tmp_path / "holder.pem", holder)
        servers.append(
            namespace.start(
                *("openssl", "cmp", "-port", str(port), "-srv_cert", certificate),
                *("-srv_key", key, "-srv_trusted", trusted, "-rsp_cert", subject, *more),
            )
        )
        namespace.wait_for_port(port)
        return f"http://127.0.0.1:{port}/"

    yield start
    for server in servers:
        server.kill()
        server.wait(5)
