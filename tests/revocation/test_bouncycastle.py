"""Requests to a server of BouncyCastle: only the holder may ask, and a second time is too late.

The server is compiled by this test from tests/support/java.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from jpki_desktop.revocation_request import message, structures
from jpki_desktop.revocation_request.model import RequestState, RevocationReason
from revocation.conftest import PORTS, Desk
from support import pki
from support.cmp import make_request, make_server
from support.network_namespace import NetworkNamespace

pytestmark = pytest.mark.peer

JARS = ":".join(f"/usr/share/java/{name}.jar" for name in ("bcprov", "bcpkix", "bcutil"))
SOURCE = Path(__file__).parents[1] / "support" / "java" / "CmpServer.java"

CA = pki.make_authority()
HOLDER = pki.make_holder(CA)
KEY = pki.rsa_key("holder")
SERVER = make_server(CA)


@pytest.fixture(scope="module")
def classes(namespace: NetworkNamespace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("java")
    done = subprocess.run(
        ["javac", "-cp", JARS, "-d", str(folder), str(SOURCE)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture
def url(namespace: NetworkNamespace, classes: Path, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "ca.der").write_bytes(CA.der)
    (tmp_path / "server.der").write_bytes(SERVER.der)
    (tmp_path / "server.key").write_bytes(
        SERVER.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    )
    port = next(PORTS)
    server = namespace.start(
        *("java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", f"{classes}:{JARS}"),
        *("CmpServer", str(port), str(tmp_path)),
    )
    try:
        namespace.wait_for_port(port, seconds=30)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.kill()
        server.wait(5)


def test_accepted_once(url: str, desk: Desk) -> None:
    for reason in (RevocationReason.SUPERSEDED, RevocationReason.UNSPECIFIED):
        receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url, reason=reason))
        if reason is RevocationReason.SUPERSEDED:
            assert (receipt.state, receipt.cause) == (RequestState.ACCEPTED, "")
    assert (receipt.state, receipt.cause) == (RequestState.REFUSED, "certRevoked")
    assert receipt.text == "not by this server"


def test_only_the_holder(url: str, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A neighbour's card signs a request for this certificate."""
    key = pki.rsa_key("neighbour")
    neighbour = pki.make_holder(CA, key=key, serial=79)
    template = structures.CertificateTemplate
    monkeypatch.setattr(
        message,
        "CertificateTemplate",
        lambda named: template(named | {"serial": HOLDER.serial_number}),
    )
    receipt = desk.send(make_request(neighbour, key, CA.x509, url=url))
    assert (receipt.state, receipt.cause) == (RequestState.REFUSED, "notAuthorized")


def test_ecdsa(url: str, desk: Desk) -> None:
    key = pki.ec_key("bouncy holder")
    holder = pki.make_holder(CA, key=key, serial=80)
    receipt = desk.send(make_request(holder, key, CA.x509, url=url))
    assert receipt.state is RequestState.ACCEPTED


def test_a_stranger(url: str, desk: Desk) -> None:
    other = pki.make_authority(pki.directory("Other"), key=pki.rsa_key("other"))
    holder = pki.make_holder(other)
    receipt = desk.send(make_request(holder, KEY, CA.x509, url=url))
    assert (receipt.state, receipt.cause) == (RequestState.REFUSED, "signerNotTrusted")
