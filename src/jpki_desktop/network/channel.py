"""One connection whose every wait ends at the deadline, at the limit, or when the user gives up.

A socket's own timeout starts anew with every byte, so a server that sends one byte a second would
hold a program for ever. Here the socket never blocks; waiting is done in short slices.
"""

import contextlib
import io
import os
import selectors
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jpki_desktop.errors import NetworkError
from jpki_desktop.network.model import StopToken

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# How long a cancelled operation may still hold its thread.
_SLICE = 0.1

_ADDRESS_FAMILIES = (socket.AF_INET, socket.AF_INET6)


class Deadline:
    """A moment, and a token that may come earlier."""

    def __init__(self, seconds: float, stop: StopToken) -> None:
        self._end = time.monotonic() + seconds
        self._stop = stop

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Let the time that a person takes be nobody's fault."""
        start = time.monotonic()
        try:
            yield
        finally:
            self._end += time.monotonic() - start

    def slice(self) -> float:
        """Return how long to wait next.

        Raises:
            NetworkError: `timeout`.
            CancelledError: given up.
        """
        self._stop.check()
        left = self._end - time.monotonic()
        if left <= 0:
            raise NetworkError("timeout")
        return min(left, _SLICE)


class Channel:
    """A connection; `received` counts what came, which may never be more than `limit`."""

    def __init__(self, host: str, port: int, deadline: Deadline, limit: int) -> None:
        self._deadline = deadline
        self._limit = limit
        self.received = 0
        self._socket: socket.socket = _connected(host, port, deadline)

    def secure(self, host: str) -> None:
        """Begin TLS; the server's certificate is checked with the system's store."""
        context = ssl.create_default_context()
        try:
            wrapped = context.wrap_socket(
                self._socket, server_hostname=host, do_handshake_on_connect=False
            )
        except (OSError, ValueError) as problem:
            raise NetworkError("tls", type(problem).__name__) from None
        self._socket = wrapped
        while True:
            self._deadline.slice()
            try:
                wrapped.do_handshake()
                return
            except ssl.SSLWantReadError:
                self._wait(selectors.EVENT_READ)
            except ssl.SSLWantWriteError:
                self._wait(selectors.EVENT_WRITE)
            except ssl.SSLCertVerificationError as problem:
                raise NetworkError("tls-certificate", problem.verify_message) from None
            except OSError as problem:
                raise NetworkError("tls", type(problem).__name__) from None

    def sendall(self, data: bytes | bytearray) -> None:
        """Send everything."""
        view = memoryview(data)
        while view:
            self._deadline.slice()
            try:
                view = view[self._socket.send(view) :]
            except (BlockingIOError, ssl.SSLWantWriteError):
                self._wait(selectors.EVENT_WRITE)
            except ssl.SSLWantReadError:
                self._wait(selectors.EVENT_READ)
            except OSError as problem:
                raise NetworkError("closed", type(problem).__name__) from None

    def receive_into(self, buffer: "WriteableBuffer") -> int:
        """Receive into `buffer`; 0 is the end."""
        while True:
            self._deadline.slice()
            try:
                count = self._socket.recv_into(buffer)
            except (BlockingIOError, ssl.SSLWantReadError):
                self._wait(selectors.EVENT_READ)
            except ssl.SSLWantWriteError:
                self._wait(selectors.EVENT_WRITE)
            except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
                return 0
            except OSError as problem:
                raise NetworkError("closed", type(problem).__name__) from None
            else:
                return self._counted(count)

    def _counted(self, count: int) -> int:
        self.received += count
        if self.received > self._limit:
            raise NetworkError("too-large", str(self._limit))
        return count

    def makefile(self, mode: str = "rb") -> io.BufferedReader:
        """Return a reader, as `http.client` wants it from a socket."""
        del mode
        return io.BufferedReader(_Reader(self), 16 * 1024)

    def close(self) -> None:
        """End the connection."""
        with contextlib.suppress(OSError):
            self._socket.close()

    def _wait(self, event: int) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._socket, event)
            selector.select(self._deadline.slice())


class _Reader(io.RawIOBase):
    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        return self._channel.receive_into(buffer)


def _connected(host: str, port: int, deadline: Deadline) -> socket.socket:
    """Connect to the first address that answers, all of them within the deadline."""
    problem = NetworkError("unreachable", host)
    for family, address in addresses(host, port, deadline):
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.setblocking(False)
            _connect(connection, address, deadline)
        except OSError as fault:
            connection.close()
            problem = NetworkError("unreachable", fault.strerror or type(fault).__name__)
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise problem


def _connect(connection: socket.socket, address: tuple[object, ...], deadline: Deadline) -> None:
    with contextlib.suppress(BlockingIOError):
        connection.connect(address)
        return
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_WRITE)
        while not selector.select(deadline.slice()):
            pass
    code = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise OSError(code, os.strerror(code))


def addresses(
    host: str, port: int, deadline: Deadline
) -> list[tuple[socket.AddressFamily, tuple[object, ...]]]:
    """Ask for the addresses in a thread of its own, since nothing can interrupt the system."""
    found: list[tuple[socket.AddressFamily, tuple[object, ...]]] = []
    done = threading.Event()

    def ask() -> None:
        with contextlib.suppress(OSError, UnicodeError):
            found.extend(
                (family, address)
                for family, _, _, _, address in socket.getaddrinfo(
                    host, port, type=socket.SOCK_STREAM
                )
                if family in _ADDRESS_FAMILIES
            )
        done.set()

    threading.Thread(target=ask, name="address look-up", daemon=True).start()
    while not done.wait(deadline.slice()):
        pass
    if not found:
        raise NetworkError("address", host)
    return found
