"""A network whose calls go out inside a namespace, where the servers of a test listen.

The window stays outside; each call is made by a process of its own with the program's real door.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import jpki_desktop
from jpki_desktop.errors import NetworkError
from jpki_desktop.network import (
    Leaving,
    NetworkDoor,
    NeverStops,
    Progress,
    StopToken,
    unheard,
)
from support.network_namespace import NetworkNamespace

_SOURCE = Path(jpki_desktop.__file__).parents[1]
_FAILED = 3


class InsideNetwork:
    """See `network.Network`; `sent` are the addresses of all calls."""

    def __init__(self, namespace: NetworkNamespace) -> None:
        self._namespace = namespace
        self.sent: list[str] = []

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
        """Send `body` from inside; see `Network.post`."""
        stop.check()
        self.sent.append(url)
        words = json.dumps([url, content_type, accept, limit])
        done = subprocess.run(
            self._namespace.command(sys.executable, __file__, words),
            input=body,
            capture_output=True,
            check=False,
            env=os.environ | {"PYTHONPATH": f"{_SOURCE}:{Path(__file__).parents[1]}"},
        )
        if done.returncode == _FAILED:
            left, *failure = json.loads(done.stdout)
            if left:
                leaving()
            raise NetworkError(*failure)
        assert done.returncode == 0, done.stderr.decode()
        leaving()
        return done.stdout

    def download(
        self, url: str, target: BinaryIO, *, limit: int, stop: StopToken, progress: Progress
    ) -> None:
        """Reach nothing."""
        del url, target, limit, stop, progress
        raise NetworkError("unreachable")

    def directory_value(
        self, server: str, name: str, attribute: str, *, limit: int, stop: StopToken
    ) -> bytes:
        """Reach nothing."""
        del server, name, attribute, limit, stop
        raise NetworkError("unreachable")


def _post() -> int:
    url, content_type, accept, limit = json.loads(sys.argv[1])
    left: list[bool] = []
    try:
        answer = NetworkDoor().post(
            url,
            sys.stdin.buffer.read(),
            content_type=content_type,
            accept=accept,
            limit=limit,
            stop=NeverStops(),
            leaving=lambda: left.append(True),
        )
    except NetworkError as error:
        print(json.dumps([bool(left), error.cause, error.detail]))
        return _FAILED
    sys.stdout.buffer.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(_post())
