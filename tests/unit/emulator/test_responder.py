"""The test authority's responder, as the openssl command understands it."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from jpki_desktop.emulator.issuing import Root, holder_certificate, root
from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.persona import PERSONAS
from jpki_desktop.emulator.responder import Responder
from jpki_desktop.emulator.store import MemoryStore

NOW = datetime.now(UTC)
STORE = MemoryStore()
AUTH, SIGN = PasswordKind.AUTH, PasswordKind.SIGN


def issued(persona: str, kind: PasswordKind) -> tuple[x509.Certificate, Root]:
    one = PERSONAS[persona]
    issuer = root(STORE, one.authority, kind, NOW)
    return holder_certificate(one, STORE, issuer, kind, NOW), issuer


def openssl(folder: Path, certificate: x509.Certificate, issuer: Root) -> str:
    """Ask by openssl, answer by the responder, judge by openssl."""
    (folder / "holder.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "ca.pem").write_bytes(issuer.certificate.public_bytes(Encoding.PEM))
    names = [
        *("openssl", "ocsp", "-issuer", str(folder / "ca.pem")),
        *("-cert", str(folder / "holder.pem")),
    ]
    subprocess.run([*names, "-reqout", str(folder / "question")], check=True, capture_output=True)
    answer = Responder(STORE).answer((folder / "question").read_bytes())
    (folder / "answer").write_bytes(answer)
    # The answer carries no certificate, so openssl is told where the signer's is.
    signer = ["-verify_other", str(folder / "ca.pem"), "-CAfile", str(folder / "ca.pem")]
    done = subprocess.run(
        [*names, "-no_nonce", "-respin", str(folder / "answer"), *signer],
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Response verify OK" in done.stderr
    return done.stdout


@pytest.mark.peer
@pytest.mark.parametrize(
    ("persona", "kind", "words"),
    [
        ("mynumber", AUTH, ("good",)),
        ("mynumber", SIGN, ("good",)),
        ("moved", AUTH, ("good",)),
        ("moved", SIGN, ("revoked", "affiliationChanged")),
        ("revoked", AUTH, ("revoked", "cessationOfOperation")),
        ("on-hold", SIGN, ("revoked", "certificateHold")),
        ("jlis-test", SIGN, ("good",)),
    ],
)
def test_openssl_understands(
    tmp_path: Path, persona: str, kind: PasswordKind, words: tuple[str, ...]
) -> None:
    found = openssl(tmp_path, *issued(persona, kind))
    for word in words:
        assert word in found


def test_what_it_did_not_issue_is_unknown() -> None:
    certificate, issuer = issued("mynumber", AUTH)
    request = ocsp.OCSPRequestBuilder().add_certificate_by_hash(
        *hashes_of(certificate, issuer), certificate.serial_number + 1, SHA256()
    )
    answer = ocsp.load_der_ocsp_response(
        Responder(STORE).answer(request.build().public_bytes(Encoding.DER))
    )
    assert answer.certificate_status is ocsp.OCSPCertStatus.UNKNOWN


def hashes_of(certificate: x509.Certificate, issuer: Root) -> tuple[bytes, bytes]:
    built = ocsp.OCSPRequestBuilder().add_certificate(certificate, issuer.certificate, SHA256())
    request = built.build()
    return request.issuer_name_hash, request.issuer_key_hash


def test_an_authority_that_is_not_its_own_is_refused() -> None:
    request = ocsp.OCSPRequestBuilder().add_certificate_by_hash(b"a" * 20, b"b" * 20, 1, SHA1())  # noqa: S303
    answer = ocsp.load_der_ocsp_response(
        Responder(STORE).answer(request.build().public_bytes(Encoding.DER))
    )
    assert answer.response_status is ocsp.OCSPResponseStatus.UNAUTHORIZED


@pytest.mark.parametrize("question", [b"", b"x", b"\x30\x00"])
def test_nonsense_is_refused(question: bytes) -> None:
    answer = ocsp.load_der_ocsp_response(Responder(STORE).answer(question))
    assert answer.response_status is ocsp.OCSPResponseStatus.MALFORMED_REQUEST
