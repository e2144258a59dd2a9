"""A verdict in words: title, explanation, next step, tone, and the rows of its details.

Only VALID has the good tone. What could not be checked is never worded as good or bad.
"""

from dataclasses import dataclass
from enum import StrEnum

from jpki_desktop.certificate.model import Certificate, CertificateKind
from jpki_desktop.validity.result import (
    UNASKED,
    Cause,
    Evidence,
    Nonce,
    PathState,
    RevocationState,
    SourceKind,
    Trust,
    Verdict,
    VerdictWord,
)
from jpki_desktop.wording import dates
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls
from jpki_desktop.wording.validity_causes import cause_text, path_fault_text, reason_text


class Tone(StrEnum):
    """The colour and the icon that go with the words."""

    GOOD = "good"
    BAD = "bad"
    WARNING = "warning"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class VerdictText:
    """A verdict as a person reads it."""

    title: str
    explanation: str
    next_step: str
    tone: Tone


_TONES = {
    VerdictWord.VALID: Tone.GOOD,
    VerdictWord.REVOKED: Tone.BAD,
    VerdictWord.UNTRUSTED: Tone.BAD,
    VerdictWord.EXPIRED: Tone.BAD,
    VerdictWord.ON_HOLD: Tone.WARNING,
    VerdictWord.REVOCATION_REQUESTED: Tone.WARNING,
    VerdictWord.NOT_YET_VALID: Tone.WARNING,
}


# What JPKI gives as the reason when the holder's entries change, as far as is known.
_MOVING = frozenset({"affiliationChanged", "superseded"})


# Causes that asking again does not change.
_NOBODY_ASKED = (Cause.NOT_ALLOWED, Cause.REFUSED, Cause.NO_SOURCE, Cause.HOST_NOT_ALLOWED)


def describe_verdict(verdict: Verdict, certificate: Certificate) -> VerdictText:
    """Return everything that is said at once; details are `verdict_rows`."""
    word = verdict.word
    return VerdictText(
        verdict_title(word),
        _explanation(verdict, certificate),
        _next_step(verdict, certificate),
        _TONES.get(word, Tone.UNKNOWN),
    )


def verdict_title(word: VerdictWord) -> str:
    """Return the result in a few words."""
    return {
        VerdictWord.VALID: translate("validity", "Valid"),
        VerdictWord.REVOKED: translate("validity", "Revoked"),
        VerdictWord.ON_HOLD: translate("validity", "On hold"),
        VerdictWord.REVOCATION_REQUESTED: translate("validity", "Revocation requested"),
        VerdictWord.EXPIRED: translate("validity", "Period of validity has ended"),
        VerdictWord.NOT_YET_VALID: translate("validity", "Period of validity has not begun"),
        VerdictWord.UNTRUSTED: translate("validity", "Not to be trusted"),
        VerdictWord.UNKNOWN: translate("validity", "Not known to the authority"),
        VerdictWord.UNCHECKED: translate("validity", "Could not be checked"),
    }[word]


def status_line(verdict: Verdict) -> str:
    """Return one line for the certificate window and the printed sheet: result, as of, source."""
    parts = [verdict_title(verdict.word), _as_of(verdict)]
    found = verdict.decisive
    if found is not None and found.cause is None:
        parts.append(_kind_name(found.source.kind))
    if verdict.path.trust is not None and verdict.path.trust is not Trust.JPKI:
        parts.append(trust_name(verdict.path.trust))
    return translate("validity", " / ").join(parts)


def _as_of(verdict: Verdict) -> str:
    moment = dates.moment_in_japan(verdict.as_of)
    return translate("validity", "as of {moment}").format(moment=moment)


def _explanation(verdict: Verdict, certificate: Certificate) -> str:
    word = verdict.word
    if word is VerdictWord.UNTRUSTED or verdict.path.state in (
        PathState.NOT_SEEN,
        PathState.UNSUPPORTED,
    ):
        return "" if verdict.path.fault is None else path_fault_text(verdict.path.fault)
    found = verdict.decisive
    if word is VerdictWord.UNCHECKED:
        return "" if found is None else _unchecked(found)
    if word is VerdictWord.REVOCATION_REQUESTED:
        return _requested(found)
    if word in (VerdictWord.REVOKED, VerdictWord.ON_HOLD) and found and found.revocation:
        return _revoked(found)
    ends = dates.moment_in_japan(certificate.not_after)
    begins = dates.moment_in_japan(certificate.not_before)
    return {
        VerdictWord.VALID: translate(
            "validity", "The authority confirmed that this certificate can be used."
        ),
        VerdictWord.EXPIRED: translate("validity", "It could be used until {moment}.").format(
            moment=ends
        ),
        VerdictWord.NOT_YET_VALID: translate(
            "validity", "It can be used from {moment}. If that has passed, this clock is wrong."
        ).format(moment=begins),
    }.get(
        word,
        translate("validity", "The authority's server does not know this certificate."),
    )


