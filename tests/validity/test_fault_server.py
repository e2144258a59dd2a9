"""Whatever a server does wrong: never "valid", never past the deadline, memory flat."""

import ssl
import threading
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.errors import CancelledError, NetworkError
from jpki_desktop.network import NetworkDoor, NeverStops, Proxy, ProxyMode, StopToken, Times
from jpki_desktop.operations.check_validity import no_progress
from jpki_desktop.validity import check
from jpki_desktop.validity.check import Sources, Subject
from jpki_desktop.validity.fetch import Asking
from jpki_desktop.validity.kept_lists import KeptLists
from jpki_desktop.validity.ocsp import OcspPolicy
from jpki_desktop.validity.result import Cause, Verdict, VerdictWord
from jpki_desktop.validity.trust import TrustChoice
from support import fault_server as faults
from support import pki
from support.fault_server import Act, FaultServer
from support.pki import AnswerPlan
from validity.conftest import write_certificate, write_key

CA = pki.make_authority()
HOLDER = pki.make_holder(CA)
DEADLINE = 1.0
# A busy machine is late; whoever waits for the server waits for ever.
LATEST = 10 * DEADLINE
DIRECT = Proxy(ProxyMode.NONE)
PARSED = pki.parsed(HOLDER)
TRUST = TrustChoice(given=(CA.certificate,))

GOOD = AnswerPlan()
REVOKED = AnswerPlan(
    status=ocsp.OCSPCertStatus.REVOKED, revoked_at=pki.NOW, reason=x509.ReasonFlags.superseded
)
HOLD = replace(REVOKED, reason=x509.ReasonFlags.certificate_hold)


def answering(plan: AnswerPlan) -> Callable[[bytes], bytes]:
    def answer(body: bytes) -> bytes:
        if not body:
            return b""
        request = ocsp.load_der_ocsp_request(body)
        nonce = request.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
        now = datetime.now(UTC).replace(microsecond=0)
        fresh = {"this_update": now, "next_update": now + timedelta(minutes=30), "nonce": nonce}
        return pki.make_answer(HOLDER, CA, CA, replace(plan, **fresh))  # type: ignore[arg-type]

    return answer


def ask(
    url: str, stop: StopToken | None = None, times: Times | None = None, proxy: Proxy = DIRECT
) -> Verdict:
    door = NetworkDoor(proxy, times or Times(DEADLINE, DEADLINE))
    asking = Asking(
        door,
        lambda: datetime.now(UTC),
        stop or NeverStops(),
        no_progress,
        OcspPolicy(),
        KeptLists(),
    )
    return check.check_validity(Subject(PARSED), TRUST, Sources(ocsp_url=url), asking)


FAULTS: dict[str, tuple[Act, str]] = {
    "no answer": (faults.no_answer, "timeout"),
    "stall in the body": (faults.stall_in_body, "timeout"),
    "one octet at a time": (faults.one_octet_at_a_time, "timeout"),
    "endless headers": (faults.endless_headers, ""),
    "header of 50 MB": (faults.large_header, "protocol"),
    "endless trailers": (faults.endless_trailers, "too-large"),
    "endless 100 Continue": (faults.endless_continue, "too-large"),
    "500": (faults.status(b"500 Oops"), "http-status"),
    "503": (faults.status(b"503 Busy"), "http-status"),
    "404": (faults.status(b"404 None"), "http-status"),
    "204": (faults.status(b"204 No Content"), "http-status"),
    "206": (faults.status(b"206 Partial"), "http-status"),
    "page": (faults.page, "content-type"),
    "wrong type": (faults.wrong_type, "content-type"),
    "garbage": (faults.garbage, "protocol"),
    "100 MB": (faults.huge, "too-large"),
    "100 MB without a length": (faults.huge_without_length, "too-large"),
    "100 MB in chunks": (faults.huge_in_chunks, "too-large"),
    "gzip bomb": (faults.bomb, "content-coding"),
    "gzip": (faults.packed, "content-coding"),
    "301": (faults.redirect(b"301 Moved"), "redirect"),
    "302": (faults.redirect(b"302 Found"), "redirect"),
    "307": (faults.redirect(b"307 Again"), "redirect"),
    "308 to a file": (faults.redirect(b"308 Moved", b"file:///etc/passwd"), "redirect"),
    "closed at once": (faults.close_at_once, "closed"),
    "closed in the headers": (faults.close_in_headers, ""),
    "closed in the body": (faults.close_in_body, "closed"),
    "cut chunk": (faults.cut_chunk, "closed"),
}


