"""A revocation list of a million entries, and one OCSP answer: our time beside that of others.

`python benchmarks/check_crl.py [--entries N] [--runs N]`; ends with 1 when a promise is broken.
All figures are of one run, side by side, in turns; ratios count, times are only shown.
"""

import argparse
import hashlib
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from asn1crypto import crl as asn1_crl
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from jpki_desktop.validity.crl import Sought, judge_list
from jpki_desktop.validity.ocsp import OcspPolicy, judge_answer, make_question
from jpki_desktop.validity.result import RevocationState, Source, SourceKind
from support import pki

JPKI = str(Path(sys.executable).with_name("jpki"))
SOURCE = Source(SourceKind.CRL)
CHUNK = 256 * 1024

MOST_OF_FLOOR = 3.0
MOST_OF_CRYPTOGRAPHY = 2.2
# Seven to ten times was measured: more than half of our time is the start of Python.
LEAST_FASTER_THAN_OPENSSL = 6.0
MOST_MEMORY = 10 * 1024 * 1024
MOST_OCSP_MILLISECONDS = 5.0

CA = pki.make_authority()
ABSENT = pki.make_holder(CA, serial=0x05D990AB)


@dataclass(frozen=True)
class Files:
    """What is measured on."""

    der: Path
    pem: Path
    authority: Path
    absent: Path
    last: int


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jd-bench-") as folder:
        files = write_files(Path(folder), arguments.entries)
        offences = lists(files, arguments.runs) + whole_command(files, arguments.runs)
    offences += answers()
    print("\n".join(offences) if offences else "All promises hold.")
    return 1 if offences else 0


def lists(files: Files, runs: int) -> list[str]:
    """The scan, with the number absent and as the last entry."""
    size = files.der.stat().st_size / 1e6
    tasks: dict[str, Callable[[], object]] = {
        "read and hash": lambda: floor(files.der),
        "scan, number absent": lambda: ours(files.der, ABSENT.serial_number),
        "scan, number last": lambda: ours(files.der, files.last),
        "cryptography, original bytes, last": lambda: parsed(files.der, files.last),
    }
    taken = in_turns(tasks, runs)
    base = taken["read and hash"]
    print(f"Revocation list, {size:.1f} MB; least of {runs} turns")
    for name, seconds in taken.items():
        print(f"  {name:36}{seconds * 1000:9.1f} ms{seconds / base:8.2f} x read and hash")
    memory = extra_memory(files.der)
    print(f"  extra memory of the scan: {memory / 1e6:.1f} MB")
    absent = taken["scan, number absent"] / base
    present = taken["scan, number last"] / taken["cryptography, original bytes, last"]
    print(f"  number last, against cryptography: {present:.2f}")
    return [
        *([f"scan: {absent:.2f} x the floor"] if absent > MOST_OF_FLOOR else []),
        *([f"scan: {present:.2f} x cryptography"] if present > MOST_OF_CRYPTOGRAPHY else []),
        *([f"scan: {memory} bytes of memory"] if memory > MOST_MEMORY else []),
    ]


def whole_command(files: Files, runs: int) -> list[str]:
    """`jpki check --crl` beside `openssl verify -crl_check`, each with its start."""
    if shutil.which("openssl") is None:
        print("openssl is not installed, so there is nothing to compare with.")
        return []
    check = [JPKI, "check", str(files.absent), "--ca", str(files.authority), "--crl"]
    verify = ["openssl", "verify", "-crl_check", "-CAfile", str(files.authority), "-CRLfile"]
    tasks: dict[str, Callable[[], object]] = {
        "jpki check": lambda: run([*check, str(files.der)], files.der.parent),
        "openssl verify": lambda: run(
            [*verify, str(files.pem), str(files.absent)], files.der.parent
        ),
    }
    tasks["jpki check"]()  # compiles
    taken = in_turns(tasks, runs)
    ratio = taken["openssl verify"] / taken["jpki check"]
    for name, seconds in taken.items():
        print(f"  {name:36}{seconds * 1000:9.1f} ms")
    print(f"  jpki check is {ratio:.1f} times as fast as openssl verify -crl_check")
    slow = ratio < LEAST_FASTER_THAN_OPENSSL
    return [f"jpki check: only {ratio:.1f} times as fast as openssl"] if slow else []


