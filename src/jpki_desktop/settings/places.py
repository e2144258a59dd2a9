"""Where this machine keeps the user's and the administrator's settings."""

import platformdirs

from jpki_desktop.settings.managed import managed_settings
from jpki_desktop.settings.store import SettingsStore

APPLICATION = "jpki-desktop"


def user_settings() -> SettingsStore:
    """Read the settings of this user, below those that an administrator has decided."""
    config = platformdirs.user_config_path(APPLICATION, appauthor=False)
    return SettingsStore(config / "settings.toml", managed_settings(APPLICATION))
