"""The user's choices: one frozen value, one file. Secrets go to the system's keyring alone."""

from jpki_desktop.settings.authorities import AuthorityStore
from jpki_desktop.settings.installation_secret import InstallationSecret
from jpki_desktop.settings.managed import Managed
from jpki_desktop.settings.proxy_password import ProxyPassword
from jpki_desktop.settings.store import Origin, SettingsStore
from jpki_desktop.settings.values import NAMES, Settings, SettingValue

__all__ = [
    "NAMES",
    "AuthorityStore",
    "InstallationSecret",
    "Managed",
    "Origin",
    "ProxyPassword",
    "SettingValue",
    "Settings",
    "SettingsStore",
]
