"""The user's choices: one frozen value, one file. Secrets go to the system's keyring alone.

The parts are loaded when they are asked for: the first picture of the window needs the values at
most, and most starts find no file to read.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "AuthorityStore": "authorities",
    "InstallationSecret": "installation_secret",
    "Managed": "managed",
    "ProxyPassword": "proxy_password",
    "Origin": "store",
    "SettingsStore": "store",
    "NAMES": "values",
    "Settings": "values",
    "SettingValue": "values",
}


def __getattr__(name: str) -> object:
    """Load a part at its first use (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{home}"), name)