def untouched() -> None:
    """What the same client makes of honest servers; without it, silence would look fine."""
    for plan, word in (
        (GOOD, VerdictWord.VALID),
        (REVOKED, VerdictWord.REVOKED),
        (HOLD, VerdictWord.ON_HOLD),
    ):
        with FaultServer(faults.honest, answering(plan)) as server:
            assert ask(server.url).word is word


@pytest.mark.parametrize("name", FAULTS)
def test_fault(name: str) -> None:
    act, cause = FAULTS[name]
    untouched()
    with FaultServer(act, answering(GOOD)) as server:
        tracemalloc.start()
        begin = time.monotonic()
        verdict = ask(server.url)
        taken = time.monotonic() - begin
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert verdict.word is VerdictWord.UNCHECKED
    assert verdict.decisive is not None
    assert verdict.decisive.cause is Cause.NETWORK
    assert verdict.decisive.detail.startswith(cause)
    assert taken < LATEST
    assert peak < 10_000_000


def fetch(url: str) -> Verdict:
    """As `ask`, with a revocation list at the address."""
    asking = Asking(
        NetworkDoor(DIRECT, Times(DEADLINE, DEADLINE)),
        lambda: datetime.now(UTC),
        NeverStops(),
        no_progress,
        OcspPolicy(),
        KeptLists(),
    )
    return check.check_validity(Subject(PARSED), TRUST, Sources(lists=(url,)), asking)


EMPTY_LIST, NAMING_LIST, HOLDING_LIST = (
    pki.make_list(CA, entries)
    for entries in (
        [],
        [pki.Entry(HOLDER.serial_number)],
        [pki.Entry(HOLDER.serial_number, reason=x509.ReasonFlags.certificate_hold)],
    )
)


@pytest.mark.parametrize("redirects", [0, 1, 3])
@pytest.mark.parametrize(
    ("der", "word"),
    [
        (EMPTY_LIST, VerdictWord.VALID),
        (NAMING_LIST, VerdictWord.REVOKED),
        (HOLDING_LIST, VerdictWord.ON_HOLD),
    ],
)
def test_honest_lists(der: bytes, word: VerdictWord, redirects: int) -> None:
    with FaultServer(faults.list_after(redirects), lambda _: der) as server:
        assert fetch(server.url).word is word


LIST_FAULTS = {
    **{name: act for name, (act, _) in FAULTS.items() if not name.startswith(("30", "wrong"))},
    "four redirects": faults.list_after(4),
    "redirect to a file": faults.redirect(b"302 Found", b"file:///etc/passwd"),
    "redirect to itself": faults.redirect(b"302 Found", b"/ocsp"),
    "empty": faults.empty,
}


@pytest.mark.parametrize("name", LIST_FAULTS)
def test_fault_of_a_list(name: str) -> None:
    with FaultServer(LIST_FAULTS[name], lambda _: EMPTY_LIST) as server:
        begin = time.monotonic()
        tracemalloc.start()
        verdict = fetch(server.url)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        taken = time.monotonic() - begin
    assert verdict.word is VerdictWord.UNCHECKED
    assert taken < LATEST
    assert peak < 10_000_000


@pytest.mark.parametrize("act", [faults.empty, faults.page_that_claims_to_be_an_answer])
def test_content_that_is_no_answer(act: Act) -> None:
    with FaultServer(act, answering(GOOD)) as server:
        verdict = ask(server.url)
    assert verdict.word is VerdictWord.UNCHECKED
    assert verdict.decisive is not None
    assert verdict.decisive.cause is Cause.MALFORMED


@pytest.mark.parametrize("act", [faults.honest, faults.honest_in_chunks, faults.late])
def test_honest_servers(act: Act) -> None:
    with FaultServer(act, answering(GOOD)) as server:
        assert ask(server.url).word is VerdictWord.VALID
    head = server.requests[0].partition(b"\r\n\r\n")[0]
    assert head.startswith(b"POST /ocsp HTTP/1.1\r\n")
    assert b"Content-Type: application/ocsp-request" in head
    assert b"Accept-Encoding: identity" in head


def test_what_is_sent_only_once_is_waited_for_longer() -> None:
    left = threading.Event()
    with FaultServer(faults.late, lambda _: b"late") as server:
        door = NetworkDoor(DIRECT, Times(exchange=0.1, only_once=20))
        send = partial(
            door.post,
            server.url,
            b"x",
            content_type="a/b",
            accept=faults.OCSP_TYPE.decode(),
            limit=10,
            stop=NeverStops(),
        )
        with pytest.raises(NetworkError, match="timeout"):
            send()
        assert send(leaving=left.set) == b"late"
    assert left.is_set()


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://127.0.0.1/", "scheme"),
        ("gopher://127.0.0.1/", "scheme"),
        ("http://", "url"),
        ("http://user:pw@127.0.0.1/", "url"),
        ("http://127.0.0.1:99999/", "url"),
        ("http://127.0.0.1:1/", "unreachable"),
        ("http://no-such-host.invalid/", "address"),
        ("http://[::1/", "url"),
        ("http://127.0.0.1:1/\r\nX: y", "unreachable"),
        ("", "scheme"),
    ],
)
def test_addresses(url: str, cause: str) -> None:
    with pytest.raises(Exception, match=cause):
        NetworkDoor(DIRECT, Times(3, 3)).post(
            url, b"x", content_type="a/b", accept="a/b", limit=10, stop=NeverStops()
        )


