"""The operation over a card in this process: one VERIFY, one signature, sent once or not at all."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from jpki_desktop import environment
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, PasswordKind
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CancelledError,
    CardChangedError,
    CardGoneError,
    CertificateFileError,
    LastTryError,
    NetworkError,
    RequestNotKeptError,
    RevocationServerError,
    SigningError,
    WrongPasswordError,
)
from jpki_desktop.network import (
    Leaving,
    NetworkDoor,
    NeverStops,
    Proxy,
    ProxyMode,
    Times,
    unheard,
)
from jpki_desktop.operations.check_validity import CheckChoice, check_validity
from jpki_desktop.operations.look_at_passwords import look_at_passwords
from jpki_desktop.operations.request_revocation import (
    configured_server,
    prepare_request,
    send_request,
    server_from,
)
from jpki_desktop.operations.show_certificate import read_open_certificate
from jpki_desktop.revocation_request import requests
from jpki_desktop.revocation_request.model import (
    RequestState,
    RevocationReason,
    Server,
    SignedRequest,
)
from jpki_desktop.revocation_request.requests import RememberedRequest, RequestStore
from jpki_desktop.settings import InstallationSecret, SettingsStore
from jpki_desktop.validity.check import Subject
from jpki_desktop.validity.result import Verdict, VerdictWord
from support import cmp, pki
from support import fault_server as faults
from support.cmp import Plan, make_answer, make_request, make_server
from support.fault_server import Act, FaultServer
from support.in_process_cards import InProcessCards, InProcessReader

AUTH, SIGN = PasswordKind.AUTH, PasswordKind.SIGN
RIGHT = {AUTH: "1234", SIGN: "ABC123"}
CA = pki.make_authority()
SERVER = make_server(CA)
TARGET = Server("http://revoke.test.invalid/", (SERVER.certificate,))
VERIFY, SIGNATURE = "00200080", "802A0080"


def now() -> datetime:
    return datetime.now(UTC)


def prepare(
    reader: InProcessReader,
    kind: PasswordKind,
    text: str = "",
    before: Callable[[], None] = lambda: None,
    *,
    confirmed: bool = False,
) -> SignedRequest:
    cards = InProcessCards(reader)
    look = look_at_passwords(cards, reader.name, CancelToken())
    password = Password.from_text(text or RIGHT[kind], MY_NUMBER_CARD.passwords[kind])
    before()
    try:
        return prepare_request(
            cards,
            now,
            look,
            password,
            RevocationReason.SUPERSEDED,
            TARGET,
            CancelToken(),
            last_try_confirmed=confirmed,
        )
    finally:
        assert password.wiped


def sent(reader: InProcessReader, header: str) -> int:
    return sum(line["header"] == header and line["sent"] > 5 for line in reader.trace())


@pytest.fixture
def reader(own_reader: InProcessReader) -> InProcessReader:
    own_reader.insert()
    return own_reader


# --- the card -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", PasswordKind)
def test_one_verify_and_one_signature(reader: InProcessReader, kind: PasswordKind) -> None:
    signed = prepare(reader, kind)
    assert (sent(reader, VERIFY), sent(reader, SIGNATURE)) == (1, 1)
    contents = reader.contents
    der = contents.auth_certificate if kind is AUTH else contents.sign_certificate
    assert signed.certificate.der == der
    # Logged out: another application was selected last.
    assert reader.trace()[-1]["header"] == "00A4040C"


def test_a_card_that_answers_in_parts(reader: InProcessReader) -> None:
    reader.quirk("61xx")
    prepare(reader, AUTH)
    assert (sent(reader, VERIFY), sent(reader, SIGNATURE)) == (1, 1)


def test_wrong_password(reader: InProcessReader) -> None:
    with pytest.raises(WrongPasswordError) as caught:
        prepare(reader, SIGN, "ZZZ999")
    assert caught.value.tries_left == 4
    assert (sent(reader, VERIFY), sent(reader, SIGNATURE)) == (1, 0)


def test_last_try(reader: InProcessReader) -> None:
    reader.tries("auth", 1)
    with pytest.raises(LastTryError):
        prepare(reader, AUTH)
    assert sent(reader, VERIFY) == 0
    prepare(reader, AUTH, confirmed=True)


def test_another_card(reader: InProcessReader) -> None:
    with pytest.raises(CardChangedError):
        prepare(reader, AUTH, before=lambda: reader.persona("long"))
    assert sent(reader, VERIFY) == 0


def test_card_taken_away_at_the_signature(reader: InProcessReader) -> None:
    with pytest.raises(CardGoneError):
        prepare(reader, AUTH, before=lambda: reader.fault("gone sign 1"))
    assert sent(reader, SIGNATURE) <= 1


def test_a_signature_of_another_key(
    reader: InProcessReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card whose certificate and key do not belong together sends nothing to anybody."""
    foreign = pki.make_holder(CA).public_bytes(Encoding.DER)
    files = {CertificateFile.AUTH: foreign, CertificateFile.AUTH_CA: CA.der}
    monkeypatch.setattr(
        "jpki_desktop.card.jpki_session.JpkiSession.read_certificate",
        lambda _self, which: files[which],
    )
    with pytest.raises(SigningError) as caught:
        prepare(reader, AUTH)
    assert caught.value.reason == "signature"


