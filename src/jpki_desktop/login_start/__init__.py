"""Starting in the background when the user logs in: seen, switched on and switched off.

One implementation for each system, all of them for this user alone. `login_start` gives the one of
this system. Nothing is said here; why the program may want to start is not known here.
"""

import sys

from jpki_desktop.login_start.command import BACKGROUND, start_command
from jpki_desktop.login_start.model import LoginStart, LoginState

__all__ = ["BACKGROUND", "LoginStart", "LoginState", "login_start", "start_command"]


def login_start() -> LoginStart:
    """Return the login start of this system and user."""
    if sys.platform == "win32":
        from jpki_desktop.login_start.windows import RunKey

        return RunKey()
    if sys.platform == "darwin":
        from jpki_desktop.login_start.macos import LaunchAgent

        return LaunchAgent()
    from jpki_desktop.login_start.xdg import Autostart

    return Autostart()
