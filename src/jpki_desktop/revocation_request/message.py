"""Builds the request: one certificate, its reason, a signature by a callback. Nothing is sent here.

Sources: RFC 4210 5.3.9, RFC 9483 4.2, and what two servers of others accept
(docs/decisions/0012-revocation-requests.md).
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import core, x509
from cryptography.hazmat.primitives import hashes

from jpki_desktop.certificate.extension import SubjectKeyIdentifier
from jpki_desktop.certificate.model import Certificate, PublicKeyFacts
from jpki_desktop.certificate.parse import PlainAlgorithm
from jpki_desktop.errors import SigningError
from jpki_desktop.revocation_request.model import RevocationReason, Server, SignedRequest
from jpki_desktop.revocation_request.structures import (
    CertificateTemplate,
    Header,
    Message,
    PlainList,
    ProtectedPart,
)
from jpki_desktop.validity.path import key_fault
from jpki_desktop.validity.signed import Signed, digest_of, fits, parts_of

# RFC 9483 3.1: 16 octets for both numbers.
NUMBER_OCTETS = 16

REQUEST_TYPE = ANSWER_TYPE = "application/pkixcmp"  # RFC 6712 3.4

# OpenSSL 3.0 refuses 3, and all servers that were tried take 2 (RFC 9480 2.20 wants 2 as well).
_VERSION = 2

# AlgorithmIdentifier as DER: RSA with SHA-256 (RFC 4055 5), ECDSA (RFC 5758 3.2).
_RSA = bytes.fromhex("300d06092a864886f70d01010b0500")
_ECDSA = {
    "secp256r1": bytes.fromhex("300a06082a8648ce3d040302"),
    "secp384r1": bytes.fromhex("300a06082a8648ce3d040303"),
}

_REASON_CODE = "2.5.29.21"  # RFC 5280 5.3.1

_REASONS = {
    RevocationReason.UNSPECIFIED: "unspecified",
    RevocationReason.KEY_COMPROMISE: "key_compromise",
    RevocationReason.AFFILIATION_CHANGED: "affiliation_changed",
    RevocationReason.SUPERSEDED: "superseded",
    RevocationReason.CESSATION_OF_OPERATION: "cessation_of_operation",
}

Sign = Callable[[bytes], bytes]
"""From the digest to the signature; its length tells the digest's algorithm."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The two random numbers by which an answer is tied to its request."""

    transaction_id: bytes
    nonce: bytes


@dataclass(frozen=True, slots=True)
class Subject:
    """The certificate that is to be revoked, which also signs; `issuer` comes along if known."""

    certificate: Certificate
    reason: RevocationReason
    issuer: Certificate | None = None


def build_request(
    subject: Subject, server: Server, numbers: Numbers, made_at: datetime, sign: Sign
) -> SignedRequest:
    """Build the request and have it signed once.

    Raises:
        SigningError: a kind of key that is not supported, or a signature of another key.
    """
    certificate = subject.certificate
    algorithm = _algorithm(certificate.key)
    part = _protected_part(subject, numbers, made_at, algorithm)
    body = bytes(part.dump())
    signature = sign(_digest(algorithm, body))
    if not fits(Signed(body, algorithm, signature), certificate.key.der):
        raise SigningError("signature")
    along = [certificate.der] if subject.issuer is None else [certificate.der, subject.issuer.der]
    message = Message(
        {
            "header": part["header"],
            "body": part["body"],
            "protection": core.BitString(contents=b"\0" + signature),
            # RFC 9483 3.3: the signer's certificate first.
            "certificates": PlainList([core.load(der, strict=True) for der in along]),
        }
    )
    return SignedRequest(
        server=server,
        certificate=certificate,
        reason=subject.reason,
        transaction_id=numbers.transaction_id,
        nonce=numbers.nonce,
        message=bytes(message.dump()),
        made_at=made_at,
    )


def _algorithm(key: PublicKeyFacts) -> bytes:
    if key_fault(key) is not None:
        raise SigningError("key")
    return _RSA if key.algorithm == "RSA" else _ECDSA[key.curve or ""]


def _digest(algorithm: bytes, body: bytes) -> bytes:
    wide = isinstance(digest_of(algorithm), hashes.SHA384)
    return hashlib.sha384(body).digest() if wide else hashlib.sha256(body).digest()


def _protected_part(
    subject: Subject, numbers: Numbers, made_at: datetime, algorithm: bytes
) -> ProtectedPart:
    certificate = subject.certificate
    parts = parts_of(certificate.der)
    template = CertificateTemplate(
        {"serial": certificate.serial, "issuer": x509.Name.load(parts.issuer)}
    )
    reason = {"extn_id": _REASON_CODE, "extn_value": core.ParsableOctetString(_reason(subject))}
    details = {"certificate": template, "entry_extensions": [reason]}
    return ProtectedPart(
        {
            "header": _header(certificate, numbers, made_at, algorithm),
            "body": ("request", [details]),
        }
    )


def _reason(subject: Subject) -> bytes:
    """DER of the CRLReason: an ENUMERATED of one octet."""
    from asn1crypto.crl import CRLReason

    return bytes(CRLReason(_REASONS[subject.reason]).dump())


def _header(
    certificate: Certificate, numbers: Numbers, made_at: datetime, algorithm: bytes
) -> Header:
    parts = parts_of(certificate.der)
    header = {
        "pvno": _VERSION,
        "sender": _directory_name(parts.subject),
        "recipient": _directory_name(parts.issuer),
        "message_time": made_at.replace(microsecond=0),
        "protection_algorithm": PlainAlgorithm.load(algorithm),
        "transaction_id": numbers.transaction_id,
        "sender_nonce": numbers.nonce,
    }
    key = certificate.find(SubjectKeyIdentifier)
    if key is not None:
        header["sender_key"] = key.identifier
    return Header(header)


def _directory_name(name: bytes) -> x509.GeneralName:
    """A name as it stands in the certificate, byte for byte."""
    return x509.GeneralName(name="directory_name", value=x509.Name.load(name))
