"""Login start on macOS: an agent of this user. Not tested on a real macOS.

launchd.plist(5): a property list in ~/Library/LaunchAgents is loaded when its owner logs in, and
`RunAtLoad` starts the program then. It takes effect at the next login.
"""

import os
import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from jpki_desktop.errors import LoginStartError
from jpki_desktop.login_start.command import start_command
from jpki_desktop.login_start.model import LoginState

LABEL = "jpki-desktop.login-start"
_FILE = Path("Library") / "LaunchAgents" / f"{LABEL}.plist"


class LaunchAgent:
    """The agent of this user; `home` and `machine` are given in tests only."""

    def __init__(self, home: Path | None = None, machine: Path = Path("/")) -> None:
        self._own = (Path.home() if home is None else home) / _FILE
        self._everybody = machine / _FILE

    def state(self) -> LoginState:
        """See `LoginStart.state`."""
        if _starts(self._own):
            return LoginState.ON
        return LoginState.FOR_ALL if _starts(self._everybody) else LoginState.OFF

    def enable(self) -> None:
        """See `LoginStart.enable`."""
        content = plistlib.dumps(
            {
                "Label": LABEL,
                "ProgramArguments": list(start_command()),
                "RunAtLoad": True,
                # Only where there is a screen: not for a login over the network.
                "LimitLoadToSessionType": "Aqua",
            }
        )
        beside = self._own.with_name(f".{self._own.name}.{os.getpid()}")
        try:
            self._own.parent.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(content)
                beside.replace(self._own)
            finally:
                beside.unlink(missing_ok=True)
        except OSError as problem:
            raise LoginStartError(str(self._own), problem.strerror or "") from None

    def disable(self) -> None:
        """See `LoginStart.disable`."""
        if _starts(self._everybody):
            # Only `launchctl disable` could, and it leaves a note that nobody finds again.
            raise LoginStartError(str(self._everybody), "managed")
        try:
            self._own.unlink(missing_ok=True)
        except OSError as problem:
            raise LoginStartError(str(self._own), problem.strerror or "") from None


def _starts(path: Path) -> bool:
    try:
        found = plistlib.loads(path.read_bytes())
    except (OSError, ValueError, ExpatError):
        return False
    return isinstance(found, dict) and bool(found.get("RunAtLoad")) and not found.get("Disabled")
