"""Start the smart-card service for the user, who is asked for a password by the system alone."""

import subprocess
import time
from pathlib import Path

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.errors import ServiceStartError
from jpki_desktop.machine.service import START_COMMAND, System, look_at_service

# pkexec(1): 126 when the dialog was dismissed, 127 when it was not allowed.
_REFUSED = (126, 127)
# A person looks for a password and types it.
_PATIENCE_SECONDS = 120.0
_LOOK_SECONDS = 0.1


def can_start_service(root: Path = Path("/"), system: System | None = None) -> bool:
    """Whether a press of a button could start it here."""
    look = look_at_service(root, system)
    return look.installed and look.can_start


def start_service(cancel: CancelToken, *, helper: str = "/usr/bin/pkexec") -> None:
    """Run `systemctl start pcscd.socket` with the rights of an administrator.

    Raises:
        ServiceStartError: with its reason.
        CancelledError: given up; the system's question is taken away.
    """
    try:
        process = subprocess.Popen(
            [helper, *START_COMMAND],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        raise ServiceStartError("missing") from None
    end = time.monotonic() + _PATIENCE_SECONDS
    with process:
        while process.poll() is None:
            if cancel.cancelled or time.monotonic() > end:
                process.terminate()
                break
            time.sleep(_LOOK_SECONDS)
    cancel.check()
    if process.returncode in _REFUSED:
        raise ServiceStartError("refused")
    if process.returncode != 0:
        raise ServiceStartError("failed")
