"""`jpki revoke`: in the demo, without a server, and over the private service to `openssl cmp`."""

import json
import os
import pty
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from cli.conftest import JPKI, PATIENCE, InProcess, Outcome, Program
from jpki_desktop.cli import revoke
from jpki_desktop.emulator import Exchange
from jpki_desktop.revocation_request.requests import RequestStore
from support import pki
from support.cmp import make_server
from support.private_pcscd import PrivatePcscd
from support.virtual_reader import VirtualReader, wait_for_card
from validity.conftest import write_certificate, write_key

AUTH, SIGN = b"1234\n", b"ABC123\n"
TYPED = {"auth": AUTH, "sign": SIGN}
YES = ("--password-stdin", "--yes", "--json")


def commands(exchanges: list[Exchange], header: str) -> int:
    return sum(
        one.command[:4].hex().upper() == header and len(one.command) > 5 for one in exchanges
    )


# --- the demo -----------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["auth", "sign"])
def test_demo(jpki: InProcess, exchanges: list[Exchange], which: str) -> None:
    words = ("--demo", "revoke", which, "--reason", "cessation-of-operation", *YES)
    outcome = jpki(*words, typed=TYPED[which])
    found = json.loads(outcome.out)
    assert (outcome.code, found["status"], found["cause"]) == (0, "accepted", None)
    assert (found["demo"], found["test"]) == (True, False)
    assert found["server"].endswith(".invalid/")
    assert len(bytes.fromhex(found["transaction_id"])) == 16
    assert (commands(exchanges, "00200080"), commands(exchanges, "802A0080")) == (1, 1)

    secret = ["--password-stdin"] if which == "sign" else []
    checked = jpki("--demo", "check", which, *secret, "--json", typed=TYPED[which])
    verdict = json.loads(checked.out)
    assert (verdict["verdict"], verdict["reason"]) == ("revoked", "cessationOfOperation")

    again = jpki("--demo", "revoke", which, *YES, typed=TYPED[which])
    found = json.loads(again.out)
    assert (again.code, found["status"], found["cause"]) == (1, "refused", "certRevoked")


