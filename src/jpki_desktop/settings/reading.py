"""Reads a file of settings and keeps what fits; what does not is told, never passed over.

A file of the user's that is damaged is set aside under a name that was free.
"""

import logging
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from jpki_desktop.errors import (
    JpkiError,
    SettingError,
    SettingIgnoredError,
    SettingsSetAsideError,
    SettingsUnreadableError,
    SettingValueError,
)
from jpki_desktop.settings.rules import validate
from jpki_desktop.settings.values import LISTS, NAMES, SettingValue, not_chosen

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in one place: values that fit, and what is to be said about the rest."""

    values: Mapping[str, SettingValue] = field(default_factory=dict)
    problems: tuple[JpkiError, ...] = ()
    readable: bool = True


def read_settings(path: Path, *, set_aside: bool) -> Found:
    """Read one file; one that is not there is empty. A damaged one is set aside when told so."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Found()
    except OSError as problem:
        _LOG.info("settings could not be read: %s", type(problem).__name__)
        reason = problem.strerror or type(problem).__name__
        return Found(problems=(SettingsUnreadableError(str(path), reason),), readable=False)
    except (ValueError, RecursionError) as problem:
        _LOG.info("settings are damaged: %s", type(problem).__name__)
        return Found(problems=(_damaged(path, set_aside=set_aside),), readable=False)
    return fitting_values(content, str(path))


def fitting_values(content: Mapping[str, object], place: str) -> Found:
    """Keep what this version knows and what fits; unknown names belong to other versions."""
    values: dict[str, SettingValue] = {}
    problems: list[JpkiError] = []
    for name, found in content.items():
        if name not in NAMES:
            continue
        try:
            value = _value(name, found)
        except SettingError as problem:
            reason = problem.reason if isinstance(problem, SettingValueError) else "secret"
            problems.append(SettingIgnoredError(name, place, reason))
        else:
            if value != not_chosen(name):
                values[name] = value
    return Found(values, tuple(problems))


def _value(name: str, found: object) -> SettingValue:
    if name in LISTS:
        if isinstance(found, list) and all(isinstance(part, str) for part in found):
            return tuple(dict.fromkeys(part for part in found if part.strip()))
        raise SettingValueError(name, "type")
    if not isinstance(found, str):
        raise SettingValueError(name, "type")
    return validate(name, found)


def _damaged(path: Path, *, set_aside: bool) -> JpkiError:
    if not set_aside:
        return SettingsUnreadableError(str(path), "TOML")
    try:
        return SettingsSetAsideError(str(path), str(put_aside(path)), "TOML")
    except OSError as problem:
        return SettingsUnreadableError(str(path), problem.strerror or "TOML")


def put_aside(path: Path) -> Path:
    """Give a file another name, one that nothing has; returns it.

    Raises:
        OSError: the file is where it was.
    """
    for number in count(1):
        aside = path.with_suffix(".broken" if number == 1 else f".broken-{number}")
        try:
            # Fails where the name is taken, which a replacement would not.
            os.link(path, aside)
        except FileExistsError:
            continue
        except OSError:
            # A file system without links, as on some network drives.
            if aside.exists():
                continue
            path.rename(aside)
        else:
            path.unlink()
        return aside
    raise AssertionError  # numbers do not end
