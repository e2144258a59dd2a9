"""OCSP (RFC 6960): the question, and the judgement of its answer. Nothing is sent here.

An answer counts only if everything about it is right; whatever is not is a cause, never a guess.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from asn1crypto import keys
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import ocsp

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.validity.responder import NotBelievedError, ReceivedAnswer, signer_of
from jpki_desktop.validity.result import (
    Cause,
    Evidence,
    Nonce,
    Revocation,
    RevocationState,
    Source,
    revocation_state,
)
from jpki_desktop.validity.signed import octets, parts_of

SKEW = timedelta(minutes=5)
LARGEST_ANSWER = 64 * 1024
QUESTION_TYPE, ANSWER_TYPE = "application/ocsp-request", "application/ocsp-response"

# RFC 8954 2.1 recommends 32 octets; every responder that was tried repeats them.
NONCE_OCTETS = 32

_REFUSALS = {
    ocsp.OCSPResponseStatus.TRY_LATER: Cause.TRY_LATER,
    ocsp.OCSPResponseStatus.INTERNAL_ERROR: Cause.TRY_LATER,
}


@dataclass(frozen=True, slots=True)
class OcspPolicy:
    """Choices that depend on the responder.

    `longest_age` is how old an answer without nextUpdate, or without a nonce, may be.
    """

    longest_age: timedelta = timedelta(hours=1)
    sha256_identifier: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about which certificate of which issuer."""

    certificate: Certificate
    issuer: Certificate
    nonce: bytes
    der: bytes


def make_question(
    certificate: Certificate, issuer: Certificate, nonce: bytes, policy: OcspPolicy
) -> Question:
    """Build the request: one certificate, one nonce, not signed (RFC 6960 4.1)."""
    # SHA-1 names the issuer here, which every responder understands; it signs nothing.
    digest: hashes.HashAlgorithm = (
        hashes.SHA256() if policy.sha256_identifier else hashes.SHA1()  # noqa: S303
    )
    name, key = _issuer_hashes(issuer, digest.name)
    request = (
        ocsp.OCSPRequestBuilder()
        .add_certificate_by_hash(name, key, certificate.serial, digest)
        .add_extension(x509.OCSPNonce(nonce), critical=False)
        .build()
    )
    from cryptography.hazmat.primitives.serialization import Encoding

    return Question(certificate, issuer, nonce, request.public_bytes(Encoding.DER))


def judge_answer(
    der: bytes, question: Question, source: Source, now: datetime, policy: OcspPolicy
) -> Evidence:
    """Judge the bytes that came back."""
    unchecked = Evidence(source, RevocationState.UNCHECKED)
    try:
        return _judge(der, question, unchecked, now, policy)
    except NotBelievedError as fault:
        return replace(unchecked, cause=fault.cause, detail=fault.detail)
    except Exception as fault:  # noqa: BLE001
        # What the readers raise for foreign bytes is not specified; what they do not take is none.
        return replace(unchecked, cause=Cause.MALFORMED, detail=type(fault).__name__)


def _judge(
    der: bytes, question: Question, unchecked: Evidence, now: datetime, policy: OcspPolicy
) -> Evidence:
    answer = ocsp.load_der_ocsp_response(der)
    status = answer.response_status
    if status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
        raise NotBelievedError(_REFUSALS.get(status, Cause.REFUSED), status.name.lower())
    if len(list(answer.responses)) != 1:
        raise NotBelievedError(Cause.SEVERAL_ANSWERS)
    received = ReceivedAnswer.read(der, answer)
    _check_extensions(answer)
    _check_certificate(answer, question)
    signer = signer_of(received, question.issuer, now)
    nonce = _check_nonce(answer, question)
    found = replace(
        unchecked,
        this_update=answer.this_update_utc,
        next_update=answer.next_update_utc,
        produced_at=answer.produced_at_utc,
        nonce=nonce,
        signer=signer,
    )
    return _dated(_status(answer, found), now, policy)


def _check_extensions(answer: ocsp.OCSPResponse) -> None:
    known = {x509.OCSPNonce.oid}
    for extension in [*answer.extensions, *answer.single_extensions]:
        if extension.critical and extension.oid not in known:
            raise NotBelievedError(Cause.CRITICAL_EXTENSION, extension.oid.dotted_string)


def _check_certificate(answer: ocsp.OCSPResponse, question: Question) -> None:
    """The answer must be about exactly the certificate that was asked about."""
    name, key = _issuer_hashes(question.issuer, answer.hash_algorithm.name)
    asked = (question.certificate.serial, name, key)
    if (answer.serial_number, answer.issuer_name_hash, answer.issuer_key_hash) != asked:
        raise NotBelievedError(Cause.OTHER_CERTIFICATE)


def _check_nonce(answer: ocsp.OCSPResponse, question: Question) -> Nonce:
    try:
        nonce = answer.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
    except x509.ExtensionNotFound:
        return Nonce.ABSENT
    if nonce != question.nonce:
        raise NotBelievedError(Cause.NONCE)
    return Nonce.MATCHED


def _status(answer: ocsp.OCSPResponse, found: Evidence) -> Evidence:
    if answer.certificate_status is ocsp.OCSPCertStatus.GOOD:
        return replace(found, state=RevocationState.GOOD)
    if answer.certificate_status is ocsp.OCSPCertStatus.UNKNOWN:
        return replace(found, state=RevocationState.UNKNOWN)
    moment, reason = answer.revocation_time_utc, answer.revocation_reason
    if moment is None:
        raise NotBelievedError(Cause.MALFORMED)
    revocation = Revocation(moment, "unspecified" if reason is None else reason.value)
    return replace(found, state=revocation_state(revocation), revocation=revocation)


def _dated(found: Evidence, now: datetime, policy: OcspPolicy) -> Evidence:
    """Take the state back where the answer's times do not hold."""
    cause = _time_fault(found, now, policy)
    if cause is None:
        return found
    return replace(found, state=RevocationState.UNCHECKED, cause=cause)


def _time_fault(found: Evidence, now: datetime, policy: OcspPolicy) -> Cause | None:
    produced, begins, ends = found.produced_at, found.this_update, found.next_update
    if produced is None or begins is None:
        return Cause.MALFORMED
    # Whoever repeats our nonce answers now, so a distant time is this computer's fault.
    if found.nonce is Nonce.MATCHED and abs(produced - now) > SKEW:
        return Cause.CLOCK
    if begins > now + SKEW or produced > now + SKEW:
        return Cause.FUTURE
    if ends is not None and (ends < begins or ends + SKEW < now):
        return Cause.STALE
    old = begins + policy.longest_age + SKEW < now
    if ends is None and old:
        return Cause.STALE
    return Cause.NONCE_MISSING if found.nonce is Nonce.ABSENT and old else None


def _issuer_hashes(issuer: Certificate, digest: str) -> tuple[bytes, bytes]:
    """Hashes of the issuer's name and of the bits of its key (RFC 6960 4.1.1)."""
    parts = parts_of(issuer.der)
    bits = octets(keys.PublicKeyInfo.load(parts.key)["public_key"])
    return (
        hashlib.new(digest, parts.subject, usedforsecurity=False).digest(),
        hashlib.new(digest, bits, usedforsecurity=False).digest(),
    )
