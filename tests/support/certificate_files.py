"""Files of certificates made for tests, by `cryptography` and by the openssl command."""

import subprocess
from datetime import timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import pkcs7

from unit.certificate import samples

PASSWORD = "Abc-鍵-123"
DER, PEM = serialization.Encoding.DER, serialization.Encoding.PEM


def openssl(*words: str | Path, given: bytes = b"") -> bytes:
    """Run openssl and return what it prints."""
    done = subprocess.run(
        ["openssl", *map(str, words)], input=given, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@cache
def trio() -> tuple[bytes, bytes, bytes]:
    """An authority and two certificates, always the same in one run."""
    return samples.authority(), samples.auth(), samples.sign()


def pem(*ders: bytes) -> bytes:
    return b"".join(x509.load_der_x509_certificate(der).public_bytes(PEM) for der in ders)


@cache
def pkcs7_der() -> bytes:
    found = [x509.load_der_x509_certificate(der) for der in trio()]
    return pkcs7.serialize_certificates(found, DER)


@cache
def revocation_list(count: int = 3) -> bytes:
    """A CRL with `count` entries."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(samples.issuer_name())
        .last_update(samples.START)
        .next_update(samples.START + timedelta(days=30))
    )
    for serial in range(1, count + 1):
        one = x509.RevokedCertificateBuilder().serial_number(serial)
        builder = builder.add_revoked_certificate(one.revocation_date(samples.START).build())
    return builder.sign(samples.rsa_key(), hashes.SHA256()).public_bytes(DER)


@cache
def request() -> bytes:
    builder = x509.CertificateSigningRequestBuilder().subject_name(samples.PLAIN)
    return builder.sign(samples.p384_key(), hashes.SHA384()).public_bytes(DER)


def private_key() -> bytes:
    return samples.rsa_key().private_bytes(
        PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def pkcs12(folder: Path, *options: str, password: str = PASSWORD) -> bytes:
    """A PKCS#12 file by openssl with the key of the first certificate and two more of them."""
    key, own, others = folder / "key.pem", folder / "own.pem", folder / "others.pem"
    authority, auth, sign = trio()
    key.write_bytes(private_key())
    own.write_bytes(pem(auth))
    others.write_bytes(pem(authority, sign))
    return openssl(
        "pkcs12",
        "-export",
        "-inkey",
        key,
        "-in",
        own,
        "-certfile",
        others,
        "-passout",
        f"pass:{password}",
        *options,
    )


def tlv(tag: int, *parts: bytes) -> bytes:
    """One element in DER."""
    body = b"".join(parts)
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(octets)]) + octets + body


def indefinite(tag: int, *parts: bytes) -> bytes:
    """One element in BER without its length."""
    return bytes([tag, 0x80]) + b"".join(parts) + b"\0\0"


def huge_list_head(entries: int, entry: bytes) -> bytes:
    """The beginning of a CRL that says it has `entries` entries; the signature is not there."""
    whole = revocation_list(1)
    peer = x509.load_der_x509_crl(whole)
    issuer = peer.issuer.public_bytes()
    algorithm = bytes.fromhex("300d06092a864886f70d01010b0500")
    times = tlv(0x17, b"160316012805Z") + tlv(0x17, b"160415012805Z")
    before = tlv(0x02, b"\x01") + algorithm + issuer + times
    size = entries * len(entry)
    entries_head = b"\x30\x85" + size.to_bytes(5, "big")
    inner = len(before) + len(entries_head) + size
    tbs_head = b"\x30\x85" + inner.to_bytes(5, "big")
    return b"\x30\x85" + (inner + 300).to_bytes(5, "big") + tbs_head + before + entries_head
