"""証明書の失効申請 in the window over the real PC/SC stack, with servers that we did not write.

`openssl cmp` takes the request of the virtual card, `openssl ocsp` answers 有効性確認.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jpki_desktop.card.pcsc import PcscCards
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.pem import to_pem
from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.request_revocation.receipt import ReceiptDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.program import Program
from jpki_desktop.revocation_request.model import RequestState
from jpki_desktop.settings import SettingsStore
from jpki_desktop.validity.result import Verdict, VerdictWord
from support import pki
from support.driving import Driver, texts
from support.inside_network import InsideNetwork
from support.network_namespace import NetworkNamespace, missing_programs
from support.revocation_pages import request
from support.virtual_reader import VirtualReader
from validity.conftest import write_certificate, write_key

pytestmark = [pytest.mark.pcsc, pytest.mark.peer]

CMP_PORT, OCSP_PORT = 20301, 20302
OCSP = f"http://127.0.0.1:{OCSP_PORT}/"
BANNER = "テスト用：内蔵"


@dataclass
class Servers:
    """The two servers for the certificate of the card that lies on the reader."""

    namespace: NetworkNamespace
    state: Path
    folder: Path
    running: "list[subprocess.Popen[bytes]]"

    @property
    def authority(self) -> str:
        """The certificate of the card's authority, as a file."""
        return self._pem("authority.pem", self.state / "authority" / "demo-auth-ca.der")

    def cmp(self, *words: str) -> None:
        """Start the server that takes requests."""
        holder = self._pem("holder.pem", self.state / "cards" / "mynumber-auth.der")
        self._start(
            CMP_PORT,
            *("openssl", "cmp", "-port", str(CMP_PORT), "-srv_cert", str(self.folder / "srv.pem")),
            *("-srv_key", str(self.folder / "srv.key"), "-srv_trusted", self.authority),
            *("-rsp_cert", holder, *words),
        )

    def ocsp(self, standing: str) -> "subprocess.Popen[bytes]":
        """Start the server that is asked for the validity."""
        holder = parse_certificate((self.state / "cards" / "mynumber-auth.der").read_bytes())
        index = self.folder / "index.txt"
        serial = f"{holder.serial:X}"
        serial = serial.zfill(len(serial) + len(serial) % 2)
        index.write_text(f"{standing}\t{serial}\tunknown\t/C=JP/CN=sample\n")
        return self._start(
            OCSP_PORT,
            *("openssl", "ocsp", "-index", str(index), "-port", str(OCSP_PORT)),
            *("-rsigner", self.authority, "-CA", self.authority),
            *("-rkey", str(self.state / "keys" / "demo-auth-ca.pem")),
        )

    def _start(self, port: int, *words: str) -> "subprocess.Popen[bytes]":
        server = self.namespace.start(*words)
        self.running.append(server)
        self.namespace.wait_for_port(port)
        return server

    def _pem(self, name: str, der: Path) -> str:
        path = self.folder / name
        path.write_text(to_pem(der.read_bytes()))
        return str(path)


@pytest.fixture
def servers(virtual_reader: VirtualReader, tmp_path: Path) -> Iterator[Servers]:
    """A network of its own, and the certificate by which the server of requests is known."""
    missing = missing_programs("openssl")
    if missing:
        pytest.fail(f"make setup installs what is missing here: {', '.join(missing)}")
    key = pki.rsa_key("cmp")
    server = pki.make_authority(
        pki.directory("CMP"), key=key, extensions=[(pki.usage("digital_signature"), True)]
    )
    write_certificate(tmp_path / "srv.pem", server.x509)
    write_key(tmp_path / "srv.key", key)
    virtual_reader.insert()
    namespace = NetworkNamespace()
    found = Servers(namespace, virtual_reader.state_dir, tmp_path, [])
    yield found
    for one in found.running:
        one.kill()
        one.wait(5)
    namespace.close()


@pytest.fixture
def network(servers: Servers) -> InsideNetwork:
    return InsideNetwork(servers.namespace)


