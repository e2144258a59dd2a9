"""What several sources say together, who is asked, and who is not."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.errors import CancelledError, NetworkError
from jpki_desktop.network import Leaving, NeverStops, Progress, StopToken, unheard
from jpki_desktop.operations.check_validity import no_progress
from jpki_desktop.validity import check
from jpki_desktop.validity.check import Sources, Subject, combined
from jpki_desktop.validity.fetch import Asking
from jpki_desktop.validity.kept_lists import KeptLists
from jpki_desktop.validity.ocsp import OcspPolicy
from jpki_desktop.validity.result import (
    Cause,
    Evidence,
    PathFault,
    PathState,
    Revocation,
    RevocationState,
    Source,
    SourceKind,
    Trust,
    Verdict,
    VerdictWord,
)
from jpki_desktop.validity.trust import TrustChoice
from support import pki
from support.pki import DAY, HOUR, NOW, AnswerPlan, Authority, Entry, make_answer, make_list

CA = pki.make_authority()
HOLDER = pki.make_holder(CA)
GIVEN = TrustChoice(given=(CA.certificate,))
URL = "http://ocsp.test.invalid/"
LIST = "http://crl.test.invalid/a.crl"
SERVER = "ldap.test.invalid"
REVOKED = AnswerPlan(status=ocsp.OCSPCertStatus.REVOKED, revoked_at=NOW - DAY)
HOLD = replace(REVOKED, reason=x509.ReasonFlags.certificate_hold)
UNKNOWN = AnswerPlan(status=ocsp.OCSPCertStatus.UNKNOWN)


@dataclass
class FakeNetwork:
    """Answers what it was given, and remembers who was asked."""

    plan: AnswerPlan | NetworkError | None = None
    lists: dict[str, bytes] = field(default_factory=dict)
    issuer: Authority = CA
    holder: x509.Certificate = HOLDER
    asked: list[str] = field(default_factory=list)

    def post(
        self,
        url: str,
        body: bytes,
        *,
        content_type: str,
        accept: str,
        limit: int,
        stop: StopToken,
        leaving: Leaving = unheard,
    ) -> bytes:
        del content_type, accept, limit, leaving
        stop.check()
        self.asked.append(url)
        if not isinstance(self.plan, AnswerPlan):
            raise self.plan or NetworkError("unreachable")
        request = ocsp.load_der_ocsp_request(body)
        nonce = request.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
        return make_answer(self.holder, self.issuer, self.issuer, replace(self.plan, nonce=nonce))

    def download(
        self, url: str, target: BinaryIO, *, limit: int, stop: StopToken, progress: Progress
    ) -> None:
        del limit, stop, progress
        self.asked.append(url)
        if url not in self.lists:
            raise NetworkError("http-status", "404")
        target.write(self.lists[url])

    def directory_value(
        self, server: str, name: str, attribute: str, *, limit: int, stop: StopToken
    ) -> bytes:
        del limit, stop
        self.asked.append(f"{server} {name} {attribute}")
        if server not in self.lists:
            raise NetworkError("not-found")
        return self.lists[server]


def run(
    network: FakeNetwork,
    sources: Sources | None = None,
    *,
    trust: TrustChoice = GIVEN,
    holder: Certificate | None = None,
    between: tuple[Certificate, ...] = (),
    requested: bool = False,
    kept: KeptLists | None = None,
    stop: StopToken | None = None,
) -> Verdict:
    asking = Asking(
        network,
        lambda: NOW,
        stop or NeverStops(),
        no_progress,
        OcspPolicy(),
        kept or KeptLists(),
    )
    subject = Subject(holder or pki.parsed(network.holder), between, requested)
    return check.check_validity(subject, trust, sources or Sources(), asking)


@pytest.mark.parametrize(
    ("plan", "word"),
    [
        (AnswerPlan(), VerdictWord.VALID),
        (REVOKED, VerdictWord.REVOKED),
        (HOLD, VerdictWord.ON_HOLD),
        (UNKNOWN, VerdictWord.UNKNOWN),
        (NetworkError("timeout"), VerdictWord.UNCHECKED),
        (replace(AnswerPlan(), this_update=NOW - DAY, next_update=NOW - HOUR), "unchecked"),
    ],
)
def test_responder_named_by_the_certificate(
    plan: AnswerPlan | NetworkError, word: VerdictWord
) -> None:
    network = FakeNetwork(plan)
    assert run(network).word == word
    assert network.asked == [URL]


def test_verdict_names_trust_source_and_moment() -> None:
    verdict = run(FakeNetwork(AnswerPlan()))
    assert verdict.path.trust is Trust.GIVEN
    assert verdict.decisive is not None
    assert verdict.decisive.source == Source(SourceKind.OCSP, URL)
    assert verdict.as_of == AnswerPlan().this_update


@pytest.mark.parametrize(
    ("plan", "word", "cause"),
    [
        (AnswerPlan(), VerdictWord.REVOCATION_REQUESTED, None),
        (None, VerdictWord.REVOCATION_REQUESTED, Cause.NETWORK),
        (REVOKED, VerdictWord.REVOKED, None),
        (HOLD, VerdictWord.ON_HOLD, None),
        (UNKNOWN, VerdictWord.UNKNOWN, None),
    ],
)
def test_own_request_holds_until_the_authority_says_more(
    plan: AnswerPlan | None, word: VerdictWord, cause: Cause | None
) -> None:
    verdict = run(FakeNetwork(plan), requested=True)
    assert verdict.word is word
    assert verdict.decisive is not None
    assert verdict.decisive.cause is cause


def test_own_request_does_not_hide_what_a_path_says() -> None:
    late = pki.parsed(pki.make_holder(CA, start=NOW - 9 * DAY, end=NOW - DAY))
    assert run(FakeNetwork(None), holder=late, requested=True).word is VerdictWord.EXPIRED
    nobody = TrustChoice()
    assert run(FakeNetwork(None), trust=nobody, requested=True).word is VerdictWord.UNTRUSTED


def test_an_answer_explains_a_request_better_than_a_failure_beside_it() -> None:
    sources = Sources(ocsp_url=URL, lists=("http://lists.test.invalid/absent.crl",))
    verdict = run(FakeNetwork(AnswerPlan()), sources, requested=True)
    assert verdict.word is VerdictWord.REVOCATION_REQUESTED
    assert verdict.decisive is not None
    assert verdict.decisive.state is RevocationState.GOOD


# --- several sources ---------------------------------------------------------------------------

S = Source(SourceKind.CRL)
GOOD = Evidence(S, RevocationState.GOOD)
BAD = Evidence(S, RevocationState.REVOKED)
HELD = Evidence(S, RevocationState.ON_HOLD)
NOT_KNOWN = Evidence(S, RevocationState.UNKNOWN)
FAILED = Evidence(S, RevocationState.UNCHECKED, Cause.NETWORK)
CLOCK = Evidence(S, RevocationState.UNCHECKED, Cause.CLOCK)
DELTA = Evidence(S, RevocationState.UNCHECKED, Cause.UNSUPPORTED, "delta")
PAST = Evidence(S, RevocationState.UNCHECKED, Cause.STALE, revocation=Revocation(NOW, "superseded"))


@pytest.mark.parametrize(
    ("evidence", "state"),
    [
        ((), RevocationState.UNCHECKED),
        ((GOOD,), RevocationState.GOOD),
        ((GOOD, GOOD), RevocationState.GOOD),
        ((GOOD, FAILED), RevocationState.GOOD),
        ((GOOD, BAD), RevocationState.REVOKED),
        ((GOOD, HELD), RevocationState.ON_HOLD),
        ((HELD, BAD), RevocationState.REVOKED),
        ((NOT_KNOWN, GOOD), RevocationState.UNKNOWN),
        ((NOT_KNOWN, BAD), RevocationState.REVOKED),
        ((NOT_KNOWN, FAILED), RevocationState.UNKNOWN),
        ((FAILED,), RevocationState.UNCHECKED),
        ((CLOCK, GOOD), RevocationState.UNCHECKED),
        ((CLOCK, BAD), RevocationState.REVOKED),
        ((PAST, GOOD), RevocationState.UNCHECKED),
        ((PAST,), RevocationState.UNCHECKED),
        ((PAST, BAD), RevocationState.REVOKED),
        ((DELTA, GOOD), RevocationState.UNCHECKED),
        ((DELTA, BAD), RevocationState.REVOKED),
    ],
)
def test_together(evidence: tuple[Evidence, ...], state: RevocationState) -> None:
    assert combined(evidence) is state
    assert combined(tuple(reversed(evidence))) is state


def test_only_a_good_path_and_a_good_answer_are_valid() -> None:
    path = run(FakeNetwork(AnswerPlan())).path
    for state in PathState:
        for revocation in RevocationState:
            verdict = Verdict(replace(path, state=state), revocation, (), NOW)
            good = state is PathState.OK and revocation is RevocationState.GOOD
            assert (verdict.word is VerdictWord.VALID) is good


def test_clock_explains_best() -> None:
    verdict = Verdict(
        run(FakeNetwork(None)).path, RevocationState.UNCHECKED, (FAILED, PAST, CLOCK), NOW
    )
    assert verdict.decisive is CLOCK


# --- lists --------------------------------------------------------------------------------------


def list_file(folder: Path, der: bytes, *, pem: bool = False) -> str:
    path = folder / "list.crl"
    if pem:
        der = x509.load_der_x509_crl(der).public_bytes(Encoding.PEM)
    path.write_bytes(der)
    return str(path)


@pytest.mark.parametrize("pem", [False, True])
@pytest.mark.parametrize(
    ("entries", "word"),
    [([], VerdictWord.VALID), ([Entry(HOLDER.serial_number)], VerdictWord.REVOKED)],
)
def test_list_from_a_file(
    tmp_path: Path, entries: list[Entry], word: VerdictWord, *, pem: bool
) -> None:
    network = FakeNetwork(AnswerPlan())
    path = list_file(tmp_path, make_list(CA, entries), pem=pem)
    assert run(network, Sources(lists=(path,))).word is word
    assert network.asked == []


def test_long_list_in_pem(tmp_path: Path) -> None:
    entries = [Entry(number) for number in range(1, 6000)]
    path = list_file(tmp_path, make_list(CA, entries), pem=True)
    assert run(FakeNetwork(), Sources(lists=(path,))).word is VerdictWord.VALID


@pytest.mark.parametrize("content", [b"", b"nothing", b"-----BEGIN X509 CRL-----\n!\n"])
def test_file_that_is_no_list(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.crl"
    path.write_bytes(content)
    verdict = run(FakeNetwork(), Sources(lists=(str(path),)))
    assert verdict.word is VerdictWord.UNCHECKED


@pytest.mark.parametrize("name", ["missing", "."])
def test_file_that_cannot_be_opened(tmp_path: Path, name: str) -> None:
    verdict = run(FakeNetwork(), Sources(lists=(str(tmp_path / name),)))
    assert verdict.decisive is not None
    assert verdict.decisive.cause is Cause.FILE


def test_responder_says_good_and_the_list_says_revoked(tmp_path: Path) -> None:
    path = list_file(tmp_path, make_list(CA, [Entry(HOLDER.serial_number)]))
    verdict = run(FakeNetwork(AnswerPlan()), Sources(ocsp_url=URL, lists=(path,)))
    assert verdict.word is VerdictWord.REVOKED
    assert len(verdict.evidence) == 2


def test_downloaded_list_is_kept_until_its_end() -> None:
    network, kept = FakeNetwork(lists={LIST: make_list(CA)}), KeptLists()
    for _ in range(3):
        assert run(network, Sources(lists=(LIST,)), kept=kept).word is VerdictWord.VALID
    assert network.asked == [LIST]
    assert kept.find(LIST, NOW + 2 * DAY) is None
    kept.close()


def test_list_that_was_not_believed_is_not_kept() -> None:
    network, kept = FakeNetwork(lists={LIST: b"garbage"}), KeptLists()
    for _ in range(2):
        run(network, Sources(lists=(LIST,)), kept=kept)
    assert network.asked == [LIST, LIST]


def test_only_the_newest_lists_are_kept() -> None:
    kept = KeptLists()
    streams = [io.BytesIO() for _ in range(10)]
    for number, stream in enumerate(streams):
        kept.keep(str(number), stream, NOW + DAY)
    assert [stream.closed for stream in streams] == [True, True, *[False] * 8]
    kept.close()
    assert all(stream.closed for stream in streams)


def test_partition_in_a_directory_when_the_responder_is_silent() -> None:
    partition = pki.partition_scope(pki.PARTITION)
    network = FakeNetwork(None, {SERVER: make_list(CA, extensions=[partition])})
    verdict = run(network, Sources(directory=SERVER))
    assert verdict.word is VerdictWord.VALID
    name = "CN=Kakuu-shi CRLDP,OU=Mihon-ken,OU=CRL Distribution Points,O=Sample Authority,C=JP"
    assert network.asked == [URL, f"{SERVER} {name} certificateRevocationList;binary"]


def test_unknown_is_not_upgraded_by_a_list() -> None:
    network = FakeNetwork(UNKNOWN, {SERVER: make_list(CA)})
    assert run(network, Sources(directory=SERVER)).word is VerdictWord.UNKNOWN


def test_list_at_an_address_of_the_certificate() -> None:
    extensions = [
        (pki.usage("digital_signature"), True),
        (pki.point(x509.UniformResourceIdentifier(LIST)), False),
    ]
    holder = pki.make_holder(CA, extensions=extensions)
    network = FakeNetwork(lists={LIST: make_list(CA)}, holder=holder)
    assert run(network).word is VerdictWord.VALID
    assert network.asked == [LIST]


def test_nothing_to_ask() -> None:
    holder = pki.make_holder(CA, extensions=[(pki.usage("digital_signature"), True)])
    verdict = run(FakeNetwork(holder=holder))
    assert verdict.decisive is not None
    assert verdict.decisive.cause is Cause.NO_SOURCE


# --- paths that need no question ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: pki.make_holder(CA, end=NOW - DAY), VerdictWord.EXPIRED),
        (lambda: pki.make_holder(CA, start=NOW + DAY), VerdictWord.NOT_YET_VALID),
        (
            lambda: pki.make_holder(pki.make_authority(key=pki.rsa_key("x"))),
            VerdictWord.UNTRUSTED,
        ),
    ],
)
def test_nobody_is_asked_about_a_bad_path(
    make: Callable[[], x509.Certificate], word: VerdictWord
) -> None:
    network = FakeNetwork(AnswerPlan(), holder=make())
    assert run(network).word is word
    assert network.asked == []


# --- JPKI's own servers -------------------------------------------------------------------------


@pytest.fixture
def pinned(monkeypatch: pytest.MonkeyPatch) -> TrustChoice:
    """Our authority in the place of a published one."""
    from jpki_desktop.validity import trust

    monkeypatch.setattr(trust, "_PINNED", {CA.certificate.sha256: trust.Purpose.AUTH})
    return TrustChoice(seen=(CA.certificate,))


def official(url: str = "http://ocspauthnorm.jpki.go.jp") -> x509.Certificate:
    return pki.make_holder(CA, extensions=pki.auth_extensions(CA, url=url))


def test_official_servers_are_asked_only_with_consent(pinned: TrustChoice) -> None:
    network = FakeNetwork(AnswerPlan(), holder=official())
    verdict = run(network, trust=pinned)
    assert verdict.word is VerdictWord.UNCHECKED
    assert verdict.decisive is not None
    assert verdict.decisive.cause is Cause.NOT_ALLOWED
    assert network.asked == []
    verdict = run(network, Sources(official_allowed=True), trust=pinned)
    assert (verdict.word, verdict.path.trust) == (VerdictWord.VALID, Trust.JPKI)


@pytest.mark.parametrize("pin", [True, False])
@pytest.mark.parametrize("url", ["http://ocspauthnorm.jpki.go.jp", "http://JPKI.go.jp./ocsp"])
def test_no_word_of_trust_stands_for_the_users_consent(
    monkeypatch: pytest.MonkeyPatch, url: str, *, pin: bool
) -> None:
    from jpki_desktop.validity import trust

    if pin:
        monkeypatch.setattr(trust, "_PINNED", {CA.certificate.sha256: trust.Purpose.AUTH})
    choices = (
        TrustChoice(given=(CA.certificate,)),
        TrustChoice(organisation=(CA.certificate,)),
    )
    for choice in choices:
        network = FakeNetwork(AnswerPlan(), holder=official(url))
        verdict = run(network, trust=choice)
        assert verdict.word is VerdictWord.UNCHECKED
        assert verdict.decisive is not None
        assert verdict.decisive.cause is Cause.NOT_ALLOWED
        assert network.asked == []
        if pin:
            # A published authority keeps its name, whoever hands it over.
            assert verdict.path.trust is Trust.JPKI


@pytest.mark.parametrize(
    "url",
    [
        "http://attacker.invalid/",
        "http://jpki.go.jp.attacker.invalid/",
        "http://attacker-jpki.go.jp/",
        "http://user@attacker.invalid/.jpki.go.jp",
    ],
)
def test_other_hosts_are_not_asked_about_a_jpki_certificate(pinned: TrustChoice, url: str) -> None:
    network = FakeNetwork(AnswerPlan(), holder=official(url))
    verdict = run(network, Sources(official_allowed=True), trust=pinned)
    assert verdict.decisive is not None
    assert verdict.decisive.cause is Cause.HOST_NOT_ALLOWED
    assert network.asked == []


def test_an_organisations_responder_needs_no_consent(pinned: TrustChoice) -> None:
    network = FakeNetwork(AnswerPlan(), holder=official())
    verdict = run(network, Sources(ocsp_url="http://own.invalid/"), trust=pinned)
    assert verdict.word is VerdictWord.VALID
    assert network.asked == ["http://own.invalid/"]


# --- levels between -----------------------------------------------------------------------------

ROOT = pki.make_authority(pki.directory("Root"), key=pki.rsa_key("root"))
MIDDLE = pki.make_authority(pki.directory("Middle"), key=pki.rsa_key("middle"), issuer=ROOT)
BELOW = pki.make_holder(MIDDLE, extensions=[(pki.usage("digital_signature"), True)])


@pytest.mark.parametrize(
    ("root_list", "word", "fault"),
    [
        ([], VerdictWord.VALID, None),
        (
            [Entry(MIDDLE.x509.serial_number)],
            VerdictWord.UNTRUSTED,
            PathFault.AUTHORITY_REVOKED,
        ),
        (None, VerdictWord.UNCHECKED, None),
    ],
)
def test_authorities_between_are_looked_up_too(
    tmp_path: Path, root_list: list[Entry] | None, word: VerdictWord, fault: PathFault | None
) -> None:
    paths = [list_file(tmp_path, make_list(MIDDLE))]
    if root_list is not None:
        (tmp_path / "root").mkdir()
        paths.append(list_file(tmp_path / "root", make_list(ROOT, root_list)))
    verdict = run(
        FakeNetwork(holder=BELOW),
        Sources(lists=tuple(paths)),
        trust=TrustChoice(given=(ROOT.certificate,)),
        between=(MIDDLE.certificate,),
    )
    assert (verdict.word, verdict.path.fault) == (word, fault)


def test_giving_up() -> None:
    class Stopped:
        cancelled = True

        def check(self) -> None:
            raise CancelledError

    with pytest.raises(CancelledError):
        run(FakeNetwork(AnswerPlan()), stop=Stopped())
