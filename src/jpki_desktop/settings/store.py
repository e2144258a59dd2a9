"""Reads and writes the settings file (TOML), atomically, and keeps what it does not know.

Nothing decides here where the file lies for a demo or a test: the path comes from outside.
"""

import logging
import tomllib
from contextlib import suppress
from dataclasses import asdict, fields, replace
from pathlib import Path

from jpki_desktop.errors import SettingsFileError
from jpki_desktop.settings.values import Settings
from jpki_desktop.settings.whole_file import replace_file

_LOG = logging.getLogger(__name__)


class SettingsStore:
    """The settings and the file they come from; without a path they live in memory alone.

    What stands in the `managed` file, an administrator's, wins and is never written by us.
    """

    def __init__(self, path: Path | None, managed: Path | None = None) -> None:
        self._path = path
        self._settings = Settings(**_known(_read(path)))
        self._managed = _known(_read(managed))

    @property
    def settings(self) -> Settings:
        """The settings in force: the user's, except where an administrator has decided."""
        return replace(self._settings, **self._managed)

    @property
    def managed(self) -> frozenset[str]:
        """Names of the settings that an administrator's file decides."""
        return frozenset(self._managed)

    def change(self, **changes: str) -> None:
        """Use new values from now on and keep them.

        Raises:
            SettingsFileError: they hold for this run but could not be written.
        """
        changed = replace(self._settings, **changes)
        if changed == self._settings:
            return
        self._settings = changed
        if self._path is not None:
            self._write(self._path)

    def _write(self, path: Path) -> None:
        # Only needed when something is saved, and slow to import.
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        try:
            document = tomlkit.parse(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, TOMLKitError):
            document = tomlkit.document()
            _set_aside(path)
        document.update(asdict(self._settings))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, tomlkit.dumps(document).encode("utf-8"))
        except OSError as problem:
            raise SettingsFileError(str(path), problem.strerror or "") from None
        except UnicodeEncodeError as problem:
            # A reader's name may come with bytes that are no text.
            raise SettingsFileError(str(path), problem.reason) from None


def _read(path: Path | None) -> dict[str, object]:
    """Read a file; one that cannot be read gives nothing and is not touched."""
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as problem:
        _LOG.info("settings could not be read: %s", type(problem).__name__)
        return {}


def _known(found: dict[str, object]) -> dict[str, str]:
    """Keep what this version knows and understands."""
    names = {field.name for field in fields(Settings)}
    return {
        name: value for name, value in found.items() if name in names and isinstance(value, str)
    }


def _set_aside(path: Path) -> None:
    """Keep a broken file under another name, so that nothing of it is lost."""
    with suppress(OSError):
        path.replace(path.with_suffix(".broken"))
