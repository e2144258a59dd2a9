"""Revocation lists (RFC 5280 5 and 6.3): what one says of a certificate, or why it says nothing.

A list counts if the certificate's issuer signed it, it is complete for its partition, the partition
is the certificate's, and it is current. Delta and indirect lists are refused. Nothing is fetched.
"""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import BinaryIO

from asn1crypto import crl as asn1_crl
from cryptography import x509

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.validity import profile
from jpki_desktop.validity.crl_scan import ScanError, Scanned, outline_of, scan
from jpki_desktop.validity.ocsp import SKEW
from jpki_desktop.validity.partition import covers
from jpki_desktop.validity.responder import BY_ISSUER, NotBelievedError
from jpki_desktop.validity.result import (
    Cause,
    Evidence,
    Revocation,
    RevocationState,
    Source,
    revocation_state,
)
from jpki_desktop.validity.signed import digest_of, fits_digest, parts_of

LARGEST_LIST = 512 * 1024 * 1024

# Entry extensions (RFC 5280 5.3) that may be critical: reason, hold instruction, invalidity date.
_ENTRY_EXTENSIONS = frozenset({"2.5.29.21", "2.5.29.23", "2.5.29.24"})
_CERTIFICATE_ISSUER, _REASON = "2.5.29.29", "2.5.29.21"
_REMOVED = "removeFromCRL"

# What an entry's reason is called (RFC 5280 5.3.1); 7 is not used.
_REASONS = {
    "unspecified": "unspecified",
    "key_compromise": "keyCompromise",
    "ca_compromise": "cACompromise",
    "affiliation_changed": "affiliationChanged",
    "superseded": "superseded",
    "cessation_of_operation": "cessationOfOperation",
    "certificate_hold": "certificateHold",
    "remove_from_crl": _REMOVED,
    "privilege_withdrawn": "privilegeWithdrawn",
    "aa_compromise": "aACompromise",
}


@dataclass(frozen=True, slots=True)
class Sought:
    """The certificate that is looked for, and its issuer."""

    certificate: Certificate
    issuer: Certificate


def judge_list(stream: BinaryIO, sought: Sought, source: Source, now: datetime) -> Evidence:
    """Judge the list in the stream, which can be read twice."""
    unchecked = Evidence(source, RevocationState.UNCHECKED)
    try:
        return _judge(stream, sought, unchecked, now)
    except NotBelievedError as fault:
        return replace(unchecked, cause=fault.cause, detail=fault.detail)
    except ScanError as fault:
        return replace(unchecked, cause=Cause.MALFORMED, detail=str(fault))
    except OSError as fault:
        return replace(unchecked, cause=Cause.FILE, detail=type(fault).__name__)
    except Exception as fault:  # noqa: BLE001 - what the readers raise is not specified
        return replace(unchecked, cause=Cause.MALFORMED, detail=type(fault).__name__)


def _judge(stream: BinaryIO, sought: Sought, unchecked: Evidence, now: datetime) -> Evidence:
    outline = outline_of(stream, stream.seek(0, os.SEEK_END))
    if outline.issuer != parts_of(sought.issuer.der).subject:
        raise NotBelievedError(Cause.ISSUER)
    digest = digest_of(outline.algorithm)
    if digest is None:
        raise NotBelievedError(Cause.ALGORITHM)
    scanned = scan(stream, sought.certificate.serial, digest.name, outline)
    _check_signature(scanned, sought.issuer)
    small = _without_entries(scanned)
    covers(small, sought.certificate)
    if not outline.has_next_update or small.next_update_utc is None:
        raise NotBelievedError(Cause.STALE, "nextUpdate")
    revocation = _listed(scanned.entries, sought.certificate.serial)
    found = replace(
        unchecked,
        state=RevocationState.GOOD if revocation is None else revocation_state(revocation),
        revocation=revocation,
        this_update=small.last_update_utc,
        next_update=small.next_update_utc,
        signer=BY_ISSUER,
    )
    cause = _time_fault(small.last_update_utc, small.next_update_utc, now)
    # An outdated list that names the certificate keeps saying so, as something of the past.
    return found if cause is None else replace(found, state=unchecked.state, cause=cause)


def _check_signature(scanned: Scanned, issuer: Certificate) -> None:
    if scanned.algorithm != scanned.outline.algorithm:
        raise NotBelievedError(Cause.MALFORMED, "algorithm")
    if not profile.may_sign_lists(issuer):
        raise NotBelievedError(Cause.ISSUER, "usage")
    key = issuer.key.der
    if not fits_digest(scanned.algorithm, scanned.signature, key, scanned.digest):
        raise NotBelievedError(Cause.SIGNATURE)


def _without_entries(scanned: Scanned) -> x509.CertificateRevocationList:
    """The list without its entries, small enough for a strict reader; its signature is checked."""
    body = _sequence(scanned.outline.opening + scanned.extensions)
    bits = b"\x03" + _length(len(scanned.signature) + 1) + b"\0" + scanned.signature
    return x509.load_der_x509_crl(_sequence(body + scanned.algorithm + bits))


def _sequence(contents: bytes) -> bytes:
    return b"\x30" + _length(len(contents)) + contents


def _length(size: int) -> bytes:
    """A length in DER (X.690 10.1)."""
    if size < 0x80:
        return bytes((size,))
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((0x80 | len(octets),)) + octets


def _listed(entries: tuple[bytes, ...], serial: int) -> Revocation | None:
    """The worst thing that the list says of the serial number."""
    found: list[Revocation] = []
    for der in entries:
        entry = asn1_crl.RevokedCertificate.load(der, strict=True)
        reason = _reason(entry["crl_entry_extensions"])
        if int(entry["user_certificate"].native) == serial:
            moment = entry["revocation_date"].native
            found.append(Revocation(moment.astimezone(UTC), reason))
    if any(one.reason == _REMOVED for one in found):
        # Only in delta lists (RFC 5280 5.3.1).
        raise NotBelievedError(Cause.UNSUPPORTED, _REMOVED)
    return min(found, key=lambda one: one.is_hold, default=None)


def _reason(extensions: asn1_crl.CRLEntryExtensions) -> str:
    """The reason of an entry, whose critical extensions must all be understood."""
    reason = "unspecified"
    for extension in extensions if extensions.native else ():
        oid = extension["extn_id"].dotted
        if oid == _CERTIFICATE_ISSUER:
            raise NotBelievedError(Cause.UNSUPPORTED, "indirect")
        if extension["critical"].native and oid not in _ENTRY_EXTENSIONS:
            raise NotBelievedError(Cause.CRITICAL_EXTENSION, oid)
        if oid == _REASON:
            reason = _REASONS[extension["extn_value"].native]
    return reason


def _time_fault(begins: datetime, ends: datetime, now: datetime) -> Cause | None:
    if begins > now + SKEW:
        return Cause.FUTURE
    return Cause.STALE if ends < begins or ends + SKEW < now else None
