"""The settings in force and the file they come from, which is written atomically.

What is not known there is kept. Nothing decides here where the file lies for a demo or a test: the
path comes from outside.
"""

from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

from jpki_desktop.errors import JpkiError, SettingIgnoredError, SettingsFileError
from jpki_desktop.settings.managed import Managed
from jpki_desktop.settings.reading import Found, put_aside, read_settings
from jpki_desktop.settings.values import Settings, SettingValue, not_chosen
from jpki_desktop.settings.whole_file import replace_file


class Origin(StrEnum):
    """Who decided a setting."""

    USER = "user"
    MANAGED = "managed"
    DEFAULT = "default"


class SettingsStore:
    """The settings and their file; without a path they live in memory alone.

    What an administrator has decided wins and is never written by us.
    """

    def __init__(self, path: Path | None, managed: Managed | None = None) -> None:
        self._path = path
        self._managed = managed or Managed()
        # What could not be written holds for this run all the same.
        self._unsaved: dict[str, SettingValue] = {}
        found = Found() if path is None else read_settings(path, set_aside=True)
        self._own: Mapping[str, SettingValue] = found.values
        self.problems: tuple[JpkiError, ...] = (*self._managed.problems, *found.problems)
        self._settings = self._in_force()

    @property
    def path(self) -> Path | None:
        """Where the user's settings are kept."""
        return self._path

    @property
    def settings(self) -> Settings:
        """The settings in force: the user's, except where an administrator has decided."""
        return self._settings

    @property
    def managed(self) -> frozenset[str]:
        """Names of the settings that an administrator has decided."""
        return frozenset(self._managed.values)

    def origin(self, name: str) -> Origin:
        """Who decided this setting."""
        if name in self._managed.values:
            return Origin.MANAGED
        return Origin.USER if name in self._own else Origin.DEFAULT

    def place(self, name: str) -> str:
        """Where an administrator has decided this setting, or an empty text."""
        return self._managed.places.get(name, "")

    def look_again(self) -> None:
        """Take what others have written meanwhile: a terminal, while the window is open for days.

        What cannot be read changes nothing.
        """
        if self._path is None:
            return
        found = read_settings(self._path, set_aside=False)
        if found.readable:
            self._own = self._chosen({**found.values, **self._unsaved})
            self._settings = self._in_force()

    def change(self, **changes: SettingValue) -> None:
        """Use new values from now on and keep them; an empty one means "not chosen".

        Others may have written the file meanwhile, so only these values are changed in it.

        Raises:
            SettingsFileError: they hold for this run but could not be written.
        """
        path = self._path
        # A damaged file is not set aside here but where it is replaced.
        found = Found() if path is None else read_settings(path, set_aside=False)
        before = found.values if path is not None and found.readable else self._own
        misfits = {it.name for it in found.problems if isinstance(it, SettingIgnoredError)}
        self._own = self._chosen({**before, **self._unsaved, **changes})
        self._settings = self._in_force()
        wanted = {**self._unsaved, **changes}
        if path is None or all(
            before.get(name, not_chosen(name)) == value and name not in misfits
            for name, value in wanted.items()
        ):
            return
        self._unsaved = wanted
        _write(path, wanted)
        self._unsaved = {}

    @staticmethod
    def _chosen(values: Mapping[str, SettingValue]) -> Mapping[str, SettingValue]:
        return {name: value for name, value in values.items() if value != not_chosen(name)}

    def _in_force(self) -> Settings:
        known: dict[str, Any] = {**self._own, **self._managed.values}
        return Settings(**known)


def _write(path: Path, changes: Mapping[str, SettingValue]) -> None:
    # Only needed when something is saved, and slow to import.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    except (OSError, ValueError, RecursionError, TOMLKitError):
        document = tomlkit.document()
        with suppress(OSError):
            put_aside(path)
    for name, value in changes.items():
        if value == not_chosen(name):
            document.pop(name, None)
        else:
            document[name] = list(value) if isinstance(value, tuple) else value
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, tomlkit.dumps(document).encode("utf-8"))
    except OSError as problem:
        raise SettingsFileError(str(path), problem.strerror or "") from None
    except UnicodeEncodeError as problem:
        # A reader's name may come with bytes that are no text.
        raise SettingsFileError(str(path), problem.reason) from None
