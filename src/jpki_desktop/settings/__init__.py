"""The user's choices: one frozen value, one file. No secret is ever kept here."""

from jpki_desktop.settings.authorities import AuthorityStore
from jpki_desktop.settings.installation_secret import InstallationSecret
from jpki_desktop.settings.store import SettingsStore
from jpki_desktop.settings.values import Settings

__all__ = ["AuthorityStore", "InstallationSecret", "Settings", "SettingsStore"]
