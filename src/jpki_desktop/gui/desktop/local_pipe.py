"""Where instances of this program meet on Windows: a named pipe, as Qt opens it.

It works on other systems too, and is tested there. What is said over it is not known here.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 2000


class LocalPipe(QObject):
    """One end; `said` brings each message, whole, to the one that listens."""

    said = Signal(bytes)

    def __init__(self, address: str, longest: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._longest = longest
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)

    def tell(self, message: bytes) -> bool:
        """Say something to the one that listens; False when nobody does."""
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

    def is_heard(self) -> bool:
        """Whether somebody listens."""
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        found = socket.waitForConnected(_PATIENCE_MS)
        socket.abort()
        return found

    def listen(self) -> bool:
        """Be the one that listens; the caller knows that nobody else does."""
        if self._server.listen(self._address):
            return True
        # What a crashed instance left behind.
        QLocalServer.removeServer(self._address)
        return self._server.listen(self._address)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _accept(self) -> None:
        incoming = _Incoming(self._server.nextPendingConnection(), self._longest, self)
        incoming.ended.connect(self.said)


class _Incoming(QObject):
    """One connection of a later instance, until it has said all."""

    ended = Signal(bytes)

    def __init__(self, socket: QLocalSocket, longest: int, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._socket.setParent(self)
        self._longest = longest
        self._buffer = bytearray()
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self._end)
        if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            # It said all and went before anybody listened; its words are told like any other's.
            QTimer.singleShot(0, self._end)

    def _read(self) -> None:
        self._buffer += self._socket.readAll().data()
        if len(self._buffer) > self._longest:
            self._socket.abort()

    def _end(self) -> None:
        self._socket.disconnected.disconnect(self._end)
        self._buffer += self._socket.readAll().data()
        self.ended.emit(bytes(self._buffer))
        self.deleteLater()