@pytest.fixture
def real(
    qtbot: QtBot, servers: Servers, network: InsideNetwork, tmp_path: Path
) -> Iterator[Driver]:
    settings = SettingsStore(tmp_path / "settings.toml")
    settings.change(
        cmp_url=f"http://127.0.0.1:{CMP_PORT}/pkix/",
        cmp_trust=str(tmp_path / "srv.pem"),
        ocsp_url=OCSP,
        ca_file=servers.authority,
    )
    world = Environment(PcscCards(), lambda: datetime.now(UTC), settings, network=network)
    program = Program(world)
    qtbot.addWidget(program.window)
    program.start()
    driver = Driver(qtbot, program)
    driver.wait_until(lambda: "残り3回" in texts(driver.window))
    yield driver
    program.stop()


def checked(driver: Driver, receipt: ReceiptDialog) -> Verdict:
    driver.alt(receipt, Qt.Key.Key_V)
    shown = driver.wait_for(ShowCertificateDialog)
    driver.wait_until(lambda: shown.verdict is not None)
    verdict = shown.verdict
    assert verdict is not None
    shown.reject()
    driver.wait_gone(ShowCertificateDialog)
    return verdict


def commands(reader: VirtualReader) -> tuple[int, int]:
    """Passwords and signatures that have reached the card."""
    headers = [(line["header"][:4], line["sent"]) for line in reader.trace()]
    verifies = sum(1 for header, sent in headers if header == "0020" and sent > 5)
    return verifies, sum(1 for header, _ in headers if header[2:].lower() == "2a")


def test_request_receipt_and_revoked(
    real: Driver, servers: Servers, network: InsideNetwork, virtual_reader: VirtualReader
) -> None:
    servers.cmp()
    valid = servers.ocsp("V\t350101000000Z\t")
    receipt = request(real)
    kept = receipt.receipt
    assert kept.state is RequestState.ACCEPTED, kept.cause
    assert "失効申請が受理されました" in texts(receipt)
    assert BANNER not in texts(receipt)
    assert commands(virtual_reader) == (1, 1)
    assert network.sent == [kept.server]
    # Until the authority has carried it out, its own answer is that the certificate is good.
    assert checked(real, receipt).word is VerdictWord.REVOCATION_REQUESTED
    valid.kill()
    valid.wait(5)
    servers.ocsp("R\t350101000000Z\t260301020304Z,cessationOfOperation")
    assert checked(real, receipt).word is VerdictWord.REVOKED
    assert commands(virtual_reader) == (1, 1)
    assert network.sent.count(kept.server) == 1


def test_a_server_that_is_not_there(
    real: Driver, servers: Servers, network: InsideNetwork, virtual_reader: VirtualReader
) -> None:
    receipt = request(real)
    assert receipt.receipt.state is RequestState.UNKNOWN
    assert commands(virtual_reader) == (1, 1)
    assert len(network.sent) == 1


@pytest.mark.parametrize(
    ("answer", "state", "said"),
    [
        (("-pkistatus", "3"), RequestState.PENDING, "処理を待っています"),
        (("-pkistatus", "2", "-failure", "4"), RequestState.REFUSED, "この証明書を知らない"),
    ],
)
def test_pending_and_refused(
    real: Driver, servers: Servers, answer: tuple[str, ...], state: RequestState, said: str
) -> None:
    servers.cmp(*answer)
    receipt = request(real)
    assert receipt.receipt.state is state, receipt.receipt.cause
    assert said in texts(receipt)


def test_an_answer_without_protection_proves_nothing(real: Driver, servers: Servers) -> None:
    servers.cmp("-send_unprotected")
    servers.ocsp("V\t350101000000Z\t")
    receipt = request(real)
    assert receipt.receipt.state is RequestState.UNKNOWN
    assert "もう一度送信しないでください" in texts(receipt)
    assert checked(real, receipt).word is VerdictWord.REVOCATION_REQUESTED
