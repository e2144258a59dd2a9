"""The few facts of a certificate that a list shows, read fast.

`parse` takes some 0.8 ms a certificate, too long for folders of many thousands. Here the elements
are walked by hand for the one form that nearly every certificate has, and repeated parts (names of
issuers, algorithms, usages) are remembered. Whatever is the least bit unusual is left to `parse`,
so both always say the same; a test and a fuzz target hold that.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TypeVar

from asn1crypto import core, x509

from jpki_desktop.certificate import jpki_profile, oid_names
from jpki_desktop.certificate.extension import (
    BasicConstraints,
    CertificatePolicies,
    KeyUsage,
    Name,
    NameAttribute,
)
from jpki_desktop.certificate.model import Certificate, CertificateKind, Origin, hexadecimal
from jpki_desktop.certificate.parse import PlainAlgorithm, parse_certificate
from jpki_desktop.certificate.parse_extension import read_facts, read_name

T = TypeVar("T")

# Attribute types whose value is a DirectoryString for every reader (RFC 5280 4.1.2.4), as DER.
_PLAIN_ATTRIBUTES = {
    b"\x55\x04" + bytes([number]): oid_names.attribute_name(f"2.5.4.{number}")
    for number in (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 42, 97)
}

# The extensions that tell what a certificate is for, as DER.
_KEY_USAGE = b"\x55\x1d\x0f"
_BASIC_CONSTRAINTS = b"\x55\x1d\x13"
_POLICIES = b"\x55\x1d\x20"

_LONGEST_SERIAL = 128  # octets; see `parse`


class _OddError(Exception):
    """Not the usual form: `parse` has to look."""


@dataclass(frozen=True, slots=True)
class CertificateSummary:
    """What a row shows; every value equals that of the `Certificate` of the same bytes."""

    kind: CertificateKind
    origin: Origin
    subject: Name
    issuer: Name
    serial: int
    not_before: datetime
    not_after: datetime
    sha256: str

    @property
    def serial_hex(self) -> str:
        """Upper-case hexadecimal with an even number of digits."""
        return hexadecimal(self.serial)


def read_summary(der: bytes) -> CertificateSummary:
    """Read the row of one DER certificate.

    Raises:
        CertificateError: exactly where `parse_certificate` does.
    """
    return usual_summary(der) or summary_of(parse_certificate(der))


def usual_summary(der: bytes) -> CertificateSummary | None:
    """The row of a certificate in the usual form; None for everything else, readable or not."""
    try:
        return _walk(der)
    except (_OddError, IndexError, ValueError):
        return None


def summary_of(certificate: Certificate) -> CertificateSummary:
    """The row of a certificate that has been read in full."""
    return CertificateSummary(
        certificate.kind,
        certificate.origin,
        certificate.subject,
        certificate.issuer,
        certificate.serial,
        certificate.not_before,
        certificate.not_after,
        certificate.sha256,
    )


def _bounds(data: bytes, at: int, tag: int) -> tuple[int, int]:
    """The contents of the element with this tag, in DER and below 64 KiB."""
    if data[at] != tag:
        raise _OddError
    length = data[at + 1]
    if length < 0x80:
        start = at + 2
    elif length == 0x82:
        length = data[at + 2] << 8 | data[at + 3]
        start = at + 4
        if length < 0x100:
            raise _OddError
    elif length == 0x81:
        length = data[at + 2]
        start = at + 3
        if length < 0x80:
            raise _OddError
    else:
        raise _OddError
    return start, start + length


def _walk(data: bytes) -> CertificateSummary:
    size = len(data)
    tbs_at, end = _bounds(data, 0, 0x30)
    at, tbs_end = _bounds(data, tbs_at, 0x30)
    if end != size or tbs_end > size:
        raise _OddError
    # Version 3, explicitly; the other versions are rare.
    if data[at : at + 5] != b"\xa0\x03\x02\x01\x02":
        raise _OddError
    serial_at, at = _bounds(data, at + 5, 0x02)
    if not 0 < at - serial_at <= _LONGEST_SERIAL:
        raise _OddError
    serial = int.from_bytes(data[serial_at:at], "big", signed=True)
    algorithm_end = _bounds(data, at, 0x30)[1]
    _known_algorithm(data[at:algorithm_end])
    at = algorithm_end
    issuer_end = _bounds(data, at, 0x30)[1]
    raw_issuer = data[at:issuer_end]
    issuer, origin = _known_issuer(raw_issuer)
    validity_at, subject_at = _bounds(data, issuer_end, 0x30)
    key_at = _bounds(data, subject_at, 0x30)[1]
    key_start, extensions_at = _bounds(data, key_at, 0x30)
    bits_at = _bounds(data, key_start, 0x30)[1]
    _known_key(data[key_start:bits_at])
    if _bounds(data, bits_at, 0x03)[1] != extensions_at:
        raise _OddError
    after_at = _bounds(data, validity_at, data[validity_at])[1]
    usage, is_ca, policies = _purposes(data, extensions_at, tbs_end)
    _check_signature(data, tbs_end, end)
    subject = _name(data[subject_at:key_at])
    return CertificateSummary(
        _authority_kind(subject) if is_ca else _card_kind(raw_issuer, policies, usage),
        origin,
        subject,
        issuer,
        serial,
        _moment(data, validity_at, after_at),
        _moment(data, after_at, subject_at),
        hashlib.sha256(data).hexdigest().upper(),
    )


def _check_signature(data: bytes, at: int, end: int) -> None:
    signature_at = _bounds(data, at, 0x30)[1]
    _known_algorithm(data[at:signature_at])
    if _bounds(data, signature_at, 0x03)[1] != end:
        raise _OddError


def _moment(data: bytes, at: int, end: int) -> datetime:
    """A UTCTime in the form that RFC 5280 4.1.2.5.1 asks for, or a GeneralizedTime (…5.2)."""
    start, stop = _bounds(data, at, data[at])
    text = data[start : stop - 1]
    if stop != end or data[stop - 1] != 0x5A or not text.isdigit():
        raise _OddError
    if data[at] == 0x17 and len(text) == 12:
        year = int(text[:2])
        year, rest = (year + 2000 if year < 50 else year + 1900), text[2:]
    elif data[at] == 0x18 and len(text) == 14:
        year, rest = int(text[:4]), text[4:]
    else:
        raise _OddError
    return datetime(
        year, int(rest[:2]), int(rest[2:4]), int(rest[4:6]), int(rest[6:8]), int(rest[8:]), 0, UTC
    )


def _purposes(data: bytes, at: int, end: int) -> tuple[tuple[str, ...], bool, tuple[str, ...]]:
    """Key usage, whether it is an authority, and policies; every extension is walked over."""
    outer, outer_end = _bounds(data, at, 0xA3)
    at, stop = _bounds(data, outer, 0x30)
    if outer_end != end or stop != end:
        raise _OddError
    values: dict[bytes, bytes] = {}
    while at < stop:
        oid_at, next_at = _bounds(data, at, 0x30)
        oid_start, value_at = _bounds(data, oid_at, 0x06)
        oid = data[oid_start:value_at]
        if data[value_at] == 0x01:  # critical
            if data[value_at + 1] != 1:
                raise _OddError
            value_at += 3
        value_start, value_end = _bounds(data, value_at, 0x04)
        # Two of a kind are for `parse` to refuse.
        if value_end != next_at or oid in values:
            raise _OddError
        values[oid] = data[value_start:value_end]
        _check_oid(oid)
        at = next_at
    if at != stop:
        raise _OddError
    return (
        _usage(values.get(_KEY_USAGE)),
        _is_ca(values.get(_BASIC_CONSTRAINTS)),
        _policies(values.get(_POLICIES)),
    )


def _name(raw: bytes) -> Name:
    """A name of common attributes in the two common string types; `parse` reads the others."""
    at, end = _bounds(raw, 0, 0x30)
    if end != len(raw):
        raise _OddError
    parts = []
    while at < end:
        pair_at, set_end = _bounds(raw, at, 0x31)
        oid_at, pair_end = _bounds(raw, pair_at, 0x30)
        oid_start, value_at = _bounds(raw, oid_at, 0x06)
        attribute = _PLAIN_ATTRIBUTES.get(raw[oid_start:value_at])
        tag = raw[value_at]
        value_start, at = _bounds(raw, value_at, tag)
        if attribute is None or not at == pair_end == set_end or tag not in (0x0C, 0x13):
            return _odd_name(raw)
        # A PrintableString is ASCII; what else stands in one is for `parse` to decide.
        text = str(raw[value_start:at], "utf-8" if tag == 0x0C else "ascii")
        parts.append(NameAttribute(attribute, text))
    if at != end:
        raise _OddError
    return tuple(parts)


def _odd_name(raw: bytes) -> Name:
    return _asn1(lambda: read_name(x509.Name.load(raw, strict=True)))


def _asn1(read: Callable[[], T]) -> T:
    """A part as `parse` reads it; where it fails there, `parse` has to say so for the whole."""
    try:
        return read()
    except Exception:  # noqa: BLE001 - what asn1crypto raises for malformed input is not specified
        raise _OddError from None


@lru_cache(maxsize=256)
def _known_issuer(raw: bytes) -> tuple[Name, Origin]:
    issuer = _name(raw)
    return issuer, jpki_profile.origin_of(issuer)


@lru_cache(maxsize=64)
def _known_algorithm(raw: bytes) -> None:
    """Let pass what `parse` understands as the algorithm of a signature."""
    _asn1(lambda: str(x509.SignedDigestAlgorithm.load(raw, strict=True)["algorithm"].dotted))


@lru_cache(maxsize=64)
def _known_key(raw: bytes) -> None:
    """Let pass what `parse` understands as the algorithm of a key."""
    _asn1(lambda: str(PlainAlgorithm.load(raw, strict=True)["algorithm"].dotted))


@lru_cache(maxsize=256)
def _check_oid(contents: bytes) -> None:
    """Let pass what `parse` understands as an object identifier."""
    if len(contents) > 0x7F:
        raise _OddError
    element = bytes([0x06, len(contents)]) + contents
    _asn1(lambda: str(core.ObjectIdentifier.load(element, strict=True).dotted))


@lru_cache(maxsize=256)
def _usage(value: bytes | None) -> tuple[str, ...]:
    facts = None if value is None else read_facts("2.5.29.15", value)
    return facts.names if isinstance(facts, KeyUsage) else ()


@lru_cache(maxsize=256)
def _is_ca(value: bytes | None) -> bool:
    facts = None if value is None else read_facts("2.5.29.19", value)
    return isinstance(facts, BasicConstraints) and facts.is_ca


@lru_cache(maxsize=256)
def _policies(value: bytes | None) -> tuple[str, ...]:
    facts = None if value is None else read_facts("2.5.29.32", value)
    found = facts.policies if isinstance(facts, CertificatePolicies) else ()
    return tuple(policy.oid for policy in found)


def _authority_kind(subject: Name) -> CertificateKind:
    """The kind of an authority depends on its own name alone."""
    return jpki_profile.kind_of(issuer=(), subject=subject, is_ca=True, policies=(), usage=())


@lru_cache(maxsize=256)
def _card_kind(
    raw_issuer: bytes, policies: tuple[str, ...], usage: tuple[str, ...]
) -> CertificateKind:
    """The kind of what is no authority does not depend on its subject."""
    issuer, _ = _known_issuer(raw_issuer)
    return jpki_profile.kind_of(
        issuer=issuer, subject=(), is_ca=False, policies=policies, usage=usage
    )
