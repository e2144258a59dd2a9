"""Settings that do not fit, are decided elsewhere, or cannot be read; the system's keyring.

Classes carry facts, never sentences: those are in `wording`. No value of a secret is a fact.
"""

from jpki_desktop.errors.base import JpkiError


class SettingError(JpkiError):
    """Something is wrong with the setting `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SettingUnknownError(SettingError):
    """There is no setting of this name."""

    code = "JD-1801"


class SettingValueError(SettingError):
    """The value does not fit; `reason` is one of a few words."""

    code = "JD-1802"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name)
        self.reason = reason


class SettingManagedError(SettingError):
    """The administrator has decided this setting."""

    code = "JD-1803"


class SettingSecretError(SettingError):
    """The value holds a password, which has no place in the settings or on a command line."""

    code = "JD-1804"


class SettingIgnoredError(SettingError):
    """What stands in the file `path` does not fit, so it counts as not chosen."""

    code = "JD-1805"

    def __init__(self, name: str, path: str, reason: str) -> None:
        super().__init__(name)
        self.path = path
        self.reason = reason


class SettingsSetAsideError(JpkiError):
    """The settings file at `path` was damaged; it was kept as `kept`, and the defaults hold."""

    code = "JD-1806"

    def __init__(self, path: str, kept: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.kept = kept
        self.reason = reason


class SettingsUnreadableError(JpkiError):
    """The settings file at `path`, the user's or the administrator's, could not be read."""

    code = "JD-1807"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class KeyringError(JpkiError):
    """The system's keyring could not be used: `reason` is `absent`, `locked`, `slow`, `failed`."""

    code = "JD-1808"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoManualProxyError(JpkiError):
    """A password for the proxy can be kept only when its address and a user name are set."""

    code = "JD-1809"
