"""What the card layer needs from a reader, whoever provides it: PC/SC or the demo card.

Only shapes live here; `card.pcsc` and the demo environment fill them.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from jpki_desktop.card.cancel import CancelToken


class Sharing(Enum):
    """How a connection is held (reads share, a verified password does not)."""

    SHARED = "shared"
    EXCLUSIVE = "exclusive"


class CardPresence(Enum):
    """What a reader knows of its slot before any command."""

    ABSENT = "absent"
    PRESENT = "present"
    MUTE = "mute"


@dataclass(frozen=True, slots=True)
class ReaderState:
    """One reader at one moment.

    `insertion` changes whenever a card is put in or taken out, so two equal values mean that the
    same card has stayed in place. `taken`: a program holds the card for itself alone.
    """

    name: str
    presence: CardPresence
    atr: bytes = b""
    insertion: int = 0
    taken: bool = False

    @property
    def has_card(self) -> bool:
        """Whether a card that may answer is in place."""
        return self.presence is CardPresence.PRESENT


@dataclass(frozen=True, slots=True)
class ReadersSeen:
    """All readers at one moment, in the order in which the service lists them."""

    service_running: bool
    readers: tuple[ReaderState, ...] = ()

    def named(self, name: str) -> ReaderState | None:
        """Return the reader of that name, if it is connected."""
        return next((reader for reader in self.readers if reader.name == name), None)


class CardConnection(Protocol):
    """An open conversation with one card."""

    @property
    def reader(self) -> str:
        """Name of the reader."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Send one command APDU and return the response APDU with its status word.

        Raises:
            NoCardAccessError: the card, the reader or the service went away, in its leaf classes.
        """

    def drop_power(self) -> None:
        """Ask for power to be cut at the end, since a verified state could not be ended."""


class Watcher(Protocol):
    """A running watch over the readers."""

    def look_again(self) -> None:
        """Look now for a service that is not there; it is looked for less and less often."""

    def stop(self) -> None:
        """End the watch; returns when no further call can come."""


class CardSource(Protocol):
    """All readers of this machine, or of the demo."""

    def readers(self) -> ReadersSeen:
        """Look once.

        Raises:
            NoServiceError: no smart-card service runs.
        """

    def watch(self, listener: Callable[[ReadersSeen], None]) -> Watcher:
        """Call `listener`, from another thread, now and at every change."""

    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> AbstractContextManager[CardConnection]:
        """Connect to the card on `reader` for as long as the returned context lasts.

        Raises:
            NoCardAccessError: in its leaf classes.
        """
