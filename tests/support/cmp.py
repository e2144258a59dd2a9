"""Revocation requests with keys in files, and answers to them that are made here, right or wrong.

The answers are put together from plain DER, so nothing of the program's own CMP is in them.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.serialization import Encoding

from jpki_desktop.emulator.der import pack
from jpki_desktop.revocation_request.message import Numbers, Subject, build_request
from jpki_desktop.revocation_request.model import RevocationReason, Server, SignedRequest
from support import pki
from support.pki import Authority, Key

CMC_CA = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.27")
CMC_RA = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.28")
ADDRESS = "http://revoke.test.invalid/"

SEQUENCE, INTEGER, BITS, OCTETS, TEXT, TIME = 0x30, 0x02, 0x03, 0x04, 0x0C, 0x18
RSA_SHA256 = bytes.fromhex("300d06092a864886f70d01010b0500")
RSA_SHA256_BARE = bytes.fromhex("300b06092a864886f70d01010b")
RSA_SHA1 = bytes.fromhex("300d06092a864886f70d0101050500")
ECDSA_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")


def sign_with(key: Key) -> Callable[[bytes], bytes]:
    """What a card would do with a digest."""

    def sign(digest: bytes) -> bytes:
        kind = hashes.SHA384() if len(digest) == 48 else hashes.SHA256()
        if isinstance(key, rsa.RSAPrivateKey):
            return key.sign(digest, padding.PKCS1v15(), Prehashed(kind))
        return key.sign(digest, ec.ECDSA(Prehashed(kind)))

    return sign


def make_request(
    holder: x509.Certificate,
    key: Key,
    *signers: x509.Certificate,
    url: str = ADDRESS,
    reason: RevocationReason = RevocationReason.SUPERSEDED,
    issuer: Authority | None = None,
) -> SignedRequest:
    """A signed request whose answer these certificates may sign."""
    return build_request(
        Subject(pki.parsed(holder), reason, None if issuer is None else issuer.certificate),
        Server(url, tuple(pki.parsed(one) for one in signers)),
        Numbers(os.urandom(16), os.urandom(16)),
        datetime.now(UTC),
        sign_with(key),
    )


def make_server(
    issuer: Authority,
    purposes: Sequence[x509.ObjectIdentifier] = (CMC_RA,),
    **more: object,
) -> Authority:
    """The server of an authority, which may answer for it."""
    key = more.pop("key", None) or pki.rsa_key("cmp server")
    return pki.make_delegate(
        issuer,
        key=key,  # type: ignore[arg-type]
        purposes=purposes,
        no_check=False,
        **more,  # type: ignore[arg-type]
    )


def integer(value: int) -> bytes:
    return pack(INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))


def status(number: int, failure: int | None = None, *texts: str) -> bytes:
    """A PKIStatusInfo."""
    found = integer(number)
    if texts:
        found += pack(SEQUENCE, b"".join(pack(TEXT, text.encode()) for text in texts))
    if failure is not None:
        size = failure // 8 + 1
        bits = (1 << (size * 8 - 1 - failure)).to_bytes(size, "big")
        found += pack(BITS, bytes((7 - failure % 8,)) + bits)
    return pack(SEQUENCE, found)


def response(*statuses: bytes, about: bytes = b"") -> bytes:
    """An `rp` body."""
    return pack(0xAC, pack(SEQUENCE, pack(SEQUENCE, b"".join(statuses)) + about))


def error(info: bytes, more: bytes = b"") -> bytes:
    """An `error` body."""
    return pack(0xB7, pack(SEQUENCE, info + more))


def certificate_id(issuer: x509.Name, serial: int) -> bytes:
    """The revCerts of a body."""
    one = pack(SEQUENCE, pack(0xA4, issuer.public_bytes()) + integer(serial))
    return pack(0xA0, pack(SEQUENCE, one))


@dataclass(frozen=True)
class Plan:
    """What an answer says of itself; None is what a right answer would have."""

    body: bytes = response(status(0))
    pvno: int = 2
    transaction_id: bytes | None = None
    recipient_nonce: bytes | None = None
    sender_nonce: bytes = b"n" * 16
    sender: x509.Name | None = None
    sender_key: bytes | None = None
    algorithm: bytes = RSA_SHA256
    protected: bool = True
    along: tuple[x509.Certificate, ...] | None = None
    unused_bits: int = 0


def make_answer(request: SignedRequest, signer: Authority, plan: Plan) -> bytes:
    """An answer to a request."""
    sender = (plan.sender or signer.x509.subject).public_bytes()
    transaction = request.transaction_id if plan.transaction_id is None else plan.transaction_id
    nonce = request.nonce if plan.recipient_nonce is None else plan.recipient_nonce
    header = integer(plan.pvno) + pack(0xA4, sender) + pack(0xA4, pack(SEQUENCE, b""))
    header += pack(0xA0, pack(TIME, b"20261120030000Z"))
    if plan.protected:
        header += pack(0xA1, plan.algorithm)
    if plan.sender_key is not None:
        header += pack(0xA2, pack(OCTETS, plan.sender_key))
    header += pack(0xA4, pack(OCTETS, transaction))
    if plan.sender_nonce:
        header += pack(0xA5, pack(OCTETS, plan.sender_nonce))
    header += pack(0xA6, pack(OCTETS, nonce))
    part = pack(SEQUENCE, header) + plan.body
    if not plan.protected:
        return pack(SEQUENCE, part)
    digest = hashes.SHA1() if plan.algorithm == RSA_SHA1 else hashes.SHA256()  # noqa: S303
    signature = pki.sign(signer.key, pack(SEQUENCE, part), digest)
    along = (signer.x509,) if plan.along is None else plan.along
    certificates = b"".join(one.public_bytes(Encoding.DER) for one in along)
    tail = pack(0xA0, pack(BITS, bytes((plan.unused_bits,)) + signature))
    if along:
        tail += pack(0xA1, pack(SEQUENCE, certificates))
    return pack(SEQUENCE, part + tail)
