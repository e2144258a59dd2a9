"""certomancer, a test authority that we did not write: an organisation's certificates, OCSP, lists.

Nothing of it is imported. Its command makes the certificates and serves them; the configuration is
below, and the keys are made for each run. Every service has one thing about it, which names it.
"""

import json
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from support import pki
from support.network_namespace import NetworkNamespace

CERTOMANCER = Path(sys.executable).with_name("certomancer")

REVOKED_AT = pki.NOW - 20 * pki.DAY

_KEYS = ("root", "other", "responder", "holder", "stranger")
_NAMES = {"country-name": "JP", "organization-name": "Sample Office"}
_REASONS = {
    "key-compromise": "key_compromise",
    "affiliation-changed": "affiliation_changed",
    "on-hold": "certificate_hold",
    "without-reason": None,
}


class CertomancerServer:
    """The development server; `clock` is a moment at which its clock stands still."""

    def __init__(
        self, namespace: NetworkNamespace, folder: Path, port: int, clock: datetime | None = None
    ) -> None:
        self._base = f"http://127.0.0.1:{port}/sample"
        faked = () if clock is None else _stopped_at(clock)
        self._process = namespace.start(*faked, *_command(folder), "animate", "--port", str(port))
        try:
            namespace.wait_for_port(port)
        except TimeoutError:
            self.close()
            raise

    def ocsp(self, label: str) -> str:
        """The address of a responder."""
        return f"{self._base}/ocsp/{label}"

    def crl(self, label: str, *, pem: bool = False) -> str:
        """The address of a list."""
        return f"{self._base}/crls/{label}/latest.crl{'.pem' if pem else ''}"

    def close(self) -> None:
        """End the server as Ctrl+C does, since its false clock leaves a file behind otherwise."""
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(5)


def _stopped_at(clock: datetime) -> tuple[str, ...]:
    """What faketime would do, without a process of its own that outlives or hides the server."""
    words = ("faketime", "-f", "+0", "printenv", "LD_PRELOAD")
    library = subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    local = clock.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return ("env", f"LD_PRELOAD={library}", f"FAKETIME={local}")


def make_certificates(folder: Path, port: int) -> None:
    """Make keys and a configuration, and have certomancer issue `<label>.cert.pem` files.

    The keys are RSA, so that whichever of its processes signs a certificate, it is the same one.
    """
    for name in _KEYS:
        key = pki.rsa_key(f"certomancer {name}")
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        (folder / f"{name}.key").write_bytes(pem)
    (folder / "certomancer.yml").write_text(json.dumps(_configuration(port)))  # JSON is YAML
    for architecture in ("sample", "unlisted"):
        _run(folder, "mass-summon", "--flat", "--no-pfx", architecture, str(folder / architecture))


