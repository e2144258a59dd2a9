"""The test authority's desk, as the openssl command understands it; and what it refuses."""

import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import ocsp

from jpki_desktop.emulator.issuing import Root, holder_certificate, root
from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.persona import PERSONAS
from jpki_desktop.emulator.responder import Responder
from jpki_desktop.emulator.revocation_desk import RevocationDesk
from jpki_desktop.emulator.store import MemoryStore

pytestmark = pytest.mark.peer

NOW = datetime.now(UTC)
STORE = MemoryStore()
AUTH, SIGN = PasswordKind.AUTH, PasswordKind.SIGN


def issued(persona: str, kind: PasswordKind) -> tuple[x509.Certificate, Root]:
    one = PERSONAS[persona]
    issuer = root(STORE, one.authority, kind, NOW)
    return holder_certificate(one, STORE, issuer, kind, NOW), issuer


@dataclass
class Served:
    """A desk behind a port of its own."""

    responder: Responder
    port: int
    folder: Path

    def ask(
        self, named: x509.Certificate, signer: x509.Certificate, kind: PasswordKind, *words: str
    ) -> str:
        """Have openssl ask for a revocation, and return what it says."""
        issuer = root(STORE, PERSONAS["mynumber"].authority, kind, NOW)
        for name, one in (("named", named), ("signer", signer), ("ca", issuer.certificate)):
            (self.folder / f"{name}.pem").write_bytes(one.public_bytes(Encoding.PEM))
        (self.folder / "key.pem").write_bytes(
            STORE.key(kind.value).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        done = subprocess.run(
            [
                *("openssl", "cmp", "-cmd", "rr", "-server", f"127.0.0.1:{self.port}"),
                *("-cert", str(self.folder / "signer.pem"), "-key", str(self.folder / "key.pem")),
                *("-srvcert", str(self.folder / "ca.pem"), "-ignore_keyusage"),
                *("-oldcert", str(self.folder / "named.pem"), *words),
            ],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return f"{done.returncode}\n{done.stdout}{done.stderr}"

    def status(self, certificate: x509.Certificate, issuer: Root) -> ocsp.OCSPResponse:
        question = ocsp.OCSPRequestBuilder().add_certificate(
            certificate, issuer.certificate, SHA256()
        )
        der = question.build().public_bytes(Encoding.DER)
        return ocsp.load_der_ocsp_response(self.responder.answer(der))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    responder = Responder(STORE)
    desk = RevocationDesk(STORE, responder)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = desk.answer(body)
            self.send_response(200)
            self.send_header("Content-Type", "application/pkixcmp")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Served(responder, server.server_port, tmp_path)
    server.shutdown()
    thread.join(5)
    server.server_close()


@pytest.mark.parametrize("kind", PasswordKind)
def test_openssl_has_a_certificate_revoked_once(served: Served, kind: PasswordKind) -> None:
    certificate, issuer = issued("mynumber", kind)
    assert served.status(certificate, issuer).certificate_status is ocsp.OCSPCertStatus.GOOD
    asked = datetime.now(UTC).replace(microsecond=0)
    said = served.ask(certificate, certificate, kind, "-revreason", "4")
    assert said.startswith("0\n"), said
    assert "revocation accepted" in said
    found = served.status(certificate, issuer)
    assert found.certificate_status is ocsp.OCSPCertStatus.REVOKED
    assert found.revocation_reason is x509.ReasonFlags.superseded
    assert found.revocation_time_utc is not None
    # In whole seconds, and not before the request.
    assert asked <= found.revocation_time_utc <= datetime.now(UTC)
    again = served.ask(certificate, certificate, kind, "-revreason", "4")
    assert not again.startswith("0\n")
    assert "certRevoked" in again
    answer = served.status(certificate, issuer)
    assert answer.revocation_time_utc is not None
    assert answer.this_update_utc >= answer.revocation_time_utc


def test_without_a_reason(served: Served) -> None:
    certificate, issuer = issued("mynumber", AUTH)
    assert served.ask(certificate, certificate, AUTH).startswith("0\n")
    found = served.status(certificate, issuer)
    assert found.certificate_status is ocsp.OCSPCertStatus.REVOKED
    assert found.revocation_reason is None


def test_only_the_holder(served: Served) -> None:
    own, issuer = issued("mynumber", AUTH)
    other, _ = issued("long", AUTH)
    said = served.ask(other, own, AUTH)
    assert "notAuthorized" in said
    assert served.status(other, issuer).certificate_status is ocsp.OCSPCertStatus.GOOD


def test_revoked_before(served: Served) -> None:
    certificate, _ = issued("revoked", AUTH)
    assert "certRevoked" in served.ask(certificate, certificate, AUTH)


def test_what_is_on_hold_can_be_revoked(served: Served) -> None:
    certificate, issuer = issued("on-hold", AUTH)
    assert served.ask(certificate, certificate, AUTH, "-revreason", "5").startswith("0\n")
    found = served.status(certificate, issuer)
    assert found.revocation_reason is x509.ReasonFlags.cessation_of_operation


@pytest.mark.parametrize("body", [b"", b"garbage", b"\x30\x00", bytes(200)])
def test_garbage(body: bytes) -> None:
    desk = RevocationDesk(STORE, Responder(STORE))
    with pytest.raises(ValueError, match=r".*"):
        desk.answer(body)
