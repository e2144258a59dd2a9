"""The matrix of OCSP answers: one good one, and every way in which one can be wrong."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from asn1crypto import core
from asn1crypto import ocsp as asn1_ocsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from jpki_desktop.validity.ocsp import OcspPolicy, Question, judge_answer, make_question
from jpki_desktop.validity.result import (
    Cause,
    Evidence,
    Nonce,
    RevocationState,
    Source,
    SourceKind,
)
from support import pki
from support.pki import DAY, HOUR, NOW, AnswerPlan, Authority, changed_answer, make_answer

OLD, CA = pki.make_authority(key=pki.rsa_key("old")), pki.make_authority()
HOLDER = pki.make_holder(CA)
OTHER = pki.make_holder(CA, serial=0x0705D991)
NONCE = bytes(range(32))
SOURCE = Source(SourceKind.OCSP, "http://ocsp.test.invalid/")
POLICY = OcspPolicy()
MINUTE = timedelta(minutes=1)
DELEGATE = pki.make_delegate(CA)

GOOD, UNKNOWN = RevocationState.GOOD, RevocationState.UNKNOWN
UNCHECKED = RevocationState.UNCHECKED
PLAN = AnswerPlan(nonce=NONCE)
DELEGATED = replace(PLAN, certificates=[DELEGATE.x509])


def question(certificate: x509.Certificate = HOLDER, issuer: Authority = CA) -> Question:
    return make_question(pki.parsed(certificate), issuer.certificate, NONCE, POLICY)


def judge(der: bytes, policy: OcspPolicy = POLICY) -> Evidence:
    return judge_answer(der, question(), SOURCE, NOW, policy)


def answer(
    plan: AnswerPlan = PLAN,
    signer: Authority = CA,
    *,
    certificate: x509.Certificate = HOLDER,
    issuer: Authority = CA,
) -> bytes:
    return make_answer(certificate, issuer, signer, plan)


def revoked(reason: x509.ReasonFlags | None = None, **more: Any) -> AnswerPlan:
    values = {"revoked_at": NOW - DAY} | more
    return replace(PLAN, status=ocsp.OCSPCertStatus.REVOKED, reason=reason, **values)


def by_delegate(**options: Any) -> bytes:
    delegate = pki.make_delegate(CA, **options)
    return answer(replace(PLAN, certificates=[delegate.x509]), delegate)


def changed(change: Callable[[Any], None], **options: Any) -> bytes:
    return changed_answer(answer(), CA.key, change, **options)


def produced(offset: timedelta) -> Callable[[Any], None]:
    def change(body: Any) -> None:
        body["produced_at"] = NOW + offset

    return change


def extension(field: str, oid: str) -> Callable[[Any], None]:
    def change(body: Any) -> None:
        kind = asn1_ocsp.ResponseDataExtension
        place = body
        if field == "single_extensions":
            kind, place = asn1_ocsp.SingleResponseExtension, body["responses"][0]
        one = kind({"extn_id": oid, "critical": True, "extn_value": core.Null().dump()})
        name = "response_extensions" if place is body else field
        present = list(place[name]) if place[name].native else []
        place[name] = [*present, one]

    return change


def twice(second: bytes) -> Callable[[Any], None]:
    def change(body: Any) -> None:
        other = asn1_ocsp.OCSPResponse.load(second)
        more = other["response_bytes"]["response"].parsed["tbs_response_data"]["responses"][0]
        body["responses"].append(more)

    return change


def refusal(status: ocsp.OCSPResponseStatus) -> bytes:
    return ocsp.OCSPResponseBuilder.build_unsuccessful(status).public_bytes(Encoding.DER)


def by_impostor() -> bytes:
    """An authority with the right name and another key."""
    return answer(replace(PLAN, by_name=True), pki.make_authority(key=pki.rsa_key("impostor")))


def foreign_delegate() -> bytes:
    delegate = pki.make_delegate(OLD)
    return answer(replace(PLAN, certificates=[delegate.x509]), delegate)


@dataclass(frozen=True)
class Case:
    make: Callable[[], bytes]
    state: RevocationState
    cause: Cause | None = None


CURVE_CA = pki.make_authority(key=pki.ec_key("ca", ec.SECP384R1))
CASES = {
    "good, by the authority, named by key": Case(answer, GOOD),
    "good, named by name": Case(lambda: answer(replace(PLAN, by_name=True)), GOOD),
    "good, SHA-256 identifier": Case(lambda: answer(replace(PLAN, digest=hashes.SHA256())), GOOD),
    "good, SHA-512 signature": Case(
        lambda: answer(replace(PLAN, sign_digest=hashes.SHA512())), GOOD
    ),
    "good, delegate": Case(lambda: answer(DELEGATED, DELEGATE), GOOD),
    "good, delegate named by name": Case(
        lambda: answer(replace(DELEGATED, by_name=True), DELEGATE), GOOD
    ),
    "good, delegate on a curve": Case(lambda: by_delegate(key=pki.ec_key("delegate")), GOOD),
    "good, with the authority's certificate": Case(
        lambda: answer(replace(PLAN, certificates=[CA.x509])), GOOD
    ),
    "good, no nextUpdate": Case(lambda: answer(replace(PLAN, next_update=None)), GOOD),
    "good, no nonce and fresh": Case(lambda: answer(replace(PLAN, nonce=None)), GOOD),
    "good, four minutes ahead of us": Case(
        lambda: answer(replace(PLAN, this_update=NOW + 4 * MINUTE)), GOOD
    ),
    "good, ended four minutes ago": Case(
        lambda: answer(replace(PLAN, next_update=NOW - 4 * MINUTE)), GOOD
    ),
    "revoked, no reason": Case(lambda: answer(revoked()), RevocationState.REVOKED),
    "revoked, affiliationChanged": Case(
        lambda: answer(revoked(x509.ReasonFlags.affiliation_changed)), RevocationState.REVOKED
    ),
    "revoked, in the future": Case(
        lambda: answer(revoked(revoked_at=NOW + DAY)), RevocationState.REVOKED
    ),
    "on hold": Case(
        lambda: answer(revoked(x509.ReasonFlags.certificate_hold)), RevocationState.ON_HOLD
    ),
    "unknown": Case(lambda: answer(replace(PLAN, status=ocsp.OCSPCertStatus.UNKNOWN)), UNKNOWN),
    "stale": Case(
        lambda: answer(replace(PLAN, this_update=NOW - DAY, next_update=NOW - HOUR)),
        UNCHECKED,
        Cause.STALE,
    ),
    "stale and revoked": Case(
        lambda: answer(revoked(this_update=NOW - DAY, next_update=NOW - HOUR)),
        UNCHECKED,
        Cause.STALE,
    ),
    "old, no nextUpdate": Case(
        lambda: answer(replace(PLAN, this_update=NOW - 2 * HOUR, next_update=None)),
        UNCHECKED,
        Cause.STALE,
    ),
    "old, no nonce": Case(
        lambda: answer(replace(PLAN, this_update=NOW - 2 * HOUR, nonce=None)),
        UNCHECKED,
        Cause.NONCE_MISSING,
    ),
    "nextUpdate before thisUpdate": Case(
        lambda: changed(lambda body: body["responses"][0].__setitem__("next_update", NOW - HOUR)),
        UNCHECKED,
        Cause.STALE,
    ),
    "thisUpdate in the future": Case(
        lambda: answer(replace(PLAN, this_update=NOW + 6 * MINUTE)), UNCHECKED, Cause.FUTURE
    ),
    "our clock is behind": Case(lambda: changed(produced(HOUR)), UNCHECKED, Cause.CLOCK),
    "our clock is ahead": Case(lambda: changed(produced(-HOUR)), UNCHECKED, Cause.CLOCK),
    "produced in the future, no nonce": Case(
        lambda: changed_answer(answer(replace(PLAN, nonce=None)), CA.key, produced(HOUR)),
        UNCHECKED,
        Cause.FUTURE,
    ),
    "other nonce": Case(lambda: answer(replace(PLAN, nonce=NONCE[::-1])), UNCHECKED, Cause.NONCE),
    "shorter nonce": Case(lambda: answer(replace(PLAN, nonce=NONCE[:16])), UNCHECKED, Cause.NONCE),
    "another certificate": Case(
        lambda: answer(certificate=OTHER), UNCHECKED, Cause.OTHER_CERTIFICATE
    ),
    "another generation's identifier": Case(
        lambda: answer(issuer=OLD), UNCHECKED, Cause.OTHER_CERTIFICATE
    ),
    "two answers": Case(
        lambda: changed(twice(answer(certificate=OTHER))), UNCHECKED, Cause.SEVERAL_ANSWERS
    ),
    "the same certificate twice": Case(
        lambda: changed(twice(answer(revoked()))), UNCHECKED, Cause.SEVERAL_ANSWERS
    ),
    "no answer": Case(
        lambda: changed(lambda body: body.__setitem__("responses", [])),
        UNCHECKED,
        Cause.SEVERAL_ANSWERS,
    ),
    "impostor": Case(by_impostor, UNCHECKED, Cause.SIGNATURE),
    "another generation's key": Case(lambda: answer(signer=OLD), UNCHECKED, Cause.SIGNATURE),
    "another generation's delegate": Case(foreign_delegate, UNCHECKED, Cause.RESPONDER),
    "delegate without its certificate": Case(
        lambda: answer(PLAN, DELEGATE), UNCHECKED, Cause.SIGNATURE
    ),
    "delegate without OCSPSigning": Case(
        lambda: by_delegate(purposes=()), UNCHECKED, Cause.RESPONDER
    ),
    "delegate for clientAuth": Case(
        lambda: by_delegate(purposes=[ExtendedKeyUsageOID.CLIENT_AUTH]), UNCHECKED, Cause.RESPONDER
    ),
    "delegate for anything": Case(
        lambda: by_delegate(purposes=[ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE]),
        UNCHECKED,
        Cause.RESPONDER,
    ),
    "delegate without nocheck": Case(
        lambda: by_delegate(no_check=False), UNCHECKED, Cause.RESPONDER
    ),
    "delegate without digitalSignature": Case(
        lambda: by_delegate(names=["content_commitment"]), UNCHECKED, Cause.RESPONDER
    ),
    "delegate without key usage": Case(lambda: by_delegate(names=()), UNCHECKED, Cause.RESPONDER),
    "delegate has ended": Case(lambda: by_delegate(end=NOW - MINUTE), UNCHECKED, Cause.RESPONDER),
    "delegate has not begun": Case(
        lambda: by_delegate(start=NOW + MINUTE), UNCHECKED, Cause.RESPONDER
    ),
    "delegate with RSA 1024": Case(
        lambda: by_delegate(key=pki.rsa_key("small", 1024)), UNCHECKED, Cause.SIGNATURE
    ),
    "delegate with an unknown critical extension": Case(
        lambda: by_delegate(
            more=[(x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3"), b"\5\0"), True)]
        ),
        UNCHECKED,
        Cause.RESPONDER,
    ),
    "delegate that is an authority": Case(
        lambda: by_delegate(more=[(x509.BasicConstraints(ca=True, path_length=None), True)]),
        UNCHECKED,
        Cause.RESPONDER,
    ),
    "the holder answers": Case(
        lambda: answer(
            replace(PLAN, certificates=[HOLDER]), Authority(pki.rsa_key("holder"), HOLDER)
        ),
        UNCHECKED,
        Cause.RESPONDER,
    ),
    "a certificate that nobody vouches for": Case(
        lambda: answer(replace(PLAN, certificates=[OLD.x509])), UNCHECKED, Cause.RESPONDER
    ),
    "a hundred certificates": Case(
        lambda: answer(replace(PLAN, certificates=[CA.x509] * 100)), UNCHECKED, Cause.RESPONDER
    ),
    "SHA-1 signature": Case(lambda: changed(lambda _: None, sha1=True), UNCHECKED, Cause.ALGORITHM),
    "unknown critical extension": Case(
        lambda: changed(extension("", "1.2.3.4")), UNCHECKED, Cause.CRITICAL_EXTENSION
    ),
    "unknown critical extension of the single answer": Case(
        lambda: changed(extension("single_extensions", "1.2.3.4")),
        UNCHECKED,
        Cause.CRITICAL_EXTENSION,
    ),
    "trailing octet": Case(lambda: answer() + b"\0", UNCHECKED, Cause.MALFORMED),
    "cut": Case(lambda: answer()[:-1], UNCHECKED, Cause.MALFORMED),
    "empty": Case(lambda: b"", UNCHECKED, Cause.MALFORMED),
    "a page": Case(lambda: b"<html>", UNCHECKED, Cause.MALFORMED),
    "tryLater": Case(
        lambda: refusal(ocsp.OCSPResponseStatus.TRY_LATER), UNCHECKED, Cause.TRY_LATER
    ),
    "internalError": Case(
        lambda: refusal(ocsp.OCSPResponseStatus.INTERNAL_ERROR), UNCHECKED, Cause.TRY_LATER
    ),
    "unauthorized": Case(
        lambda: refusal(ocsp.OCSPResponseStatus.UNAUTHORIZED), UNCHECKED, Cause.REFUSED
    ),
    "sigRequired": Case(
        lambda: refusal(ocsp.OCSPResponseStatus.SIG_REQUIRED), UNCHECKED, Cause.REFUSED
    ),
    "malformedRequest": Case(
        lambda: refusal(ocsp.OCSPResponseStatus.MALFORMED_REQUEST), UNCHECKED, Cause.REFUSED
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_matrix(name: str) -> None:
    case = CASES[name]
    found = judge(case.make())
    assert (found.state, found.cause) == (case.state, case.cause), found.detail


def test_question_names_the_certificate_and_carries_the_nonce() -> None:
    request = ocsp.load_der_ocsp_request(question().der)
    assert request.serial_number == HOLDER.serial_number
    assert isinstance(request.hash_algorithm, hashes.SHA1)
    assert request.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce == NONCE


def test_question_is_the_one_that_cryptography_would_ask() -> None:
    builder = ocsp.OCSPRequestBuilder().add_certificate(HOLDER, CA.x509, hashes.SHA256())
    wanted = builder.add_extension(x509.OCSPNonce(NONCE), critical=False).build()
    asked = make_question(
        pki.parsed(HOLDER), CA.certificate, NONCE, OcspPolicy(sha256_identifier=True)
    )
    assert asked.der == wanted.public_bytes(Encoding.DER)


def test_evidence_of_a_good_answer() -> None:
    found = judge(answer(DELEGATED, DELEGATE))
    assert found.nonce is Nonce.MATCHED
    assert found.this_update == PLAN.this_update
    assert found.next_update == PLAN.next_update
    assert found.signer == DELEGATE.certificate.sha256
    assert judge(answer()).signer == "issuer"
    assert judge(answer(replace(PLAN, nonce=None))).nonce is Nonce.ABSENT


def test_evidence_of_a_revocation() -> None:
    found = judge(answer(revoked(x509.ReasonFlags.superseded)))
    assert found.revocation is not None
    assert (found.revocation.at, found.revocation.reason) == (NOW - DAY, "superseded")
    assert judge(answer(revoked())).revocation is not None


def test_a_stale_revocation_is_remembered_as_something_past() -> None:
    found = judge(answer(revoked(this_update=NOW - DAY, next_update=NOW - HOUR)))
    assert found.revocation is not None
    assert found.state is UNCHECKED


def test_longest_age_is_a_choice() -> None:
    old = answer(replace(PLAN, this_update=NOW - 2 * HOUR, next_update=None))
    assert judge(old, OcspPolicy(longest_age=DAY)).state is GOOD


def test_authority_on_a_curve() -> None:
    holder = pki.make_holder(CURVE_CA)
    der = make_answer(holder, CURVE_CA, CURVE_CA, PLAN)
    assert judge_answer(der, question(holder, CURVE_CA), SOURCE, NOW, POLICY).state is GOOD
    assert judge_answer(der, question(), SOURCE, NOW, POLICY).state is UNCHECKED


def test_the_count_of_unused_bits_is_not_signed_and_must_be_none() -> None:
    der = answer()
    at = der.rfind(b"\x03\x82\x01\x01\x00") + 4
    assert judge(der).state is GOOD
    for count in range(1, 8):
        flipped = der[:at] + bytes([count]) + der[at + 1 :]
        assert judge(flipped).state is UNCHECKED


def by_issuer_with_certificate() -> bytes:
    return answer(replace(PLAN, certificates=[CA.x509]))


MAKERS: dict[str, Callable[[], bytes]] = {
    "authority": answer,
    "delegate": by_delegate,
    "authority with its certificate": by_issuer_with_certificate,
    "revoked": lambda: answer(revoked()),
}


@pytest.mark.parametrize("name", MAKERS)
def test_no_octet_with_a_flipped_bit_is_believed(name: str) -> None:
    """Also in what is not signed: the outer shells and the certificates that come along."""
    der = MAKERS[name]()
    assert judge(der).cause is None
    for where in range(len(der)):
        flipped = bytearray(der)
        flipped[where] ^= 1 << where % 8
        assert judge(bytes(flipped)).state is UNCHECKED, where


@pytest.mark.slow
@pytest.mark.parametrize("bit", range(8))
@pytest.mark.parametrize("name", MAKERS)
def test_no_flipped_bit_is_believed(name: str, bit: int) -> None:
    der = MAKERS[name]()
    assert judge(der).cause is None
    for where in range(len(der)):
        flipped = bytearray(der)
        flipped[where] ^= 1 << bit
        assert judge(bytes(flipped)).state is UNCHECKED, where
