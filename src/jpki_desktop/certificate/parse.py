"""DER to `Certificate`.

The one reader is asn1crypto: it opens odd certificates (negative serial numbers, unique ids, one
malformed extension among good ones), keeps every raw value, and never warns. Signatures are not
looked at here. Bytes behind the certificate are refused; cutting a card's file is the card's work.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any, ClassVar, TypeVar

from asn1crypto import core, x509

from jpki_desktop.certificate import jpki_profile, oid_names
from jpki_desktop.certificate.extension import (
    AuthorityAccess,
    BasicConstraints,
    CertificatePolicies,
    ExtendedKeyUsage,
    Extension,
    ExtensionFacts,
    GeneralNameKind,
    KeyUsage,
    SubjectAlternativeNames,
)
from jpki_desktop.certificate.model import Certificate, PublicKeyFacts
from jpki_desktop.certificate.parse_extension import read_extension, read_name
from jpki_desktop.errors import CertificateError

FactsT = TypeVar("FactsT", bound=ExtensionFacts)

# RFC 5280 4.1.2.2 allows 20 octets. Longer ones exist, but Python refuses to print endless ones.
_LONGEST_SERIAL_BITS = 1024

# Sizes of the keys that have only one (RFC 8410, RFC 7748, RFC 8032).
_FIXED_SIZES = {"X25519": 256, "Ed25519": 256, "X448": 448, "Ed448": 456}


class PlainAlgorithm(core.Sequence):  # type: ignore[misc]
    """AlgorithmIdentifier (RFC 5280 4.1.1.2) of any algorithm."""

    _fields: ClassVar[list[Any]] = [
        ("algorithm", core.ObjectIdentifier),
        ("parameters", core.Any, {"optional": True}),
    ]


class _PlainKey(core.Sequence):  # type: ignore[misc]
    """SubjectPublicKeyInfo (RFC 5280 4.1) of any algorithm: the library's own knows only some."""

    _fields: ClassVar[list[Any]] = [
        ("algorithm", PlainAlgorithm),
        ("public_key", core.BitString),
    ]


def parse_certificate(der: bytes) -> Certificate:
    """Read one DER certificate.

    Raises:
        CertificateError: the bytes are not a certificate, or there are more of them.
    """
    if not der:
        raise CertificateError("empty")
    try:
        tbs = x509.Certificate.load(der, strict=True)["tbs_certificate"]
        return _certificate(der, tbs)
    except CertificateError:
        raise
    except Exception as fault:  # noqa: BLE001
        # What asn1crypto raises for malformed input is not specified, and its messages may quote
        # the content, which is personal data: only the class of the fault is kept.
        raise CertificateError(type(fault).__name__) from None


def _certificate(der: bytes, tbs: Any) -> Certificate:
    issuer, subject = read_name(tbs["issuer"]), read_name(tbs["subject"])
    extensions = _extensions(tbs)
    constraints = _find(extensions, BasicConstraints)
    usage = _find(extensions, KeyUsage)
    purposes = _find(extensions, ExtendedKeyUsage)
    alternatives = _find(extensions, SubjectAlternativeNames)
    is_ca = constraints is not None and constraints.is_ca
    policies = _policies(extensions)
    usage_names = () if usage is None else usage.names
    return Certificate(
        der=der,
        kind=jpki_profile.kind_of(
            issuer=issuer, subject=subject, is_ca=is_ca, policies=policies, usage=usage_names
        ),
        origin=jpki_profile.origin_of(issuer),
        version=int(tbs["version"]) + 1,
        serial=_serial(tbs),
        signature_algorithm=oid_names.signature_name(str(tbs["signature"]["algorithm"].dotted)),
        issuer=issuer,
        subject=subject,
        not_before=_moment(tbs["validity"]["not_before"]),
        not_after=_moment(tbs["validity"]["not_after"]),
        key=read_key(tbs["subject_public_key_info"]),
        key_usage=usage_names,
        extended_key_usage=() if purposes is None else purposes.purposes,
        policies=policies,
        ocsp_urls=_ocsp_urls(extensions),
        is_ca=is_ca,
        holder=None if alternatives is None else jpki_profile.holder_of(alternatives.names),
        issuer_unique_id=_unique_id(tbs["issuer_unique_id"]),
        subject_unique_id=_unique_id(tbs["subject_unique_id"]),
        extensions=extensions,
        sha256=hashlib.sha256(der).hexdigest().upper(),
        # A fingerprint for people who compare it with older print-outs; nothing trusts it.
        sha1=hashlib.sha1(der, usedforsecurity=False).hexdigest().upper(),
    )


def _extensions(tbs: Any) -> tuple[Extension, ...]:
    if isinstance(tbs["extensions"], core.Void):
        return ()
    extensions = tuple(read_extension(raw) for raw in tbs["extensions"])
    # Two of a kind could be read differently by two programs (RFC 5280 4.2 forbids them).
    if len({extension.oid for extension in extensions}) != len(extensions):
        raise CertificateError("duplicate-extension")
    return extensions


def _find(extensions: tuple[Extension, ...], kind: type[FactsT]) -> FactsT | None:
    return next((found.facts for found in extensions if isinstance(found.facts, kind)), None)


def _policies(extensions: tuple[Extension, ...]) -> tuple[str, ...]:
    found = _find(extensions, CertificatePolicies)
    return () if found is None else tuple(policy.oid for policy in found.policies)


def _ocsp_urls(extensions: tuple[Extension, ...]) -> tuple[str, ...]:
    access = _find(extensions, AuthorityAccess)
    return tuple(
        entry.location.text
        for entry in (() if access is None else access.locations)
        if entry.method == "ocsp" and entry.location.kind is GeneralNameKind.URI
    )


def _serial(tbs: Any) -> int:
    serial = int(tbs["serial_number"].native)
    if serial.bit_length() > _LONGEST_SERIAL_BITS:
        raise CertificateError("serial-too-long")
    return serial


def _moment(time: Any) -> datetime:
    native = time.native
    if not isinstance(native, datetime):  # the year 0, which Python has not
        raise CertificateError("date")
    return native.astimezone(UTC)


def _unique_id(value: Any) -> bytes | None:
    """The octets of a BIT STRING; its first octet counts the unused bits (X.690 8.6.2)."""
    contents: bytes | None = value.contents
    return contents[1:] if contents else None


def read_key(info: Any) -> PublicKeyFacts:
    """What a SubjectPublicKeyInfo says of its key."""
    der = bytes(info.dump())
    plain = _PlainKey.load(der, strict=True)
    algorithm = oid_names.key_name(str(plain["algorithm"]["algorithm"].dotted))
    bits, curve = _FIXED_SIZES.get(algorithm, 0), None
    try:
        if algorithm in {"RSA", "RSA-PSS"}:
            bits = int(info["public_key"].parsed["modulus"].native).bit_length()
        elif algorithm == "EC":
            curve, bits = oid_names.curve(str(info["algorithm"]["parameters"].chosen.dotted))
    except Exception:  # noqa: BLE001 - as above; an unreadable key is a key of unknown size
        bits, curve = 0, None
    return PublicKeyFacts(algorithm, bits, curve, der)
