"""Where instances of this program meet on Linux and macOS: a socket in a folder of one user.

Python's own sockets, since Qt's come with all of QtNetwork, which nothing else of a window at rest
needs. What is said over it is not known here.
"""

import errno
import socket
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_PATIENCE_SECONDS = 2.0
_MOST_WAITING = 50
_PIECE = 64 * 1024


class LocalSocket(QObject):
    """One end; `said` brings each message, whole, to the one that listens."""

    said = Signal(bytes)

    def __init__(self, address: str, longest: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._longest = longest
        self._server: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None

    def tell(self, message: bytes) -> bool:
        """Say something to the one that listens; False when nobody does."""
        other = self._connect()
        if other is None:
            return False
        # It is there; one that hangs shall not hold us up for longer than our patience.
        with other, suppress(OSError):
            other.sendall(message)
        return True

    def is_heard(self) -> bool:
        """Whether somebody listens."""
        other = self._connect()
        if other is None:
            return False
        other.close()
        return True

    def _connect(self) -> socket.socket | None:
        other = socket.socket(socket.AF_UNIX)
        other.settimeout(_PATIENCE_SECONDS)
        try:
            # Blocked: it is there, and many others talk to it.
            with suppress(BlockingIOError):
                other.connect(self._address)
        except OSError:
            other.close()
            return None
        return other

    def listen(self) -> bool:
        """Be the one that listens; the caller knows that nobody else does."""
        server = socket.socket(socket.AF_UNIX)
        server.setblocking(False)
        try:
            self._bind(server)
            # Nobody can connect before `listen`, so nobody else ever could.
            Path(self._address).chmod(0o600)
            server.listen(_MOST_WAITING)
        except OSError:
            server.close()
            return False
        self._server = server
        self._notifier = QSocketNotifier(server.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._accept)
        return True

    def _bind(self, server: socket.socket) -> None:
        try:
            server.bind(self._address)
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise
            # What a crashed instance left behind.
            Path(self._address).unlink()
            server.bind(self._address)

    def close(self) -> None:
        """Listen no more."""
        if self._server is None or self._notifier is None:
            return
        self._notifier.setEnabled(False)
        self._server.close()
        self._server = None
        for incoming in self.findChildren(_Incoming):
            incoming.close()
        with suppress(OSError):
            Path(self._address).unlink()

    def _accept(self) -> None:
        if self._server is None:
            return
        # It may have gone again.
        with suppress(OSError):
            incoming = _Incoming(self._server.accept()[0], self._longest, self)
            incoming.ended.connect(self.said)


class _Incoming(QObject):
    """One connection of a later instance, until it has said all."""

    ended = Signal(bytes)

    def __init__(self, other: socket.socket, longest: int, parent: QObject) -> None:
        super().__init__(parent)
        self._other = other
        self._longest = longest
        self._buffer = bytearray()
        other.setblocking(False)
        self._notifier = QSocketNotifier(other.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        try:
            piece = self._other.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        self._buffer += piece
        if piece and len(self._buffer) <= self._longest:
            return
        self.close()
        self.ended.emit(bytes(self._buffer))
        self.deleteLater()

    def close(self) -> None:
        """Hear no more of it."""
        self._notifier.setEnabled(False)
        self._other.close()
