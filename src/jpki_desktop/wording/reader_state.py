"""What a reader and its card are doing at this moment, in one line."""

from typing import TYPE_CHECKING, Protocol

from jpki_desktop.card.connection import CardPresence, ReaderState
from jpki_desktop.errors import JpkiError
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import token_name

if TYPE_CHECKING:
    from jpki_desktop.operations.read_card import CardSummary


class ReaderSeen(Protocol):
    """One reader with what is known of its card."""

    @property
    def state(self) -> ReaderState:
        """The reader itself."""

    @property
    def summary(self) -> "CardSummary | None":
        """What was read."""

    @property
    def error(self) -> JpkiError | None:
        """Why nothing could be read."""


class AllSeen(Protocol):
    """All readers and the current one."""

    @property
    def service_running(self) -> bool:
        """Whether there is a smart-card service."""

    @property
    def current(self) -> ReaderSeen | None:
        """The current reader."""

    @property
    def hidden(self) -> int:
        """How many readers the user has hidden."""


def reader_line(reader: ReaderSeen) -> str:
    """Return what lies on a reader, short enough for a list."""
    if reader.state.presence is CardPresence.MUTE:
        return translate("reader_state", "card does not react")
    if reader.state.presence is CardPresence.ABSENT:
        return translate("reader_state", "no card")
    if reader.summary is not None:
        return token_name(reader.summary.kind.value)
    if reader.error is not None:
        return describe_error(reader.error).title
    return translate("reader_state", "reading…")


def in_the_way(seen: AllSeen) -> str:
    """Return what keeps a card from being used now, or an empty text when none is there."""
    if not seen.service_running:
        return translate("reader_state", "The smart-card service is not running.")
    if seen.current is None and seen.hidden:
        return translate("reader_state", "All card readers are hidden in the settings.")
    if seen.current is None:
        return translate("reader_state", "No card reader is connected.")
    if seen.current.state.presence is CardPresence.MUTE:
        return translate("reader_state", "The card does not react. Set it again.")
    if seen.current.error is not None:
        return describe_error(seen.current.error).title
    return ""
