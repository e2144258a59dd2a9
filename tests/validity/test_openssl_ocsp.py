"""`jpki check` against `openssl ocsp`, which we did not write, in a network of its own."""

import itertools
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509 import ocsp

from jpki_desktop.validity.ocsp import OcspPolicy, judge_answer, make_question
from jpki_desktop.validity.result import Cause, RevocationState, Source, SourceKind
from support import pki
from support.network_namespace import NetworkNamespace
from support.pki import Authority
from validity.conftest import Check, write_certificate, write_key

pytestmark = pytest.mark.peer

CA = pki.make_authority()
HOLDER = pki.make_holder(CA)
SERIAL = f"{HOLDER.serial_number:08X}"
PORTS = itertools.count(20200)

Serve = Callable[..., str]


def index(line: str) -> str:
    return f"{line}\t{SERIAL}\tunknown\t/C=JP/CN=sample\n"


GOOD = index("V\t350101000000Z\t")


def revoked(reason: str) -> str:
    return index(f"R\t350101000000Z\t260301020304Z,{reason}")


@pytest.fixture
def serve(namespace: NetworkNamespace, tmp_path: Path) -> Iterator[Serve]:
    """Start a responder and return its address; one a test, since an idle client blocks it."""
    servers = []

    def start(content: str, signer: Authority = CA, *more: str, authority: Authority = CA) -> str:
        port = next(PORTS)
        (tmp_path / "index.txt").write_text(content)
        write_certificate(tmp_path / "authority.pem", authority.x509)
        write_certificate(tmp_path / "signer.pem", signer.x509)
        write_key(tmp_path / "signer.key", signer.key)
        server = namespace.start(
            *("openssl", "ocsp", "-index", str(tmp_path / "index.txt"), "-port", str(port)),
            *("-rsigner", str(tmp_path / "signer.pem"), "-rkey", str(tmp_path / "signer.key")),
            *("-CA", str(tmp_path / "authority.pem"), *more),
        )
        servers.append(server)
        namespace.wait_for_port(port)
        return f"http://127.0.0.1:{port}/"

    yield start
    for server in servers:
        server.kill()
        server.wait(5)


@pytest.fixture
def ask(check_inside: Check, tmp_path: Path) -> Callable[[str], dict[str, object]]:
    holder = write_certificate(tmp_path / "holder.pem", HOLDER)
    authority = write_certificate(tmp_path / "ca.pem", CA.x509)
    return lambda url: check_inside(holder, "--ca", authority, "--ocsp", url)


Ask = Callable[[str], dict[str, object]]


@pytest.mark.parametrize("minutes", [(), ("-nmin", "5"), ("-ndays", "1")])
def test_good(serve: Serve, ask: Ask, minutes: tuple[str, ...]) -> None:
    url = serve(GOOD, CA, *minutes)
    found = ask(url)
    assert (found["verdict"], found["trust"], found["exit"]) == ("valid", "given", 0)
    assert found["source"] == f"ocsp {url}"
    assert found["cause"] is None


def test_good_by_a_delegate(serve: Serve, ask: Ask) -> None:
    assert ask(serve(GOOD, pki.make_delegate(CA)))["verdict"] == "valid"


def test_good_by_a_delegate_named_by_key(serve: Serve, ask: Ask) -> None:
    assert ask(serve(GOOD, pki.make_delegate(CA), "-resp_key_id"))["verdict"] == "valid"


@pytest.mark.parametrize(
    "reason",
    ["keyCompromise", "superseded", "affiliationChanged", "cessationOfOperation"],
)
def test_revoked(serve: Serve, ask: Ask, reason: str) -> None:
    found = ask(serve(revoked(reason)))
    assert (found["verdict"], found["reason"], found["exit"]) == ("revoked", reason, 1)
    assert found["revoked_at"] == "2026-03-01T11:03:04+09:00"


