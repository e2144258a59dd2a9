"""Requests to `openssl cmp` as a server, which we did not write, and what its answers prove."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from jpki_desktop.revocation_request.answer import FAILURES
from jpki_desktop.revocation_request.model import RequestState, RevocationReason
from revocation.conftest import PORTS, Desk, Serve
from support import pki
from support.cmp import make_request, make_server
from support.network_namespace import NetworkNamespace
from validity.conftest import write_certificate, write_key

pytestmark = pytest.mark.peer

CA = pki.make_authority()
HOLDER = pki.make_holder(CA)
KEY = pki.rsa_key("holder")
SERVER = make_server(CA)
STATES = {
    0: RequestState.ACCEPTED,
    1: RequestState.ACCEPTED,
    2: RequestState.REFUSED,
    3: RequestState.PENDING,
    4: RequestState.UNKNOWN,
    5: RequestState.UNKNOWN,
    6: RequestState.UNKNOWN,
}


@pytest.mark.parametrize("reason", RevocationReason)
def test_accepted(openssl_server: Serve, desk: Desk, reason: RevocationReason) -> None:
    url = openssl_server(HOLDER, CA, SERVER)
    receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url, reason=reason))
    assert (receipt.state, receipt.cause) == (RequestState.ACCEPTED, "")
    assert len(desk.network.bodies) == 1


def test_the_message_as_openssl_reads_it(tmp_path: Path) -> None:
    signed = make_request(HOLDER, KEY, CA.x509, issuer=CA)
    (tmp_path / "message").write_bytes(signed.message)
    done = subprocess.run(
        ["openssl", "asn1parse", "-inform", "DER", "-in", str(tmp_path / "message")],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[0].startswith("0:d=0")
    assert lines[0].endswith("cons: SEQUENCE")
    text = "\n".join(lines)
    for part in (
        "INTEGER :02",
        "GENERALIZEDTIME :",
        "OBJECT :sha256WithRSAEncryption",
        f"OCTET STRING [HEX DUMP]:{signed.transaction_id.hex().upper()}",
        f"OCTET STRING [HEX DUMP]:{signed.nonce.hex().upper()}",
        "cons: cont [ 11 ]",
        "OBJECT :X509v3 CRL Reason Code",
    ):
        assert part in text
    # The octets from the first to the last: nothing is left over.
    assert f"l={len(signed.message) - 4} cons" in lines[0]


def outline(file: Path) -> list[str]:
    """Every element with its depth and value; what is new in each message reads the same."""
    command = ["openssl", "asn1parse", "-inform", "DER", "-in", str(file)]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    text = re.sub(r"^ *\d+:(d=\d+) .*?(prim|cons): ", r"\1 ", text, flags=re.MULTILINE)
    text = re.sub(r"(DUMP\]:)[0-9A-F]{32}$", r"\g<1>16 octets", text, flags=re.MULTILINE)
    text = re.sub(r"(GENERALIZEDTIME +:)\d{14}Z$", r"\1now", text, flags=re.MULTILINE)
    return text.splitlines()


def test_the_message_is_the_one_that_openssl_would_have_sent(tmp_path: Path) -> None:
    certificate = write_certificate(tmp_path / "holder.pem", HOLDER)
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    words = (
        *("openssl", "cmp", "-cmd", "rr", "-server", "127.0.0.1:1", "-msg_timeout", "1"),
        *("-srvcert", write_certificate(tmp_path / "ca.pem", CA.x509)),
        *("-cert", certificate, "-key", write_key(tmp_path / "holder.key", KEY)),
        *("-oldcert", certificate, "-revreason", "4", "-reqout", str(theirs)),
    )
    # Nobody is there; the message is written before that is known.
    subprocess.run(words, capture_output=True, check=False, timeout=30)
    ours.write_bytes(make_request(HOLDER, KEY, CA.x509).message)
    found = outline(ours)
    # RSA with its NULL, which openssl leaves out and takes.
    null = next(line for line in found if "NULL" in line)
    assert null.startswith("d=4 ")
    found.remove(null)
    assert found == outline(theirs)


@pytest.mark.parametrize("curve", [ec.SECP256R1, ec.SECP384R1])
def test_ecdsa(openssl_server: Serve, desk: Desk, curve: type[ec.EllipticCurve]) -> None:
    key = pki.ec_key("holder", curve)
    holder = pki.make_holder(CA, key=key)
    url = openssl_server(holder, CA, SERVER)
    receipt = desk.send(make_request(holder, key, CA.x509, url=url))
    assert receipt.state is RequestState.ACCEPTED


def test_a_pinned_server(openssl_server: Serve, desk: Desk) -> None:
    url = openssl_server(HOLDER, CA, SERVER)
    receipt = desk.send(make_request(HOLDER, KEY, SERVER.x509, url=url))
    assert receipt.state is RequestState.ACCEPTED


def test_with_the_authority_along(openssl_server: Serve, desk: Desk) -> None:
    url = openssl_server(HOLDER, CA, SERVER)
    receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url, issuer=CA))
    assert receipt.state is RequestState.ACCEPTED


@pytest.mark.parametrize("number", STATES)
def test_every_status(openssl_server: Serve, desk: Desk, number: int) -> None:
    url = openssl_server(HOLDER, CA, SERVER, "-pkistatus", str(number))
    receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url))
    assert receipt.state is STATES[number]


@pytest.mark.parametrize(("bit", "name"), list(enumerate(FAILURES)))
def test_every_failure(openssl_server: Serve, desk: Desk, bit: int, name: str) -> None:
    words = ("-pkistatus", "2", "-failure", str(bit), "-statusstring", "sorry")
    url = openssl_server(HOLDER, CA, SERVER, *words)
    receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url))
    assert (receipt.state, receipt.cause, receipt.text) == (RequestState.REFUSED, name, "sorry")


def test_error(openssl_server: Serve, desk: Desk) -> None:
    url = openssl_server(HOLDER, CA, SERVER, "-send_error")
    receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url))
    assert receipt.state is RequestState.REFUSED


@pytest.mark.parametrize("words", [("-send_unprotected",), ("-send_error", "-send_unprot_err")])
def test_unprotected(openssl_server: Serve, desk: Desk, words: tuple[str, ...]) -> None:
    url = openssl_server(HOLDER, CA, SERVER, *words)
    receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url))
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, "unprotected")


def test_a_server_of_somebody_else(openssl_server: Serve, desk: Desk) -> None:
    other = pki.make_authority(key=pki.rsa_key("other"))
    url = openssl_server(HOLDER, CA, make_server(other))
    receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url))
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, "not-authorised")


def test_a_holder_as_server(openssl_server: Serve, desk: Desk) -> None:
    neighbour = pki.make_holder(CA, key=pki.rsa_key("neighbour"), serial=77)
    url = openssl_server(HOLDER, CA, pki.Authority(pki.rsa_key("neighbour"), neighbour))
    receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=url))
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, "not-authorised")


def test_another_certificate_than_the_servers(openssl_server: Serve, desk: Desk) -> None:
    """openssl knows one certificate; for another one it answers with an error."""
    other = pki.make_holder(CA, serial=78)
    url = openssl_server(HOLDER, CA, SERVER)
    receipt = desk.send(make_request(other, KEY, CA.x509, url=url))
    assert receipt.state is RequestState.REFUSED
    assert receipt.cause == "badRequest"


def test_an_altered_request_is_refused(openssl_server: Serve, desk: Desk) -> None:
    """The guard shown to bite: openssl checks what the card has signed."""
    url = openssl_server(HOLDER, CA, SERVER)
    signed = make_request(HOLDER, KEY, CA.x509, url=url)
    message = bytearray(signed.message)
    at = bytes(message).index(signed.nonce)
    message[at] ^= 1
    nonce = bytes(message[at : at + 16])
    altered = replace(signed, message=bytes(message), nonce=nonce)
    assert desk.send(altered).state is not RequestState.ACCEPTED


def test_garbage(namespace: NetworkNamespace, openssl_server: Serve, desk: Desk) -> None:
    """A body that is no request: openssl never answers."""
    url = openssl_server(HOLDER, CA, SERVER)
    signed = make_request(HOLDER, KEY, CA.x509, url=url)
    receipt = desk.send(replace(signed, message=b"garbage"))
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, "no-answer")
    assert len(desk.network.bodies) == 1


# Takes connections, counts them, and never answers.
_SILENT = """
import socket, sys, time
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
connections = []
while True:
    connections.append(listener.accept())
    open(sys.argv[2], "w").write(str(len(connections)))
"""


def test_silence(namespace: NetworkNamespace, desk: Desk, tmp_path: Path) -> None:
    port, count = str(next(PORTS)), tmp_path / "count"
    server = namespace.start(sys.executable, "-c", _SILENT, port, str(count))
    try:
        namespace.wait_for_port(int(port))
        receipt = desk.send(make_request(HOLDER, KEY, CA.x509, url=f"http://127.0.0.1:{port}/"))
    finally:
        server.kill()
        server.wait(5)
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, "no-answer")
    assert count.read_text() == "1"
    assert desk.world.requests.is_open(pki.parsed(HOLDER), receipt.sent_at)


def test_nobody_there(desk: Desk) -> None:
    signed = make_request(HOLDER, KEY, CA.x509, url="http://127.0.0.1:20698/")
    receipt = desk.send(signed)
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, "not-reached")
    assert desk.world.requests.requests() == ()