def _run(folder: Path, *words: str) -> None:
    done = subprocess.run([*_command(folder), *words], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def _command(folder: Path) -> list[str]:
    return [str(CERTOMANCER), "--config", str(folder / "certomancer.yml")]


def _configuration(port: int) -> dict[str, Any]:
    names = ("root", "other", "responder", "holder")
    common = {
        "keyset": "keys",
        "entity-defaults": _NAMES,
        "entities": {name: {"common-name": f"Sample {name}"} for name in names},
    }
    sample = {
        "certs": _certificates() | _responders(),
        "services": {"ocsp": _ocsp_services(), "crl-repo": _lists()},
    }
    # The same authority, with a certificate that the first architecture does not know.
    unlisted = {
        "certs": {"root": _authority("root"), "unlisted": _issued(77, _HOLDER)},
        "services": {},
    }
    return {
        "external-url-prefix": f"http://127.0.0.1:{port}",
        "keysets": {"keys": {"keys": {name: {"path": f"{name}.key"} for name in _KEYS}}},
        "pki-architectures": {"sample": common | sample, "unlisted": common | unlisted},
    }


def _moments(start: datetime, end: datetime) -> dict[str, str]:
    return {"valid-from": start.isoformat(), "valid-to": end.isoformat()}


def _usage(*names: str) -> dict[str, Any]:
    value = {"schema": "key-usage", "params": list(names)}
    return {"id": "key_usage", "critical": True, "smart-value": value}


_HOLDER: list[dict[str, Any]] = [_usage("digital_signature")]
_OCSP_SIGNING = {"id": "extended_key_usage", "value": ["ocsp_signing"]}
_NO_CHECK = {"id": "ocsp_no_check"}


def _authority(name: str) -> dict[str, Any]:
    return {
        "subject": name,
        "issuer": name,
        "validity": _moments(pki.NOW - 2 * pki.YEAR, pki.NOW + 8 * pki.YEAR),
        "extensions": [
            {"id": "basic_constraints", "critical": True, "value": {"ca": True}},
            _usage("key_cert_sign", "crl_sign"),
        ],
    }


def _issued(
    serial: int, extensions: list[dict[str, Any]], *, subject: str = "holder", issuer: str = "root"
) -> dict[str, Any]:
    return {
        "subject": subject,
        "issuer": issuer,
        "serial": serial,
        "validity": _moments(pki.NOW - pki.YEAR, pki.NOW + 3 * pki.YEAR),
        "extensions": extensions,
    }


def _certificates() -> dict[str, Any]:
    lists = {"schema": "crl-dist-url", "params": {"crl-repo-names": ["whole", "users"]}}
    access = {"schema": "aia-urls", "params": {"ocsp-responder-names": ["delegate"]}}
    named = [
        *_HOLDER,
        {"id": "crl_distribution_points", "smart-value": lists},
        {"id": "authority_information_access", "smart-value": access},
    ]
    found = {"root": _authority("root"), "other": _authority("other")}
    found["good"] = _issued(1000, named)
    found["of-other"] = _issued(1000, named, issuer="other")
    for serial, (label, reason) in enumerate(_REASONS.items(), start=1001):
        revocation = {"revoked-since": REVOKED_AT.isoformat()}
        if reason is not None:
            revocation["reason"] = reason
        found[label] = _issued(serial, named) | {"revocation": revocation}
    return found


def _responders() -> dict[str, Any]:
    usage = _usage("digital_signature")
    kinds: dict[str, list[dict[str, Any]]] = {
        "responder": [usage, _OCSP_SIGNING, _NO_CHECK],
        "responder-without-nocheck": [usage, _OCSP_SIGNING],
        "responder-without-purpose": [usage, _NO_CHECK],
    }
    found = {
        label: _issued(serial, extensions, subject="responder")
        for serial, (label, extensions) in enumerate(kinds.items(), start=2000)
    }
    found["responder-of-other"] = _issued(
        2000, kinds["responder"], subject="responder", issuer="other"
    )
    return found


def _ocsp_services() -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "delegate": {"responder-cert": "responder", "signing-key": "responder"},
        "issuer": {"responder-cert": "root", "signing-key": "root"},
        "stranger-as-issuer": {"responder-cert": "root", "signing-key": "stranger"},
        "stranger-as-delegate": {"responder-cert": "responder", "signing-key": "stranger"},
        "holder": {"responder-cert": "good", "signing-key": "holder"},
    }
    for label in ("without-nocheck", "without-purpose", "of-other"):
        kinds[label] = {"responder-cert": f"responder-{label}", "signing-key": "responder"}
    kinds["other-authority"] = {"responder-cert": "other", "signing-key": "other"}
    kinds["without-next-update"] = kinds["issuer"] | {"validity-period": None}
    return {
        label: {"for-issuer": "root", "issuer-cert": "root"} | kind for label, kind in kinds.items()
    }


def _lists() -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "whole": {},
        "users": {"crl-type": "user-only"},
        "authorities": {"crl-type": "ca-only"},
        "elsewhere": {},
        "some-reasons": {"covered-reasons": ["key_compromise"]},
        "stranger": {"signing-key": "stranger"},
        "indirect": {"crl-issuer": "other", "issuer-cert": "other", "signing-key": "other"},
    }
    common = {"for-issuer": "root", "signing-key": "root", "simulated-update-schedule": "P1D"}
    return {label: common | {"issuer-cert": "root"} | kind for label, kind in kinds.items()}