def _revoked(found: Evidence) -> str:
    assert found.revocation is not None  # noqa: S101 - the caller has looked
    return translate("validity", "Since {moment}: {reason}.").format(
        moment=dates.moment_in_japan(found.revocation.at),
        reason=reason_text(found.revocation.reason),
    )


def _requested(found: Evidence | None) -> str:
    """Say what the authority shows of the request, or why that could not be checked."""
    if found is None or found.cause is None:
        return translate(
            "validity",
            "A request to revoke it was sent from this computer. The authority does not show it "
            "as revoked yet.",
        )
    sent = translate(
        "validity",
        "A request to revoke it was sent from this computer. Whether it is revoked by now could "
        "not be checked.",
    )
    return f"{sent} {_unchecked(found)}"


def _unchecked(found: Evidence) -> str:
    """Say the cause, and what an outdated list said."""
    text = cause_text(found)
    if found.revocation is None:
        return text
    earlier = translate("validity", "An earlier list names the certificate as revoked ({reason}).")
    return f"{text} {earlier.format(reason=reason_text(found.revocation.reason))}"


def _next_step(verdict: Verdict, certificate: Certificate) -> str:
    if verdict.word is VerdictWord.REVOKED:
        return _after_revocation(verdict, certificate)
    if verdict.word is VerdictWord.UNCHECKED:
        return _after_no_check(verdict)
    found = verdict.decisive
    if verdict.word is VerdictWord.REVOCATION_REQUESTED and found and found.cause in _NOBODY_ASKED:
        once = translate("validity", "Do not send the request a second time.")
        return f"{where_to_ask()} {once}"
    return {
        VerdictWord.VALID: translate("validity", "Nothing needs to be done."),
        VerdictWord.ON_HOLD: translate(
            "validity",
            "If you have found the card again, have the hold lifted at the municipal office. "
            "Until then it cannot be used.",
        ),
        VerdictWord.REVOCATION_REQUESTED: translate(
            "validity", "Check again later; do not send the request a second time."
        ),
        VerdictWord.EXPIRED: translate(
            "validity", "Have new certificates issued at the municipal office."
        ),
        VerdictWord.NOT_YET_VALID: translate("validity", "Check date and time of this computer."),
        VerdictWord.UNTRUSTED: _after_no_trust(verdict),
        VerdictWord.UNKNOWN: translate(
            "validity",
            "New certificates need about a day until the servers know them. "
            "If it stays like this, ask the municipal office.",
        ),
    }[verdict.word]


def _after_revocation(verdict: Verdict, certificate: Certificate) -> str:
    found = verdict.decisive
    reason = found.revocation.reason if found and found.revocation else ""
    if certificate.kind is CertificateKind.SIGN and reason in _MOVING:
        return translate(
            "validity",
            "A change of name or address ends the signature certificate, while the one for user "
            "authentication stays. The municipal office issues a new one.",
        )
    if certificate.kind in (CertificateKind.AUTH, CertificateKind.SIGN):
        return translate(
            "validity", "It cannot be used any more. The municipal office issues a new one."
        )
    return translate("validity", "It cannot be used any more. Ask who issued it.")


def _after_no_trust(verdict: Verdict) -> str:
    if verdict.path.state is PathState.MALFORMED:
        return translate("validity", "Do not rely on it. Ask who gave it to you.")
    return translate(
        "validity",
        "Do not rely on it. If the card is new, a newer version of this program may know its "
        "authority; if your organisation issued it, add its authority.",
    )


