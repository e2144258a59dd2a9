"""Which authorities are believed, and for what.

JPKI's own are pinned by fingerprint and purpose: the certificate may come from anywhere and must
match. All others are believed because somebody said so, and the verdict names who.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jpki_desktop.certificate.extension import AuthorityKeyIdentifier
from jpki_desktop.certificate.jpki_profile import origin_of
from jpki_desktop.certificate.model import Certificate, CertificateKind, Origin
from jpki_desktop.certificate.published_authorities import PUBLISHED
from jpki_desktop.validity.result import Trust


class Purpose(StrEnum):
    """What an authority's certificates are for; ANY asks nothing of them."""

    AUTH = "auth"
    SIGN = "sign"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class TrustedAuthority:
    """An authority that is believed for one purpose."""

    certificate: Certificate
    trust: Trust
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class TrustChoice:
    """What trust rests on in this run.

    `given`, where there is any, is the whole trust. `seen` are certificates that may turn out to
    be pinned ones: from the card, from memory, from a file. `demo_keys` are the public keys of the
    demo's authority, and empty outside the demo. `test_cards` believes the test authorities among
    `seen`, by an explicit switch alone.
    """

    seen: tuple[Certificate, ...] = ()
    organisation: tuple[Certificate, ...] = ()
    given: tuple[Certificate, ...] = ()
    demo_keys: frozenset[bytes] = frozenset()
    test_cards: bool = False


_PURPOSES = {CertificateKind.AUTH_CA: Purpose.AUTH, CertificateKind.SIGN_CA: Purpose.SIGN}
_PINNED = {authority.sha256: _PURPOSES[authority.kind] for authority in PUBLISHED}

# subjectKeyIdentifier of the six published certificates (the same source as their fingerprints):
# they tell a certificate whose authority is not at hand from one of an unknown authority.
_PUBLISHED_KEYS = frozenset(
    bytes.fromhex(identifier)
    for identifier in (
        "0D034CBB34D0714F45E45A1CAFD8FD143FAB54A7",
        "4DE017DE4B7F473DCD867A62D38B134ACE83558A",
        "D21EA55895617E93ADBF966B941AB4EDF653F08F",
        "9567951B5CA70D84A0FFF1D85A87F1AAB1340385",
        "8CD5586A891485E559379B7E29D410CFD28B3593",
        "1AC100F596A3BC8C4B3DF195E32699249E9E308A",
    )
)


def trusted_authorities(choice: TrustChoice) -> tuple[TrustedAuthority, ...]:
    """Return everything that is believed, each certificate once."""
    if choice.given:
        return _unique(_named(one, Trust.GIVEN) for one in choice.given)
    seen = (_believed(one, choice) for one in choice.seen)
    own = (_named(one, Trust.ORGANISATION) for one in choice.organisation)
    return _unique([*(one for one in seen if one is not None), *own])


def is_published_key(certificate: Certificate) -> bool:
    """Whether the certificate says that one of the published authorities' keys signed it."""
    found = certificate.find(AuthorityKeyIdentifier)
    return found is not None and found.key_identifier in _PUBLISHED_KEYS


def _believed(certificate: Certificate, choice: TrustChoice) -> TrustedAuthority | None:
    pinned = _PINNED.get(certificate.sha256)
    if pinned is not None:
        return TrustedAuthority(certificate, Trust.JPKI, pinned)
    purpose = _PURPOSES.get(certificate.kind)
    if purpose is None:
        return None
    if certificate.key.der in choice.demo_keys:
        return TrustedAuthority(certificate, Trust.DEMO, purpose)
    tests = {Origin.JPKI_TEST: Trust.JPKI_TEST, Origin.DEMO: Trust.DEMO}
    trust = tests.get(origin_of(certificate.subject)) if choice.test_cards else None
    return None if trust is None else TrustedAuthority(certificate, trust, purpose)


def _named(certificate: Certificate, trust: Trust) -> TrustedAuthority:
    """Believe a certificate on somebody's word; a published one keeps its name and its purpose."""
    pinned = _PINNED.get(certificate.sha256)
    if pinned is not None:
        return TrustedAuthority(certificate, Trust.JPKI, pinned)
    return TrustedAuthority(certificate, trust, Purpose.ANY)


def _unique(authorities: Iterable[TrustedAuthority]) -> tuple[TrustedAuthority, ...]:
    found: dict[bytes, TrustedAuthority] = {}
    for authority in authorities:
        found.setdefault(authority.certificate.der, authority)
    return tuple(found.values())
