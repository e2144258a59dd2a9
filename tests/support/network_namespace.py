"""A network of its own for servers that listen on every interface: nobody else can reach them.

Programs are run inside it; this process stays outside.
"""

import os
import shutil
import subprocess
import time

_SETUP = """set -e
ip link set lo up
echo ready
exec cat"""


class NetworkNamespace:
    """The namespace lives until `close`, or until this process ends."""

    def __init__(self) -> None:
        user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        self._process = subprocess.Popen(
            ["unshare", *user, "--net", "sh", "-c", _SETUP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        if self._process.stdout.readline() != b"ready\n":
            self._process.kill()
            self._process.wait()
            message = "no network namespace: run as root or allow user namespaces"
            raise RuntimeError(message)

    def command(self, *words: str) -> list[str]:
        """Return a command line that runs inside."""
        user = [] if os.geteuid() == 0 else ["--user", "--preserve-credentials"]
        return ["nsenter", "--target", str(self._process.pid), *user, "--net", *words]

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        """Start a server inside; the caller ends it."""
        return subprocess.Popen(
            self.command(*words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def wait_for_port(self, port: int, *, seconds: float = 10) -> None:
        """Wait until a server listens, without talking to it: some serve one connection only."""
        deadline = time.monotonic() + seconds
        while f":{port} " not in self._listening():
            if time.monotonic() > deadline:
                raise TimeoutError(port)
            time.sleep(0.02)

    def _listening(self) -> str:
        done = subprocess.run(
            self.command("ss", "-Hltn"), capture_output=True, text=True, check=True
        )
        return done.stdout

    def close(self) -> None:
        """End the namespace."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(5)
        self._process.stdout.close()


def missing_programs(*more: str) -> list[str]:
    """Name what this machine lacks."""
    return [
        name for name in ("unshare", "nsenter", "ip", "ss", *more) if shutil.which(name) is None
    ]
