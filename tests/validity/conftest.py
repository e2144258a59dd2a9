"""A network of its own, and `jpki check` inside it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from support import pki
from support.network_namespace import NetworkNamespace, missing_programs

JPKI = str(Path(sys.executable).with_name("jpki"))

Check = Callable[..., dict[str, object]]


@pytest.fixture(scope="session")
def namespace() -> Iterator[NetworkNamespace]:
    """One network for all servers of these tests."""
    missing = missing_programs("openssl", "faketime", "slapd")
    if missing:
        pytest.fail(f"make setup installs what is missing here: {', '.join(missing)}")
    found = NetworkNamespace()
    yield found
    found.close()


@pytest.fixture
def check_inside(namespace: NetworkNamespace, tmp_path: Path) -> Check:
    """Run `jpki check … --json` inside and return its JSON with the exit code as `exit`."""

    def run(*words: str, clock: str = "") -> dict[str, object]:
        faked = ["faketime", "-f", clock] if clock else []
        done = subprocess.run(
            namespace.command(*faked, JPKI, "check", *words, "--json"),
            capture_output=True,
            timeout=60,
            check=False,
            env=os.environ | {"HOME": str(tmp_path), "PYTHONUTF8": "1", "no_proxy": "*"},
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        assert done.stdout, done.stderr.decode()
        found: dict[str, object] = json.loads(done.stdout)
        return found | {"exit": done.returncode}

    return run


def write_key(path: Path, key: pki.Key) -> str:
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(path)


def write_certificate(path: Path, certificate: x509.Certificate) -> str:
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return str(path)
