"""Sends through the program's own network from inside a namespace; this process stays outside.

As a program: address and file of the body; the answer, or the cause of the failure, is JSON.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from jpki_desktop.errors import NetworkError
from jpki_desktop.network import NetworkDoor, NeverStops, Proxy, ProxyMode, Times
from support.network_namespace import NetworkNamespace


class NamespaceNetwork:
    """What `send_request` needs of a network; `bodies` are those that were sent."""

    def __init__(self, namespace: NetworkNamespace, folder: Path) -> None:
        self._namespace = namespace
        self._folder = folder
        self.bodies: list[bytes] = []
        self.answer = b""

    def post(self, url: str, body: bytes, **words: Any) -> bytes:
        """See `Network.post`."""
        self.bodies.append(body)
        file = self._folder / f"request-{len(self.bodies)}.der"
        file.write_bytes(body)
        command = (sys.executable, __file__, url, str(file), words["content_type"])
        done = subprocess.run(
            self._namespace.command(*command),
            capture_output=True,
            timeout=30,
            check=True,
            stdin=subprocess.DEVNULL,
            env={"PYTHONPATH": str(Path(__file__).parents[1])},
        )
        found = json.loads(done.stdout)
        if found["left"]:
            words["leaving"]()
        if "cause" in found:
            raise NetworkError(found["cause"], found["detail"])
        self.answer = bytes.fromhex(found["answer"])
        return self.answer

    def download(self, *_: Any, **__: Any) -> None:
        """Nothing is downloaded here."""
        raise AssertionError

    def directory_value(self, *_: Any, **__: Any) -> bytes:
        """Nothing is looked up here."""
        raise AssertionError


def main(url: str, file: str, kind: str) -> dict[str, str | bool]:
    """Send one file."""
    left: list[bool] = []
    door = NetworkDoor(Proxy(ProxyMode.NONE), Times(only_once=3))
    try:
        answer = door.post(
            url,
            Path(file).read_bytes(),
            content_type=kind,
            accept=kind,
            limit=64 * 1024,
            stop=NeverStops(),
            leaving=lambda: left.append(True),
        )
    except NetworkError as fault:
        return {"left": bool(left), "cause": fault.cause, "detail": fault.detail}
    return {"left": bool(left), "answer": answer.hex()}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
