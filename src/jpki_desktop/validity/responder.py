"""Who signed an OCSP answer, and whether that one may (RFC 6960 4.2.2.2).

Either the key that issued the certificate, or a delegate that this key names: OCSPSigning,
digitalSignature, and ocsp-nocheck, since nobody here asks about a responder's own revocation.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import keys
from asn1crypto import ocsp as asn1_ocsp
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.errors import CertificateError
from jpki_desktop.validity import profile
from jpki_desktop.validity.path import form_fault, key_fault
from jpki_desktop.validity.result import Cause
from jpki_desktop.validity.signed import Signed, digest_of, fits, octets, parts_of

# RFC 6960 4.2.2.2 and 4.2.2.2.1; the first is read by its name.
_OCSP_SIGNING = frozenset({"OCSPSigning", "1.3.6.1.5.5.7.3.9"})
_NO_CHECK = "1.3.6.1.5.5.7.48.1.5"

_MOST_CERTIFICATES = 10

BY_ISSUER = "issuer"


class NotBelievedError(Exception):
    """The answer cannot be used; never leaves `validity`."""

    def __init__(self, cause: Cause, detail: str = "") -> None:
        super().__init__(cause, detail)
        self.cause = cause
        self.detail = detail


@dataclass(frozen=True, slots=True)
class ReceivedAnswer:
    """The signed parts of an answer and what it says of its signer."""

    signed: Signed
    signer_name: bytes | None
    signer_key_hash: bytes | None
    certificates: tuple[bytes, ...]

    @classmethod
    def read(cls, der: bytes, answer: ocsp.OCSPResponse) -> "ReceivedAnswer":
        """Cut the answer into its parts; the signature is over the bytes as received."""
        basic = asn1_ocsp.OCSPResponse.load(der, strict=True)["response_bytes"]["response"].parsed
        signer = basic["tbs_response_data"]["responder_id"]
        by_name = signer.name == "by_name"
        found = [one.public_bytes(Encoding.DER) for one in answer.certificates]
        if len(found) > _MOST_CERTIFICATES:
            raise NotBelievedError(Cause.RESPONDER, "certificates")
        return cls(
            signed=Signed(
                bytes(basic["tbs_response_data"].dump()),
                bytes(basic["signature_algorithm"].dump()),
                octets(basic["signature"]),
            ),
            signer_name=bytes(signer.chosen.untag().dump()) if by_name else None,
            signer_key_hash=None if by_name else answer.responder_key_hash,
            certificates=tuple(found),
        )


def signer_of(received: ReceivedAnswer, issuer: Certificate, now: datetime) -> str:
    """Return who signed: `issuer`, or the delegate's fingerprint.

    Raises:
        NotBelievedError: nobody who may.
    """
    if digest_of(received.signed.algorithm) is None:
        raise NotBelievedError(Cause.ALGORITHM)
    delegates = _delegates(received, issuer)
    if _is_named(received, issuer) and fits(received.signed, issuer.key.der):
        return BY_ISSUER
    for delegate in delegates:
        if _is_named(received, delegate) and fits(received.signed, delegate.key.der):
            if not may_answer(delegate, now):
                raise NotBelievedError(Cause.RESPONDER)
            return delegate.sha256
    raise NotBelievedError(Cause.SIGNATURE)


def _delegates(received: ReceivedAnswer, issuer: Certificate) -> list[Certificate]:
    """The certificates that came along: each must be the issuer's, or signed by its key.

    One that is neither would be bytes in the answer that nobody vouches for.
    """
    found = []
    for der in received.certificates:
        if der == issuer.der:
            continue
        try:
            certificate = parse_certificate(der)
            parts = parts_of(der)
        except (CertificateError, ValueError, TypeError):
            raise NotBelievedError(Cause.RESPONDER, "certificate") from None
        named = parts.issuer == parts_of(issuer.der).subject
        if not named or form_fault(certificate) or not fits(parts.signed, issuer.key.der):
            raise NotBelievedError(Cause.RESPONDER, "certificate")
        found.append(certificate)
    return found


def _is_named(received: ReceivedAnswer, candidate: Certificate) -> bool:
    parts = parts_of(candidate.der)
    if received.signer_name is not None:
        return parts.subject == received.signer_name
    bits = octets(keys.PublicKeyInfo.load(parts.key)["public_key"])
    # RFC 6960 4.2.1 names the key by SHA-1; the signature proves it.
    return hashlib.sha1(bits, usedforsecurity=False).digest() == received.signer_key_hash


def may_answer(delegate: Certificate, now: datetime) -> bool:
    """Whether a certificate of the issuer makes its owner a responder."""
    no_check = any(extension.oid == _NO_CHECK for extension in delegate.extensions)
    known = profile.UNDERSTOOD | {_NO_CHECK}
    others = any(one.critical and one.oid not in known for one in delegate.extensions)
    return (
        no_check
        and not others
        and not profile.is_authority(delegate)
        and bool(_OCSP_SIGNING & set(delegate.extended_key_usage))
        and "digitalSignature" in delegate.key_usage
        and key_fault(delegate.key) is None
        and not delegate.is_expired(now)
        and not delegate.is_not_yet_valid(now)
    )
