"""Both authorities of the card, in one session, and what is remembered of them."""

import hashlib

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import Sharing
from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.certificate import published_authorities
from jpki_desktop.certificate.model import CertificateKind
from jpki_desktop.certificate.published_authorities import AuthorityMatch, PublishedAuthority
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import CardKindError
from jpki_desktop.operations.show_ca_certificates import CardAuthority, show_ca_certificates
from jpki_desktop.settings import AuthorityStore
from support.card_recipes import Bench
from support.in_process_cards import InProcessCards, InProcessReader, TappedCards


def shown(bench: Bench, store: AuthorityStore | None = None) -> tuple[CardAuthority, ...]:
    known = store or AuthorityStore(None, frozenset())
    return show_ca_certificates(bench.cards, bench.reader.name, known, CancelToken())


def test_both_are_there_and_are_tests(own_bench: Bench) -> None:
    auth, sign = shown(own_bench)
    assert (auth.which, sign.which) == (CertificateFile.AUTH_CA, CertificateFile.SIGN_CA)
    for one, kind in ((auth, CertificateKind.AUTH_CA), (sign, CertificateKind.SIGN_CA)):
        assert one.certificate is not None
        assert one.certificate.kind is kind
        assert one.matched is not None
        assert one.matched.match is AuthorityMatch.TEST
        assert one.error is None


def test_one_session_and_no_password(own_bench: Bench) -> None:
    sent: list[bytes] = []
    tapped = TappedCards(own_bench.cards, lambda _, command: sent.append(command))
    show_ca_certificates(
        tapped, own_bench.reader.name, AuthorityStore(None, frozenset()), CancelToken()
    )
    assert tapped.sharings == [Sharing.SHARED]
    # VERIFY (20) and CHANGE REFERENCE DATA (24) are not among them (JIS X 6320-4).
    assert sent
    assert not {command[1] for command in sent} & {0x20, 0x24}


def test_published_ones_are_remembered_and_no_others(
    own_bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = shown(own_bench)
    assert first.certificate is not None
    name = hashlib.sha256(first.certificate.der).hexdigest().upper()
    published = PublishedAuthority(CertificateKind.AUTH_CA, 9, 2030, 2040, name)
    monkeypatch.setattr(published_authorities, "PUBLISHED", (published,))
    every = AuthorityStore(None, frozenset({name}))
    found, other = shown(own_bench, every)
    assert found.matched is not None
    assert found.matched.published == published
    assert other.matched is not None
    assert other.matched.match is AuthorityMatch.TEST
    assert every.certificates() == (first.certificate.der,)


def test_resident_card_is_refused(card_store: MemoryStore) -> None:
    reader = InProcessReader(card_store, persona="juki")
    with pytest.raises(CardKindError):
        shown(Bench(InProcessCards(reader), reader))
