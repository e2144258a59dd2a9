"""From a certificate to a trusted authority (RFC 5280 6, of which JPKI needs one level).

An issuer is picked by its key: by the identifier that the certificate names and by the signature,
since all generations of JPKI share their names. Rules that are not implemented (name constraints,
policy mapping and constraints) end the matter; they never pass. Nothing is fetched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509

from jpki_desktop.certificate.extension import (
    AuthorityKeyIdentifier,
    BasicConstraints,
    SubjectKeyIdentifier,
)
from jpki_desktop.certificate.model import Certificate, PublicKeyFacts
from jpki_desktop.validity import profile
from jpki_desktop.validity.result import PathFault, PathResult, PathState
from jpki_desktop.validity.signed import (
    CURVES,
    LARGEST_RSA,
    SMALLEST_RSA,
    digest_of,
    fits,
    is_weak,
    parts_of,
)
from jpki_desktop.validity.trust import Purpose, TrustedAuthority, is_published_key

# Between the certificate and the trusted authority; nobody in Japan's public sector needs more.
_MOST_BETWEEN = 5
_MOST_SIGNATURES = 64

_MALFORMED = PathResult(PathState.MALFORMED, PathFault.FORM)


@dataclass(slots=True)
class _Search:
    """One search for paths; `best` is the first fault on the way to an issuer."""

    authorities: tuple[TrustedAuthority, ...]
    between: tuple[Certificate, ...]
    signatures: int = 0
    fault: PathFault = PathFault.UNKNOWN_AUTHORITY
    visited: list[bytes] = field(default_factory=list)


def check_path(
    certificate: Certificate,
    authorities: tuple[TrustedAuthority, ...],
    now: datetime,
    *,
    between: tuple[Certificate, ...] = (),
) -> PathResult:
    """Judge the path of a certificate; `between` may hold authorities that are not trusted."""
    fault = form_fault(certificate)
    if fault is not None:
        return PathResult(PathState.MALFORMED, fault)
    if profile.is_authority(certificate):
        return PathResult(PathState.UNTRUSTED, PathFault.IS_AUTHORITY)
    search = _Search(authorities, between)
    first: PathResult | None = None
    for chain, authority in _chains(certificate, (certificate,), search):
        result = _judge(chain, authority, now)
        if result.state is PathState.OK:
            return result
        first = first or result
    return first or _nowhere(certificate, search.fault)


def form_fault(certificate: Certificate) -> PathFault | None:
    """What is wrong with the form of one certificate, whoever signed it."""
    try:
        parts = parts_of(certificate.der)
        if certificate.version != 3 or not 0 < certificate.serial.bit_length() <= 20 * 8:
            return PathFault.FORM
        if certificate.serial < 0 or parts.inner_algorithm != parts.signed.algorithm:
            return PathFault.FORM
        # The reader of facts is lenient on purpose; this one is not.
        x509.load_der_x509_certificate(certificate.der)
    except Exception:  # noqa: BLE001 - what the readers raise is not specified
        return PathFault.FORM
    return profile.unreadable(certificate)


def _nowhere(certificate: Certificate, fault: PathFault) -> PathResult:
    """The result when no trusted authority was reached."""
    algorithm = parts_of(certificate.der).signed.algorithm
    if is_weak(algorithm):
        return PathResult(PathState.UNTRUSTED, PathFault.WEAK)
    if digest_of(algorithm) is None:
        return PathResult(PathState.UNSUPPORTED, PathFault.ALGORITHM)
    if fault is PathFault.UNKNOWN_AUTHORITY and is_published_key(certificate):
        return PathResult(PathState.NOT_SEEN, PathFault.AUTHORITY_NOT_SEEN)
    return PathResult(PathState.UNTRUSTED, fault)


def _chains(
    certificate: Certificate, chain: tuple[Certificate, ...], search: _Search
) -> Iterator[tuple[tuple[Certificate, ...], TrustedAuthority]]:
    """Every chain of good signatures from the certificate to something trusted."""
    for authority in search.authorities:
        if _signed_by(certificate, authority.certificate, search):
            yield (*chain, authority.certificate), authority
    if len(chain) > _MOST_BETWEEN:
        return
    for issuer in search.between:
        if issuer not in chain and _signed_by(certificate, issuer, search):
            yield from _chains(issuer, (*chain, issuer), search)


def _signed_by(certificate: Certificate, issuer: Certificate, search: _Search) -> bool:
    try:
        mine, its = parts_of(certificate.der), parts_of(issuer.der)
    except (ValueError, TypeError):
        return False
    if mine.issuer != its.subject or not _key_named(certificate, issuer):
        return False
    search.signatures += 1
    if search.signatures > _MOST_SIGNATURES:
        return False
    good = fits(mine.signed, its.key)
    if not good:
        search.fault = PathFault.SIGNATURE
    return good


def _key_named(certificate: Certificate, issuer: Certificate) -> bool:
    """Whether the certificate names the issuer's key, or either says nothing of it."""
    named = certificate.find(AuthorityKeyIdentifier)
    own = issuer.find(SubjectKeyIdentifier)
    if named is None or named.key_identifier is None or own is None:
        return True
    return named.key_identifier == own.identifier


