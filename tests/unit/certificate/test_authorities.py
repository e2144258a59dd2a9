"""Published authorities, and fingerprints that somebody pasted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpki_desktop.certificate.fingerprint_text import Likeness, compare_fingerprint
from jpki_desktop.certificate.model import CertificateKind
from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.certificate.published_authorities import PUBLISHED, AuthorityMatch, match
from jpki_desktop.certificate.published_fingerprints import FINGERPRINTS
from unit.certificate import samples

OWN = parse_certificate(samples.authority())
COLONS = ":".join(OWN.sha256[at : at + 2] for at in range(0, 64, 2))
WIDE = OWN.sha256.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def test_list_has_three_generations_of_both_authorities() -> None:
    assert len(FINGERPRINTS) == len(PUBLISHED) == 6
    assert all(len(one) == 64 and int(one, 16) for one in FINGERPRINTS)
    for kind in (CertificateKind.AUTH_CA, CertificateKind.SIGN_CA):
        found = [one for one in PUBLISHED if one.kind is kind]
        assert [one.generation for one in found] == [1, 2, 3]
        assert [(one.first_year, one.last_year) for one in found] == [
            (2015, 2025),
            (2019, 2029),
            (2023, 2033),
        ]


@pytest.mark.parametrize("published", PUBLISHED)
def test_only_the_fingerprint_makes_a_published_one(published: object) -> None:
    assert match(OWN).match is AuthorityMatch.UNKNOWN
    sha256 = getattr(published, "sha256", "")
    found = match(replace(OWN, sha256=sha256))
    assert (found.match, found.published) == (AuthorityMatch.PUBLISHED, published)


@pytest.mark.parametrize("organization", ["JPKI-TEST", "JPKI Desktop Test Authority"])
def test_test_authorities_are_named(organization: str) -> None:
    certificate = parse_certificate(samples.authority(organization=organization))
    assert match(certificate).match is AuthorityMatch.TEST


def test_an_end_entity_is_no_authority() -> None:
    certificate = parse_certificate(samples.auth(organization="JPKI-TEST", policy=None))
    assert match(certificate).match is AuthorityMatch.UNKNOWN


@pytest.mark.parametrize(
    "text",
    [
        OWN.sha256,
        OWN.sha256.lower(),
        COLONS,
        COLONS.lower(),
        f"{OWN.sha256[:32]}\r\n{OWN.sha256[32:]}",
        " ".join(OWN.sha256),
        WIDE,
        COLONS.replace(":", "："),
        f"sha256 Fingerprint={COLONS}",
        f"\ufeff{OWN.sha256}\u200b",
        "\u3000".join(OWN.sha256),
    ],
    # The values are others in each run, the names of the tests are not.
    ids=[
        *("capitals", "small", "colons", "small with colons", "two lines", "spaces"),
        *("wide", "wide colons", "with its name", "invisible marks", "wide spaces"),
    ],
)
def test_notation_does_not_matter(text: str) -> None:
    assert compare_fingerprint(text, OWN).equal


@pytest.mark.parametrize("at", [0, 31, 63])
def test_first_difference_is_named(at: int) -> None:
    other = "0" if OWN.sha256[at] != "0" else "1"
    text = OWN.sha256[:at] + other + OWN.sha256[at + 1 :]
    result = compare_fingerprint(text, OWN)
    assert (result.likeness, result.position) == (Likeness.DIFFERENT, at + 1)


@pytest.mark.parametrize(
    ("text", "likeness", "position"),
    [
        ("", Likeness.EMPTY, 0),
        (" :\n", Likeness.EMPTY, 0),
        (OWN.sha256[:-1], Likeness.TOO_SHORT, 0),
        (OWN.sha256 + "0", Likeness.TOO_LONG, 0),
        (OWN.sha256[:10] + "O" + OWN.sha256[11:], Likeness.NOT_HEXADECIMAL, 11),
        (OWN.sha1, Likeness.EQUAL_SHA1, 0),
        ("0" * 40 if OWN.sha1[0] != "0" else "1" * 40, Likeness.DIFFERENT_SHA1, 1),
    ],
    ids=["nothing", "only marks", "short", "long", "a letter", "its SHA-1", "another SHA-1"],
)
def test_other_results(text: str, likeness: Likeness, position: int) -> None:
    result = compare_fingerprint(text, OWN)
    assert not result.equal
    if likeness is not Likeness.DIFFERENT_SHA1:
        assert result.position == position
    assert result.likeness is likeness


@given(st.text() | st.text(alphabet="0123456789abcdefABCDEF: "))
def test_no_other_text_is_equal(text: str) -> None:
    assert not compare_fingerprint(text, OWN).equal
