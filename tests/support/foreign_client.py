"""Another program that holds the card: in one of three ways, until told to end.

Started as a process of its own, since only then does the service treat it as another client.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from smartcard import scard


@contextmanager
def foreign_client(reader: str, how: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Hold `reader` (`shared`, `transaction` or `exclusive`); closing its input lets go."""
    process = subprocess.Popen(
        [sys.executable, __file__, reader, how], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"held\n"
        yield process
    finally:
        let_go(process)
        process.stdout.close()


def let_go(process: "subprocess.Popen[bytes]") -> None:
    """Let the other program end in an orderly way."""
    assert process.stdin is not None
    process.stdin.close()
    process.wait(10)


def _hold(reader: str, how: str) -> None:
    share = scard.SCARD_SHARE_EXCLUSIVE if how == "exclusive" else scard.SCARD_SHARE_SHARED
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    _succeeded(result)
    result, card, _ = scard.SCardConnect(context, reader, share, scard.SCARD_PROTOCOL_ANY)
    _succeeded(result)
    if how == "transaction":
        _succeeded(scard.SCardBeginTransaction(card))
    print("held", flush=True)
    sys.stdin.read()
    scard.SCardDisconnect(card, scard.SCARD_LEAVE_CARD)
    scard.SCardReleaseContext(context)


def _succeeded(result: int) -> None:
    if result != scard.SCARD_S_SUCCESS:
        sys.exit(hex(result & 0xFFFFFFFF))


if __name__ == "__main__":
    _hold(sys.argv[1], sys.argv[2])
