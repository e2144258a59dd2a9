"""The demo reader: a card that can be laid down, taken away and exchanged."""

from pathlib import Path

import platformdirs
import pytest

from jpki_desktop import environment
from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardPresence, ReadersSeen, ReaderState, Sharing
from jpki_desktop.emulator import Quirk
from jpki_desktop.environment import DEMO_READER, PERSONAS, DemoCards, DemoWatcher
from jpki_desktop.errors import CancelledError, CardGoneError, CardMuteError, NoCardError

SELECT = bytes.fromhex("00A4040C0AD392F000260100000001")


@pytest.fixture
def cards(emulator_keys: Path) -> DemoCards:
    return DemoCards("mynumber", emulator_keys)


def only(seen: ReadersSeen) -> ReaderState:
    assert seen.service_running
    (reader,) = seen.readers
    assert reader.name == DEMO_READER
    return reader


def test_card_lies_there_at_first(cards: DemoCards) -> None:
    reader = only(cards.readers())
    assert cards.inserted
    assert (reader.presence, reader.atr) == (CardPresence.PRESENT, PERSONAS["mynumber"].atr)


def test_every_movement_is_another_insertion(cards: DemoCards) -> None:
    seen = [only(cards.readers())]
    for step in (cards.remove, cards.insert, cards.remove, cards.insert):
        step()
        seen.append(only(cards.readers()))
    present, absent = CardPresence.PRESENT, CardPresence.ABSENT
    assert [it.presence for it in seen] == [present, absent, present, absent, present]
    assert len({it.insertion for it in seen}) == len(seen)
    assert only(cards.readers()) == seen[-1]


def test_another_card(cards: DemoCards) -> None:
    before = only(cards.readers())
    cards.insert("licence")
    after = only(cards.readers())
    assert cards.persona == "licence"
    assert after.atr == PERSONAS["licence"].atr
    assert after.insertion != before.insertion


def test_watch_tells_the_present_state_and_every_change(cards: DemoCards) -> None:
    seen: list[ReaderState] = []
    watcher = cards.watch(lambda it: seen.append(only(it)))
    assert [it.presence for it in seen] == [CardPresence.PRESENT]
    cards.remove()
    cards.insert("android")
    assert [it.presence for it in seen[1:]] == [CardPresence.ABSENT, CardPresence.PRESENT]
    watcher.stop()
    watcher.stop()
    cards.remove()
    assert len(seen) == 3


def test_a_listener_may_end_its_watch_while_it_is_told(cards: DemoCards) -> None:
    told: list[str] = []
    watchers: list[DemoWatcher] = []

    def first(_: ReadersSeen) -> None:
        told.append("first")
        if watchers:
            watchers[0].stop()

    watchers.append(cards.watch(first))
    cards.watch(lambda _: told.append("second"))
    cards.remove()
    cards.insert()
    assert told == ["first", "second", "first", "second", "second"]


def test_conversation(cards: DemoCards) -> None:
    with cards.connect(DEMO_READER, Sharing.SHARED, CancelToken()) as connection:
        assert connection.reader == DEMO_READER
        assert connection.transmit(SELECT) == b"\x90\x00"
        cards.remove()
        with pytest.raises(CardGoneError):
            connection.transmit(SELECT)
    with (
        pytest.raises(NoCardError),
        cards.connect(DEMO_READER, Sharing.SHARED, CancelToken()),
    ):
        pass


def test_card_that_never_answers(cards: DemoCards) -> None:
    cards._card.set_quirk(Quirk.MUTE, on=True)
    with (
        cards.connect(DEMO_READER, Sharing.SHARED, CancelToken()) as connection,
        pytest.raises(CardMuteError),
    ):
        connection.transmit(SELECT)


def test_power_is_cut_on_request(cards: DemoCards) -> None:
    with cards.connect(DEMO_READER, Sharing.EXCLUSIVE, CancelToken()) as connection:
        connection.transmit(SELECT)
        connection.drop_power()
    with cards.connect(DEMO_READER, Sharing.SHARED, CancelToken()) as connection:
        # Nothing is selected any more.
        assert connection.transmit(bytes.fromhex("00B0000004")) != b"\x90\x00"


def test_given_up_before_it_began(cards: DemoCards) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with (
        pytest.raises(CancelledError),
        cards.connect(DEMO_READER, Sharing.SHARED, cancel),
    ):
        pass


def test_folder_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert DemoCards("mynumber", in_the_way / "demo").inserted


def test_demo_and_real_world(
    tmp_path: Path, emulator_keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_state_path", lambda *_, **__: emulator_keys)
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_, **__: tmp_path)
    demo = environment.demo("one-try")
    assert demo.demo is demo.cards
    assert demo.clock().utcoffset() is not None
    demo.settings.change(reader="A")
    assert not list(tmp_path.iterdir())
    real = environment.real()
    assert real.demo is None
    real.settings.change(reader="A")
    assert (tmp_path / "settings.toml").exists()
