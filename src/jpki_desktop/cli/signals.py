"""Ends a command in an orderly way when the system asks: a shutdown, a closed terminal.

Like Ctrl+C, so that a card is logged out and a result is told; but nobody waits long for it then.
"""

import signal
import sys
from types import FrameType


class TerminatedError(KeyboardInterrupt):
    """The system wants this process to end, and waits a few seconds at most."""


def end_on_signals() -> None:
    """Turn SIGTERM and SIGHUP into an exception in the main thread."""
    if sys.platform == "win32":
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        # What was told to be ignored (nohup) stays so.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def ignore_signals() -> None:
    """Let neither of them disturb what is being done in any case."""
    if sys.platform == "win32":
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def _end(_number: int, _frame: FrameType | None) -> None:
    # A second one must not break off the log-out.
    ignore_signals()
    raise TerminatedError
