"""The six signature schemes that the card offers by P1 (measured by myna-card).

Arithmetic only; who may sign is the applet's affair. The textbook RSA operation is good enough for
a card made of software: its keys protect nothing.
"""

import hashlib
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa, utils

# RFC 8017, section 9.2: DigestInfo up to the SHA-256 value.
_SHA256_PREFIX = bytes.fromhex("3031300d060960864801650304020105000420")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One value of P1: how the input becomes the padded block."""

    hashes_input: bool
    adds_digest_info: bool = False
    pss: bool = False
    lengths: range = field(default=range(256))


SCHEMES = {
    0x00: Scheme(hashes_input=False, lengths=range(1, 246)),
    0x01: Scheme(hashes_input=True),
    0x02: Scheme(hashes_input=False, adds_digest_info=True, lengths=range(32, 33)),
    0x03: Scheme(hashes_input=True, adds_digest_info=True),
    0x04: Scheme(hashes_input=False, pss=True, lengths=range(32, 33)),
    0x05: Scheme(hashes_input=True, pss=True),
}


def sign(key: rsa.RSAPrivateKey, scheme: Scheme, data: bytes) -> bytes:
    """Return the signature, as long as the modulus."""
    value = hashlib.sha256(data).digest() if scheme.hashes_input else data
    if scheme.pss:
        pss = padding.PSS(padding.MGF1(hashes.SHA256()), salt_length=32)
        return key.sign(value, pss, utils.Prehashed(hashes.SHA256()))
    if scheme.adds_digest_info:
        value = _SHA256_PREFIX + value
    return _raw(key, _pkcs1_block(value, key.key_size // 8))


def _pkcs1_block(value: bytes, size: int) -> bytes:
    return b"\x00\x01" + b"\xff" * (size - len(value) - 3) + b"\x00" + value


def _raw(key: rsa.RSAPrivateKey, block: bytes) -> bytes:
    numbers = key.private_numbers()
    message = int.from_bytes(block, "big")
    first = pow(message, numbers.dmp1, numbers.p)
    second = pow(message, numbers.dmq1, numbers.q)
    # Chinese remainder theorem (RFC 8017, section 5.1.2).
    result = second + (first - second) * numbers.iqmp % numbers.p * numbers.q
    return result.to_bytes(len(block), "big")
