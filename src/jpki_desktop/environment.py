"""What the program runs against: the real machine, or the built-in demo.

Made once by `cli.main` or `gui.app` and handed down in parts. This is the only module that knows
the emulator; nothing is decided here beyond which parts belong together.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

import platformdirs

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import (
    CardConnection,
    CardPresence,
    CardSource,
    ReadersSeen,
    ReaderState,
    Sharing,
)
from jpki_desktop.certificate.published_fingerprints import FINGERPRINTS
from jpki_desktop.errors import (
    CardGoneError,
    CardMuteError,
    NetworkError,
    NoCardError,
    VirtualCardError,
)
from jpki_desktop.expiry.ledger import Ledger
from jpki_desktop.logbook import Logbook
from jpki_desktop.network import (
    Leaving,
    Network,
    NetworkDoor,
    Progress,
    Proxy,
    ProxyMode,
    StopToken,
    unheard,
)
from jpki_desktop.revocation_request.requests import RequestStore
from jpki_desktop.settings import AuthorityStore, InstallationSecret, ProxyPassword, SettingsStore
from jpki_desktop.settings.places import APPLICATION, user_settings
from jpki_desktop.settings.secrets import Secrets
from jpki_desktop.validity.kept_lists import KeptLists

if TYPE_CHECKING:
    from jpki_desktop.emulator import (
        DEFAULT_PERSONA,
        PERSONAS,
        QUIRKS,
        Responder,
        RevocationDesk,
        VirtualCard,
        VirtualCardOptions,
        run_virtual_card,
    )

__all__ = [
    "DEFAULT_PERSONA",
    "PERSONAS",
    "QUIRKS",
    "Clock",
    "DemoCards",
    "Environment",
    "VirtualCardOptions",
    "demo",
    "real",
    "run_virtual_card",
]

Clock = Callable[[], datetime]

DEMO_READER = "Demo Reader 00"
DEMO_REVOCATION_URL = "http://revocation.test.invalid/"


_OF_THE_EMULATOR = {
    *("DEFAULT_PERSONA", "PERSONAS", "QUIRKS"),
    *("VirtualCardOptions", "run_virtual_card"),
}


def __getattr__(name: str) -> object:
    """Load what a demonstration and `jpki virtual-card` need when it is used (PEP 562)."""
    if name not in _OF_THE_EMULATOR:
        raise AttributeError(name)
    from jpki_desktop import emulator

    return getattr(emulator, name)


@dataclass(frozen=True, slots=True)
class Environment:
    """The parts that operations take. `demo` is there only for a demonstration.

    The log is written only after a face of the program has started it.
    """

    cards: CardSource
    clock: Clock
    settings: SettingsStore
    demo: "DemoCards | None" = None
    authorities: AuthorityStore = field(default_factory=lambda: AuthorityStore(None, FINGERPRINTS))
    network: Network = field(default_factory=NetworkDoor)
    lists: KeptLists = field(default_factory=KeptLists)
    ledger: Ledger = field(default_factory=lambda: Ledger(None))
    secret: InstallationSecret = field(default_factory=lambda: InstallationSecret(None))
    logbook: Logbook = field(default_factory=lambda: Logbook(None))
    proxy_password: ProxyPassword = field(default_factory=lambda: ProxyPassword(str))
    requests: RequestStore = field(
        default_factory=lambda: RequestStore(None, InstallationSecret(None))
    )


def real(settings: SettingsStore | None = None) -> Environment:
    """Return this machine: its readers, its clock, the user's settings and known authorities."""
    from jpki_desktop.card.pcsc import PcscCards

    data = platformdirs.user_data_path(APPLICATION, appauthor=False)
    settings = settings or user_settings()
    password = ProxyPassword(lambda: settings.settings.proxy_user, Secrets())
    secret = InstallationSecret(data / "installation-secret")
    return Environment(
        PcscCards(),
        _now,
        settings,
        authorities=AuthorityStore(data / "authorities", FINGERPRINTS),
        ledger=Ledger(data / "ledger.json"),
        secret=secret,
        requests=RequestStore(data / "revocation-requests.json", secret),
        logbook=Logbook(platformdirs.user_log_path(APPLICATION, appauthor=False)),
        network=NetworkDoor(lambda: proxy_of(settings.settings.proxy, password)),
        proxy_password=password,
    )


def proxy_of(choice: str, password: ProxyPassword) -> Proxy:
    """Return the proxy that a setting means, with the password that belongs to it."""
    if choice == ProxyMode.NONE:
        return Proxy(ProxyMode.NONE)
    if choice in ("", ProxyMode.SYSTEM):
        return Proxy(ProxyMode.SYSTEM, account=password.account)
    return Proxy(ProxyMode.MANUAL, choice, password.account)


def demo(persona: str = "") -> Environment:
    """Return the demo: a virtual card in this process; settings are read and never written."""
    from jpki_desktop.emulator import DEFAULT_PERSONA

    state = platformdirs.user_state_path(APPLICATION, appauthor=False) / "demo"
    cards = DemoCards(persona or DEFAULT_PERSONA, state)
    return Environment(cards, _now, SettingsStore(None), cards, network=DemoNetwork(cards))


def _now() -> datetime:
    return datetime.now(UTC)


