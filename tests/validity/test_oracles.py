"""The matrices put to other programs: wherever they say "no", so do we.

The openssl command judges paths and lists, pyhanko-certvalidator (where it is installed) paths.
What they accept and we refuse is listed with its reason; what we accept, they must accept.
"""

import asyncio
import importlib
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding

from jpki_desktop.validity.result import PathState, RevocationState
from support import pki
from unit.validity import test_crl as lists
from unit.validity import test_path as paths

pytestmark = pytest.mark.peer

# openssl verify -x509_strict, which knows nothing of JPKI's profile.
OPENSSL_ACCEPTS = {
    "policy of the signature": "no policy is asked for",
    "policy of test cards": "no policy is asked for",
    "no policy": "no policy is asked for",
    "no key usage": "usage is not asked for",
    "key usage for encryption": "usage is not asked for",
    "signature without nonRepudiation": "usage is not asked for",
    "extended usage of a server": "no purpose is asked for",
    "claims to be an authority": "an authority may be checked too",
    "key usage of an authority": "an authority may be checked too",
    "the authority itself": "it is its own trust anchor",
    "P-521": "more curves",
    "secp256k1": "more curves",
    "critical name constraints on a holder": "name constraints are known to it",
    "issuer's name in another encoding": "names are compared by meaning",
}


def openssl(folder: Path, certificate: bytes, *more: str) -> bool:
    (folder / "holder.pem").write_bytes(certificate)
    authorities = (paths.OLD, paths.CA, paths.SIGN_CA)
    (folder / "ca.pem").write_bytes(
        b"".join(one.x509.public_bytes(Encoding.PEM) for one in authorities)
    )
    done = subprocess.run(
        [
            *("openssl", "verify", "-x509_strict", "-auth_level", "2"),
            *("-attime", str(int(pki.NOW.timestamp()))),
            *("-CAfile", str(folder / "ca.pem"), *more, str(folder / "holder.pem")),
        ],
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


@pytest.mark.parametrize("name", paths.CASES)
def test_paths_and_openssl(tmp_path: Path, name: str) -> None:
    case = paths.CASES[name]
    accepted = openssl(tmp_path, case.make().public_bytes(Encoding.PEM))
    if case.state is PathState.OK:
        # -x509_strict wants an authority key identifier, as RFC 5280 does; and to openssl the
        # last second of a certificate no longer counts.
        ours = ("no identifier of the authority's key", "last second of validity")
        assert accepted or name in ours
    elif accepted:
        assert OPENSSL_ACCEPTS.get(name), name


# openssl verify -crl_check, which reads only the list.
OPENSSL_ACCEPTS_LIST = {
    "no nextUpdate": "a list may have no end",
    "SHA-1": "the digest of a list is not judged",
    "delta, not critical": "taken for a full list",
    "removed from a full list": "taken as removed",
    "unknown critical extension of another entry": "looked for in our entry only",
    "trailing octet": "what follows is not read",
    "some reasons only": "reasons are put together",
    "indirect": "indirect lists are read",
    "entry of another issuer": "indirect lists are read",
}


@pytest.mark.parametrize("name", lists.CASES)
def test_lists_and_openssl(tmp_path: Path, name: str) -> None:
    case = lists.CASES[name]
    (tmp_path / "list.crl").write_bytes(case.make())
    (tmp_path / "holder.pem").write_bytes(lists.HOLDER.public_bytes(Encoding.PEM))
    (tmp_path / "ca.pem").write_bytes(lists.CA.x509.public_bytes(Encoding.PEM))
    done = subprocess.run(
        [
            *("openssl", "verify", "-attime", str(int(pki.NOW.timestamp()))),
            *("-crl_check", "-extended_crl", "-CAfile"),
            *(str(tmp_path / "ca.pem"), "-CRLfile", str(tmp_path / "list.crl")),
            str(tmp_path / "holder.pem"),
        ],
        capture_output=True,
        check=False,
        text=True,
    )
    accepted = done.returncode == 0
    if case.state is RevocationState.GOOD:
        # The skew of five minutes is ours.
        ours_alone = ("ended four minutes ago", "four minutes ahead of us")
        assert accepted or name in ours_alone, done.stderr
    elif accepted:
        assert OPENSSL_ACCEPTS_LIST.get(name), name
    if case.state in (RevocationState.REVOKED, RevocationState.ON_HOLD):
        assert not accepted


# pyhanko-certvalidator, soft-fail, since only the path is asked about.
PYHANKO_ACCEPTS = {
    "policy of the signature": "no policy is asked for",
    "policy of test cards": "no policy is asked for",
    "no policy": "no policy is asked for",
    "no key usage": "usage is not asked for",
    "key usage for encryption": "usage is not asked for",
    "signature without nonRepudiation": "usage is not asked for",
    "extended usage of a server": "no purpose is asked for",
    "claims to be an authority": "an authority may be checked too",
    "key usage of an authority": "an authority may be checked too",
    "the authority itself": "it is its own trust anchor",
    "RSA 1024": "the size of a holder's key is not judged",
    "P-521": "more curves",
    "secp256k1": "more curves",
    "critical name constraints on a holder": "name constraints are known to it",
    "issuer's name in another encoding": "names are compared by meaning",
}


@pytest.mark.parametrize("name", paths.CASES)
def test_paths_and_pyhanko(name: str) -> None:
    validator: Any = importlib.import_module("pyhanko_certvalidator")
    load = asn1_x509.Certificate.load
    case = paths.CASES[name]
    context = validator.ValidationContext(
        trust_roots=[load(one.der) for one in (paths.OLD, paths.CA, paths.SIGN_CA)],
        moment=pki.NOW,
        time_tolerance=timedelta(0),
        allow_fetching=False,
        revocation_mode="soft-fail",
    )
    holder = load(case.make().public_bytes(Encoding.DER))
    judge = validator.CertificateValidator(holder, validation_context=context)
    try:
        asyncio.run(judge.async_validate_usage(set()))
        accepted = True
    except Exception:  # noqa: BLE001 - any complaint is a refusal
        accepted = False
    if case.state is PathState.OK:
        assert accepted
    elif accepted:
        assert PYHANKO_ACCEPTS.get(name), name
