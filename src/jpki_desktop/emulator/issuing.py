"""From a persona and a store to a finished card: certificates are found or made, files laid out.

What the certificates say stands in `end_entity`, how they are signed in `authority`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding

from jpki_desktop.emulator.authority import NAMES, issue, root_content
from jpki_desktop.emulator.end_entity import Issuer, auth_content, dates_of, sign_content
from jpki_desktop.emulator.file_system import Access, FileContents
from jpki_desktop.emulator.jpki_applet import AppletParts
from jpki_desktop.emulator.passwords import Password, PasswordKind
from jpki_desktop.emulator.persona import AuthorityKind, Persona, Token, Validity
from jpki_desktop.emulator.store import (
    Counter,
    MemoryStore,
    load_counters,
    save_counters,
)
from jpki_desktop.emulator.virtual_card import CardBody

# First application of a driving licence (public specification of the licence card).
LICENCE_AIDS = (bytes.fromhex("A0000002310100000000000000000000"),)

_EXPIRING_AT_LEAST = timedelta(days=7)
_EXPIRING_AT_MOST = timedelta(days=49)


@dataclass(frozen=True, slots=True)
class Root:
    """One root of the test authority with the name of its key in the store."""

    issuer: Issuer
    certificate: x509.Certificate
    key_name: str


def make_body(persona: Persona, store: MemoryStore, now: datetime | None = None) -> CardBody:
    """Build the card of a persona as it stands today."""
    if persona.token is None:
        return CardBody(persona.atr, LICENCE_AIDS)
    moment = now or datetime.now(UTC)
    return CardBody(
        atr=persona.atr,
        contents=_contents(persona, store, moment),
        parts=_parts(persona, store),
    )


def root(store: MemoryStore, authority: AuthorityKind, kind: PasswordKind, now: datetime) -> Root:
    """Find or make a root; one whose term no longer covers all personas is made again."""
    key_name = f"{authority}-{kind}-ca"
    key = store.key(key_name)
    file = f"authority/{key_name}.der"
    certificate = _stored(store, file)
    if certificate is None or not _root_fits(certificate, key.public_key(), now):
        content = root_content(NAMES[authority, kind], key.public_key(), now)
        certificate = issue(content, key.public_key(), key)
        store.write(file, _der(certificate))
    return Root(Issuer(NAMES[authority, kind], key.public_key()), certificate, key_name)


def holder_certificate(
    persona: Persona, store: MemoryStore, issuer: Root, kind: PasswordKind, now: datetime
) -> x509.Certificate:
    """Find or make one of the two certificates of a persona."""
    public_key = store.key(kind.value).public_key()
    file = f"cards/{persona.name}-{kind}.der"
    certificate = _stored(store, file)
    if certificate is None or not _holder_fits(certificate, persona, issuer, public_key, now):
        describe = sign_content if kind is PasswordKind.SIGN else auth_content
        content = describe(persona, issuer.issuer, public_key, dates_of(persona, now))
        certificate = issue(content, public_key, store.key(issuer.key_name))
        store.write(file, _der(certificate))
    return certificate


def _contents(persona: Persona, store: MemoryStore, now: datetime) -> FileContents:
    sign_root = root(store, persona.authority, PasswordKind.SIGN, now)
    auth_root = root(store, persona.authority, PasswordKind.AUTH, now)
    certificate = partial(holder_certificate, persona, store, now=now)
    sign = certificate(sign_root, PasswordKind.SIGN) if persona.has_sign_certificate else None
    auth = certificate(auth_root, PasswordKind.AUTH) if persona.has_auth_certificate else None
    return FileContents(
        token_label=persona.token.value if persona.token is not None else "",
        token_serial="99000001",  # noqa: S106 - a number, not a password
        sign_certificate=None if sign is None else _der(sign),
        sign_ca_certificate=_der(sign_root.certificate),
        auth_certificate=None if auth is None else _der(auth),
        auth_ca_certificate=_der(auth_root.certificate),
        auth_side=persona.has_auth_side,
        # myna issue 6: the Android token gives this certificate only after its password.
        auth_certificate_access=Access.AUTH if persona.token is Token.ANDROID else Access.FREE,
    )


def _parts(persona: Persona, store: MemoryStore) -> AppletParts:
    stored = load_counters(store, persona.name)
    starts = {PasswordKind.SIGN: (persona.sign_password, persona.sign_tries)}
    if persona.has_auth_side:
        starts[PasswordKind.AUTH] = (persona.auth_password, persona.auth_tries)
    passwords = {}
    for kind, (initial, tries) in starts.items():
        counter = stored.get(kind, Counter(tries, None))
        passwords[kind] = Password(kind, initial, counter.tries, counter.changed)
    return AppletParts(
        passwords=passwords,
        keys={kind: partial(store.key, kind.value) for kind in passwords},
        save=lambda: _save(persona, store, passwords),
        knows_last_command=persona.token is Token.IPHONE,
    )


def _save(persona: Persona, store: MemoryStore, passwords: dict[PasswordKind, Password]) -> None:
    counters = {kind: Counter(item.tries, item.changed) for kind, item in passwords.items()}
    save_counters(store, persona.name, counters)


def _stored(store: MemoryStore, file: str) -> x509.Certificate | None:
    der = store.read(file)
    try:
        return None if der is None else x509.load_der_x509_certificate(der)
    except ValueError:
        return None


def _root_fits(certificate: x509.Certificate, key: rsa.RSAPublicKey, now: datetime) -> bool:
    covers = dates_of(_LONGEST_LIVED, now).not_after <= certificate.not_valid_after_utc
    return covers and certificate.public_key() == key


def _holder_fits(
    certificate: x509.Certificate,
    persona: Persona,
    issuer: Root,
    key: rsa.RSAPublicKey,
    now: datetime,
) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer.certificate)
    except (InvalidSignature, ValueError):
        return False
    return certificate.public_key() == key and _dates_fit(certificate, persona.validity, now)


def _dates_fit(certificate: x509.Certificate, validity: Validity, now: datetime) -> bool:
    left = certificate.not_valid_after_utc - now
    if validity is Validity.EXPIRED:
        return left < timedelta()
    if validity is Validity.EXPIRING:
        return _EXPIRING_AT_LEAST < left <= _EXPIRING_AT_MOST
    # A card that nears its end would show reminders that the persona does not stand for.
    return certificate.not_valid_before_utc <= now and left > timedelta(days=180)


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


_LONGEST_LIVED = Persona("mynumber")
