"""`jpki check` against certomancer, a whole authority that we did not write, in its own network.

Its certificates are an organisation's: `--ca` names the authority. Whatever a test asks, it asks
the same server for an untouched certificate as well, which must be valid.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jpki_desktop.certificate.japanese_calendar import JST
from support.certomancer_server import (
    CERTOMANCER,
    REVOKED_AT,
    CertomancerServer,
    make_certificates,
)
from support.network_namespace import NetworkNamespace
from validity.conftest import Check

pytestmark = pytest.mark.peer

STOPPED, RUNNING, PAST = 20400, 20401, 20402

Found = dict[str, object]
Ask = Callable[..., list[Found]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not CERTOMANCER.exists():
        pytest.fail("make setup installs what is missing here: certomancer")
    found = tmp_path_factory.mktemp("certomancer")
    make_certificates(found, STOPPED)
    return found


@pytest.fixture(scope="module")
def server(namespace: NetworkNamespace, folder: Path) -> Iterator[CertomancerServer]:
    """A server whose clock stands at a whole second: see `test_fractions_of_a_second`."""
    found = CertomancerServer(namespace, folder, STOPPED, datetime.now(UTC))
    yield found
    found.close()


@pytest.fixture
def ask(check_inside: Check, server: CertomancerServer, folder: Path) -> Ask:
    """Ask about certificates, all at once, and about one that must be valid."""

    def run(*questions: tuple[str, ...], authority: str = "root") -> list[Found]:
        def one(question: tuple[str, ...], trusted: str = authority) -> Found:
            name, *words = question
            return check_inside(
                certificate(folder, name), "--ca", certificate(folder, trusted), *words
            )

        with ThreadPoolExecutor() as pool:
            untouched = pool.submit(one, ("good", "--ocsp", server.ocsp("delegate")), "root")
            found = list(pool.map(one, questions))
        assert_valid(untouched.result())
        return found

    return run


def certificate(folder: Path, name: str) -> str:
    architecture = "unlisted" if name == "unlisted" else "sample"
    return str(folder / architecture / f"{name}.cert.pem")


def assert_valid(found: Found) -> None:
    assert (found["verdict"], found["trust"], found["exit"]) == ("valid", "given", 0)
    assert found["cause"] is None


def assert_unchecked(found: Found, cause: str) -> None:
    said = (found["verdict"], found["cause"], found["exit"])
    assert said == ("unchecked", cause, 6), found["source"]
    assert (found["path"], found["revocation"]) == ("ok", "unchecked")


# --- verdicts -----------------------------------------------------------------------------------


def test_good(ask: Ask, server: CertomancerServer) -> None:
    """By the authority itself, a delegate, an answer without nextUpdate, lists, and both kinds."""
    delegate, whole = ("--ocsp", server.ocsp("delegate")), ("--crl", server.crl("whole"))
    sources = [
        ("--ocsp", server.ocsp("issuer")),
        ("--ocsp", server.ocsp("without-next-update")),
        whole,
        ("--crl", server.crl("users")),
        ("--crl", server.crl("whole", pem=True)),
        (*delegate, *whole),
    ]
    found = ask(*(("good", *words) for words in sources))
    for one in found:
        assert_valid(one)
    named = [f"{words[0].removeprefix('--')} {words[1]}" for words in sources]
    assert [one["source"] for one in found] == named


def test_revoked(ask: Ask, server: CertomancerServer) -> None:
    """Responders and lists give the same verdict, reason and date."""
    reasons = {
        "key-compromise": ("revoked", "keyCompromise"),
        "affiliation-changed": ("revoked", "affiliationChanged"),
        "without-reason": ("revoked", "unspecified"),
        "on-hold": ("on_hold", "certificateHold"),
    }
    sources = [
        ("--ocsp", server.ocsp("delegate")),
        ("--crl", server.crl("whole")),
        # A source that cannot be believed takes nothing back.
        ("--ocsp", server.ocsp("stranger-as-issuer"), "--crl", server.crl("users")),
    ]
    asked = [(name, *words) for name in reasons for words in sources]
    moment = REVOKED_AT.astimezone(JST).isoformat(timespec="seconds")
    for (name, *_), one in zip(asked, ask(*asked), strict=True):
        assert (one["verdict"], one["reason"], one["exit"]) == (*reasons[name], 1)
        assert (one["revoked_at"], one["path"]) == (moment, "ok")


def test_places_that_the_certificate_names(ask: Ask, server: CertomancerServer) -> None:
    good, on_hold = ask(("good",), ("on-hold",))
    assert_valid(good)
    assert good["source"] == f"ocsp {server.ocsp('delegate')}"
    assert (on_hold["verdict"], on_hold["exit"]) == ("on_hold", 1)


# --- certificates that it does not answer for ---------------------------------------------------


def test_a_certificate_that_it_does_not_know(ask: Ask, server: CertomancerServer) -> None:
    """It refuses (`unauthorized`) where others say `unknown`: never valid either way."""
    (found,) = ask(("unlisted", "--ocsp", server.ocsp("delegate")))
    assert_unchecked(found, "responder-refused")


def test_another_authority_of_the_same_number(ask: Ask, server: CertomancerServer) -> None:
    """The serial number is that of the certificate that is good: only the issuer differs."""
    for found in ask(
        ("of-other", "--ocsp", server.ocsp("delegate")), ("of-other", "--crl", server.crl("whole"))
    ):
        assert (found["verdict"], found["reason"]) == ("untrusted", "unknown-authority")
        assert found["exit"] == 1


def test_another_authority_that_is_trusted(ask: Ask, server: CertomancerServer) -> None:
    by_answer, by_list = ask(
        ("of-other", "--ocsp", server.ocsp("delegate")),
        ("of-other", "--crl", server.crl("whole")),
        authority="other",
    )
    assert_unchecked(by_answer, "responder-refused")
    assert_unchecked(by_list, "issuer")


# --- what is signed by the wrong one, and what we read more strictly ------------------------------


def test_wrong_responders(ask: Ask, server: CertomancerServer) -> None:
    """What they answer is `good`, and `revoked` for the last: neither is believed.

    All are wrong by RFC 6960 4.2.2.2 but `without-nocheck`: by 4.2.2.2.1 a client may look up
    whether the responder's own certificate is revoked. We do not (decision 0011).
    """
    causes = [
        ("good", "stranger-as-issuer", "signature"),
        ("good", "stranger-as-delegate", "signature"),
        ("good", "holder", "responder-not-authorised"),
        ("good", "other-authority", "responder-not-authorised"),
        ("good", "of-other", "responder-not-authorised"),
        ("good", "without-purpose", "responder-not-authorised"),
        ("good", "without-nocheck", "responder-not-authorised"),
        ("key-compromise", "stranger-as-issuer", "signature"),
    ]
    found = ask(*((name, "--ocsp", server.ocsp(label)) for name, label, _ in causes))
    for one, (_, _, cause) in zip(found, causes, strict=True):
        assert_unchecked(one, cause)


def test_wrong_lists(ask: Ask, server: CertomancerServer) -> None:
    """Signed by a stranger; or right, and of a kind that does not answer the question alone.

    A list of another distribution point, and one of authorities, leave the certificate out by
    right. Indirect lists and lists of some reasons are refused (decision 0011), also where they
    name the certificate.
    """
    causes = [
        ("good", "stranger", "signature"),
        ("good", "indirect", "issuer"),
        ("good", "authorities", "partition"),
        ("good", "elsewhere", "partition"),
        ("good", "some-reasons", "unsupported"),
        ("key-compromise", "stranger", "signature"),
        ("key-compromise", "indirect", "issuer"),
        ("key-compromise", "some-reasons", "unsupported"),
    ]
    found = ask(*((name, "--crl", server.crl(label)) for name, label, _ in causes))
    for one, (_, _, cause) in zip(found, causes, strict=True):
        assert_unchecked(one, cause)


def test_a_partial_list_beside_a_good_answer(ask: Ask, server: CertomancerServer) -> None:
    """What the authority signed and we do not understand speaks against `good` (decision 0011)."""
    partial = ("--crl", server.crl("some-reasons"))
    (found,) = ask(("good", "--ocsp", server.ocsp("delegate"), *partial))
    assert_unchecked(found, "unsupported")


def test_fractions_of_a_second(ask: Ask, namespace: NetworkNamespace, folder: Path) -> None:
    """As it is shipped, certomancer writes times of answers with fractions of a second.

    RFC 5280 4.1.2.5.2, which RFC 6960 4.2.2.1 takes over, forbids them, and `cryptography` does not
    read them: the answer is malformed, whatever it says. Times of its lists are whole, so these
    are believed. The other tests stop the server's clock, which is all that differs here.
    """
    running = CertomancerServer(namespace, folder, RUNNING)
    try:
        good, revoked, by_list = ask(
            ("good", "--ocsp", running.ocsp("delegate")),
            ("key-compromise", "--ocsp", running.ocsp("issuer")),
            ("good", "--crl", running.crl("whole")),
        )
    finally:
        running.close()
    assert_unchecked(good, "malformed")
    assert_unchecked(revoked, "malformed")
    assert_valid(by_list)


def test_a_server_of_three_days_ago(
    ask: Ask, namespace: NetworkNamespace, folder: Path, server: CertomancerServer
) -> None:
    """It repeats our nonce, so one of the two clocks is wrong; its lists are simply outdated.

    An outdated list is no verdict, even where it names the certificate. Where it does not, it takes
    nothing from a current answer; an answer under a wrong clock does (decision 0011).
    """
    past = CertomancerServer(namespace, folder, PAST, datetime.now(UTC) - timedelta(days=3))
    answer, outdated = ("--ocsp", past.ocsp("delegate")), ("--crl", past.crl("whole"))
    try:
        by_answer, by_list, listed, beside_answer, beside_list = ask(
            ("good", *answer),
            ("good", *outdated),
            ("key-compromise", *outdated),
            ("good", "--ocsp", server.ocsp("delegate"), *outdated),
            ("good", *answer, "--crl", server.crl("whole")),
        )
    finally:
        past.close()
    assert_unchecked(by_answer, "clock")
    assert_unchecked(by_list, "stale")
    assert_unchecked(listed, "stale")
    assert_valid(beside_answer)
    assert_unchecked(beside_list, "clock")
