"""Look, ask, show: what the three steps give for each card, and how they hold the reader."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardConnection, Sharing
from jpki_desktop.card.profile import CertificateFile, PasswordKind, TokenKind
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import (
    CancelledError,
    CardChangedError,
    CardKindError,
    CardResetError,
    CertificateMissingError,
    PasswordNeededError,
    PasswordResultUnknownError,
)
from jpki_desktop.operations.show_certificate import (
    is_open,
    look_at_certificate,
    read_open_certificate,
    read_protected_certificate,
)
from support.card_recipes import Bench, secret
from support.in_process_cards import InProcessCards, InProcessReader, TappedCards, secrets_sent

AUTH, SIGN = PasswordKind.AUTH, PasswordKind.SIGN


def make_bench(store: MemoryStore, persona: str = "mynumber", serial: str = "") -> Bench:
    reader = InProcessReader(store, persona=persona, serial=serial)
    return Bench(InProcessCards(reader), reader)


def show_open(bench: Bench, which: CertificateFile) -> bytes:
    return read_open_certificate(bench.cards, bench.reader.name, which, CancelToken()).der


@pytest.mark.parametrize(
    ("which", "attribute"),
    [
        (CertificateFile.AUTH, "auth_certificate"),
        (CertificateFile.AUTH_CA, "auth_ca_certificate"),
        (CertificateFile.SIGN_CA, "sign_ca_certificate"),
    ],
)
def test_open_certificates(own_bench: Bench, which: CertificateFile, attribute: str) -> None:
    assert is_open(which)
    assert show_open(own_bench, which) == getattr(own_bench.reader.contents, attribute)
    assert secrets_sent(own_bench.reader.trace())["verify"] == 0


def test_sign_certificate_is_not_open(own_bench: Bench) -> None:
    assert not is_open(CertificateFile.SIGN)
    with pytest.raises(PasswordNeededError):
        show_open(own_bench, CertificateFile.SIGN)


def test_look_says_what_the_user_must_know(card_store: MemoryStore) -> None:
    bench = make_bench(card_store, "one-try")
    look = bench.look(SIGN)
    assert (look.reader, look.kind) == (bench.reader.name, TokenKind.MYNUMBER)
    assert look.certificate is CertificateFile.SIGN
    assert look.password.tries_left == 1
    assert look.identity


def test_certificate_without_a_password_cannot_be_looked_at(own_bench: Bench) -> None:
    """A CA certificate has no password, so a card that guards one cannot be asked for it."""
    with pytest.raises(PasswordNeededError):
        look_at_certificate(
            own_bench.cards, own_bench.reader.name, CertificateFile.AUTH_CA, CancelToken()
        )


@pytest.mark.parametrize("persona", ["sign-missing", "both-missing"])
def test_missing_certificate_is_known_before_the_password(
    card_store: MemoryStore, persona: str
) -> None:
    with pytest.raises(CertificateMissingError) as caught:
        make_bench(card_store, persona).look(SIGN)
    assert caught.value.certificate == "sign"


def test_resident_card_is_refused_everywhere(card_store: MemoryStore) -> None:
    bench = make_bench(card_store, "juki")
    with pytest.raises(CardKindError):
        bench.look(SIGN)
    with pytest.raises(CardKindError):
        show_open(bench, CertificateFile.SIGN_CA)


@pytest.mark.parametrize("persona", ["android", "ios"])
def test_phones(card_store: MemoryStore, persona: str) -> None:
    bench = make_bench(card_store, persona)
    for kind in PasswordKind:
        contents = bench.reader.contents
        expected = contents.auth_certificate if kind is AUTH else contents.sign_certificate
        assert bench.show(bench.look(kind), secret(kind)) == expected


def test_expired_certificate_is_shown_like_any_other(card_store: MemoryStore) -> None:
    bench = make_bench(card_store, "expired")
    assert bench.show(bench.look(SIGN), secret(SIGN)) == bench.reader.contents.sign_certificate


@pytest.mark.parametrize("persona", ["android", "auth-missing"])
def test_twin_card_with_another_serial_gets_no_password(
    card_store: MemoryStore, persona: str
) -> None:
    """Cards that give no certificate away were once taken for one and the same."""
    bench = make_bench(card_store, persona, serial="99000001")
    look = bench.look(SIGN)
    assert isinstance(bench.reader, InProcessReader)
    bench.reader.persona(persona, serial="99000002")
    password = secret(SIGN)
    with pytest.raises(CardChangedError):
        bench.show(look, password)
    assert password.wiped
    assert secrets_sent(bench.reader.trace())["verify"] == 0


def test_reads_share_and_passwords_do_not(own_reader: InProcessReader) -> None:
    cards = TappedCards(InProcessCards(own_reader), lambda _count, _command: None)
    bench = Bench(cards, own_reader)
    look = bench.look(SIGN)
    show_open(bench, CertificateFile.AUTH)
    assert cards.sharings == [Sharing.SHARED, Sharing.SHARED]
    bench.show(look, secret(SIGN))
    assert cards.sharings[2:] == [Sharing.EXCLUSIVE]


def test_given_up_before_it_began(own_bench: Bench) -> None:
    look = own_bench.look(SIGN)
    cancel, password = CancelToken(), secret(SIGN)
    cancel.cancel()
    with pytest.raises(CancelledError):
        own_bench.show(look, password, cancel=cancel)
    assert password.wiped
    assert secrets_sent(own_bench.reader.trace())["verify"] == 0


class GivenUpWhileConnecting(InProcessCards):
    """The user's patience ends while the service makes the program wait."""

    @contextmanager
    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> Iterator[CardConnection]:
        with super().connect(reader, sharing, cancel) as connection:
            cancel.cancel()
            yield connection


def test_given_up_while_connecting_sends_nothing_at_all(own_reader: InProcessReader) -> None:
    look = Bench(InProcessCards(own_reader), own_reader).look(SIGN)
    commands, password = len(own_reader.exchanges), secret(SIGN)
    bench = Bench(GivenUpWhileConnecting(own_reader), own_reader)
    with pytest.raises(CancelledError):
        bench.show(look, password)
    assert len(own_reader.exchanges) == commands
    assert password.wiped


@pytest.mark.parametrize("number", range(1, 9))
def test_reset_is_never_answered_by_a_second_password(
    own_reader: InProcessReader, number: int
) -> None:
    """Reads start again after a foreign reset; a session with a password does not."""

    def reset(count: int, _command: bytes) -> None:
        if count == number:
            raise CardResetError

    look = Bench(InProcessCards(own_reader), own_reader).look(SIGN)
    cards = TappedCards(InProcessCards(own_reader), reset)
    with pytest.raises((CardResetError, PasswordResultUnknownError)):
        read_protected_certificate(
            cards, look, secret(SIGN), CancelToken(), last_try_confirmed=False
        )
    assert secrets_sent(own_reader.trace())["verify"] <= 1