def test_on_hold(serve: Serve, ask: Ask) -> None:
    found = ask(serve(revoked("holdInstruction,holdInstructionReject")))
    assert (found["verdict"], found["exit"]) == ("on_hold", 1)


def test_unknown(serve: Serve, ask: Ask) -> None:
    found = ask(serve(GOOD.replace(SERIAL, "01")))
    assert (found["verdict"], found["exit"]) == ("unknown", 6)


@pytest.mark.parametrize(
    ("make", "cause"),
    [
        (lambda: pki.make_delegate(CA, purposes=()), "responder-not-authorised"),
        (lambda: pki.make_delegate(CA, no_check=False), "responder-not-authorised"),
        (lambda: pki.make_authority(key=pki.rsa_key("other")), "responder-not-authorised"),
        (lambda: pki.make_delegate(pki.make_authority(key=pki.rsa_key("other"))), None),
        (lambda: Authority(pki.rsa_key("holder"), HOLDER), "responder-not-authorised"),
    ],
)
def test_wrong_signer(
    serve: Serve, ask: Ask, make: Callable[[], Authority], cause: str | None
) -> None:
    found = ask(serve(GOOD, make()))
    assert (found["verdict"], found["exit"]) == ("unchecked", 6)
    assert cause is None or found["cause"] == cause


def test_stale(tmp_path: Path) -> None:
    """An answer of two hours ago, made by openssl under another clock."""
    request = ocsp.OCSPRequestBuilder().add_certificate(HOLDER, CA.x509, hashes.SHA1())  # noqa: S303
    (tmp_path / "request").write_bytes(request.build().public_bytes(serialization.Encoding.DER))
    (tmp_path / "index.txt").write_text(GOOD)
    subprocess.run(
        [
            *("faketime", "-f", "-2h", "openssl", "ocsp", "-index", str(tmp_path / "index.txt")),
            *("-rsigner", write_certificate(tmp_path / "ca.pem", CA.x509)),
            *("-rkey", write_key(tmp_path / "ca.key", CA.key), "-CA", str(tmp_path / "ca.pem")),
            *("-reqin", str(tmp_path / "request"), "-respout", str(tmp_path / "answer")),
            *("-nmin", "30"),
        ],
        check=True,
        capture_output=True,
    )
    question = make_question(pki.parsed(HOLDER), CA.certificate, b"x" * 32, OcspPolicy())
    answer, source = (tmp_path / "answer").read_bytes(), Source(SourceKind.OCSP)
    now = datetime.now(UTC)
    judge = partial(judge_answer, answer, question, source, policy=OcspPolicy())
    assert judge(now=now).cause is Cause.STALE
    assert judge(now=now - timedelta(hours=2)).state is RevocationState.GOOD


@pytest.mark.parametrize("offset", ["+1h", "-1h"])
def test_wrong_clock_of_this_computer(
    serve: Serve, check_inside: Check, tmp_path: Path, offset: str
) -> None:
    url = serve(GOOD)
    holder = write_certificate(tmp_path / "holder.pem", HOLDER)
    authority = write_certificate(tmp_path / "ca.pem", CA.x509)
    found = check_inside(holder, "--ca", authority, "--ocsp", url, clock=offset)
    assert (found["verdict"], found["cause"], found["exit"]) == ("unchecked", "clock", 6)


def test_an_authority_that_it_does_not_serve(serve: Serve, ask: Ask) -> None:
    other = pki.make_authority(pki.directory("Other"), key=pki.rsa_key("other"))
    found = ask(serve(GOOD, other, authority=other))
    assert found["verdict"] in ("unchecked", "unknown")
    assert found["exit"] == 6


def test_nobody_there(ask: Ask) -> None:
    found = ask("http://127.0.0.1:20199/")
    assert (found["verdict"], found["cause"], found["exit"]) == (
        "unchecked",
        "network: unreachable Connection refused",
        6,
    )
