"""A card that never answers: given up, named, and no burden for the other reader."""

import time
from collections.abc import Callable

import pytest

from conftest import MakeReader
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.pcsc import PcscCards
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.errors import NotMyNumberCardError, ReaderSilentError, SeveralCardsError
from jpki_desktop.operations.list_readers import find_reader
from jpki_desktop.operations.read_card import CardSummary, read_card
from support.waiting import until

pytestmark = pytest.mark.pcsc


def summary_of(reader: str) -> Callable[[CancelToken], CardSummary]:
    return lambda cancel: read_card(PcscCards(), reader, cancel)


def test_silent_card_is_given_up_and_the_other_reader_goes_on(make_reader: MakeReader) -> None:
    silent, other = make_reader(0), make_reader(1)
    silent.insert()
    other.insert()
    silent.quirk("mute")
    worker = CardWorker(patience=0.6)
    try:
        start = time.monotonic()
        with pytest.raises(ReaderSilentError) as caught:
            worker.submit(summary_of(silent.name), reader=silent.name).value()
        # Its own patience and not the program's, which is 20 s.
        assert 0.5 < time.monotonic() - start < 10
        assert caught.value.reader == silent.name
        assert worker.silent_readers == {silent.name}
        with pytest.raises(ReaderSilentError):
            worker.submit(summary_of(silent.name), reader=silent.name).value()
        job = worker.submit(summary_of(other.name), reader=other.name)
        assert job.value().sign_password.tries_left == 5
        silent.remove()
        until(lambda: not worker.silent_readers)
        silent.quirk("mute", on=False)
        silent.insert()
        job = worker.submit(summary_of(silent.name), reader=silent.name)
        assert job.value().sign_password.tries_left == 5
    finally:
        silent.remove(wait=False)
        worker.close()


def test_two_readers_hold_two_cards(make_reader: MakeReader) -> None:
    first, second = make_reader(0), make_reader(1, persona="long")
    first.insert()
    second.insert()
    cards, cancel = PcscCards(), CancelToken()
    one, two = (read_card(cards, reader.name, cancel) for reader in (first, second))
    assert one.identity != two.identity
    with pytest.raises(SeveralCardsError):
        find_reader(cards, "", "", cancel, exact=True)
    assert find_reader(cards, "", second.name, cancel, exact=True) == second.name
    first.remove()
    first.persona("licence")
    first.insert()
    assert find_reader(cards, "", "", cancel, exact=True) == second.name
    second.remove()
    with pytest.raises(NotMyNumberCardError):
        read_card(cards, find_reader(cards, "", "", cancel, exact=True), cancel)
    assert two.password(PasswordKind.SIGN).tries_left == 5
