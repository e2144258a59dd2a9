"""List the card readers and find the one that is meant."""

from collections.abc import Callable

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import CardPresence, CardSource, ReadersSeen, ReaderState
from jpki_desktop.errors import (
    CardMuteError,
    NoCardAccessError,
    NoCardError,
    NoReaderError,
    NoServiceError,
    NotMyNumberCardError,
    ReaderNotFoundError,
    ReadersHiddenError,
    SeveralCardsError,
)
from jpki_desktop.operations.card_session import reading


def list_readers(cards: CardSource) -> ReadersSeen:
    """Return all readers in the order of the service.

    Raises:
        NoServiceError: no smart-card service runs.
    """
    return cards.readers()


def find_reader(
    cards: CardSource,
    wanted: str,
    remembered: str,
    cancel: CancelToken,
    *,
    exact: bool,
    hidden: Callable[[str], bool] = lambda _reader: False,
) -> str:
    """Return the reader to use: the wanted one, else the only card, else the My Number card.

    A hidden reader is used only when it is the wanted one. With `exact`, two My Number cards are
    an error, since a password must not go to the wrong one.

    Raises:
        NoCardAccessError: in its leaf classes, when there is none.
    """
    seen = cards.readers()
    if not seen.readers:
        raise NoReaderError
    if wanted:
        return _with_card(_named(seen, wanted)).name
    shown = [reader for reader in seen.readers if not hidden(reader.name)]
    if not shown:
        raise ReadersHiddenError
    candidates = [reader for reader in shown if reader.has_card]
    if not candidates:
        mute = any(reader.presence is CardPresence.MUTE for reader in shown)
        raise CardMuteError if mute else NoCardError
    if len(candidates) == 1:
        return candidates[0].name
    return _among(cards, candidates, remembered, cancel, exact=exact)


def _named(seen: ReadersSeen, wanted: str) -> ReaderState:
    """Find a reader by its name, or by a part of it that fits only one."""
    exact = seen.named(wanted)
    if exact is not None:
        return exact
    similar = [reader for reader in seen.readers if wanted.casefold() in reader.name.casefold()]
    if len(similar) != 1:
        raise ReaderNotFoundError(wanted)
    return similar[0]


def _with_card(reader: ReaderState) -> ReaderState:
    if reader.presence is CardPresence.MUTE:
        raise CardMuteError
    if reader.presence is CardPresence.ABSENT:
        raise NoCardError
    return reader


def _among(
    cards: CardSource,
    candidates: list[ReaderState],
    remembered: str,
    cancel: CancelToken,
    *,
    exact: bool,
) -> str:
    """Choose between several cards by asking each whether it is one of ours."""
    with_applet, unknown = [], []
    for reader in candidates:
        try:
            reading(cards, reader.name, cancel, lambda _session: None)
        except NotMyNumberCardError:
            continue
        except NoServiceError:
            raise
        except NoCardAccessError as error:
            unknown.append(error)
        else:
            with_applet.append(reader.name)
    if remembered in with_applet:
        return remembered
    if not with_applet:
        raise unknown[0] if unknown else NotMyNumberCardError
    # A card that another program holds may be the one that the password belongs to.
    if exact and len(with_applet) + len(unknown) > 1:
        raise SeveralCardsError
    return with_applet[0]