def test_a_key_that_no_card_is_known_to_sign_with(
    reader: InProcessReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = pki.make_holder(CA, key=pki.ec_key("card"))
    monkeypatch.setattr(
        "jpki_desktop.card.jpki_session.JpkiSession.read_certificate",
        lambda _self, _which: foreign.public_bytes(Encoding.DER),
    )
    with pytest.raises(SigningError) as caught:
        prepare(reader, AUTH)
    assert caught.value.reason == "key"
    assert sent(reader, SIGNATURE) == 0


# --- sending ------------------------------------------------------------------------------------


@dataclass
class Wire:
    """A network that notes what is sent and answers as it is told; `reached`: anything leaves."""

    answer: Callable[[bytes], bytes]
    reached: bool = True
    bodies: list[bytes] = field(default_factory=list)
    words: dict[str, Any] = field(default_factory=dict)

    def post(self, url: str, body: bytes, *, leaving: Leaving = unheard, **words: Any) -> bytes:
        self.bodies.append(body)
        if self.reached:
            leaving()
        self.words = words | {"url": url}
        return self.answer(body)

    def download(self, *_: Any, **__: Any) -> None:
        raise AssertionError

    def directory_value(self, *_: Any, **__: Any) -> bytes:
        raise AssertionError


HOLDER = pki.make_holder(CA)


@pytest.fixture
def signed() -> SignedRequest:
    return make_request(HOLDER, pki.rsa_key("holder"), SERVER.x509)


def failing(fault: Exception) -> Callable[[bytes], bytes]:
    def answer(_: bytes) -> bytes:
        raise fault

    return answer


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def world(tmp_path: Path) -> Environment:
    return Environment(
        InProcessCards(),
        now,
        SettingsStore(None),
        requests=RequestStore(tmp_path / "requests.json", InstallationSecret(None)),
    )


def test_accepted(world: Environment, signed: SignedRequest) -> None:
    wire = Wire(lambda _: make_answer(signed, SERVER, Plan()))
    receipt = send_request(replace(world, network=wire), signed, NeverStops())
    assert (receipt.state, receipt.cause) == (RequestState.ACCEPTED, "")
    assert wire.bodies == [signed.message]
    assert wire.words["content_type"] == wire.words["accept"] == "application/pkixcmp"
    assert wire.words["limit"] == 64 * 1024
    assert receipt.answered_at is not None
    assert world.requests.requests()[0].state is RequestState.ACCEPTED


def test_remembered_before_it_leaves(world: Environment, signed: SignedRequest) -> None:
    seen: list[RememberedRequest] = []

    def answer(_: bytes) -> bytes:
        seen.extend(world.requests.requests())
        return b""

    send_request(replace(world, network=Wire(answer)), signed, NeverStops())
    assert [one.state for one in seen] == [RequestState.UNKNOWN]


@pytest.mark.parametrize(
    ("fault", "reached", "cause", "remembered"),
    [
        (NetworkError("timeout"), True, "no-answer", 1),
        (NetworkError("closed"), True, "no-answer", 1),
        (NetworkError("http-status", "500"), True, "no-answer", 1),
        # A proxy that took the request itself.
        (NetworkError("proxy-login", "proxy:8080"), True, "no-answer", 1),
        (CancelledError(), True, "given-up", 1),
        (NetworkError("unreachable"), False, "not-reached", 0),
        (NetworkError("timeout"), False, "not-reached", 0),
        # One that opened no tunnel to the server.
        (NetworkError("proxy-login", "proxy:8080"), False, "not-reached", 0),
    ],
)
def test_no_answer_is_unknown_and_never_sent_again(
    world: Environment,
    signed: SignedRequest,
    fault: Exception,
    cause: str,
    remembered: int,
    *,
    reached: bool,
) -> None:
    wire = Wire(failing(fault), reached)
    receipt = send_request(replace(world, network=wire), signed, NeverStops())
    assert (receipt.state, receipt.cause, receipt.answered_at) == (
        RequestState.UNKNOWN,
        cause,
        None,
    )
    assert receipt.was_sent is reached
    assert len(wire.bodies) == 1
    assert len(world.requests.requests()) == remembered


SHORT = NetworkDoor(Proxy(ProxyMode.NONE), Times(only_once=0.5))


@pytest.mark.parametrize(
    ("scheme", "cause", "remembered"), [("http", "no-answer", 1), ("https", "not-reached", 0)]
)
def test_silence_before_the_request_and_after_it(
    world: Environment, signed: SignedRequest, scheme: str, cause: str, remembered: int
) -> None:
    """With https it is the greeting of TLS that nobody answers."""
    with FaultServer(faults.no_answer, lambda _: b"") as silent:
        url = silent.url.replace("http", scheme)
        elsewhere = replace(signed, server=replace(signed.server, url=url))
        receipt = send_request(replace(world, network=SHORT), elsewhere, NeverStops())
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, cause)
    assert len(world.requests.requests()) == remembered


