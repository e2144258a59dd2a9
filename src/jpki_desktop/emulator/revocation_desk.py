"""The test authority's answers to revocation requests (CMP `rr`, RFC 4210 5.3.9), in process.

Only the holder may have a certificate revoked: the request must be signed by the very key of the
certificate that it names. The root's own key signs the answer. Written without the parts of the
program that ask, so that the two witness each other.
"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from jpki_desktop.emulator.der import Item, items, pack, unpack
from jpki_desktop.emulator.issuing import Root
from jpki_desktop.emulator.responder import Responder
from jpki_desktop.emulator.store import MemoryStore

_ACCEPTED, _REJECTED = 0, 2

# Bits of PKIFailureInfo (RFC 4210 5.2.3).
BAD_MESSAGE_CHECK, BAD_REQUEST, BAD_CERT_ID, BAD_DATA_FORMAT = 1, 2, 4, 5
CERT_REVOKED, SIGNER_NOT_TRUSTED, NOT_AUTHORIZED = 10, 20, 23

_RR, _RP = 0xAB, 0xAC
_SEQUENCE, _INTEGER, _BITS, _OCTETS, _TEXT, _TIME = 0x30, 0x02, 0x03, 0x04, 0x0C, 0x18
_SHA256_RSA = bytes.fromhex("300d06092a864886f70d01010b0500")
_REASON_CODE = bytes.fromhex("0603551d15")

# CRLReason (RFC 5280 5.3.1), those that a holder can state.
_REASONS = {
    0: x509.ReasonFlags.unspecified,
    1: x509.ReasonFlags.key_compromise,
    3: x509.ReasonFlags.affiliation_changed,
    4: x509.ReasonFlags.superseded,
    5: x509.ReasonFlags.cessation_of_operation,
}


class _RefusedError(Exception):
    """Ends a request with this failure; never leaves this module."""

    def __init__(self, failure: int, text: str) -> None:
        super().__init__(failure, text)
        self.failure = failure
        self.text = text


@dataclass(frozen=True, slots=True)
class _Request:
    """The parts of a message, as received."""

    sender: bytes
    transaction_id: bytes
    nonce: bytes
    protected: bytes
    body: Item
    signature: bytes
    signer: x509.Certificate


class RevocationDesk:
    """Takes requests for the certificates that the personas have today."""

    def __init__(self, store: MemoryStore, responder: Responder) -> None:
        self._store = store
        self._responder = responder

    def signers(self, now: datetime | None = None) -> tuple[bytes, ...]:
        """The certificates that sign the answers."""
        roots = self._responder.roots(now or datetime.now(UTC))
        return tuple(one.certificate.public_bytes(Encoding.DER) for one in roots)

    def answer(self, message: bytes, now: datetime | None = None) -> bytes:
        """Answer a request as it comes over HTTP.

        Raises:
            ValueError: it is no message to which an answer could be made.
        """
        moment = now or datetime.now(UTC)
        request = _read(message)
        root = self._root_of(request, moment)
        try:
            self._revoke(request, root, moment)
        except _RefusedError as refused:
            status = _status(_REJECTED, refused.text, refused.failure)
            return self._signed(request, root or self._first(moment), _response(status), moment)
        signer = root or self._first(moment)
        return self._signed(request, signer, _response(_status(_ACCEPTED, "")), moment)

    def _first(self, now: datetime) -> Root:
        return self._responder.roots(now)[0]

    def _root_of(self, request: _Request, now: datetime) -> Root | None:
        for one in self._responder.roots(now):
            try:
                request.signer.verify_directly_issued_by(one.certificate)
            except (InvalidSignature, ValueError, TypeError):
                continue
            return one
        return None

    def _revoke(self, request: _Request, root: Root | None, now: datetime) -> None:
        _check_protection(request)
        if root is None:
            raise _RefusedError(SIGNER_NOT_TRUSTED, "not a certificate of this authority")
        serial, issuer, reason = _asked(request.body)
        own = (request.signer.serial_number, request.signer.issuer.public_bytes())
        if (serial, issuer) != own:
            raise _RefusedError(NOT_AUTHORIZED, "only the holder may ask")
        if self._responder.is_revoked(root, serial, now):
            raise _RefusedError(CERT_REVOKED, "revoked already")
        if not self._responder.revoke(root, serial, reason, now):
            raise _RefusedError(BAD_CERT_ID, "never issued")

    def _signed(self, request: _Request, root: Root, body: bytes, now: datetime) -> bytes:
        header = _header(request, root, now)
        key = self._store.key(root.key_name)
        signature = key.sign(pack(_SEQUENCE, header + body), padding.PKCS1v15(), hashes.SHA256())
        along = pack(_SEQUENCE, root.certificate.public_bytes(Encoding.DER))
        return pack(
            _SEQUENCE,
            header + body + pack(0xA0, pack(_BITS, b"\0" + signature)) + pack(0xA1, along),
        )


def _read(message: bytes) -> _Request:
    header, body, *rest = items(unpack(message, _SEQUENCE))
    parts = items(header.content)
    more = {item.tag: item.content for item in parts[3:]}
    tail = {item.tag: item.content for item in rest}
    try:
        first = items(unpack(tail[0xA1], _SEQUENCE))[0]
        bits = unpack(tail[0xA0], _BITS)
        return _Request(
            sender=parts[1].content,
            transaction_id=unpack(more[0xA4], _OCTETS),
            nonce=unpack(more[0xA5], _OCTETS),
            protected=pack(_SEQUENCE, header.whole + body.whole),
            body=body,
            signature=bits[1:],
            signer=x509.load_der_x509_certificate(first.whole),
        )
    except (KeyError, IndexError) as missing:
        raise ValueError(str(missing)) from None


def _check_protection(request: _Request) -> None:
    """The sender is the signer, and its signature is over header and body."""
    if request.sender != request.signer.subject.public_bytes():
        raise _RefusedError(BAD_MESSAGE_CHECK, "the sender is not the signer")
    key = request.signer.public_key()
    try:
        if not isinstance(key, rsa.RSAPublicKey):
            raise _RefusedError(BAD_MESSAGE_CHECK, "no RSA key")
        key.verify(request.signature, request.protected, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise _RefusedError(BAD_MESSAGE_CHECK, "wrong signature") from None


def _asked(body: Item) -> tuple[int, bytes, x509.ReasonFlags]:
    """Serial number, issuer and reason of the one certificate that is named."""
    if body.tag != _RR:
        raise _RefusedError(BAD_REQUEST, "only revocation is done here")
    try:
        (details,) = items(unpack(body.content, _SEQUENCE))
        template, *extensions = items(details.content)
        named = {item.tag: item.content for item in items(template.content)}
        serial = int.from_bytes(named[0x81], "big", signed=True)
        return serial, named[0xA3], _reason(extensions)
    except (ValueError, KeyError):
        raise _RefusedError(BAD_DATA_FORMAT, "not understood") from None


def _reason(extensions: list[Item]) -> x509.ReasonFlags:
    for extension in items(extensions[0].content) if extensions else []:
        name, *_, value = items(extension.content)
        if name.whole == _REASON_CODE:
            return _REASONS[unpack(value.content, 0x0A)[0]]
    return x509.ReasonFlags.unspecified


def _status(status: int, text: str, failure: int | None = None) -> bytes:
    found = pack(_INTEGER, bytes((status,)))
    if text:
        found += pack(_SEQUENCE, pack(_TEXT, text.encode()))
    if failure is not None:
        size = failure // 8 + 1
        bits = (1 << (size * 8 - 1 - failure)).to_bytes(size, "big")
        # X.690 11.2.2: a list of named bits ends with its last one.
        found += pack(_BITS, bytes((7 - failure % 8,)) + bits)
    return pack(_SEQUENCE, found)


def _response(status: bytes) -> bytes:
    return pack(_RP, pack(_SEQUENCE, pack(_SEQUENCE, status)))


def _header(request: _Request, root: Root, now: datetime) -> bytes:
    key = x509.SubjectKeyIdentifier.from_public_key(root.issuer.public_key).digest
    return pack(
        _SEQUENCE,
        pack(_INTEGER, b"\x02")
        + pack(0xA4, root.certificate.subject.public_bytes())
        + pack(0xA4, request.sender)
        + pack(0xA0, pack(_TIME, now.astimezone(UTC).strftime("%Y%m%d%H%M%SZ").encode()))
        + pack(0xA1, _SHA256_RSA)
        + pack(0xA2, pack(_OCTETS, key))
        + pack(0xA4, pack(_OCTETS, request.transaction_id))
        + pack(0xA5, pack(_OCTETS, os.urandom(16)))
        + pack(0xA6, pack(_OCTETS, request.nonce)),
    )
