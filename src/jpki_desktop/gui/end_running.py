"""Ends the windows of this user that run, and waits until they have gone: an installer needs that.

A window in the middle of something with the card does not end; it tells its user instead.
"""

import time

from jpki_desktop.gui.meeting_point import address
from jpki_desktop.gui.single_instance import SingleInstance

PURPOSES = ("main", "demo")
_PATIENCE_SECONDS = 10.0
_STEP_SECONDS = 0.2


def end_running(patience: float = _PATIENCE_SECONDS) -> bool:
    """Ask every running instance to end; False when one is still there in the end."""
    asked = [
        instance
        for instance in (SingleInstance(address(purpose)) for purpose in PURPOSES)
        if instance.ask_to_end()
    ]
    end = time.monotonic() + patience
    while any(instance.is_running() for instance in asked):
        if time.monotonic() > end:
            return False
        time.sleep(_STEP_SECONDS)
    return True