@pytest.mark.parametrize(("scheme", "cause"), [("http", "no-answer"), ("https", "not-reached")])
def test_a_proxy_that_opens_no_tunnel_has_let_nothing_through(
    world: Environment, signed: SignedRequest, scheme: str, cause: str
) -> None:
    """Over http the request itself goes to the proxy, which may have passed it on."""
    with FaultServer(faults.status(b"407 Who are you"), lambda _: b"") as proxy:
        door = NetworkDoor(Proxy(ProxyMode.MANUAL, f"127.0.0.1:{proxy.port}"), Times(only_once=0.5))
        elsewhere = replace(signed, server=replace(signed.server, url=f"{scheme}://cmp.example/"))
        receipt = send_request(replace(world, network=door), elsewhere, NeverStops())
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, cause)
    assert len(world.requests.requests()) == (cause == "no-answer")


@pytest.mark.parametrize(
    "act",
    [
        *(faults.close_at_once, faults.close_in_body, faults.garbage, faults.page),
        *(faults.huge, faults.huge_in_chunks, faults.bomb, faults.redirect(b"307 Again")),
        *(faults.redirect(b"302 Found"), faults.redirect(b"308 Moved")),
    ],
)
def test_whatever_the_server_does_the_request_leaves_once(
    world: Environment, signed: SignedRequest, act: Act
) -> None:
    with FaultServer(act, lambda _: b"") as server:
        elsewhere = replace(signed, server=replace(signed.server, url=server.url))
        receipt = send_request(replace(world, network=SHORT), elsewhere, NeverStops())
    assert (receipt.state, receipt.cause) == (RequestState.UNKNOWN, "no-answer")
    assert len(server.requests) == 1
    assert world.requests.is_open(signed.certificate, now())


def test_given_up_while_the_connection_is_made(world: Environment, signed: SignedRequest) -> None:
    wire = Wire(failing(CancelledError()), reached=False)
    with pytest.raises(CancelledError):
        send_request(replace(world, network=wire), signed, NeverStops())
    assert world.requests.requests() == ()


def test_an_answer_that_it_was_revoked_before_is_held_against_it(
    world: Environment, signed: SignedRequest
) -> None:
    """A responder that says good after that has not heard of it."""
    wire = Wire(lambda _: make_answer(signed, SERVER, Plan(body=cmp.response(cmp.status(2, 10)))))
    receipt = send_request(replace(world, network=wire), signed, NeverStops())
    assert (receipt.state, receipt.cause) == (RequestState.REFUSED, "certRevoked")
    assert world.requests.is_open(signed.certificate, now() + 30 * pki.DAY)


def test_refused_is_not_held_against_the_certificate(
    world: Environment, signed: SignedRequest
) -> None:
    body = cmp.response(cmp.status(2, 23, "no"))
    wire = Wire(lambda _: make_answer(signed, SERVER, Plan(body=body)))
    receipt = send_request(replace(world, network=wire), signed, NeverStops())
    assert (receipt.state, receipt.cause, receipt.text) == (
        RequestState.REFUSED,
        "notAuthorized",
        "no",
    )
    assert world.requests.requests() == ()


def test_nothing_is_sent_on_a_full_disk(
    world: Environment, signed: SignedRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "replace_file", full_disk)
    wire = Wire(lambda _: b"")
    with pytest.raises(RequestNotKeptError) as caught:
        send_request(replace(world, network=wire), signed, NeverStops())
    assert "No space left" in caught.value.reason
    assert wire.bodies == []


def test_given_up_before_it_is_sent(world: Environment, signed: SignedRequest) -> None:
    token = CancelToken()
    token.cancel()
    wire = Wire(lambda _: b"")
    with pytest.raises(CancelledError):
        send_request(replace(world, network=wire), signed, token)
    assert (wire.bodies, world.requests.requests()) == ([], ())


