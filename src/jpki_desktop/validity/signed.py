"""Signatures: which algorithms are accepted, and whether a signature fits.

An algorithm is recognised by the exact bytes of its identifier, so that nothing has two forms.
RSA from 2048 bits and ECDSA on P-256 and P-384, with SHA-2; SHA-1 and MD5 are weak, all else is
unknown here.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from asn1crypto import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

SMALLEST_RSA = 2048
LARGEST_RSA = 8192
CURVES = ("secp256r1", "secp384r1")

# AlgorithmIdentifier as DER: RSA with NULL (RFC 4055 5), ECDSA without parameters (RFC 5758 3.2).
_RSA = "300d06092a864886f70d0101{:02x}0500"
_ECDSA = "300a06082a8648ce3d0403{:02x}"
_ALGORITHMS: dict[bytes, tuple[str, hashes.HashAlgorithm]] = {
    bytes.fromhex(_RSA.format(11)): ("RSA", hashes.SHA256()),
    bytes.fromhex(_RSA.format(12)): ("RSA", hashes.SHA384()),
    bytes.fromhex(_RSA.format(13)): ("RSA", hashes.SHA512()),
    bytes.fromhex(_ECDSA.format(2)): ("EC", hashes.SHA256()),
    bytes.fromhex(_ECDSA.format(3)): ("EC", hashes.SHA384()),
    bytes.fromhex(_ECDSA.format(4)): ("EC", hashes.SHA512()),
}
_WEAK = frozenset(
    {
        # MD2, MD4, MD5, SHA-1; also in the form without parameters.
        *(bytes.fromhex(_RSA.format(number)) for number in (2, 3, 4, 5)),
        *(bytes.fromhex(f"300b06092a864886f70d0101{number:02x}") for number in (2, 3, 4, 5)),
        bytes.fromhex("300906072a8648ce3d0401"),  # ecdsa-with-SHA1
        bytes.fromhex("300906072a8648ce380403"),  # dsa-with-sha1
    }
)


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed structure in its three parts, as received."""

    body: bytes
    algorithm: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class CertificateParts:
    """The parts of a certificate that are compared byte by byte."""

    signed: Signed
    inner_algorithm: bytes
    issuer: bytes
    subject: bytes
    key: bytes


@lru_cache(maxsize=64)
def parts_of(der: bytes) -> CertificateParts:
    """Cut a certificate into its parts.

    Raises:
        ValueError: it is none, or its signature does not end on an octet.
    """
    whole = x509.Certificate.load(der, strict=True)
    body = whole["tbs_certificate"]
    return CertificateParts(
        signed=Signed(
            bytes(body.dump()),
            bytes(whole["signature_algorithm"].dump()),
            octets(whole["signature_value"]),
        ),
        inner_algorithm=bytes(body["signature"].dump()),
        issuer=bytes(body["issuer"].dump()),
        subject=bytes(body["subject"].dump()),
        key=bytes(body["subject_public_key_info"].dump()),
    )


def octets(bits: Any) -> bytes:
    """Return the octets of a BIT STRING; its first octet, the unused bits, must be 0.

    Raises:
        ValueError: there are unused bits.
    """
    contents = bytes(bits.contents)
    if contents[:1] != b"\0":
        raise ValueError("unused bits")
    return contents[1:]


def digest_of(algorithm: bytes) -> hashes.HashAlgorithm | None:
    """Return the hash of an accepted signature algorithm."""
    found = _ALGORITHMS.get(algorithm)
    return None if found is None else found[1]


def is_weak(algorithm: bytes) -> bool:
    """Whether this is an algorithm that must not be believed any more."""
    return algorithm in _WEAK


def fits(signed: Signed, key: bytes) -> bool:
    """Whether the signature was made over the body with the key (SubjectPublicKeyInfo)."""
    return _fits(signed.algorithm, signed.signature, key, signed.body, digest=False)


def fits_digest(algorithm: bytes, signature: bytes, key: bytes, digest: bytes) -> bool:
    """As `fits`, with the digest of a body that was not kept."""
    return _fits(algorithm, signature, key, digest, digest=True)


def _fits(algorithm: bytes, signature: bytes, key: bytes, data: bytes, *, digest: bool) -> bool:
    found = _ALGORITHMS.get(algorithm)
    if found is None:
        return False
    kind, digest_algorithm = found
    scheme = Prehashed(digest_algorithm) if digest else digest_algorithm
    try:
        public = serialization.load_der_public_key(key)
        if kind == "RSA" and isinstance(public, rsa.RSAPublicKey):
            public.verify(signature, data, padding.PKCS1v15(), scheme)
            return SMALLEST_RSA <= public.key_size <= LARGEST_RSA
        if kind == "EC" and isinstance(public, ec.EllipticCurvePublicKey):
            public.verify(signature, data, ec.ECDSA(scheme))
            return public.curve.name in CURVES
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        pass
    return False
