"""Where this machine keeps the user's and the administrator's settings."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jpki_desktop.settings.store import SettingsStore

APPLICATION = "jpki-desktop"
_FILE = "settings.toml"


def user_settings() -> "SettingsStore":
    """Read the settings of this user, below those that an administrator has decided."""
    import platformdirs

    from jpki_desktop.settings.managed import managed_settings
    from jpki_desktop.settings.store import SettingsStore

    config = platformdirs.user_config_path(APPLICATION, appauthor=False)
    return SettingsStore(config / _FILE, managed_settings(APPLICATION))


def nothing_is_set() -> bool:
    """Whether there is surely no setting at all, told without loading what reads them.

    Linux alone: elsewhere a registry or folders of the system's own would have to be asked. The
    places are those of the XDG Base Directory Specification, as platformdirs takes them.
    """
    if sys.platform != "linux":
        return False
    home = os.environ.get("XDG_CONFIG_HOME", "").strip() or str(Path("~/.config").expanduser())
    others = os.environ.get("XDG_CONFIG_DIRS", "").strip() or "/etc/xdg"
    folders = [home, *others.split(os.pathsep)]
    return not any(os.path.lexists(f"{folder}/{APPLICATION}/{_FILE}") for folder in folders)
