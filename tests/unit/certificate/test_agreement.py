"""For every certificate that openssl and we both read, the facts agree.

The certificates are those of PyPI's `cryptography_vectors`, among them many malformed ones. What
differs is in `EXPLAINED`, by file and with its reason; anything else is a failure.
"""

import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import cryptography_vectors
import pytest

from jpki_desktop.certificate import pem
from jpki_desktop.certificate.entries import CertificateEntry
from jpki_desktop.certificate.files import open_bytes
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.summary import read_summary, summary_of
from jpki_desktop.errors import CertificateError, JpkiError

pytestmark = pytest.mark.peer

VECTORS = Path(cryptography_vectors.__file__).parent
FEWEST_COMPARED = 500
SUFFIXES = (".pem", ".der", ".crt", ".cer", ".p7b")

KEYS = {
    "RSA": "rsaEncryption",
    "RSA-PSS": "rsassaPss",
    "DSA": "dsaEncryption",
    "EC": "id-ecPublicKey",
    "Ed25519": "ED25519",
    "Ed448": "ED448",
    "X25519": "X25519",
    "X448": "X448",
}

# What openssl reads and we do not.
REFUSED = {
    "x509/badasn1time.pem": "its dates are no dates, and a made-up one must not be shown",
    "x509/custom/two_basic_constraints.pem": "two programs could read duplicates differently",
}
# What both read and say differently.
EXPLAINED = {
    "x509/e-trust.ru.der#0": "openssl has names for two Russian attributes; here they are dotted",
    "x509/scottishpower-bitstring-dn.pem#0": "a BIT STRING, which openssl prints like text",
    "x509/unique_identifier.pem#0": "a BIT STRING, which openssl prints like text",
}


@cache
def certificates() -> dict[str, bytes]:
    """Every certificate of the collection by file and place, found by our own opening of files."""
    found = {}
    for file in sorted(VECTORS.rglob("*")):
        if file.suffix.lower() not in SUFFIXES:
            continue
        try:
            opened = open_bytes(file.name, file.read_bytes())
        except JpkiError:
            continue
        for number, entry in enumerate(opened.entries):
            if isinstance(entry, CertificateEntry):
                found[f"{file.relative_to(VECTORS)}#{number}"] = entry.der
    return found


def openssl_facts(der: bytes) -> dict[str, str] | None:
    done = subprocess.run(
        [
            *("openssl", "x509", "-inform", "DER", "-noout", "-serial", "-dates", "-subject"),
            *("-issuer", "-fingerprint", "-sha256", "-nameopt", "sep_multiline,utf8,sname"),
            *("-dateopt", "iso_8601", "-text", "-certopt", "no_header,no_version,no_serial"),
        ],
        input=der,
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        return None
    return dict(_facts(done.stdout.decode("utf-8", "replace")))


def _facts(text: str) -> Iterator[tuple[str, str]]:
    for name in ("serial", "notBefore", "notAfter", "sha256 Fingerprint"):
        match = re.search(rf"^{name}=(.*)$", text, re.MULTILINE)
        yield name, match[1] if match else ""
    for name in ("subject", "issuer"):
        match = re.search(rf"^{name}=\n?((?:    .*\n)*)", text, re.MULTILINE)
        yield name, "\n".join(line[4:] for line in (match[1] if match else "").split("\n")[:-1])
    for name, pattern in (("bits", r"Public-Key: \((\d+) bit\)"), ("key", r"Key Algorithm: (\S+)")):
        match = re.search(pattern, text)
        yield name, match[1] if match else ""


def differences(ours: Certificate, theirs: dict[str, str]) -> list[str]:
    """The names of the facts that are not the same."""
    mine = {
        "serial": ours.serial_hex,
        "notBefore": _moment(ours.not_before),
        "notAfter": _moment(ours.not_after),
        "sha256 Fingerprint": ":".join(re.findall("..", ours.sha256)),
        "subject": _name(ours.subject),
        "issuer": _name(ours.issuer),
    }
    if ours.key.algorithm in KEYS:
        mine["key"] = KEYS[ours.key.algorithm]
    if theirs["bits"] and ours.key.bits:
        mine["bits"] = str(ours.key.bits)
    return [name for name, value in mine.items() if value != theirs[name]]


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%SZ")


def _name(name: object) -> str:
    assert isinstance(name, tuple)
    return "\n".join(f"{part.type}={part.value}" for part in name)


def test_facts_agree_with_openssl() -> None:
    found = certificates()
    with ThreadPoolExecutor(max_workers=4) as pool:
        theirs = dict(zip(found, pool.map(openssl_facts, found.values()), strict=True))
    both = {where: facts for where, facts in theirs.items() if facts is not None}
    assert len(both) > FEWEST_COMPARED
    differing = {
        where: names
        for where, facts in both.items()
        if (names := differences(parse_certificate(found[where]), facts))
    }
    assert differing.keys() == EXPLAINED.keys(), differing


def test_a_difference_would_be_noticed() -> None:
    where, der = next(iter(certificates().items()))
    facts = openssl_facts(der)
    assert facts is not None
    assert not differences(parse_certificate(der), facts), where
    for name in ("serial", "notBefore", "notAfter", "sha256 Fingerprint", "subject", "issuer"):
        assert differences(parse_certificate(der), facts | {name: "x"}) == [name]


def test_what_openssl_alone_reads_is_known() -> None:
    files = {where.partition("#")[0] for where in certificates()}
    alone = [
        name
        for name, data in single_files().items()
        if name not in files and openssl_facts(data) is not None
    ]
    assert sorted(alone) == sorted(REFUSED)


def single_files() -> dict[str, bytes]:
    """The DER of every file in which openssl could find a certificate."""
    found = {}
    for file in sorted(VECTORS.rglob("*")):
        if file.suffix.lower() in SUFFIXES:
            data = file.read_bytes()
            block = next((one for one in pem.blocks(data) if "CERTIFICATE" in one.label), None)
            found[str(file.relative_to(VECTORS))] = (block and block.der) or data
    return found


def test_fast_reader_agrees_on_all_of_them() -> None:
    for where, der in certificates().items():
        assert read_summary(der) == summary_of(parse_certificate(der)), where


def test_fast_reader_refuses_what_the_whole_one_refuses() -> None:
    for name, der in single_files().items():
        try:
            expected = summary_of(parse_certificate(der))
        except CertificateError:
            with pytest.raises(CertificateError):
                read_summary(der)
        else:
            assert read_summary(der) == expected, name