class DemoCards:
    """One reader with a virtual card that can be exchanged and taken away."""

    def __init__(self, persona: str, state: Path | None) -> None:
        self._state = state
        self._lock = threading.Lock()
        self._listeners: list[Callable[[ReadersSeen], None]] = []
        self._insertion = 1
        self.persona = persona
        self._card = self._make(persona)

    def _make(self, persona: str) -> "VirtualCard":
        """Make a card; keys are kept between runs where the directory can be written."""
        from jpki_desktop.emulator import make_card

        try:
            card = make_card(persona, state_dir=self._state, fresh=True)
        except (OSError, VirtualCardError):
            self._state = None
            card = make_card(persona)
        return card

    @cached_property
    def _responder(self) -> "Responder":
        from jpki_desktop.emulator import make_responder

        return make_responder(self._state)

    def answer_question(self, question: bytes) -> bytes:
        """What the test authority's responder answers to an OCSP request."""
        return self._responder.answer(question)

    @cached_property
    def _desk(self) -> "RevocationDesk":
        from jpki_desktop.emulator import make_desk

        return make_desk(self._responder, self._state)

    @property
    def request_address(self) -> str:
        """Where the test authority takes revocation requests."""
        return DEMO_REVOCATION_URL

    def request_signers(self) -> tuple[bytes, ...]:
        """The certificates that sign the answers to revocation requests."""
        return self._desk.signers()

    def answer_request(self, message: bytes) -> bytes:
        """What the test authority answers to a revocation request.

        Raises:
            ValueError: it is no message to which an answer could be made.
        """
        return self._desk.answer(message)

    def authority_keys(self) -> frozenset[bytes]:
        """Public keys of the test authority, which is trusted in the demo alone."""
        return self._responder.root_keys()

    @property
    def inserted(self) -> bool:
        """Whether the card lies on the demo reader."""
        return self._card.present

    def insert(self, persona: str = "") -> None:
        """Lay the card, or another one, onto the reader."""
        if persona and persona != self.persona:
            self.persona = persona
            self._card = self._make(persona)
        self._card.insert()
        self._changed()

    def remove(self) -> None:
        """Take the card away."""
        self._card.remove()
        self._changed()

    def _changed(self) -> None:
        self._insertion += 1
        for listener in list(self._listeners):
            listener(self.readers())

    def readers(self) -> ReadersSeen:
        """Look once; see `CardSource.readers`."""
        presence = CardPresence.PRESENT if self._card.present else CardPresence.ABSENT
        reader = ReaderState(DEMO_READER, presence, self._card.atr, self._insertion)
        return ReadersSeen(service_running=True, readers=(reader,))

    def watch(self, listener: Callable[[ReadersSeen], None]) -> "DemoWatcher":
        """Tell the present state and every change; see `CardSource.watch`."""
        self._listeners.append(listener)
        listener(self.readers())
        return DemoWatcher(self._listeners, listener)

    @contextmanager
    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> Iterator[CardConnection]:
        """Connect to the virtual card; see `CardSource.connect`."""
        del sharing
        cancel.check()
        with self._lock:
            try:
                self._card.power_on()
            except VirtualCardError:
                raise NoCardError from None
            yield DemoConnection(self._card, reader)


class DemoNetwork:
    """Reaches the test authority and nothing else; see `network.Network`."""

    def __init__(self, cards: DemoCards) -> None:
        self._cards = cards

    def post(
        self,
        url: str,
        body: bytes,
        *,
        content_type: str,
        accept: str,
        limit: int,
        stop: StopToken,
        leaving: Leaving = unheard,
    ) -> bytes:
        """Answer for the addresses of the test authority; see `Network.post`."""
        del content_type, accept, limit
        stop.check()
        # RFC 6761 6.4: names that end so are nobody's.
        if not (urlsplit(url).hostname or "").endswith(".invalid"):
            raise NetworkError("demo")
        leaving()
        if url != DEMO_REVOCATION_URL:
            return self._cards.answer_question(body)
        try:
            return self._cards.answer_request(body)
        except ValueError:
            raise NetworkError("http-status", "400") from None

    def download(
        self, url: str, target: BinaryIO, *, limit: int, stop: StopToken, progress: Progress
    ) -> None:
        """Reach nothing; see `Network.download`."""
        del url, target, limit, stop, progress
        raise NetworkError("demo")

    def directory_value(
        self, server: str, name: str, attribute: str, *, limit: int, stop: StopToken
    ) -> bytes:
        """Reach nothing; see `Network.directory_value`."""
        del server, name, attribute, limit, stop
        raise NetworkError("demo")


class DemoWatcher:
    """A watch that ends by not being called any more."""

    def __init__(
        self,
        listeners: list[Callable[[ReadersSeen], None]],
        listener: Callable[[ReadersSeen], None],
    ) -> None:
        self._listeners = listeners
        self._listener = listener

    def look_again(self) -> None:
        """The demo needs no service; see `Watcher.look_again`."""

    def stop(self) -> None:
        """End the watch; see `Watcher.stop`."""
        with suppress(ValueError):
            self._listeners.remove(self._listener)


class DemoConnection:
    """A conversation with the virtual card in this process."""

    def __init__(self, card: "VirtualCard", reader: str) -> None:
        self._card = card
        self._reader = reader

    @property
    def reader(self) -> str:
        """Name of the demo reader."""
        return self._reader

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Send one command; see `CardConnection.transmit`."""
        try:
            answer = self._card.transmit(bytes(command))
        except VirtualCardError as problem:
            raise (CardMuteError if problem.reason == "mute" else CardGoneError) from None
        if not answer:
            raise CardGoneError
        return answer

    def drop_power(self) -> None:
        """Cut the power, as a reader would."""
        self._card.power_off()