@pytest.fixture
def requested_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request for whatever certificate may still take effect."""
    monkeypatch.setattr(RequestStore, "is_open", lambda *_: True)


def test_an_earlier_request_is_named(jpki: InProcess, requested_before: None) -> None:
    del requested_before
    outcome = jpki("--demo", "--lang", "ja", "revoke", "auth", *YES, typed=AUTH)
    assert outcome.code == 0
    assert "すでに申請されています" in outcome.err
    assert json.loads(outcome.out)["status"] == "accepted"


def test_after_an_earlier_request_the_terminal_is_asked_once_more(
    jpki: InProcess, requested_before: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del requested_before
    answers = iter([True, False])
    sent: list[object] = []
    monkeypatch.setattr(revoke, "_require_answer", lambda _arguments: None)
    monkeypatch.setattr(revoke, "confirmed", lambda _question: next(answers))
    monkeypatch.setattr(revoke, "_sent", lambda *_: sent.append(1))
    outcome = jpki("--demo", "revoke", "auth", "--password-stdin", typed=AUTH)
    assert (outcome.code, outcome.out, sent) == (8, b"", [])


def test_demo_in_words(jpki: InProcess) -> None:
    outcome = jpki("--demo", "--lang", "ja", "revoke", "auth", *YES[:2], typed=AUTH)
    assert outcome.code == 0
    lines = outcome.text.splitlines()
    assert lines[0].startswith("テスト用")
    assert "失効申請が受理されました" in lines
    for label in ("申請番号", "シリアル番号（16進数）", "シリアル番号（10進数）"):
        assert label in outcome.text


def test_test_card_is_named(jpki: InProcess) -> None:
    words = ("--demo", "--demo-card", "jlis-test", "revoke", "auth", *YES)
    assert json.loads(jpki(*words, typed=AUTH).out)["test"] is True


def test_wrong_password_sends_nothing(jpki: InProcess, exchanges: list[Exchange]) -> None:
    outcome = jpki("--demo", "revoke", "auth", *YES, typed=b"9999\n")
    assert outcome.code == 4
    assert commands(exchanges, "802A0080") == 0


# --- before anything is sent --------------------------------------------------------------------


def code_of(outcome: Outcome) -> str:
    code: str = json.loads(outcome.err)["error"]["code"]
    return code


def test_nobody_said_yes(jpki: InProcess, exchanges: list[Exchange]) -> None:
    outcome = jpki("--demo", "revoke", "auth", "--password-stdin", "--json", typed=AUTH)
    assert (outcome.code, code_of(outcome)) == (2, "JD-1902")
    assert exchanges == []


def test_no_server_is_set(program: Program) -> None:
    outcome = program("revoke", "auth", *YES, typed=AUTH)
    assert (outcome.code, code_of(outcome)) == (2, "JD-1701")


@pytest.mark.parametrize(
    ("words", "exit_code", "error"),
    [
        (("--server", "ftp://x/", "--trust", "x"), 2, "JD-1701"),
        (("--server", "https://x/"), 2, "JD-1701"),
        (("--trust", "x.pem"), 2, "JD-1701"),
        (("--server", "https://x/", "--trust", "absent.pem"), 7, "JD-1302"),
        (("--reason", "keyCompromise"), 2, "JD-1902"),
    ],
)
def test_words_that_cannot_be_meant(
    program: Program, words: tuple[str, ...], exit_code: int, error: str
) -> None:
    outcome = program("revoke", "auth", *words, *YES, typed=AUTH)
    assert (outcome.code, code_of(outcome)) == (exit_code, error)


@pytest.mark.parametrize("answer", [b"\n", b"n\n", b"maybe\n", b"\x04"])
def test_a_terminal_is_told_and_asked_and_no_is_the_default(
    own_folders: Path, demo_state: Path, answer: bytes
) -> None:
    leader, follower = pty.openpty()
    command = [JPKI, "--demo", "--lang", "ja", "revoke", "auth"]
    with subprocess.Popen(
        command, stdin=follower, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        os.close(follower)
        os.write(leader, answer)
        out, err = process.communicate(timeout=PATIENCE)
    os.close(leader)
    said = err.decode()
    assert (process.returncode, out) == (8, b"")
    for part in ("0570-783-578", "050-3818-1250", "紛失した", "一時保留を解除", "取り消せません"):
        assert part in said
    assert "利用者証明用電子証明書の失効を申請しますか？（はい＝y、いいえ＝n）" in said
    assert said.startswith("テスト用")


def test_a_terminal_is_told_who_can_read_along(
    own_folders: Path, demo_state: Path, tmp_path: Path
) -> None:
    trust = write_certificate(tmp_path / "ca.pem", pki.make_authority().x509)
    leader, follower = pty.openpty()
    words = ("revoke", "sign", "--server", "http://a.example/", "--trust", trust)
    with subprocess.Popen(
        [JPKI, "--demo", "--lang", "ja", *words], stdin=follower, stderr=subprocess.PIPE
    ) as process:
        os.close(follower)
        os.write(leader, b"n\n")
        _, err = process.communicate(timeout=PATIENCE)
    os.close(leader)
    assert process.returncode == 8
    assert "氏名・住所・生年月日・性別" in err.decode()


# --- over the private service -------------------------------------------------------------------


@pytest.fixture
def card(make_reader: Callable[..., VirtualReader]) -> Iterator[VirtualReader]:
    reader = make_reader()
    reader.insert()
    yield reader
    reader.remove()
    wait_for_card(reader.name, present=False)


@pytest.fixture
def inside(pcscd: PrivatePcscd, own_folders: Path) -> Program:
    """`jpki` inside the network of the private service, where the servers are."""

    def run(*words: str, typed: bytes = b"") -> Outcome:
        done = subprocess.run(
            pcscd.command(JPKI, *words),
            input=typed,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env=os.environ | {"no_proxy": "*", "XDG_DATA_HOME": str(own_folders / "data")},
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Outcome(done.returncode, done.stdout, done.stderr.decode())

    return run


class Servers:
    """openssl as CMP server and as OCSP responder of the card's own authority."""

    def __init__(self, pcscd: PrivatePcscd, reader: VirtualReader, folder: Path) -> None:
        self._pcscd, self._folder = pcscd, folder
        self._processes: list[subprocess.Popen[bytes]] = []
        pem = (reader.state_dir / "keys" / "demo-auth-ca.pem").read_bytes()
        key = serialization.load_pem_private_key(pem, None)
        assert isinstance(key, rsa.RSAPrivateKey)
        der = (reader.state_dir / "authority" / "demo-auth-ca.der").read_bytes()
        self._authority = pki.Authority(key, x509.load_der_x509_certificate(der))
        holder = (reader.state_dir / "cards" / "mynumber-auth.der").read_bytes()
        self._holder = x509.load_der_x509_certificate(holder)
        self.trust = write_certificate(folder / "ca.pem", self._authority.x509)

    def cmp(self, *more: str) -> str:
        server = make_server(self._authority)
        files = (
            *("-srv_cert", write_certificate(self._folder / "server.pem", server.x509)),
            *("-srv_key", write_key(self._folder / "server.key", server.key)),
            *("-rsp_cert", write_certificate(self._folder / "holder.pem", self._holder)),
        )
        return self._start(20801, "cmp", *files, "-srv_trusted", self.trust, *more)

    def ocsp(self) -> str:
        line = f"V\t350101000000Z\t\t{self._holder.serial_number:08X}\tunknown\t/CN=x\n"
        (self._folder / "index.txt").write_text(line)
        key = write_key(self._folder / "ca.key", self._authority.key)
        signer = ("-rsigner", self.trust, "-rkey", key, "-CA", self.trust)
        return self._start(20802, "ocsp", "-index", str(self._folder / "index.txt"), *signer)

    def _start(self, port: int, *words: str) -> str:
        command = self._pcscd.command("openssl", words[0], "-port", str(port), *words[1:])
        nowhere = subprocess.DEVNULL
        self._processes.append(
            subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere)
        )
        deadline = datetime.now(UTC) + timedelta(seconds=10)
        while (
            f":{port} "
            not in subprocess.run(
                self._pcscd.command("ss", "-Hltn"), capture_output=True, text=True, check=True
            ).stdout
        ):
            assert datetime.now(UTC) < deadline
        return f"http://127.0.0.1:{port}/"

    def close(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait(5)


@pytest.fixture
def servers(pcscd: PrivatePcscd, card: VirtualReader, tmp_path: Path) -> Iterator[Servers]:
    assert shutil.which("openssl"), "make setup installs openssl"
    found = Servers(pcscd, card, tmp_path)
    yield found
    found.close()


def verdict(inside: Program, servers: Servers, ocsp: str) -> tuple[int, str]:
    outcome = inside("check", "auth", "--ca", servers.trust, "--ocsp", ocsp, "--json")
    return outcome.code, json.loads(outcome.out)["verdict"]


@pytest.mark.pcsc
@pytest.mark.peer
@pytest.mark.parametrize(
    ("more", "code", "status", "cause", "then"),
    [
        ((), 0, "accepted", None, (1, "revocation_requested")),
        (("-pkistatus", "3"), 6, "pending", None, (1, "revocation_requested")),
        (("-send_unprotected",), 6, "unknown", "unprotected", (1, "revocation_requested")),
        (("-pkistatus", "2", "-failure", "4"), 1, "refused", "badCertId", (0, "valid")),
    ],
)
def test_from_the_card_to_a_server_of_others(
    card: VirtualReader,
    inside: Program,
    servers: Servers,
    *,
    more: tuple[str, ...],
    code: int,
    status: str,
    cause: str | None,
    then: tuple[int, str],
) -> None:
    ocsp, url = servers.ocsp(), servers.cmp(*more)
    assert verdict(inside, servers, ocsp) == (0, "valid")
    before = len(card.trace())
    words = ("revoke", "auth", "--reason", "superseded", "--server", url, "--trust", servers.trust)
    outcome = inside(*words, *YES, typed=AUTH)
    found = json.loads(outcome.out)
    assert (outcome.code, found["status"], found["cause"]) == (code, status, cause)
    assert (found["server"], found["reason"]) == (url, "superseded")
    trace = card.trace()[before:]
    verifies = [one for one in trace if one["header"] == "00200080" and one["sent"] > 5]
    assert len(verifies) == 1
    assert len([one for one in trace if one["header"] == "802A0080"]) == 1
    # In another process, from what is on the disk.
    assert verdict(inside, servers, ocsp) == then


@pytest.mark.pcsc
def test_nobody_at_the_server(card: VirtualReader, inside: Program, servers: Servers) -> None:
    words = ("revoke", "auth", "--server", "http://127.0.0.1:20899/", "--trust", servers.trust)
    outcome = inside(*words, *YES, typed=AUTH)
    found = json.loads(outcome.out)
    assert (outcome.code, found["status"], found["cause"]) == (6, "unknown", "not-reached")
    assert found["sent_at"] is None