def _judge(
    chain: tuple[Certificate, ...], authority: TrustedAuthority, now: datetime
) -> PathResult:
    """Every rule on a chain whose signatures are good."""
    state, fault = _faults(chain, authority, now)
    return PathResult(state, fault, authority.trust, chain)


def _faults(
    chain: tuple[Certificate, ...], authority: TrustedAuthority, now: datetime
) -> tuple[PathState, PathFault | None]:
    leaf, *issuers = chain
    if authority.purpose is not Purpose.ANY and len(issuers) > 1:
        return PathState.UNTRUSTED, PathFault.TOO_LONG
    fault = _leaf_fault(leaf, authority)
    if fault is not None:
        return _state_of(fault), fault
    for below, issuer in enumerate(issuers):
        fault = _issuer_fault(issuer, below)
        if fault is not None:
            return _state_of(fault), fault
    return _date_faults(leaf, issuers, now)


def _date_faults(
    leaf: Certificate, issuers: list[Certificate], now: datetime
) -> tuple[PathState, PathFault | None]:
    if leaf.is_expired(now):
        return PathState.EXPIRED, None
    if leaf.is_not_yet_valid(now):
        return PathState.NOT_YET_VALID, None
    if any(issuer.is_expired(now) or issuer.is_not_yet_valid(now) for issuer in issuers):
        return PathState.UNTRUSTED, PathFault.AUTHORITY_DATES
    return PathState.OK, None


def _state_of(fault: PathFault) -> PathState:
    unsupported = fault in (PathFault.RULE, PathFault.ALGORITHM)
    return PathState.UNSUPPORTED if unsupported else PathState.UNTRUSTED


def _leaf_fault(leaf: Certificate, authority: TrustedAuthority) -> PathFault | None:
    return (
        profile.critical_fault(leaf)
        or key_fault(leaf.key)
        or profile.purpose_fault(leaf, authority.purpose, authority.trust)
    )


def _issuer_fault(issuer: Certificate, below: int) -> PathFault | None:
    """Judge an authority with `below` other authorities between it and the certificate."""
    if form_fault(issuer) is not None:
        return PathFault.AUTHORITY_UNFIT
    if profile.has_unsupported_rule(issuer):
        return PathFault.RULE
    if profile.critical_fault(issuer) is not None or not profile.may_issue(issuer):
        return PathFault.AUTHORITY_UNFIT
    constraints = issuer.find(BasicConstraints)
    longest = None if constraints is None else constraints.path_length
    if longest is not None and below > longest:
        return PathFault.TOO_LONG
    return key_fault(issuer.key)


def key_fault(key: PublicKeyFacts) -> PathFault | None:
    """Whether a key is strong enough and of a kind that is known here."""
    if key.algorithm == "RSA":
        if key.bits < SMALLEST_RSA:
            return PathFault.WEAK
        return None if key.bits <= LARGEST_RSA else PathFault.ALGORITHM
    if key.algorithm == "EC" and key.curve in CURVES:
        return None
    return PathFault.ALGORITHM
