"""Who is believed: pinned, given, an organisation's, the demo's; and who never is."""

from cryptography import x509

from jpki_desktop.certificate.published_fingerprints import FINGERPRINTS
from jpki_desktop.validity import trust
from jpki_desktop.validity.path import check_path
from jpki_desktop.validity.result import PathFault, PathState, Trust
from jpki_desktop.validity.trust import Purpose, TrustChoice, trusted_authorities
from support import pki
from support.pki import NOW

JLIS = "Japan Agency for Local Authority Information Systems"


def official(organization: str = "JPKI", *, key: str = "official") -> pki.Authority:
    name = pki.directory("JPKI for user authentication", JLIS, organization=organization)
    return pki.make_authority(name, key=pki.rsa_key(key))


def kinds(choice: TrustChoice) -> list[Trust]:
    return [one.trust for one in trusted_authorities(choice)]


def test_a_name_alone_is_never_believed() -> None:
    certificate = official().certificate
    assert kinds(TrustChoice(seen=(certificate,))) == []
    assert kinds(TrustChoice(seen=(certificate,), test_cards=True)) == []


def test_pinned_certificates_are_believed_for_their_purpose(monkeypatch: object) -> None:
    certificate = official().certificate
    trust._PINNED[certificate.sha256] = Purpose.AUTH
    try:
        (found,) = trusted_authorities(TrustChoice(seen=(certificate, certificate)))
    finally:
        del trust._PINNED[certificate.sha256]
    assert (found.trust, found.purpose) == (Trust.JPKI, Purpose.AUTH)


def test_six_are_pinned() -> None:
    assert set(trust._PINNED) == FINGERPRINTS
    assert sorted(trust._PINNED.values()) == [Purpose.AUTH] * 3 + [Purpose.SIGN] * 3
    assert len(trust._PUBLISHED_KEYS) == 6


def test_test_cards_only_by_the_switch() -> None:
    certificate = official("JPKI-TEST").certificate
    assert kinds(TrustChoice(seen=(certificate,))) == []
    assert kinds(TrustChoice(seen=(certificate,), test_cards=True)) == [Trust.JPKI_TEST]


def test_the_demo_only_by_its_keys() -> None:
    authority = official("JPKI Desktop Test Authority")
    keys = frozenset({authority.certificate.key.der})
    name = pki.directory("TEST for user authentication", organization="JPKI Desktop Test Authority")
    demo = pki.make_authority(name, key=pki.rsa_key("official"))
    assert kinds(TrustChoice(seen=(demo.certificate,))) == []
    assert kinds(TrustChoice(seen=(demo.certificate,), demo_keys=keys)) == [Trust.DEMO]


def test_given_is_the_whole_trust() -> None:
    one, two = official().certificate, pki.make_authority().certificate
    choice = TrustChoice(seen=(one,), organisation=(one,), given=(two,), test_cards=True)
    (found,) = trusted_authorities(choice)
    assert (found.certificate, found.trust, found.purpose) == (two, Trust.GIVEN, Purpose.ANY)


def test_organisation() -> None:
    certificate = pki.make_authority().certificate
    assert kinds(TrustChoice(organisation=(certificate,))) == [Trust.ORGANISATION]


def test_published_authority_that_is_not_at_hand_is_not_called_untrusted() -> None:
    published = x509.AuthorityKeyIdentifier(
        bytes.fromhex("8CD5586A891485E559379B7E29D410CFD28B3593"), None, None
    )
    authority = official()
    extensions = [
        (published, False) if isinstance(extension, x509.AuthorityKeyIdentifier) else one
        for one in pki.auth_extensions(authority)
        for extension in [one[0]]
    ]
    holder = pki.parsed(pki.make_holder(authority, extensions=extensions))
    result = check_path(holder, (), NOW)
    assert (result.state, result.fault) == (PathState.NOT_SEEN, PathFault.AUTHORITY_NOT_SEEN)
    other = pki.parsed(pki.make_holder(authority))
    assert check_path(other, (), NOW).state is PathState.UNTRUSTED
