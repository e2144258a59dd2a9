"""Certificates out of a PKCS#12 file (.p12, .pfx), opened in a process of its own.

The library that decrypts reads a file from anywhere, so it does so in `pkcs12_child`, with limits
that are checked before it starts and a time after which it is killed. The private key never comes
back from there.
"""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from jpki_desktop.certificate import pkcs12_child
from jpki_desktop.certificate.ber import BerError
from jpki_desktop.certificate.pkcs12_cost import CostError, check_cost
from jpki_desktop.errors import (
    FileDamagedError,
    FilePasswordError,
    FileTooCostlyError,
    FileTooLargeError,
)

MOST_SECONDS = 20
LARGEST_PKCS12 = 16 * 1024 * 1024

# The child finds its modules where this process does and nowhere else: not in the folder that the
# user stands in, and not through variables or packages that this process does not know either.
_PROGRAM = f"""
import sys
sys.path[:] = sys.argv[1:]
from {pkcs12_child.__name__} import main
sys.exit(main())
"""
_PLACES = tuple(place for place in sys.path if Path(place).is_absolute())


def _interpreter() -> str:
    """Return Python itself: the start programs of Windows' package run one module only."""
    beside = Path(sys.executable).parent / "runtime" / "python.exe"
    return str(beside) if beside.is_file() else sys.executable


_COMMAND = (_interpreter(), "-I", "-S", "-c", _PROGRAM, *_PLACES)

OnStart = Callable[[Callable[[], None]], None]


def open_pkcs12(
    path: str, data: bytes, password: bytearray, *, on_start: OnStart | None = None
) -> list[bytes]:
    """Return the certificates as DER, the key's own first; `password` is left to its owner.

    `on_start` gets a function that ends the process, for whoever may give up.

    Raises:
        FileTooCostlyError: before or while opening.
        FilePasswordError: the password does not open it.
        FileDamagedError: it is damaged, or uses something unknown.
    """
    if len(data) > LARGEST_PKCS12:
        raise FileTooLargeError(path, len(data), LARGEST_PKCS12)
    try:
        check_cost(data)
    except CostError as excess:
        raise FileTooCostlyError(path, excess.what, excess.limit) from None
    except BerError as problem:
        raise FileDamagedError(path, problem.reason) from None
    answer = _ask_child(path, data, password, on_start)
    return _certificates(path, answer)


def _ask_child(path: str, data: bytes, password: bytearray, on_start: OnStart | None) -> bytes:
    try:
        process = subprocess.Popen(
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # A window on Windows would open a console beside it.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as problem:
        raise FileDamagedError(path, problem.strerror or "process") from None
    overtime = threading.Event()

    def end_it() -> None:
        overtime.set()
        process.kill()

    watchdog = threading.Timer(MOST_SECONDS, end_it)
    watchdog.start()
    try:
        if on_start is not None:
            on_start(process.kill)
        return _exchange(process, data, password)
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        if overtime.is_set():
            raise FileTooCostlyError(path, "seconds", MOST_SECONDS)


def _exchange(process: "subprocess.Popen[bytes]", data: bytes, password: bytearray) -> bytes:
    """Give everything, then take everything: the child reads all before it writes."""
    if process.stdin is None or process.stdout is None:
        return b""
    with process.stdout:
        try:
            with process.stdin:
                process.stdin.write(len(password).to_bytes(4, "big"))
                process.stdin.write(password)
                process.stdin.write(data)
        except OSError:
            # It ended early; its answer, or the lack of one, says why.
            return b""
        # Certificates are a part of the file, so an answer that is longer is none.
        return process.stdout.read(2 * LARGEST_PKCS12)


def _certificates(path: str, answer: bytes) -> list[bytes]:
    result, rest = answer[:1], answer[1:]
    if result == pkcs12_child.REFUSED:
        raise FilePasswordError(path)
    if result != pkcs12_child.DONE:
        raise FileDamagedError(path, "content" if result == pkcs12_child.DAMAGED else "process")
    found = []
    while rest:
        end = 4 + int.from_bytes(rest[:4], "big")
        found.append(rest[4:end])
        rest = rest[end:]
    return found
