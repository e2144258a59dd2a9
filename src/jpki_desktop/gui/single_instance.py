"""One window for each user: a second start hands its files to the first and ends.

The meeting point is a local socket that only this user can open. A message is a bounded list of
absolute paths, or the request to end, and nothing else; never a secret.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LONGEST_MESSAGE = 4 * 1024 * 1024
_MOST_PATHS = 10_000
_PATIENCE_MS = 2000
_END = b'"end"'


class SingleInstance(QObject):
    """Either the first instance, which listens, or a later one, which tells the first.

    `place` comes from `meeting_point.address`.
    """

    received = Signal(list)
    asked_to_end = Signal()

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = place
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)

    def hand_over(self, paths: Sequence[Path]) -> bool:
        """Give the paths to a running instance; False when there is none, or they are too many."""
        if not self._address:
            return False
        import json

        names = [str(path.absolute()) for path in paths]
        message = json.dumps(names, ensure_ascii=False).encode("utf-8", "surrogateescape")
        if len(names) > _MOST_PATHS or len(message) > _LONGEST_MESSAGE:
            return False
        return self._tell(message)

    def ask_to_end(self) -> bool:
        """Ask a running instance to end, as an installer does; False when there is none."""
        return self._tell(_END)

    def _tell(self, message: bytes) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(message)
        socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
            socket.waitForDisconnected(_PATIENCE_MS)
        return True

    def is_running(self) -> bool:
        """Whether another instance is there; it is asked for nothing."""
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        found = socket.waitForConnected(_PATIENCE_MS)
        socket.abort()
        return found

    def listen(self) -> bool:
        """Become the instance that others find; False when that is impossible here."""
        # Another one may be there, to whom nothing could be handed over.
        if not self._address or self.is_running():
            return False
        if self._server.listen(self._address):
            return True
        # What a crashed instance left behind: nobody answered there when we tried to hand over.
        QLocalServer.removeServer(self._address)
        return self._server.listen(self._address)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _accept(self) -> None:
        incoming = _Incoming(self._server.nextPendingConnection(), self)
        incoming.ended.connect(self._take)

    def _take(self, message: bytes) -> None:
        if message == _END:
            self.asked_to_end.emit()
            return
        paths = parse_message(message)
        if paths is not None:
            self.received.emit(paths)


class _Incoming(QObject):
    """One connection of a later instance, until it has said all."""

    ended = Signal(bytes)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._socket.setParent(self)
        self._buffer = bytearray()
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self._end)
        if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            # It said all and went before anybody listened; its words are told like any other's.
            QTimer.singleShot(0, self._end)

    def _read(self) -> None:
        self._buffer += self._socket.readAll().data()
        if len(self._buffer) > _LONGEST_MESSAGE:
            self._socket.abort()

    def _end(self) -> None:
        self._socket.disconnected.disconnect(self._end)
        self._buffer += self._socket.readAll().data()
        self.ended.emit(bytes(self._buffer))
        self.deleteLater()


def parse_message(message: bytes) -> list[Path] | None:
    """Return the paths of a message, or None for anything that is no such message."""
    if len(message) > _LONGEST_MESSAGE:
        return None
    import json

    try:
        found = json.loads(message.decode("utf-8", "surrogateescape"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or len(found) > _MOST_PATHS:
        return None
    if not all(isinstance(path, str) and Path(path).is_absolute() for path in found):
        return None
    return [Path(path) for path in found]
