"""A server that misbehaves in one chosen way, on a port of its own; and one that does not.

It speaks raw sockets, because no library can be made to break its own protocol.
"""

import contextlib
import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

OCSP_TYPE = b"application/ocsp-response"
Act = Callable[["Conversation"], None]


@dataclass
class Conversation:
    """One connection: what was asked, and what the honest answer would be."""

    connection: socket.socket
    request: bytes
    answer: bytes
    stopped: threading.Event

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def reply(
        self,
        body: bytes,
        *,
        status: bytes = b"200 OK",
        kind: bytes = OCSP_TYPE,
        more: bytes = b"",
        length: int | None = None,
    ) -> None:
        size = len(body) if length is None else length
        self.send(
            b"HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
            % (status, kind, size, more)
            + body
        )

    def wait(self) -> None:
        self.stopped.wait(60)


@dataclass
class FaultServer:
    """Answers every connection by `act`; `honest` makes the answer to a request's body."""

    act: Act
    honest: Callable[[bytes], bytes]
    requests: list[bytes] = field(default_factory=list)
    tls: ssl.SSLContext | None = None

    def __enter__(self) -> Self:
        self._stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        # Wakes the thread, which waits for the next connection.
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        self._thread.join(5)
        self._listener.close()

    @property
    def url(self) -> str:
        scheme = "http" if self.tls is None else "https"
        return f"{scheme}://127.0.0.1:{self.port}/ocsp"

    def _secured(self, connection: socket.socket) -> socket.socket:
        if self.tls is None:
            return connection
        with connection:
            return self.tls.wrap_socket(connection, server_side=True)

    def _serve(self) -> None:
        while not self._stopped.is_set():
            connection, _ = self._listener.accept()
            with contextlib.suppress(OSError), self._secured(connection) as connection:
                connection.settimeout(20)
                request = _request(connection)
                if not request:
                    continue
                self.requests.append(request)
                body = request.partition(b"\r\n\r\n")[2]
                answer = self.honest(body)
                self.act(Conversation(connection, request, answer, self._stopped))


def _request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            return data
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


# --- the ways to answer -------------------------------------------------------------------------


def honest(talk: Conversation) -> None:
    talk.reply(talk.answer)


def honest_in_chunks(talk: Conversation) -> None:
    talk.send(
        b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n" % OCSP_TYPE
    )
    for start in range(0, len(talk.answer), 100):
        piece = talk.answer[start : start + 100]
        talk.send(b"%x\r\n%s\r\n" % (len(piece), piece))
    talk.send(b"0\r\n\r\n")


def no_answer(talk: Conversation) -> None:
    talk.wait()


def stall_in_body(talk: Conversation) -> None:
    talk.reply(talk.answer[:100], length=len(talk.answer))
    talk.wait()


def one_octet_at_a_time(talk: Conversation) -> None:
    text = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (
        OCSP_TYPE,
        len(talk.answer),
    )
    for octet in text + talk.answer:
        if talk.stopped.wait(0.05):
            return
        talk.send(bytes([octet]))


def endless_headers(talk: Conversation) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\n")
    while not talk.stopped.is_set():
        talk.send(b"X-Filler: " + b"a" * 4000 + b"\r\n")


def large_header(talk: Conversation) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(50):
        talk.send(b"a" * 1_000_000)


def status(code: bytes) -> Act:
    return lambda talk: talk.reply(talk.answer, status=code)


def page(talk: Conversation) -> None:
    talk.reply(b"<html>Welcome</html>", kind=b"text/html")


def page_that_claims_to_be_an_answer(talk: Conversation) -> None:
    talk.reply(b"<html>Welcome</html>")


def wrong_type(talk: Conversation) -> None:
    talk.reply(talk.answer, kind=b"application/octet-stream")


def garbage(talk: Conversation) -> None:
    talk.send(b"\x00\x01\x02\xff" * 500)


def empty(talk: Conversation) -> None:
    talk.reply(b"")


def huge(talk: Conversation) -> None:
    talk.reply(b"", length=100_000_000)
    for _ in range(100):
        talk.send(bytes(1_000_000))


def huge_without_length(talk: Conversation) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n" % OCSP_TYPE + talk.answer)
    for _ in range(100):
        talk.send(bytes(1_000_000))


def huge_in_chunks(talk: Conversation) -> None:
    talk.send(
        b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n" % OCSP_TYPE
    )
    for _ in range(100):
        talk.send(b"f4240\r\n" + bytes(1_000_000) + b"\r\n")


BOMB = gzip.compress(bytes(20_000_000))


def bomb(talk: Conversation) -> None:
    talk.reply(BOMB, more=b"Content-Encoding: gzip\r\n")


def packed(talk: Conversation) -> None:
    talk.reply(gzip.compress(talk.answer), more=b"Content-Encoding: gzip\r\n")


def redirect(code: bytes, place: bytes = b"/other") -> Act:
    return lambda talk: talk.reply(talk.answer, status=code, more=b"Location: " + place + b"\r\n")


def close_at_once(talk: Conversation) -> None:
    talk.connection.close()


def close_in_headers(talk: Conversation) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: app")


def close_in_body(talk: Conversation) -> None:
    talk.reply(talk.answer[:-10], length=len(talk.answer))


def cut_chunk(talk: Conversation) -> None:
    talk.send(
        b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n" % OCSP_TYPE
    )
    talk.send(b"%x\r\n%s" % (len(talk.answer), talk.answer[:-10]))


def late(talk: Conversation) -> None:
    time.sleep(0.3)
    talk.reply(talk.answer)


def endless_trailers(talk: Conversation) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n" % OCSP_TYPE)
    talk.send(b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(talk.answer))
    talk.send(talk.answer + b"\r\n0\r\n")
    while not talk.stopped.is_set():
        talk.send(b"X-Filler: " + b"a" * 4000 + b"\r\n")


def endless_continue(talk: Conversation) -> None:
    while not talk.stopped.is_set():
        talk.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def list_after(redirects: int) -> Act:
    """Redirect so many times, then send what the server has."""

    def act(talk: Conversation) -> None:
        path = talk.request.split(b" ")[1]
        number = int(path.rpartition(b"/")[2]) if path.startswith(b"/r/") else 0
        if number < redirects:
            place = b"/r/%d" % (number + 1)
            talk.reply(b"", status=b"302 Found", more=b"Location: " + place + b"\r\n")
        else:
            talk.reply(talk.answer, kind=b"application/pkix-crl")

    return act
