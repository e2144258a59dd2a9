"""The only door to PC/SC: readers and connections through pyscard's low-level `scard`.

Every code of the service becomes an exception of this program here. The high-level classes of
pyscard are not used: their threads end for good when the service does, and they hide the codes
(docs/decisions/0001-low-level-scard.md).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.connection import (
    CardConnection,
    CardPresence,
    ReadersSeen,
    ReaderState,
    Sharing,
)
from jpki_desktop.card.monitor import ReaderMonitor, WaitResult
from jpki_desktop.errors import (
    CardGoneError,
    CardMuteError,
    CardResetError,
    NoCardAccessError,
    NoCardError,
    NoReaderError,
    NoServiceError,
    ReaderBusyError,
    ReaderError,
    ReaderNotFoundError,
)


class _Pyscard:
    """Stands for `scard` until the first call, which is not made before the window is there.

    pyscard loads all of its high-level classes with it, whether or not they are used.
    """

    def __getattr__(self, name: str) -> Any:
        from smartcard import scard as loaded

        globals()["scard"] = loaded
        return getattr(loaded, name)


scard: Any = _Pyscard()

# pcsclite and Windows agree on these numbers; pyscard returns some of them as signed values.
_SERVICE = {0x8010001D, 0x8010001E, 0x80100013, 0x80100003, 0x80100001}
_GONE = {0x80100016, 0x80100069, 0x80100017, 0x80100009, 0x80100067, 0x80100066, 0x8010002F}
_RESET = {0x80100068, 0x8010000F}
_BUSY = 0x8010000B
_NO_CARD = 0x8010000C
_NO_READERS = 0x8010002E
_UNKNOWN_READER = 0x80100009
_TIMEOUT = 0x8010000A
_CANCELLED = 0x80100002
_MUTE = {0x80100066, 0x80100067, 0x8010000F, 0x80100065}
_PNP = "\\\\?PnP?\\Notification"
# A reader that was pulled off the bus stays in the list of pcsc-lite for as long as it is missed.
_NOT_THERE = 0x0008 | 0x0004  # SCARD_STATE_UNAVAILABLE, SCARD_STATE_UNKNOWN
# The high half of a reader's state counts its insertions and removals (pcsclite, Windows).
_COUNTER_SHIFT = 16


def _code(result: int) -> int:
    return result & 0xFFFFFFFF


def _error(result: int, reader: str) -> NoCardAccessError:
    """Return what a code means in the middle of an operation."""
    code = _code(result)
    if code in _SERVICE:
        return NoServiceError(code)
    if code == _BUSY:
        return ReaderBusyError(reader)
    if code == _NO_CARD:
        return NoCardError()
    if code in _RESET:
        return CardResetError()
    if code in _GONE:
        return CardGoneError()
    return ReaderError(code)


def _connect_error(result: int, reader: str) -> NoCardAccessError:
    """Return what a code means when a conversation was to begin."""
    code = _code(result)
    if code in _MUTE:
        return CardMuteError()
    if code in (_UNKNOWN_READER, 0x80100017, _NO_READERS):
        return ReaderNotFoundError(reader)
    if code == 0x80100069:
        return NoCardError()
    return _error(code, reader)


def _call(function: Callable[..., Any], *arguments: object) -> Any:
    """Call into pyscard, which raises SystemError for handles of a lost service (issue 248).

    Raises:
        NoServiceError: the service has gone.
    """
    try:
        return function(*arguments)
    except SystemError:
        raise NoServiceError from None


@contextmanager
def _context() -> Iterator[int]:
    """Hold a PC/SC context of its own.

    Raises:
        NoServiceError: the service does not run.
    """
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    if result != scard.SCARD_S_SUCCESS:
        # The handle is garbage now and must not be touched (pyscard issue 248).
        raise NoServiceError(_code(result))
    try:
        yield context
    finally:
        # What happened before must not be hidden by a service that is gone by now.
        with suppress(NoServiceError):
            _call(scard.SCardReleaseContext, context)


def _list(context: int) -> list[str]:
    result, names = _call(scard.SCardListReaders, context, [])
    code = _code(result)
    if code == _NO_READERS:
        return []
    if code != scard.SCARD_S_SUCCESS:
        raise _error(code, "")
    return list(names)


def _readers_there(states: list[tuple[str, int, list[int]]]) -> tuple[ReaderState, ...]:
    return tuple(
        _reader_state(name, event, atr)
        for name, event, atr in states
        if name != _PNP and not event & _NOT_THERE
    )


def _reader_state(name: str, event: int, atr: list[int]) -> ReaderState:
    if event & scard.SCARD_STATE_MUTE:
        presence = CardPresence.MUTE
    elif event & scard.SCARD_STATE_PRESENT:
        presence = CardPresence.PRESENT
    else:
        presence = CardPresence.ABSENT
    taken = bool(event & scard.SCARD_STATE_EXCLUSIVE)
    return ReaderState(name, presence, bytes(atr), event >> _COUNTER_SHIFT & 0xFFFF, taken)


class PcscConnection:
    """One connected card."""

    def __init__(self, handle: int, protocol: int, reader: str, cancel: CancelToken) -> None:
        self._handle = handle
        self._protocol = protocol
        self._reader = reader
        self._cancel = cancel
        self.disposition: int = scard.SCARD_LEAVE_CARD

    @property
    def reader(self) -> str:
        """Name of the reader."""
        return self._reader

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Send one command; see `CardConnection.transmit`."""
        self._cancel.alive(self._reader)
        try:
            # Not through `_call`: its frame in a traceback would hold the command.
            result, answer = scard.SCardTransmit(self._handle, self._protocol, list(command))
        except SystemError:
            raise NoServiceError from None
        finally:
            self._cancel.alive()
        if result != scard.SCARD_S_SUCCESS:
            raise _error(result, self._reader)
        if not answer:
            # vpcd's way to say that the card left; a real reader answers NOT_TRANSACTED.
            raise CardGoneError
        return bytes(value & 0xFF for value in answer)

    def drop_power(self) -> None:
        """Cut the power when the connection ends."""
        self.disposition = scard.SCARD_UNPOWER_CARD


