"""Tries the way to one server step by step, so that one can say which step failed.

Sends one GET that asks for nothing in particular; what the server answers is not looked at beyond
its status.
"""

from collections.abc import Iterator

from jpki_desktop.errors import NetworkError
from jpki_desktop.network.channel import Channel, Deadline, addresses
from jpki_desktop.network.connection_steps import Step, StepResult
from jpki_desktop.network.http import (
    PORTS,
    Request,
    answering,
    open_tunnel,
    proxy_refusal,
    send,
    split,
    wants_login,
)
from jpki_desktop.network.model import Proxy, StopToken, Times
from jpki_desktop.network.proxies import ProxyRoute, authorization, proxy_for

_LIMIT = 64 * 1024


def try_connection(
    url: str, proxy: Proxy, stop: StopToken, times: Times | None = None
) -> tuple[StepResult, ...]:
    """Return every step that was tried; the last one failed, or the server answered.

    Raises:
        CancelledError: given up.
    """
    trial = _Trial(url, proxy, Deadline((times or Times()).exchange, stop))
    found: list[StepResult] = []
    try:
        found.extend(
            StepResult(step, trial.place, trial.route is not None) for step in trial.steps()
        )
    except NetworkError as problem:
        found.append(StepResult(trial.step, trial.place, trial.route is not None, problem))
    return tuple(found)


class _Trial:
    """One way to one server; `step` and `place` say what is being tried."""

    def __init__(self, url: str, proxy: Proxy, deadline: Deadline) -> None:
        self._url = url
        self._proxy = proxy
        self._deadline = deadline
        self.step = Step.ROUTE
        self.place = ""
        self.route: ProxyRoute | None = None

    def steps(self) -> Iterator[Step]:
        """Go on from step to step; each is yielded when it is done."""
        request = Request("GET", split(self._url))
        host = request.url.hostname or ""
        port = request.url.port or PORTS[request.url.scheme]
        self.place = f"{host}:{port}"
        self.route = route = proxy_for(request.url.scheme, host, self._proxy)
        yield self.step
        near = (host, port) if route is None else (route.host, route.port)
        self.place = f"{host}:{port}" if route is None else route.place
        self.step = Step.NAME
        addresses(*near, self._deadline)
        yield self.step
        self.step = Step.CONNECT
        channel = Channel(*near, self._deadline, _LIMIT)
        try:
            yield self.step
            if route is None:
                yield from self._directly(channel, request)
            else:
                yield from self._through(route, channel, request)
        finally:
            channel.close()

    def _directly(self, channel: Channel, request: Request) -> Iterator[Step]:
        yield from self._secure(channel, request)
        self.step = Step.ANSWER
        self._check(self._status(channel, request, bytearray(), whole=False))
        yield self.step

    def _through(self, route: ProxyRoute, channel: Channel, request: Request) -> Iterator[Step]:
        self.step = Step.LOGIN
        with self._deadline.paused():
            account = authorization(route)
        server = f"{request.url.hostname}:{request.url.port or PORTS[request.url.scheme]}"
        try:
            if request.url.scheme == "https":
                self._tunnel(route, channel, request, account)
                yield self.step
                self.place = server
                yield from self._directly(channel, request)
                return
            status = self._status(channel, request, account, whole=True)
            if status == 403 or wants_login(status, account):
                raise proxy_refusal(status, route, account)
            yield self.step
            self.step, self.place = Step.ANSWER, server
            self._check(status)
            yield self.step
        finally:
            account[:] = bytes(len(account))

    def _tunnel(
        self, route: ProxyRoute, channel: Channel, request: Request, account: bytearray
    ) -> None:
        host = request.url.hostname or ""
        port = request.url.port or PORTS[request.url.scheme]
        try:
            open_tunnel(channel, host, port, route, account)
        except NetworkError as problem:
            if problem.cause == "proxy" and problem.detail.startswith("5"):
                # The proxy took us, and could not reach the server.
                self.step, self.place = Step.ANSWER, f"{host}:{port}"
                raise NetworkError("http-status", problem.detail) from None
            raise

    def _secure(self, channel: Channel, request: Request) -> Iterator[Step]:
        if request.url.scheme == "https":
            self.step = Step.SECURE
            channel.secure(request.url.hostname or "")
            yield self.step

    @staticmethod
    def _status(channel: Channel, request: Request, account: bytearray, *, whole: bool) -> int:
        send(channel, request, account, whole=whole)
        with answering(channel, request.method) as answer:
            return answer.status

    @staticmethod
    def _check(status: int) -> None:
        # From a proxy this mostly means that it could not reach the server.
        if status >= 500:
            raise NetworkError("http-status", str(status))
