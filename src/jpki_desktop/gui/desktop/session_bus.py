"""Where this login's message bus is, without starting one: only Linux has it."""

import os
import sys
from pathlib import Path


def session_bus_address() -> str:
    """Return the address of the session bus, or an empty text where there is none.

    Asking Qt for a bus that is not there would start one that nobody ends.
    """
    if sys.platform != "linux":
        return ""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if named or not runtime.startswith("/"):
        return named
    # systemd's place for it, where libdbus looks as well.
    socket = Path(runtime) / "bus"
    return f"unix:path={socket}" if socket.is_socket() else ""