class PcscCards:
    """All readers that the smart-card service of this machine knows."""

    def readers(self) -> ReadersSeen:
        """Look once; see `CardSource.readers`."""
        with _context() as context:
            names = _list(context)
            if not names:
                return ReadersSeen(service_running=True)
            asked = [(name, scard.SCARD_STATE_UNAWARE) for name in names]
            result, states = _call(scard.SCardGetStatusChange, context, 0, asked)
            if _code(result) not in (scard.SCARD_S_SUCCESS, _TIMEOUT):
                raise _error(result, "")
            return ReadersSeen(service_running=True, readers=_readers_there(states))

    def watch(self, listener: Callable[[ReadersSeen], None]) -> ReaderMonitor:
        """Watch in a thread; see `CardSource.watch`."""
        monitor = ReaderMonitor(PcscWaiting, listener)
        monitor.start()
        return monitor

    @contextmanager
    def connect(
        self, reader: str, sharing: Sharing, cancel: CancelToken
    ) -> Iterator[CardConnection]:
        """Connect to the card on `reader`; see `CardSource.connect`."""
        with _context() as context:
            connection, handle = _connect(context, reader, sharing, cancel)
            try:
                with _transaction(handle, reader, sharing, cancel):
                    yield connection
            finally:
                with suppress(NoServiceError):
                    _call(scard.SCardDisconnect, handle, connection.disposition)


