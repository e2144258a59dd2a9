"""A wire between a card and its reader that can break after any byte.

A program of its own, because it lives in the network namespace of the private service. It hands on
what is said between the card (which dials `listen`) and vpcd (at `target`). The order `cut N` on
its standard input breaks the connection after N more bytes from the card and is answered `ok`;
`broken` is answered by whether that has happened.
"""

import socket
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.private_pcscd import PrivatePcscd

_NEVER = 1 << 60


class BreakingWire:
    """The program, as a test holds it."""

    def __init__(self, pcscd: "PrivatePcscd", listen: int, target: int) -> None:
        words = pcscd.command(sys.executable, __file__, str(listen), str(target))
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._answered("ready")

    def cut(self, after: int) -> None:
        """Break the wire after so many more bytes of the card; later connections are whole."""
        self._order(f"cut {after}")
        self._answered("ok")

    @property
    def broken(self) -> bool:
        """Whether the wire has broken since it was told to."""
        self._order("broken")
        return self._answer() == "True"

    def stop(self) -> None:
        """End the program."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(5)
        self._process.stdout.close()

    def _order(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()

    def _answered(self, word: str) -> None:
        assert self._answer() == word

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().decode().rstrip("\n")


class _Wire:
    def __init__(self, target: int) -> None:
        self._target = target
        self._left = _NEVER

    def order(self, line: str) -> str:
        if line == "broken":
            return str(self._left == _NEVER)
        self._left = int(line.split()[1])
        return "ok"

    def connect(self, card: socket.socket) -> None:
        """Serve one insertion until either side ends it."""
        try:
            reader = socket.create_connection(("127.0.0.1", self._target))
        except OSError:
            card.close()
            return
        for end in (card, reader):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        threading.Thread(target=self._pump, args=(reader, card, False), daemon=True).start()
        self._pump(card, reader, True)

    def _pump(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:
        try:
            while True:
                # vpcd writes length and payload apart; see `emulator.vpcd`.
                source.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
                piece = source.recv(65536)
                if not piece or (counted and self._breaks(piece, sink)):
                    break
                sink.sendall(piece)
        except OSError:
            pass
        finally:
            for end in (source, sink):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def _breaks(self, piece: bytes, sink: socket.socket) -> bool:
        """Send what still goes through; True when that was the last."""
        if len(piece) < self._left:
            self._left -= len(piece)
            return False
        sink.sendall(piece[: self._left])
        self._left = _NEVER
        return True


def _main(listen: int, target: int) -> None:
    wire = _Wire(target)
    with socket.create_server(("127.0.0.1", listen)) as server:
        threading.Thread(target=_accept, args=(server, wire), daemon=True).start()
        print("ready", flush=True)
        for line in sys.stdin:
            print(wire.order(line.strip()), flush=True)


def _accept(server: socket.socket, wire: _Wire) -> None:
    while True:
        card, _ = server.accept()
        threading.Thread(target=wire.connect, args=(card,), daemon=True).start()


if __name__ == "__main__":
    _main(int(sys.argv[1]), int(sys.argv[2]))