def _after_no_check(verdict: Verdict) -> str:
    if verdict.path.state is PathState.NOT_SEEN:
        return translate(
            "validity", "Lay the card on the reader, or open the authority's certificate file."
        )
    if verdict.path.state is PathState.UNSUPPORTED:
        return translate("validity", "Ask who issued it; this program cannot tell.")
    found = verdict.decisive
    cause = None if found is None else found.cause
    if cause in (Cause.CLOCK, Cause.FUTURE):
        return translate("validity", "Set date and time of this computer, then check again.")
    if cause in _NOBODY_ASKED:
        return where_to_ask()
    if cause in UNASKED:
        return translate("validity", "Check the connection and try again.")
    return translate(
        "validity", "Try again. If it stays like this, the answer is worth being reported."
    )


def where_to_ask() -> str:
    """Return where a person can ask when this program cannot."""
    return translate(
        "validity",
        "The validity check of the official user client, the municipal office, or the service "
        "where you use the certificate can tell you.",
    )


def consent_question() -> str:
    """Return what the user is asked, once, before a server of JPKI is."""
    return translate(
        "validity",
        "The servers of JPKI answer registered verifiers only, so there may be no answer. The "
        "question names your certificate by its number and travels without encryption. Ask them?",
    )


def trust_banner(verdict: Verdict) -> str:
    """Return what must stand above a result that is no official one; empty for JPKI's own."""
    if verdict.path.trust is Trust.DEMO:
        return translate(
            "validity", "Demonstration: this result comes from this program's own test authority."
        )
    if verdict.path.trust is Trust.JPKI_TEST:
        return translate("validity", "For tests: this result rests on a test authority of JPKI.")
    return ""


def trust_name(trust: Trust | None) -> str:
    """Return whose authority the result rests on."""
    return {
        Trust.JPKI: translate("validity", "JPKI"),
        Trust.JPKI_TEST: translate("validity", "test authority of JPKI"),
        Trust.ORGANISATION: translate("validity", "your organisation's authority"),
        Trust.GIVEN: translate("validity", "the authority given for this check"),
        Trust.DEMO: translate("validity", "test authority of the demonstration"),
        None: translate("validity", "nobody"),
    }[trust]


def verdict_rows(verdict: Verdict) -> list[tuple[str, str]]:
    """Return the details as labels and values: trust, moment, and each piece of evidence."""
    rows = [
        (translate("validity", "Result"), verdict_title(verdict.word)),
        (translate("validity", "Trusted authority"), trust_name(verdict.path.trust)),
        (translate("validity", "As of"), dates.moment_in_japan(verdict.as_of)),
    ]
    for evidence in verdict.evidence:
        rows += evidence_rows(evidence)
    return rows


def evidence_rows(evidence: Evidence) -> list[tuple[str, str]]:
    """Return what one source said."""
    place = escape_controls(evidence.source.place)
    rows = [
        (_kind_name(evidence.source.kind), place or translate("validity", "none")),
        (translate("validity", "Answer"), cause_text(evidence) or _state_name(evidence.state)),
    ]
    moments = (
        (translate("validity", "Answer valid from"), evidence.this_update),
        (translate("validity", "Answer valid until"), evidence.next_update),
        (translate("validity", "Answered at"), evidence.produced_at),
    )
    rows += [(label, dates.moment_in_japan(moment)) for label, moment in moments if moment]
    if evidence.nonce is not None:
        rows.append((translate("validity", "Protection against old answers"), _nonce(evidence)))
    if evidence.signer:
        rows.append((translate("validity", "Signed by"), _signer(evidence.signer)))
    return rows


def _kind_name(kind: SourceKind) -> str:
    if kind is SourceKind.OCSP:
        return translate("validity", "Responder (OCSP)")
    return translate("validity", "Revocation list (CRL)")


def _state_name(state: RevocationState) -> str:
    return {
        RevocationState.GOOD: translate("validity", "not revoked"),
        RevocationState.REVOKED: translate("validity", "revoked"),
        RevocationState.ON_HOLD: translate("validity", "on hold"),
        RevocationState.REQUESTED: translate("validity", "revocation requested"),
        RevocationState.UNKNOWN: translate("validity", "not known"),
        RevocationState.UNCHECKED: translate("validity", "not checked"),
    }[state]


def _nonce(evidence: Evidence) -> str:
    if evidence.nonce is Nonce.MATCHED:
        return translate("validity", "yes (our number was repeated)")
    return translate("validity", "by time only (our number was not repeated)")


def _signer(signer: str) -> str:
    if signer == "issuer":
        return translate("validity", "the authority that issued the certificate")
    return translate("validity", "a responder named by the authority ({fingerprint})").format(
        fingerprint=signer
    )
