"""Verdicts in words: something for every state, and only "valid" in the good tone."""

from datetime import UTC, datetime

import pytest

from jpki_desktop.validity.result import (
    Cause,
    Evidence,
    Nonce,
    PathFault,
    PathResult,
    PathState,
    Revocation,
    RevocationState,
    Source,
    SourceKind,
    Trust,
    Verdict,
    VerdictWord,
)
from jpki_desktop.wording.validity import (
    Tone,
    consent_question,
    describe_verdict,
    evidence_rows,
    status_line,
    trust_banner,
    trust_name,
    verdict_rows,
    verdict_title,
)
from jpki_desktop.wording.validity_causes import cause_text, path_fault_text, reason_text
from support import pki

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
HOLDER = pki.parsed(pki.make_holder(pki.make_authority()))
OCSP = Source(SourceKind.OCSP, "http://ocsp.test.invalid/")
REVOKED = Revocation(NOW, "affiliationChanged")


def verdict(
    path: PathState = PathState.OK,
    revocation: RevocationState = RevocationState.GOOD,
    *evidence: Evidence,
    fault: PathFault | None = None,
    trust: Trust | None = Trust.JPKI,
) -> Verdict:
    return Verdict(PathResult(path, fault, trust), revocation, evidence, NOW)


def all_verdicts() -> list[Verdict]:
    found = []
    for path in PathState:
        fault = None if path is PathState.OK else PathFault.SIGNATURE
        found.append(verdict(path, RevocationState.UNCHECKED, fault=fault))
    for state in RevocationState:
        revocation = REVOKED if state.value in ("revoked", "on_hold") else None
        cause = Cause.STALE if state is RevocationState.UNCHECKED else None
        found.append(
            verdict(PathState.OK, state, Evidence(OCSP, state, cause, revocation=revocation))
        )
    return found


@pytest.mark.parametrize(
    "one", all_verdicts(), ids=lambda one: f"{one.path.state} {one.revocation}"
)
def test_every_verdict_has_words(one: Verdict) -> None:
    text = describe_verdict(one, HOLDER)
    assert text.title
    assert text.next_step
    assert (text.tone is Tone.GOOD) is (one.word is VerdictWord.VALID)
    assert verdict_title(one.word) in status_line(one)


def test_titles_differ() -> None:
    titles = [verdict_title(word) for word in VerdictWord]
    assert len(set(titles)) == len(titles)


def test_what_could_not_be_checked_is_neither_good_nor_bad() -> None:
    for cause in Cause:
        failed = Evidence(OCSP, RevocationState.UNCHECKED, cause, "timeout")
        text = describe_verdict(verdict(PathState.OK, RevocationState.UNCHECKED, failed), HOLDER)
        assert text.tone is Tone.UNKNOWN
        assert text.explanation == cause_text(failed)
        assert text.next_step


def test_an_own_request_is_said_with_what_could_not_be_checked() -> None:
    state = RevocationState.REQUESTED
    good = verdict(PathState.OK, state, Evidence(OCSP, RevocationState.GOOD))
    failed = Evidence(OCSP, RevocationState.UNCHECKED, Cause.NETWORK, "timeout")
    told, silent = (
        describe_verdict(one, HOLDER) for one in (good, verdict(PathState.OK, state, failed))
    )
    assert told.title == silent.title
    assert "does not show it as revoked yet" in told.explanation
    assert "does not show" not in silent.explanation
    assert cause_text(failed) in silent.explanation
    assert told.next_step == silent.next_step
    assert silent.tone is Tone.WARNING


@pytest.mark.parametrize("cause", Cause)
def test_after_an_own_request_nothing_sounds_like_sending_it_again(cause: Cause) -> None:
    state = RevocationState.REQUESTED
    failed = Evidence(OCSP, RevocationState.UNCHECKED, cause, "timeout")
    step = describe_verdict(verdict(PathState.OK, state, failed), HOLDER).next_step
    assert "second time" in step
    assert "ry again" not in step


def test_every_cause_fault_and_trust_has_words_of_its_own() -> None:
    causes = [
        cause_text(Evidence(OCSP, RevocationState.UNCHECKED, cause, "tls")) for cause in Cause
    ]
    faults = [path_fault_text(fault) for fault in PathFault]
    names = [trust_name(trust) for trust in Trust]
    for texts in (causes, faults, names):
        assert len(set(texts)) == len(texts)


def test_network_causes_are_told_apart() -> None:
    def text(detail: str) -> str:
        return cause_text(Evidence(OCSP, RevocationState.UNCHECKED, Cause.NETWORK, detail))

    assert text("timeout") != text("unreachable Connection refused") != text("proxy-login 407")


def test_a_strange_reason_is_shown_without_its_tricks() -> None:
    assert reason_text("a\u202eb") == "a⟨U+202E⟩b"


def test_an_outdated_revocation_is_told() -> None:
    past = Evidence(OCSP, RevocationState.UNCHECKED, Cause.STALE, revocation=REVOKED)
    text = describe_verdict(verdict(PathState.OK, RevocationState.UNCHECKED, past), HOLDER)
    assert reason_text("affiliationChanged") in text.explanation


def test_only_jpki_itself_has_no_banner_and_no_name_in_the_status() -> None:
    assert trust_banner(verdict()) == ""
    assert trust_banner(verdict(trust=Trust.DEMO))
    assert trust_banner(verdict(trust=Trust.JPKI_TEST))
    for trust in Trust:
        named = trust_name(trust) in status_line(verdict(trust=trust))
        assert named is (trust is not Trust.JPKI)


def test_rows_tell_everything() -> None:
    good = Evidence(
        OCSP,
        RevocationState.GOOD,
        this_update=NOW,
        next_update=NOW,
        produced_at=NOW,
        nonce=Nonce.ABSENT,
        signer="issuer",
    )
    rows = verdict_rows(verdict(PathState.OK, RevocationState.GOOD, good))
    assert len(rows) == 3 + len(evidence_rows(good)) == 10
    assert all(label and value for label, value in rows)


def test_consent_says_what_is_at_stake() -> None:
    assert "registered verifiers" in consent_question()
    assert "without encryption" in consent_question()
