"""NIST's PKITS, from cryptography_vectors: no certificate that must fail is ever valid.

The trust anchor is given, every authority's certificate may be used, every list is at hand. What
PKITS calls valid and this program does not is listed below with its reason; nothing else may be.
"""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import cryptography_vectors as vectors
import pytest

from jpki_desktop.certificate.model import Certificate
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.network import NetworkDoor, NeverStops
from jpki_desktop.operations.check_validity import no_progress
from jpki_desktop.validity import check
from jpki_desktop.validity.check import Sources, Subject
from jpki_desktop.validity.fetch import Asking
from jpki_desktop.validity.kept_lists import KeptLists
from jpki_desktop.validity.ocsp import OcspPolicy
from jpki_desktop.validity.result import VerdictWord
from jpki_desktop.validity.trust import TrustChoice

pytestmark = pytest.mark.peer

FOLDER = Path(vectors.__file__).parent / "x509" / "PKITS_data"

# Valid in PKITS, not here. JPKI has one level, no rules of these kinds, and byte-identical names.
EXCLUDED = {
    r".*nameConstraints.*": "name constraints are not implemented",
    r".*(Polic(y|ies)|inhibitAny|requireExplicit).*": "policy mapping and constraints are not",
    r"UserNoticeQualifierTest18EE": "the same, by a policy constraint",
    r"DifferentPoliciesTest[78]EE|OverlappingPoliciesTest6EE": "the checked one is an authority",
    r"ValidonlyContainsCACertsTest13EE|ValidpathLenConstraintTest(8|14)EE": "the same",
    r"ValidDSA.*": "DSA is not accepted",
    r"ValidNameChaining.*|ValidRollover.*|ValidUTF8StringCase.*": "names are compared as bytes",
    r"ValidSelfIssuedpathLenConstraint.*": "self-issued certificates count as a level",
    r"ValidBasicSelfIssued(CRLSigningKeyTest6|NewWithOldTest4|OldWithNewTest1)EE": (
        "a list must be signed by the key that signed the certificate"
    ),
    r"ValidSeparateCertificateandCRLKeysTest19EE": "the same",
    r"ValidIDPwithindirectCRL.*|ValidcRLIssuer.*": "indirect lists are refused",
    r"ValiddistributionPointTest[457]EE": "names relative to the issuer are refused",
    r"ValidonlySomeReasons.*": "lists of some reasons are refused",
    r"ValiddeltaCRL.*": "delta lists are refused",
}
REASONS = re.compile("|".join(f"(?:{pattern})" for pattern in EXCLUDED))


@cache
def certificates() -> dict[str, Certificate]:
    return {
        path.stem: parse_certificate(path.read_bytes())
        for path in sorted((FOLDER / "certs").glob("*.crt"))
    }


LISTS = tuple(str(path) for path in sorted((FOLDER / "crls").glob("*.crl")))
NAMES = sorted(path.stem for path in (FOLDER / "certs").glob("*EE.crt"))


@cache
def word(name: str) -> VerdictWord:
    known = certificates()
    anchor = known["TrustAnchorRootCertificate"]
    between = tuple(
        one for other, one in known.items() if not other.endswith("EE") and one is not anchor
    )
    asking = Asking(
        NetworkDoor(),
        lambda: datetime.now(UTC),
        NeverStops(),
        no_progress,
        OcspPolicy(),
        KeptLists(),
    )
    subject, trust = Subject(known[name], between), TrustChoice(given=(anchor,))
    return check.check_validity(subject, trust, Sources(lists=LISTS), asking).word


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("Invalid")])
def test_invalid(name: str) -> None:
    assert word(name) is not VerdictWord.VALID


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("Invalid")])
def test_valid_or_excluded_with_a_reason(name: str) -> None:
    if word(name) is not VerdictWord.VALID:
        assert REASONS.fullmatch(name), word(name)


def test_enough_is_valid() -> None:
    """Otherwise a program that refuses everything would pass."""
    valid = [name for name in NAMES if word(name) is VerdictWord.VALID]
    assert len(NAMES) == 223
    assert len(valid) >= 28
    assert {"ValidCertificatePathTest1EE", "ValidTwoCRLsTest7EE"} <= set(valid)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("InvalidRevokedEETest3EE", VerdictWord.REVOKED),
        ("InvalidRevokedCATest2EE", VerdictWord.UNTRUSTED),
        ("InvalidEESignatureTest3EE", VerdictWord.UNTRUSTED),
        ("InvalidEEnotAfterDateTest6EE", VerdictWord.EXPIRED),
        ("InvalidEEnotBeforeDateTest2EE", VerdictWord.NOT_YET_VALID),
        ("InvalidOldCRLnextUpdateTest11EE", VerdictWord.UNCHECKED),
        ("InvalidMissingCRLTest1EE", VerdictWord.UNCHECKED),
    ],
)
def test_named_for_what_it_is(name: str, wanted: VerdictWord) -> None:
    assert word(name) is wanted
