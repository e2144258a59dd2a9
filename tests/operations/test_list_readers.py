"""Which reader is meant, and that a password never goes to a card by guess."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardConnection, Sharing
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import (
    CardMuteError,
    NoCardError,
    NoReaderError,
    NoServiceError,
    NotMyNumberCardError,
    ReaderBusyError,
    ReaderNotFoundError,
    ReadersHiddenError,
    SeveralCardsError,
)
from jpki_desktop.operations.list_readers import find_reader, list_readers
from support.in_process_cards import InProcessCards, InProcessReader

FIRST, SECOND, THIRD = "Alpha Contact 00", "Alpha Contactless 01", "Beta 00"


class PartlyBusyCards(InProcessCards):
    """Some readers fail to connect, each in its own way."""

    failures: dict[str, Exception]

    @contextmanager
    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> Iterator[CardConnection]:
        """Fail for some readers."""
        if reader in self.failures:
            raise self.failures[reader]
        with super().connect(reader, sharing, cancel) as connection:
            yield connection


def cards_with(
    store: MemoryStore, failures: dict[str, Exception] | None = None, **personas: str
) -> PartlyBusyCards:
    names = {"first": FIRST, "second": SECOND, "third": THIRD}
    readers = []
    for key, persona in personas.items():
        reader = InProcessReader(store, name=names[key], persona=persona.strip("-!") or "mynumber")
        reader.card.present = not persona.startswith("-")
        reader.mute = persona.startswith("!")
        readers.append(reader)
    cards = PartlyBusyCards(*readers)
    cards.failures = failures or {}
    return cards


def find(
    cards: InProcessCards, wanted: str = "", remembered: str = "", *, exact: bool = True
) -> str:
    return find_reader(cards, wanted, remembered, CancelToken(), exact=exact)


def test_all_readers_in_the_order_of_the_service(card_store: MemoryStore) -> None:
    cards = cards_with(card_store, third="mynumber", first="-")
    seen = list_readers(cards)
    assert [reader.name for reader in seen.readers] == [THIRD, FIRST]
    assert [reader.has_card for reader in seen.readers] == [True, False]


def test_no_reader_and_no_card(card_store: MemoryStore) -> None:
    with pytest.raises(NoReaderError):
        find(cards_with(card_store))
    with pytest.raises(NoReaderError):
        find(cards_with(card_store), FIRST)
    with pytest.raises(NoCardError):
        find(cards_with(card_store, first="-", second="-"))
    with pytest.raises(CardMuteError):
        find(cards_with(card_store, first="-", second="!"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [(FIRST, FIRST), ("contactless", SECOND), ("BETA", THIRD), (SECOND.upper(), SECOND)],
)
def test_wanted_reader(card_store: MemoryStore, wanted: str, found: str) -> None:
    cards = cards_with(card_store, first="mynumber", second="long", third="licence")
    assert find(cards, wanted) == found
    # What was asked for by name is not doubted here: the operation says what lies there.
    assert find(cards, wanted, remembered=FIRST) == found


@pytest.mark.parametrize("wanted", ["Alpha", "Gamma", "0"])
def test_wanted_reader_must_be_one(card_store: MemoryStore, wanted: str) -> None:
    cards = cards_with(card_store, first="mynumber", second="long", third="licence")
    with pytest.raises(ReaderNotFoundError) as caught:
        find(cards, wanted)
    assert caught.value.reader == wanted


def test_whole_name_wins_over_a_part_of_another(card_store: MemoryStore) -> None:
    cards = InProcessCards(
        InProcessReader(card_store, name="Reader 1 extended"),
        InProcessReader(card_store, name="Reader 1"),
    )
    assert find(cards, "Reader 1") == "Reader 1"


def test_wanted_reader_without_a_usable_card(card_store: MemoryStore) -> None:
    cards = cards_with(card_store, first="-", second="!", third="mynumber")
    with pytest.raises(NoCardError):
        find(cards, FIRST)
    with pytest.raises(CardMuteError):
        find(cards, SECOND)


def test_only_card_is_taken_whatever_it_is(card_store: MemoryStore) -> None:
    assert find(cards_with(card_store, first="-", second="licence", third="!")) == SECOND


def test_my_number_card_among_others(card_store: MemoryStore) -> None:
    cards = cards_with(card_store, first="licence", second="mynumber", third="licence")
    assert find(cards) == SECOND
    assert find(cards, remembered=FIRST) == SECOND
    with pytest.raises(NotMyNumberCardError):
        find(cards_with(card_store, first="licence", second="licence"))


def test_two_my_number_cards(card_store: MemoryStore) -> None:
    cards = cards_with(card_store, first="mynumber", second="long", third="licence")
    with pytest.raises(SeveralCardsError):
        find(cards)
    assert find(cards, exact=False) == FIRST
    assert find(cards, remembered=SECOND) == SECOND
    assert find(cards, remembered=SECOND, exact=False) == SECOND
    with pytest.raises(SeveralCardsError):
        find(cards, remembered=THIRD)


def test_busy_card_may_be_the_one_that_is_meant(card_store: MemoryStore) -> None:
    """It cannot be asked, so no password goes to the other one by guess."""
    failures: dict[str, Exception] = {FIRST: ReaderBusyError(FIRST)}
    cards = cards_with(card_store, failures, first="mynumber", second="long")
    with pytest.raises(SeveralCardsError):
        find(cards)
    assert find(cards, exact=False) == SECOND
    assert find(cards, remembered=SECOND) == SECOND


def test_only_reason_is_told_when_no_card_could_be_asked(card_store: MemoryStore) -> None:
    failures: dict[str, Exception] = {FIRST: ReaderBusyError(FIRST)}
    with pytest.raises(ReaderBusyError):
        find(cards_with(card_store, failures, first="mynumber", second="licence"))


def test_lost_service_is_not_taken_for_a_wrong_card(card_store: MemoryStore) -> None:
    failures: dict[str, Exception] = {FIRST: NoServiceError(), SECOND: NoServiceError()}
    with pytest.raises(NoServiceError):
        find(cards_with(card_store, failures, first="mynumber", second="long"))


# --- hidden readers -----------------------------------------------------------------------------


def find_with_hidden(cards: InProcessCards, *hidden: str, wanted: str = "") -> str:
    return find_reader(
        cards, wanted, "", CancelToken(), exact=True, hidden=lambda name: name in hidden
    )


def test_a_hidden_reader_is_passed_over(card_store: MemoryStore) -> None:
    cards = cards_with(card_store, first="mynumber", second="long")
    assert find_with_hidden(cards, FIRST) == SECOND
    assert find_with_hidden(cards, SECOND) == FIRST
    with pytest.raises(NoCardError):
        find_with_hidden(cards_with(card_store, first="mynumber", second="-"), FIRST)


def test_a_hidden_reader_is_used_when_it_is_named(card_store: MemoryStore) -> None:
    cards = cards_with(card_store, first="mynumber", second="long")
    assert find_with_hidden(cards, FIRST, SECOND, wanted=FIRST) == FIRST


def test_when_all_are_hidden_that_is_the_reason(card_store: MemoryStore) -> None:
    cards = cards_with(card_store, first="mynumber")
    with pytest.raises(ReadersHiddenError):
        find_with_hidden(cards, FIRST)
