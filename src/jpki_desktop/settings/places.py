"""Where this machine keeps the user's and the administrator's settings."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jpki_desktop.settings.store import SettingsStore

APPLICATION = "jpki-desktop"
FOR_ALL = "/etc/xdg"
"""Where an administrator's file always counts on Linux, whatever a user's environment says."""
_FILE = "settings.toml"
# A file of settings is much shorter; a longer one is read with care.
_LOOKED_AT = 64 * 1024


def user_settings() -> "SettingsStore":
    """Read the settings of this user, below those that an administrator has decided."""
    import platformdirs

    from jpki_desktop.settings.managed import managed_settings
    from jpki_desktop.settings.store import SettingsStore

    config = platformdirs.user_config_path(APPLICATION, appauthor=False)
    return SettingsStore(config / _FILE, managed_settings(APPLICATION, FOR_ALL))


def nothing_is_set_for_the_looks() -> bool:
    """Whether surely neither language nor appearance is set, told without loading what reads them.

    The first picture of the window needs no other setting. Linux alone: elsewhere a registry or
    folders of the system's own would have to be asked. The places are those of the XDG Base
    Directory Specification, as platformdirs takes them.
    """
    if sys.platform != "linux":
        return False
    home = os.environ.get("XDG_CONFIG_HOME", "").strip() or str(Path("~/.config").expanduser())
    others = os.environ.get("XDG_CONFIG_DIRS", "").strip() or FOR_ALL
    return not any(
        _names_looks(f"{folder}/{APPLICATION}/{_FILE}")
        for folder in (home, FOR_ALL, *others.split(os.pathsep))
    )


def _names_looks(file: str) -> bool:
    """Whether a file may set one of them; one that cannot be read is left to who tells of it."""
    try:
        with open(file, "rb") as found:  # noqa: PTH123 - pathlib is slower, and this is felt
            content = found.read(_LOOKED_AT + 1)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return len(content) > _LOOKED_AT or b"language" in content or b"appearance" in content
