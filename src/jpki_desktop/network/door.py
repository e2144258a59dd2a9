"""The network of this machine; see `model.Network`."""

from collections.abc import Callable
from typing import BinaryIO

from jpki_desktop.errors import NetworkError
from jpki_desktop.network.model import Leaving, Progress, Proxy, StopToken, Times, unheard

_MOST_REDIRECTS = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 * 1024


class NetworkDoor:
    """Connects for real."""

    def __init__(
        self,
        proxy: Proxy | Callable[[], Proxy] | None = None,
        times: Times | None = None,
    ) -> None:
        self._choice = proxy or Proxy()
        self._times = times or Times()

    @property
    def _proxy(self) -> Proxy:
        """The proxy as it is set at this moment."""
        return self._choice if isinstance(self._choice, Proxy) else self._choice()

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
        """Send `body` and return the answer; redirects are refused. See `Network.post`."""
        # The libraries of HTTP and TLS take 20 ms to load, which only a question is worth.
        from jpki_desktop.network.channel import Deadline
        from jpki_desktop.network.http import Request, check_plain, exchange, split

        request = Request("POST", split(url), body, content_type, accept, leaving)
        times = self._times
        deadline = Deadline(times.exchange if leaving is unheard else times.only_once, stop)
        with exchange(request, self._proxy, deadline, limit) as answer:
            _check_status(answer.status)
            if answer.getheader("Content-Type", "").strip().lower() != accept:
                raise NetworkError("content-type")
            check_plain(answer, limit)
            content = answer.read(limit + 1)
            # `read` with a length does not complain of contents that end early.
            if answer.length:
                raise NetworkError("closed", "incomplete")
        if len(content) > limit:
            raise NetworkError("too-large", str(limit))
        return content

    def download(
        self, url: str, target: BinaryIO, *, limit: int, stop: StopToken, progress: Progress
    ) -> None:
        """Write what lies at `url` into `target`. See `Network.download`."""
        from jpki_desktop.network.channel import Deadline
        from jpki_desktop.network.http import Request, check_plain, exchange, redirected, split

        deadline = Deadline(self._times.download, stop)
        place = split(url)
        for _ in range(_MOST_REDIRECTS + 1):
            with exchange(Request("GET", place), self._proxy, deadline, limit) as answer:
                if answer.status not in _REDIRECTS:
                    _check_status(answer.status)
                    total = check_plain(answer, limit)
                    count = 0
                    while chunk := answer.read(_CHUNK):
                        count += len(chunk)
                        if count > limit:
                            raise NetworkError("too-large", str(limit))
                        target.write(chunk)
                        progress(count, total)
                    if answer.length:
                        raise NetworkError("closed", "incomplete")
                    return
                place = redirected(place, answer.getheader("Location"))
        raise NetworkError("redirect", "too-many")

    def directory_value(
        self, server: str, name: str, attribute: str, *, limit: int, stop: StopToken
    ) -> bytes:
        """Return one attribute of an LDAP entry. See `Network.directory_value`."""
        from jpki_desktop.network import directory
        from jpki_desktop.network.channel import Deadline

        deadline = Deadline(self._times.download, stop)
        return directory.value(server, name, attribute, deadline, limit)


def _check_status(status: int) -> None:
    if status in _REDIRECTS:
        raise NetworkError("redirect", str(status))
    if status != 200:
        raise NetworkError("http-status", str(status))