def test_a_result_that_cannot_be_kept(
    world: Environment,
    signed: SignedRequest,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The receipt still says what is known; the memory says unknown."""

    def answer(_: bytes) -> bytes:
        monkeypatch.setattr(requests, "replace_file", full_disk)
        return make_answer(signed, SERVER, Plan())

    receipt = send_request(replace(world, network=Wire(answer)), signed, NeverStops())
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert receipt.state is RequestState.ACCEPTED
    assert world.requests.requests()[0].state is RequestState.UNKNOWN


# --- servers ------------------------------------------------------------------------------------


PORTS = ("https://x:99999/", "https://x:0/", "https://x:port/")


@pytest.mark.parametrize(
    "url", ["", "ftp://x/", "revoke.example.jp", "http://", "http://u:p@x/", *PORTS]
)
def test_addresses_that_cannot_be_used(url: str) -> None:
    with pytest.raises(RevocationServerError) as caught:
        server_from(url, "x.pem")
    assert caught.value.reason == "address"


def test_without_a_signer() -> None:
    with pytest.raises(RevocationServerError) as caught:
        server_from("https://revoke.example.jp/", "")
    assert caught.value.reason == "trust"
    with pytest.raises(CertificateFileError):
        server_from("https://revoke.example.jp/", "absent.pem")


def test_the_server_of_the_settings(world: Environment, tmp_path: Path) -> None:
    assert configured_server(world) is None
    (tmp_path / "ca.der").write_bytes(CA.der)
    settings = world.settings
    settings.change(cmp_url="https://revoke.example.jp/", cmp_trust=str(tmp_path / "ca.der"))
    assert configured_server(world) == Server("https://revoke.example.jp/", (CA.certificate,))


# --- the demo -----------------------------------------------------------------------------------


def checked(world: Environment, signed: SignedRequest) -> Verdict:
    which = CertificateFile(signed.certificate.kind.value)
    authority = {AUTH: CertificateFile.AUTH_CA, SIGN: CertificateFile.SIGN_CA}
    seen = read_open_certificate(
        world.cards, environment.DEMO_READER, authority[PasswordKind(which.value)], CancelToken()
    )
    subject = Subject(signed.certificate)
    return check_validity(world, subject, (seen,), CheckChoice(), NeverStops())


@pytest.mark.parametrize("kind", PasswordKind)
def test_the_demo_revokes_and_says_so(
    kind: PasswordKind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    world = environment.demo()
    server = configured_server(world)
    assert server is not None
    assert server.demo

    def ask() -> SignedRequest:
        look = look_at_passwords(world.cards, environment.DEMO_READER, CancelToken())
        password = Password.from_text(RIGHT[kind], MY_NUMBER_CARD.passwords[kind])
        make = partial(prepare_request, world.cards, world.clock, look, password)
        reason = RevocationReason.CESSATION_OF_OPERATION
        return make(reason, server, CancelToken(), last_try_confirmed=False)

    signed = ask()
    assert checked(world, signed).word is VerdictWord.VALID
    receipt = send_request(world, signed, NeverStops())
    assert (receipt.state, receipt.demo) == (RequestState.ACCEPTED, True)
    assert len(world.requests.requests()) == 1
    verdict = checked(world, signed)
    assert verdict.word is VerdictWord.REVOKED
    assert verdict.decisive is not None
    assert verdict.decisive.revocation is not None
    assert verdict.decisive.revocation.reason == "cessationOfOperation"
    # What the authority says is all that is needed from now on.
    assert world.requests.requests() == ()
    again = send_request(world, ask(), NeverStops())
    assert (again.state, again.cause) == (RequestState.REFUSED, "certRevoked")


@pytest.mark.parametrize(
    ("plan", "word"),
    [
        (Plan(), VerdictWord.REVOCATION_REQUESTED),
        (Plan(body=cmp.response(cmp.status(3))), VerdictWord.REVOCATION_REQUESTED),
        (Plan(protected=False), VerdictWord.REVOCATION_REQUESTED),
        (Plan(body=cmp.response(cmp.status(2, 2))), VerdictWord.VALID),
        (Plan(body=cmp.response(cmp.status(2, 10))), VerdictWord.REVOCATION_REQUESTED),
    ],
)
def test_an_open_request_stands_against_a_good_answer(
    plan: Plan, word: VerdictWord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    world = environment.demo()
    look = look_at_passwords(world.cards, environment.DEMO_READER, CancelToken())
    password = Password.from_text("1234", MY_NUMBER_CARD.passwords[AUTH])
    make = partial(prepare_request, world.cards, world.clock, look, password)
    signed = make(RevocationReason.UNSPECIFIED, TARGET, CancelToken(), last_try_confirmed=False)
    wire = Wire(lambda _: make_answer(signed, SERVER, plan))
    send_request(replace(world, network=wire), signed, NeverStops())
    assert checked(world, signed).word is word
