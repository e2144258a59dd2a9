"""Keeps other programs of the same user from looking into this process, as far as systems allow.

Linux: no core dump is written, and the process is not dumpable, so neither a debugger nor
/proc/PID/mem opens it for anybody but root. macOS: no core dump, and no debugger may attach.
Windows offers a process nothing of the kind without rights of its own, so nothing is done there.
Called once by `cli.main.run` and `gui.app.run`; a refusal by the system never stops the program.
"""

import ctypes
import sys
from contextlib import suppress

# prctl(2), linux/prctl.h.
_PR_SET_DUMPABLE = 4
# ptrace(2) of macOS, sys/ptrace.h.
_PT_DENY_ATTACH = 31


def protect_process() -> None:
    """Switch core dumps and foreign looks into memory off for the rest of this process."""
    if sys.platform == "win32":
        return
    _no_core_dumps()
    # A system without these calls, or one that forbids them, is used as it is.
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            library.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        elif sys.platform == "darwin":
            library.ptrace(_PT_DENY_ATTACH, 0, None, 0)


def _no_core_dumps() -> None:
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
