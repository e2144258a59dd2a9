"""The summary of every persona, without a password and without spending a try."""

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.profile import PasswordKind, TokenKind
from jpki_desktop.emulator import PERSONAS
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import (
    CardResetError,
    CertificateError,
    CertificateMissingError,
    NotMyNumberCardError,
    PasswordNeededError,
)
from jpki_desktop.operations.read_card import CardSummary, read_card
from support.card_recipes import Bench
from support.in_process_cards import InProcessCards, InProcessReader, secrets_sent

AUTH, SIGN = PasswordKind.AUTH, PasswordKind.SIGN
READABLE = sorted(set(PERSONAS) - {"licence"})


def summary_of(store: MemoryStore, persona: str, *quirks: str) -> CardSummary:
    reader = InProcessReader(store, persona=persona, quirks=quirks)
    summary = read_card(InProcessCards(reader), reader.name, CancelToken())
    assert secrets_sent(reader.trace()) == {"verify": 0, "change": 0}
    return summary


@pytest.mark.parametrize("persona", READABLE)
def test_every_persona(card_store: MemoryStore, persona: str) -> None:
    reader = InProcessReader(card_store, persona=persona)
    summary = read_card(InProcessCards(reader), reader.name, CancelToken())
    card = PERSONAS[persona]
    contents = reader.contents
    assert summary.reader == reader.name
    assert summary.sign_password.tries_left == card.sign_tries
    assert summary.sign_password.locked == (card.sign_tries == 0)
    assert summary.has_auth == card.has_auth_certificate
    assert summary.has_sign == card.has_sign_certificate
    if card.has_auth_side:
        assert summary.auth_password.tries_left == card.auth_tries
    else:
        assert not summary.auth_password.present
    if summary.certificate is not None:
        assert summary.certificate.der == contents.auth_certificate
        assert summary.certificate_error is None
    else:
        expected = PasswordNeededError if persona == "android" else CertificateMissingError
        assert type(summary.certificate_error) is expected


@pytest.mark.parametrize(
    ("persona", "kind"),
    [
        ("mynumber", TokenKind.MYNUMBER),
        ("juki", TokenKind.JUKI),
        ("android", TokenKind.ANDROID),
        ("ios", TokenKind.IOS),
    ],
)
def test_kind(card_store: MemoryStore, persona: str, kind: TokenKind) -> None:
    assert summary_of(card_store, persona).kind is kind


@pytest.mark.parametrize("persona", ["android", "auth-missing", "both-missing", "mynumber"])
def test_card_that_does_not_say_what_it_holds(card_store: MemoryStore, persona: str) -> None:
    summary = summary_of(card_store, persona, "no-0008")
    assert summary.presence.auth is None
    assert summary.has_auth == (persona in ("android", "mynumber"))
    # Without EF 0008 the signature certificate is believed to be there.
    assert summary.has_sign


def test_licence(card_store: MemoryStore) -> None:
    with pytest.raises(NotMyNumberCardError):
        summary_of(card_store, "licence")


def test_unreadable_certificate_does_not_hide_the_counters(card_store: MemoryStore) -> None:
    reader = InProcessReader(card_store)
    certificate = reader.contents.auth_certificate
    assert certificate is not None
    original = reader.card.transmit

    def spoilt(command: bytes) -> bytes:
        return original(command).replace(certificate[8:40], bytes(32))

    reader.card.transmit = spoilt  # type: ignore[method-assign]
    summary = read_card(InProcessCards(reader), reader.name, CancelToken())
    assert isinstance(summary.certificate_error, CertificateError)
    assert summary.password(AUTH).tries_left == 3
    assert summary.password(SIGN).tries_left == 5


@pytest.mark.parametrize("persona", ["mynumber", "android", "auth-missing", "both-missing", "juki"])
@pytest.mark.parametrize("quirk", ["absent-ff", "absent-empty", "absent-6a82", "absent-garbage"])
def test_two_cards_of_a_kind_are_told_apart(
    card_store: MemoryStore, persona: str, quirk: str
) -> None:
    """Two people's cards may differ in nothing but a serial number."""
    identities = set()
    for serial in ("99000001", "99000002"):
        reader = InProcessReader(card_store, persona=persona, serial=serial, quirks=(quirk,))
        bench = Bench(InProcessCards(reader), reader)
        first, second = (bench.read(lambda session: session.fingerprint_bytes()) for _ in range(2))
        assert first == second == summary_identity(bench)
        identities.add(first)
    certificate_given = persona == "mynumber"
    assert len(identities) == (1 if certificate_given else 2)


def summary_identity(bench: Bench) -> bytes:
    return read_card(bench.cards, bench.reader.name, CancelToken()).identity


@pytest.mark.parametrize(("resets", "succeeds"), [(1, True), (2, True), (3, False)])
def test_another_program_resets_the_card(
    card_store: MemoryStore, resets: int, succeeds: bool
) -> None:
    from support.in_process_cards import TappedCards

    reader = InProcessReader(card_store)
    left = [resets]

    def reset(_count: int, command: bytes) -> None:
        if command[1] == 0xB0 and left[0]:
            left[0] -= 1
            raise CardResetError

    cards = TappedCards(InProcessCards(reader), reset)
    if succeeds:
        assert read_card(cards, reader.name, CancelToken()).certificate is not None
    else:
        with pytest.raises(CardResetError):
            read_card(cards, reader.name, CancelToken())
