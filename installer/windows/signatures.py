"""Checks that programs of others (CPython's runtime) are what their makers signed.

Authenticode: the digest over the PE file, the signature over that digest, and the chain to an
authority that is pinned here by fingerprint. Not checked: revocation, and the time stamp, so that a
certificate that ran out after the signing is taken. The archive is pinned by its hash besides.

Usage: signatures.py FILE…
"""

import hashlib
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

from asn1crypto import cms, core, parser, x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509 import load_der_x509_certificate

SIGNERS = {
    "Python Software Foundation",
    "Microsoft Windows Software Compatibility Publisher",
}

# SHA-256 of the certificates of the authorities above the signers.
AUTHORITIES = {
    # Microsoft Identity Verification Root Certificate Authority 2020
    "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270",
    # DigiCert Trusted Root G4
    "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988",
    # Microsoft Windows Third Party Component CA 2013 (its root does not come with the signature)
    "8ef01bb5e07987053659e039e5a72580c88c444bc1a31ab412ce81a4ad53044e",
}

_PE32_PLUS = 0x20B
_SECURITY_DIRECTORY = 4
# SPC_INDIRECT_DATA_OBJID, Authenticode_PE.docx
_INDIRECT_DATA = "1.3.6.1.4.1.311.2.1.4"
_MOST_STEPS = 8


class NotSignedError(Exception):
    """The file is not what a known maker signed."""


class _IndirectDigest(core.Sequence):  # type: ignore[misc]
    _fields = [("algorithm", cms.DigestAlgorithm), ("digest", core.OctetString)]  # noqa: RUF012


class _IndirectData(core.Sequence):  # type: ignore[misc]
    _fields = [("data", core.Any), ("message_digest", _IndirectDigest)]  # noqa: RUF012


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a PE file lie that its signature leaves out."""

    checksum: int
    directory: int
    signature: int
    length: int


def signer(path: Path) -> str:
    """Return who signed the file.

    Raises:
        NotSignedError: nobody known did, or the file was changed afterwards.
    """
    try:
        return _signer(path.read_bytes())
    except (ValueError, TypeError, KeyError, struct.error, InvalidSignature) as problem:
        raise NotSignedError(f"{path.name}: {type(problem).__name__} {problem}") from None
    except NotSignedError as problem:
        raise NotSignedError(f"{path.name}: {problem}") from None


def _signer(content: bytes) -> str:
    places = _places(content)
    signed = _signed_data(content[places.signature + 8 : places.signature + places.length])
    encapsulated = signed["encap_content_info"]
    if encapsulated["content_type"].dotted != _INDIRECT_DATA:
        raise NotSignedError("the signature is over something else")
    # [0] EXPLICIT around a SEQUENCE; what is signed is the inside of the SEQUENCE.
    sequence = parser.parse(encapsulated["content"].dump())[4]
    indirect = _IndirectData.load(sequence)
    name = indirect["message_digest"]["algorithm"]["algorithm"].native
    if _digest(content, places, name) != indirect["message_digest"]["digest"].native:
        raise NotSignedError("the file was changed after it was signed")
    certificates = [choice.chosen for choice in signed["certificates"]]
    [info] = signed["signer_infos"]
    return _check_signer(info, parser.parse(sequence)[4], certificates)


def _places(content: bytes) -> _Places:
    (header,) = struct.unpack_from("<I", content, 0x3C)
    optional = header + 24
    (magic,) = struct.unpack_from("<H", content, optional)
    if content[header : header + 4] != b"PE\0\0" or magic != _PE32_PLUS:
        raise NotSignedError("no 64-bit program")
    directory = optional + 112 + 8 * _SECURITY_DIRECTORY
    offset, length = struct.unpack_from("<II", content, directory)
    if not length:
        raise NotSignedError("not signed")
    if offset + length != len(content):
        raise NotSignedError("something follows the signature")
    return _Places(optional + 64, directory, offset, length)


def _digest(content: bytes, places: _Places, name: str) -> bytes:
    digest = hashlib.new(name)
    digest.update(content[: places.checksum])
    digest.update(content[places.checksum + 4 : places.directory])
    digest.update(content[places.directory + 8 : places.signature])
    return digest.digest()


def _signed_data(wrapped: bytes) -> cms.SignedData:
    # Filled up with zeros to a multiple of eight.
    return cms.ContentInfo.load(wrapped, strict=False)["content"]


def _check_signer(
    info: cms.SignerInfo, content: bytes, certificates: list[x509.Certificate]
) -> str:
    [certificate] = [
        one
        for one in certificates
        if one.serial_number == info["sid"].chosen["serial_number"].native
    ]
    name = info["digest_algorithm"]["algorithm"].native
    attributes = {one["type"].native: one["values"] for one in info["signed_attrs"]}
    if attributes["message_digest"][0].native != hashlib.new(name, content).digest():
        raise NotSignedError("the signature is over something else")
    key = load_der_x509_certificate(certificate.dump()).public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        raise NotSignedError("a kind of key that is not known here")
    # Signed as a SET, stored with an implicit tag.
    signed = info["signed_attrs"].untag().dump(force=True)
    algorithm = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha1": hashes.SHA1()}[name]  # noqa: S303
    key.verify(info["signature"].native, signed, padding.PKCS1v15(), algorithm)
    _check_chain(certificate, certificates)
    common_name = str(certificate.subject.native["common_name"])
    if common_name not in SIGNERS:
        raise NotSignedError(f"signed by {common_name}")
    return common_name


def _check_chain(certificate: x509.Certificate, certificates: list[x509.Certificate]) -> None:
    for _ in range(_MOST_STEPS):
        if hashlib.sha256(certificate.dump()).hexdigest() in AUTHORITIES:
            return
        issuers = [one for one in certificates if one.subject == certificate.issuer]
        if not issuers or issuers[0].dump() == certificate.dump():
            break
        child = load_der_x509_certificate(certificate.dump())
        child.verify_directly_issued_by(load_der_x509_certificate(issuers[0].dump()))
        certificate = issuers[0]
    fingerprint = hashlib.sha256(certificate.dump()).hexdigest()
    raise NotSignedError(f"unknown authority {certificate.subject.human_friendly} {fingerprint}")


def main(names: list[str]) -> int:
    """Print who signed each file; 1 when one is not signed by anybody known."""
    refused = 0
    for name in names:
        try:
            print(f"{Path(name).name}: {signer(Path(name))}")
        except NotSignedError as problem:
            print(f"refused: {problem}", file=sys.stderr)
            refused += 1
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
