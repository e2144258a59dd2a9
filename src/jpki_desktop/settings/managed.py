"""What an administrator has decided: files below /etc/xdg, and Windows' policy keys.

The first place that names a setting decides it. Nothing here is ever written.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import platformdirs

from jpki_desktop.errors import JpkiError
from jpki_desktop.settings.reading import Found, fitting_values, read_settings
from jpki_desktop.settings.values import SettingValue

# Microsoft keeps both for policies: ordinary users cannot write below them.
POLICY_KEY = r"Software\Policies\JPKI Desktop"
# The computer's word stands before the user's, as in other programs with policies.
HIVES = ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")


@dataclass(frozen=True, slots=True)
class Managed:
    """Values that win over the user's, the place of each, and what did not fit."""

    values: Mapping[str, SettingValue] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[JpkiError, ...] = ()


class Registry(Protocol):
    """As much of Windows' registry as is read."""

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        """Return the values of a key by name; none where there is no such key."""
        ...


def managed_settings(application: str, always: str) -> Managed:
    """Return what is decided for this machine and this user.

    On Linux `always` counts whatever the user's environment says.
    """
    if sys.platform == "win32":
        # Below ProgramData any user could lay down a file for all others; beside the program, where
        # the installer for administrators puts one, it is as safe as the program itself.
        beside = Path(sys.executable).with_name("settings.toml")
        return first_of(from_registry(WindowsRegistry()), from_files([beside]))
    return from_files(Path(folder) / "settings.toml" for folder in _folders(application, always))


def _folders(application: str, always: str) -> Iterable[str]:
    """The folders for all users, the most important first (XDG_CONFIG_DIRS).

    That variable is the user's own, so it cannot take away what stands in the usual place.
    """
    first = [f"{always}/{application}"] if sys.platform == "linux" else []
    found = platformdirs.site_config_dir(application, appauthor=False, multipath=True)
    return dict.fromkeys([*first, *found.split(os.pathsep)])


def from_files(paths: Iterable[Path]) -> Managed:
    """Read files in the order of their importance."""
    return _merged((str(path), read_settings(path, set_aside=False)) for path in paths)


def first_of(first: Managed, second: Managed) -> Managed:
    """Return both; where both decide a setting, the first one does."""
    return Managed(
        {**second.values, **first.values},
        {**second.places, **first.places},
        (*first.problems, *second.problems),
    )


def from_registry(registry: Registry) -> Managed:
    """Read the policy keys; a list of names is a REG_MULTI_SZ, everything else a REG_SZ."""
    return _merged(
        (place, fitting_values(registry.values(hive, POLICY_KEY), place))
        for hive in HIVES
        for place in (rf"{hive}\{POLICY_KEY}",)
    )


def _merged(found: Iterable[tuple[str, Found]]) -> Managed:
    values: dict[str, SettingValue] = {}
    places: dict[str, str] = {}
    problems: list[JpkiError] = []
    for place, content in found:
        problems.extend(content.problems)
        for name, value in content.values.items():
            if name not in values:
                values[name], places[name] = value, place
    return Managed(values, places, tuple(problems))


class WindowsRegistry:
    """The registry of this machine; written after Microsoft's documents of `winreg`."""

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        """Return the values of a key; see `Registry.values`."""
        found: dict[str, object] = {}
        if sys.platform == "win32":
            import winreg

            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            # No policy, or none that this user may read.
            with suppress(OSError), winreg.OpenKey(getattr(winreg, hive), key, 0, access) as opened:
                for number in range(winreg.QueryInfoKey(opened)[1]):
                    name, value, _kind = winreg.EnumValue(opened, number)
                    found[name] = value
        return found