def _connect(
    context: int, reader: str, sharing: Sharing, cancel: CancelToken
) -> tuple[PcscConnection, int]:
    if not _list(context):
        raise NoReaderError
    share = (
        scard.SCARD_SHARE_EXCLUSIVE if sharing is Sharing.EXCLUSIVE else scard.SCARD_SHARE_SHARED
    )
    protocols = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
    cancel.check()
    cancel.alive(reader, others=_in_use(context, reader))
    result, handle, protocol = _call(scard.SCardConnect, context, reader, share, protocols)
    cancel.alive()
    if result != scard.SCARD_S_SUCCESS:
        raise _connect_error(result, reader)
    return PcscConnection(handle, protocol, reader, cancel), handle


def _in_use(context: int, reader: str) -> bool:
    """Whether another program is connected; its transaction would also hold up our connecting."""
    asked = [(reader, scard.SCARD_STATE_UNAWARE)]
    result, states = _call(scard.SCardGetStatusChange, context, 0, asked)
    if _code(result) not in (scard.SCARD_S_SUCCESS, _TIMEOUT):
        return False
    return any(event & scard.SCARD_STATE_INUSE for _, event, _ in states)


@contextmanager
def _transaction(handle: int, reader: str, sharing: Sharing, cancel: CancelToken) -> Iterator[None]:
    """Keep other programs out between two commands; an exclusive connection does that already."""
    if sharing is Sharing.EXCLUSIVE:
        yield
        return
    # This blocks without limit while another program holds its own transaction.
    cancel.alive(reader, others=True)
    result = _call(scard.SCardBeginTransaction, handle)
    if _code(result) in _RESET:
        protocols = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
        share, left = scard.SCARD_SHARE_SHARED, scard.SCARD_LEAVE_CARD
        _call(scard.SCardReconnect, handle, share, protocols, left)
        result = _call(scard.SCardBeginTransaction, handle)
    cancel.alive()
    if result != scard.SCARD_S_SUCCESS:
        raise _connect_error(result, reader)
    try:
        cancel.check()
        yield
    finally:
        with suppress(NoServiceError):
            _call(scard.SCardEndTransaction, handle, scard.SCARD_LEAVE_CARD)


class PcscWaiting:
    """The monitor's own context: waits for changes and can be woken from another thread."""

    def __init__(self) -> None:
        result, self._context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        if result != scard.SCARD_S_SUCCESS:
            raise NoServiceError(_code(result))
        self._known: dict[str, int] | None = None
        self._pnp = 0

    def wait(self, milliseconds: int) -> WaitResult:
        """Block until something differs from what the last call returned, at most so long.

        Raises:
            NoServiceError: the service went away; this object is of no more use.
        """
        try:
            names = _list(self._context)
            known = self._known or {}
            asked = [(name, known.get(name, scard.SCARD_STATE_UNAWARE)) for name in names]
            asked.append((_PNP, self._pnp))
            # A list that differs from the known one, or the first one, must be told at once.
            news = self._known is None or names != list(known)
            patience = 0 if news else milliseconds
            result, states = _call(scard.SCardGetStatusChange, self._context, patience, asked)
        except NoCardAccessError:
            raise NoServiceError from None
        code = _code(result)
        if code == _CANCELLED:
            return WaitResult(None)
        if code not in (scard.SCARD_S_SUCCESS, _TIMEOUT, _UNKNOWN_READER):
            raise NoServiceError(code)
        return self._told(states, changed=code == scard.SCARD_S_SUCCESS or news)

    def _told(self, states: list[tuple[str, int, list[int]]], *, changed: bool) -> WaitResult:
        if not changed:
            return WaitResult(None)
        self._known = {name: event & ~scard.SCARD_STATE_CHANGED for name, event, _ in states}
        self._pnp = self._known.pop(_PNP, self._pnp)
        return WaitResult(ReadersSeen(service_running=True, readers=_readers_there(states)))

    def wake(self) -> None:
        """Make a blocked `wait` return at once; callable from any thread."""
        with suppress(NoServiceError):
            _call(scard.SCardCancel, self._context)

    def close(self) -> None:
        """Let go of the context, whatever state it is in."""
        with suppress(NoServiceError):
            _call(scard.SCardReleaseContext, self._context)
