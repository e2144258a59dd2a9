"""HTTP/1.1 over a `Channel`: one request for each connection (RFC 9112).

The request is written here, the answer is read by `http.client`. Contents that are coded (gzip) are
refused, so nothing ever grows while it is unpacked.
"""

import http.client
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import cast
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from jpki_desktop.errors import NetworkError
from jpki_desktop.network.channel import Channel, Deadline
from jpki_desktop.network.model import Leaving, Proxy, unheard
from jpki_desktop.network.proxies import ProxyRoute, authorization, proxy_for

PORTS = {"http": 80, "https": 443}

# What headers and the marks of a chunked body may take beside the contents.
_OVERHEAD = 64 * 1024

# Characters that stand as they are in an address (RFC 3986 2.2 and 2.3), and its escapes.
_SAFE = "%/:=&?~#+!$,;'@()*[]-._"

AGENT = b"jpki-desktop"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of which server."""

    method: str
    url: SplitResult
    body: bytes = b""
    content_type: str = ""
    accept: str = "*/*"
    leaving: Leaving = unheard


def split(url: str) -> SplitResult:
    """Take an address apart.

    Raises:
        NetworkError: `scheme` for anything but http and https, `url` where it makes no sense.
    """
    try:
        parts = urlsplit(quote(url, safe=_SAFE))
        port = parts.port
    except ValueError:
        raise NetworkError("url") from None
    if parts.scheme not in PORTS:
        raise NetworkError("scheme", parts.scheme)
    if not parts.hostname or parts.username is not None or port == 0:
        raise NetworkError("url")
    return parts


@contextmanager
def exchange(
    request: Request, proxy: Proxy, deadline: Deadline, limit: int
) -> Iterator[http.client.HTTPResponse]:
    """Send a request and read the head of its answer; the contents are the caller's to read.

    Raises:
        NetworkError: with its cause.
    """
    host = request.url.hostname or ""
    port = request.url.port or PORTS[request.url.scheme]
    through = proxy_for(request.url.scheme, host, proxy)
    address = (host, port) if through is None else (through.host, through.port)
    # Chunks of one octet each take six, which no honest server sends; twice the size is enough.
    with deadline.paused():
        # A keyring may wait for a person to unlock it.
        account = bytearray() if through is None else authorization(through)
    try:
        channel = Channel(*address, deadline, 2 * limit + _OVERHEAD)
        try:
            if through is not None and request.url.scheme == "https":
                open_tunnel(channel, host, port, through, account)
            if request.url.scheme == "https":
                channel.secure(host)
            plain = through if request.url.scheme == "http" else None
            send(channel, request, account if plain else bytearray(), whole=plain is not None)
            with answering(channel, request.method) as answer:
                if plain is not None and wants_login(answer.status, account):
                    raise proxy_refusal(answer.status, plain, account)
                yield answer
        finally:
            channel.close()
    finally:
        account[:] = bytes(len(account))


@contextmanager
def answering(channel: Channel, method: str) -> Iterator[http.client.HTTPResponse]:
    """Read the head of an answer; what goes wrong with it later is told in the same words."""
    # A Channel has what HTTPResponse uses of a socket: makefile.
    answer = http.client.HTTPResponse(cast("socket.socket", channel), method=method)
    try:
        answer.begin()
        yield answer
    except http.client.RemoteDisconnected:
        raise NetworkError("closed") from None
    except http.client.IncompleteRead:
        raise NetworkError("closed", "incomplete") from None
    except (http.client.HTTPException, ValueError) as problem:
        raise NetworkError("protocol", type(problem).__name__) from None
    finally:
        answer.close()


def open_tunnel(
    channel: Channel, host: str, port: int, through: ProxyRoute, account: bytearray
) -> None:
    """Ask the proxy for a connection to the server (RFC 9110 9.3.6)."""
    place = f"{_bracketed(host)}:{port}".encode("ascii")
    head = b"CONNECT %s HTTP/1.1\r\nHost: %s\r\n" % (place, place)
    _send_wiped(channel, bytearray(head) + account + b"\r\n")
    with answering(channel, "CONNECT") as answer:
        if answer.status != 200:
            raise proxy_refusal(answer.status, through, account)


def wants_login(status: int, account: bytearray) -> bool:
    """Whether the proxy wants another account; tinyproxy answers 401 to one that is wrong."""
    return status == 407 or (status == 401 and bool(account))


def proxy_refusal(status: int, through: ProxyRoute, account: bytearray) -> NetworkError:
    """Return the error for a proxy that does not let us through."""
    if not wants_login(status, account):
        return NetworkError("proxy", str(status))
    return NetworkError("proxy-password" if account else "proxy-login", through.place)


def send(channel: Channel, request: Request, account: bytearray, *, whole: bool) -> None:
    """Send a request; `whole` names the server in its first line, as proxies need it."""
    head = _head(request, whole=whole)
    request.leaving()
    _send_wiped(channel, bytearray(head) + account + b"\r\n" + request.body)


def _send_wiped(channel: Channel, message: bytearray) -> None:
    """Send in one piece what may hold the proxy's password."""
    try:
        channel.sendall(message)
    finally:
        message[:] = bytes(len(message))


def _head(request: Request, *, whole: bool) -> bytes:
    url = request.url
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    port = f":{url.port}" if url.port else ""
    host = _bracketed(url.hostname or "") + port
    target = f"{url.scheme}://{host}{path}" if whole else path
    lines = [
        f"{request.method} {target} HTTP/1.1",
        f"Host: {host}",
        f"Accept: {request.accept}",
        "Accept-Encoding: identity",
        "Connection: close",
    ]
    if request.body:
        lines += [f"Content-Type: {request.content_type}", f"Content-Length: {len(request.body)}"]
    try:
        head = "\r\n".join([*lines, ""]).encode("ascii")
    except UnicodeEncodeError:
        raise NetworkError("url") from None
    return head + b"User-Agent: " + AGENT + b"\r\n"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def check_plain(answer: http.client.HTTPResponse, limit: int) -> int | None:
    """Return the length that the server announces; refuse coded and too large contents.

    Raises:
        NetworkError: `content-coding` or `too-large`.
    """
    coding = answer.getheader("Content-Encoding", "identity").strip().lower()
    if coding not in ("identity", ""):
        raise NetworkError("content-coding", coding)
    if answer.length is not None and answer.length > limit:
        raise NetworkError("too-large", str(limit))
    return answer.length


def redirected(url: SplitResult, place: str | None) -> SplitResult:
    """Return where a redirect leads: never from https to http, and never to another host.

    Who may be asked was decided for the host that was named; no server changes that.

    Raises:
        NetworkError: `redirect`.
    """
    if not place:
        raise NetworkError("redirect")
    target = split(urljoin(url.geturl(), place))
    if url.scheme == "https" and target.scheme != "https":
        raise NetworkError("redirect", "https")
    if target.hostname != url.hostname:
        raise NetworkError("redirect", "host")
    return target