def answers() -> list[str]:
    """One OCSP check without the network: question, answer of a delegate, judgement."""
    delegate = pki.make_delegate(CA)
    holder = pki.make_holder(CA)
    certificate, issuer = pki.parsed(holder), CA.certificate
    nonce = os.urandom(32)
    plan = pki.AnswerPlan(nonce=nonce, certificates=[delegate.x509])
    der = pki.make_answer(holder, CA, delegate, plan)
    taken = []
    for _ in range(200):
        start = time.perf_counter()
        question = make_question(certificate, issuer, nonce, OcspPolicy())
        found = judge_answer(der, question, SOURCE, datetime.now(UTC), OcspPolicy())
        taken.append((time.perf_counter() - start) * 1000)
        if found.state is not RevocationState.GOOD:
            raise AssertionError(found)
    middle = statistics.median(taken)
    print(f"One OCSP check without the network: {middle:.2f} ms (median of 200)")
    slow = middle > MOST_OCSP_MILLISECONDS
    return [f"OCSP: {middle:.2f} ms"] if slow else []


def in_turns(tasks: dict[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """The least time of each task, all of them measured in each turn."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            taken[name].append(time.perf_counter() - start)
    return {name: min(times) for name, times in taken.items()}


def floor(path: Path) -> bytes:
    """Read and hash."""
    digest, buffer = hashlib.sha256(), bytearray(CHUNK)
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            digest.update(memoryview(buffer)[:count])
    return digest.digest()


def ours(path: Path, serial: int) -> None:
    """Judge the list as the program does."""
    certificate = pki.parsed(pki.make_holder(CA, serial=serial))
    with path.open("rb", buffering=0) as file:
        found = judge_list(file, Sought(certificate, CA.certificate), SOURCE, datetime.now(UTC))
    if found.cause is not None:
        raise AssertionError(found)


def parsed(path: Path, serial: int) -> None:
    """Parse with cryptography and check the signature over the bytes as they stand in the file."""
    der = path.read_bytes()
    revocations = x509.load_der_x509_crl(der)
    start = 2 + (der[1] & 0x7F)
    size = int.from_bytes(der[start + 2 : start + 2 + (der[start + 1] & 0x7F)], "big")
    body = der[start : start + 2 + (der[start + 1] & 0x7F) + size]
    key = CA.x509.public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        raise TypeError
    key.verify(revocations.signature, body, padding.PKCS1v15(), hashes.SHA256())
    if revocations.get_revoked_certificate_by_serial_number(serial) is None:
        raise AssertionError(serial)


def extra_memory(path: Path) -> int:
    """By how much the scan raises the peak of a fresh process, both passes included."""
    child = os.fork()
    if child == 0:
        ours_small = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours(path, ABSENT.serial_number)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - ours_small
        os._exit(min(255, grown // 1024))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) * 1024 * 1024


def run(words: list[str], folder: Path) -> None:
    """Run a program that must say "valid"; bytecode is kept, as it is where it is installed."""
    settings = {"HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    variables = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | settings
    subprocess.run(words, check=True, capture_output=True, env=variables)


def write_files(folder: Path, count: int) -> Files:
    """Make a list whose entries have the form of JPKI's: four octets, a time, a reason."""
    generator = random.Random(1)  # noqa: S311
    serials = [0x06000000 + generator.randrange(0x70000000) for _ in range(count)]
    entries = bytearray()
    for serial in serials:
        entries += b"\x30\x23\x02\x04" + serial.to_bytes(4, "big")
        entries += b"\x17\x0d" + b"26%02d%02d012345Z" % (1 + serial % 12, 1 + serial % 28)
        entries += bytes.fromhex("300c300a0603551d1504030a01") + bytes((3 + serial % 3,))
    whole = asn1_crl.CertificateList.load(pki.make_list(CA))
    body = whole["tbs_cert_list"]
    before = b"".join(
        body[name].dump()
        for name in ("version", "signature", "issuer", "this_update", "next_update")
    )
    signed = element(0x30, before + element(0x30, bytes(entries)) + body["crl_extensions"].dump())
    signature = pki.sign(CA.key, signed, hashes.SHA256())
    algorithm = whole["signature_algorithm"].dump()
    der = element(0x30, signed + algorithm + element(0x03, b"\0" + signature))
    files = Files(
        folder / "list.crl",
        folder / "list.pem",
        folder / "ca.pem",
        folder / "absent.pem",
        serials[-1],
    )
    pem = serialization.Encoding.PEM
    files.der.write_bytes(der)
    files.pem.write_bytes(x509.load_der_x509_crl(der).public_bytes(pem))
    files.authority.write_bytes(CA.x509.public_bytes(pem))
    files.absent.write_bytes(ABSENT.public_bytes(pem))
    return files


def element(tag: int, contents: bytes) -> bytes:
    """DER of one element (X.690 8.1.3)."""
    size = len(contents)
    if size < 0x80:
        return bytes((tag, size)) + contents
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(octets))) + octets + contents


if __name__ == "__main__":
    sys.exit(main())