def test_giving_up_ends_a_silent_conversation_at_once() -> None:
    token = CancelToken()
    with FaultServer(faults.no_answer, answering(GOOD)) as server:
        threading.Timer(0.3, token.cancel).start()
        begin = time.monotonic()
        with pytest.raises(CancelledError):
            ask(server.url, token, Times(30, 30))
        assert time.monotonic() - begin < LATEST


def test_a_proxy_gets_the_whole_address() -> None:
    with FaultServer(faults.honest, answering(GOOD)) as server:
        proxy = Proxy(
            ProxyMode.MANUAL, f"127.0.0.1:{server.port}", lambda _: bytearray(b"taro:secret")
        )
        verdict = ask("http://ocsp.test.invalid/a?b", proxy=proxy)
    assert verdict.word is VerdictWord.VALID
    head = server.requests[0]
    assert head.startswith(b"POST http://ocsp.test.invalid/a?b HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic dGFybzpzZWNyZXQ=" in head


@pytest.mark.parametrize(
    ("status", "cause"),
    [(b"407 Who are you", "proxy-login"), (b"403 No", "proxy")],
)
def test_a_proxy_that_refuses_a_tunnel(status: bytes, cause: str) -> None:
    with FaultServer(faults.status(status), lambda _: b"") as server:
        proxy = Proxy(ProxyMode.MANUAL, f"127.0.0.1:{server.port}")
        verdict = ask("https://ocsp.test.invalid/", proxy=proxy)
    assert verdict.decisive is not None
    assert verdict.decisive.detail.split()[0] == cause
    assert server.requests[0].startswith(b"CONNECT ocsp.test.invalid:443 HTTP/1.1\r\n")


def test_system_proxy_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultServer(faults.honest, answering(GOOD)) as server:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
        monkeypatch.delenv("no_proxy", raising=False)
        verdict = ask("http://ocsp.test.invalid/", proxy=Proxy(ProxyMode.SYSTEM))
    assert verdict.word is VerdictWord.VALID


def test_account_is_wiped() -> None:
    buffer = bytearray(b"taro:secret")
    with FaultServer(faults.honest, answering(GOOD)) as server:
        proxy = Proxy(ProxyMode.MANUAL, f"127.0.0.1:{server.port}", lambda _: buffer)
        ask("http://ocsp.test.invalid/", proxy=proxy)
    assert not any(buffer)


# --- TLS ----------------------------------------------------------------------------------------


def tls_server(folder: Path, name: str) -> ssl.SSLContext:
    """A server's certificate by an authority of its own, whose certificate lies in `folder`."""
    authority = pki.make_authority(pki.directory("TLS"), key=pki.rsa_key("tls"))
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(name))])
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    extensions = [(names, False), (purpose, False), (pki.authority_key(authority.key), False)]
    certificate = pki.make_holder(authority, key=pki.rsa_key("server"), extensions=extensions)
    write_certificate(folder / "authority.pem", authority.x509)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(
        write_certificate(folder / "server.pem", certificate),
        write_key(folder / "server.key", pki.rsa_key("server")),
    )
    return context


@pytest.mark.parametrize(
    ("name", "trusted", "cause"),
    [
        ("127.0.0.1", True, None),
        ("127.0.0.1", False, "tls-certificate"),
        ("127.0.0.2", True, "tls-certificate"),
    ],
)
def test_https_is_checked_with_the_systems_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, cause: str | None, *, trusted: bool
) -> None:
    context = tls_server(tmp_path, name)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    with FaultServer(faults.honest, answering(GOOD), tls=context) as server:
        verdict = ask(server.url)
    assert verdict.decisive is not None
    assert verdict.word is (VerdictWord.UNCHECKED if cause else VerdictWord.VALID)
    assert cause is None or verdict.decisive.detail.startswith(cause)


def test_https_that_never_answers_the_greeting() -> None:
    with FaultServer(faults.no_answer, answering(GOOD)) as server:
        begin = time.monotonic()
        verdict = ask(server.url.replace("http:", "https:"))
    assert time.monotonic() - begin < LATEST
    assert verdict.word is VerdictWord.UNCHECKED
