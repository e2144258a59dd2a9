"""The test authority's OCSP responder, in process: what it says of the personas' certificates.

The root's own key answers (RFC 6960 4.2.2.2). Whatever it did not issue is unknown to it.
"""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import ocsp

from jpki_desktop.emulator.authority import NAMES
from jpki_desktop.emulator.issuing import Root, holder_certificate, root
from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.persona import PERSONAS, Persona, Standing
from jpki_desktop.emulator.store import MemoryStore

# JPKI's own responder is said to be brought up to date every 15 minutes.
_CADENCE = timedelta(minutes=15)
_REVOKED_DAYS_AGO = timedelta(days=20)

_REASONS = {
    Standing.MOVED: x509.ReasonFlags.affiliation_changed,
    Standing.RETURNED: x509.ReasonFlags.cessation_of_operation,
    Standing.ON_HOLD: x509.ReasonFlags.certificate_hold,
}


class Responder:
    """Answers for every root of the test authority."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self._standings: dict[tuple[str, int], Standing] = {}
        # What was revoked on request; it is forgotten with this run, as a demo begins anew.
        self._revoked: dict[tuple[str, int], tuple[x509.ReasonFlags, datetime]] = {}

    def root_keys(self) -> frozenset[bytes]:
        """The public keys of the roots (SubjectPublicKeyInfo)."""
        return frozenset(
            one.issuer.public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
            for one in self.roots(datetime.now(UTC))
        )

    def answer(self, question: bytes, now: datetime | None = None) -> bytes:
        """Answer a request as it comes over HTTP."""
        moment = now or datetime.now(UTC)
        try:
            request = ocsp.load_der_ocsp_request(question)
            signer = self._issuer(request, moment)
        except (ValueError, UnsupportedAlgorithm):
            return _refusal(ocsp.OCSPResponseStatus.MALFORMED_REQUEST)
        if signer is None:
            return _refusal(ocsp.OCSPResponseStatus.UNAUTHORIZED)
        return self._signed(request, signer, moment)

    def is_revoked(self, issuer: Root, serial: int, now: datetime) -> bool:
        """Whether a certificate is revoked for good; one on hold is not."""
        standing = self._standing(issuer, serial, now)
        known = standing in (Standing.MOVED, Standing.RETURNED)
        return known or (issuer.key_name, serial) in self._revoked

    def revoke(self, issuer: Root, serial: int, reason: x509.ReasonFlags, now: datetime) -> bool:
        """Revoke a certificate from now on; returns whether this authority has issued it."""
        if self._standing(issuer, serial, now) is None:
            return False
        self._revoked[issuer.key_name, serial] = (reason, now.replace(microsecond=0))
        return True

    def roots(self, now: datetime) -> list[Root]:
        """Every root, with its certificate of today."""
        return [root(self._store, authority, kind, now) for authority, kind in NAMES]

    def _issuer(self, request: ocsp.OCSPRequest, now: datetime) -> Root | None:
        for one in self.roots(now):
            # RFC 6960 4.1.1: the hash of the key's bits, which is also its SHA-1 identifier.
            bits = one.issuer.public_key.public_bytes(Encoding.DER, PublicFormat.PKCS1)
            digest = hashes.Hash(request.hash_algorithm)
            digest.update(bits)
            if digest.finalize() == request.issuer_key_hash:
                return one
        return None

    def _signed(self, request: ocsp.OCSPRequest, signer: Root, now: datetime) -> bytes:
        standing = self._standing(signer, request.serial_number, now)
        reason, since = self._revocation(signer, request.serial_number, standing, now)
        update = now - timedelta(seconds=now.timestamp() % _CADENCE.total_seconds())
        if since is not None:
            # What it knows of a revocation it cannot have known before.
            update = max(update, since)
        status = ocsp.OCSPCertStatus.UNKNOWN
        if standing is not None:
            good = since is None
            status = ocsp.OCSPCertStatus.GOOD if good else ocsp.OCSPCertStatus.REVOKED
        builder = (
            ocsp.OCSPResponseBuilder()
            .add_response_by_hash(
                request.issuer_name_hash,
                request.issuer_key_hash,
                request.serial_number,
                request.hash_algorithm,
                status,
                update,
                update + 2 * _CADENCE,
                since,
                reason,
            )
            .responder_id(ocsp.OCSPResponderEncoding.HASH, signer.certificate)
        )
        for extension in request.extensions:
            if extension.oid == x509.OCSPNonce.oid:
                builder = builder.add_extension(extension.value, critical=False)
        answer = builder.sign(self._store.key(signer.key_name), hashes.SHA256())
        return answer.public_bytes(Encoding.DER)

    def _revocation(
        self, signer: Root, serial: int, standing: Standing | None, now: datetime
    ) -> tuple[x509.ReasonFlags | None, datetime | None]:
        """Why and since when; without a moment it is not revoked."""
        asked = self._revoked.get((signer.key_name, serial))
        if asked is not None:
            reason, since = asked
            # RFC 5280 5.3.1: this one is said by saying none.
            return (None if reason is x509.ReasonFlags.unspecified else reason), since
        known = _REASONS.get(standing) if standing is not None else None
        return known, None if known is None else _revoked_at(now)

    def _standing(self, signer: Root, serial: int, now: datetime) -> Standing | None:
        place = (signer.key_name, serial)
        if place not in self._standings:
            self._standings = self._issued(now)
        return self._standings.get(place)

    def _issued(self, now: datetime) -> dict[tuple[str, int], Standing]:
        """Every certificate that the personas have today."""
        found = {}
        for persona in PERSONAS.values():
            for kind, standing in _kinds(persona):
                issuer = root(self._store, persona.authority, kind, now)
                certificate = holder_certificate(persona, self._store, issuer, kind, now)
                found[issuer.key_name, certificate.serial_number] = standing
        return found


def _kinds(persona: Persona) -> list[tuple[PasswordKind, Standing]]:
    if persona.token is None:
        return []
    sign = [(PasswordKind.SIGN, persona.sign_standing)] * persona.has_sign_certificate
    return sign + [(PasswordKind.AUTH, persona.auth_standing)] * persona.has_auth_certificate


def _revoked_at(now: datetime) -> datetime:
    return (now - _REVOKED_DAYS_AGO).replace(hour=1, minute=23, second=45, microsecond=0)


def _refusal(status: ocsp.OCSPResponseStatus) -> bytes:
    return ocsp.OCSPResponseBuilder.build_unsuccessful(status).public_bytes(Encoding.DER)
