"""A card on the virtual reader of vsmartcard: the client side of vpcd's protocol.

Two bytes of length, then the payload; one byte of payload is an order to the card, anything longer
a command (vsmartcard, doc/api.txt). A TCP connection is a card on the reader, its end a card taken
away. What the card answers is not decided here.
"""

import socket
import threading
import time
from collections.abc import Callable

from jpki_desktop.emulator.virtual_card import MUTE, UNPOWERED, VirtualCard
from jpki_desktop.errors import VirtualCardError

DEFAULT_PORT = 0x8C7B

_POWER_OFF, _POWER_ON, _RESET, _GET_ATR = 0, 1, 2, 4

_PAUSE = 0.05  # between two looks at an unplugged card or at a reader that is not there yet
_PATIENCE = 0.2  # the longest time until `stop` is noticed
# pcscd looks at the reader every 400 ms; a shorter absence would go unnoticed.
_SHORTEST_ABSENCE = 0.6


class Slot:
    """One slot of the virtual reader with the card that is meant for it."""

    def __init__(self, card: VirtualCard, host: str, port: int) -> None:
        self.card = card
        self.connected = threading.Event()
        self._address = (host, port)
        self._connection: socket.socket | None = None
        self._left_at = 0.0

    def serve(self, stop: threading.Event, inserted: Callable[[], None] | None = None) -> None:
        """Keep the card inserted while it is present; wait for the reader as long as it takes."""
        while not stop.is_set():
            connection = self._connect() if self.card.present else None
            if connection is None:
                stop.wait(_PAUSE)
            else:
                self._attend(connection, stop, inserted)

    def remove(self) -> None:
        """Take the card away at once, also in the middle of a command."""
        self.card.present = False
        connection = self._connection
        if connection is not None:
            _shut(connection)

    def _connect(self) -> socket.socket | None:
        if time.monotonic() - self._left_at < _SHORTEST_ABSENCE:
            return None
        try:
            connection = socket.create_connection(self._address, timeout=1)
        except (ConnectionError, TimeoutError):
            return None
        except OSError as error:
            reason = f"{self._address[0]}:{self._address[1]}: {error.strerror or error}"
            raise VirtualCardError(reason) from error
        # A port of the ephemeral range can be connected to itself when nobody listens.
        if connection.getsockname() == connection.getpeername():
            connection.close()
            return None
        connection.settimeout(_PATIENCE)
        return connection

    def _attend(
        self,
        connection: socket.socket,
        stop: threading.Event,
        inserted: Callable[[], None] | None,
    ) -> None:
        card, self._connection = self.card, connection
        self.connected.set()
        if inserted is not None:
            inserted()
        try:
            with connection:
                _converse(card, connection, stop)
        except ConnectionError:
            pass  # the reader went away; the card waits for it to come back
        finally:
            self._connection = None
            self._left_at = time.monotonic()
            card.power_off()
            self.connected.clear()


def serve(
    card: VirtualCard,
    host: str,
    port: int,
    stop: threading.Event,
    inserted: Callable[[], None] | None = None,
) -> None:
    """Keep a card on the virtual reader until `stop` is set."""
    Slot(card, host, port).serve(stop, inserted)


def _converse(card: VirtualCard, connection: socket.socket, stop: threading.Event) -> None:
    while card.present and (header := _receive(connection, 2, stop)) is not None:
        message = _receive(connection, int.from_bytes(header, "big"), stop)
        if message is None:
            return
        try:
            answer = _answer(card, message)
        except VirtualCardError as error:
            if error.reason not in (MUTE, UNPOWERED):
                return  # the card is gone
            continue  # silence
        if answer == b"":
            # A reader hangs for ever on an answer of no length. Dropping the connection makes the
            # service report success with zero bytes, and the card comes back by itself.
            return
        if answer is not None:
            connection.sendall(len(answer).to_bytes(2, "big") + answer)


def _answer(card: VirtualCard, message: bytes) -> bytes | None:
    if len(message) > 1:
        return card.transmit(message)
    orders: dict[bytes, Callable[[], None]] = {
        bytes((_POWER_OFF,)): card.power_off,
        bytes((_POWER_ON,)): card.power_on,
        bytes((_RESET,)): card.reset,
    }
    order = orders.get(message)
    if order is not None:
        order()
    return card.atr if message == bytes((_GET_ATR,)) else None


def _receive(connection: socket.socket, size: int, stop: threading.Event) -> bytes | None:
    """Return exactly so many bytes; None when the connection ends or the card is to stop."""
    received = b""
    while len(received) < size:
        _acknowledge_at_once(connection)
        try:
            piece = connection.recv(size - len(received))
        except TimeoutError:
            if stop.is_set():
                return None
            continue
        if not piece:
            return None
        received += piece
    return None if stop.is_set() else received


def _acknowledge_at_once(connection: socket.socket) -> None:
    # vpcd writes length and payload separately, and without this each command would wait 44 ms
    # for a delayed acknowledgement (vsmartcard pull requests 252 and 322). The option wears off,
    # so it is set again before every read.
    if hasattr(socket, "TCP_QUICKACK"):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it has ended by itself
