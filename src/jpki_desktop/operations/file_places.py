"""Where this program keeps its files."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import platformdirs

from jpki_desktop.environment import Environment
from jpki_desktop.settings.places import APPLICATION


class PlaceKind(StrEnum):
    """What is kept there."""

    SETTINGS = "settings"
    DATA = "data"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Place:
    """One folder, which need not be there yet."""

    kind: PlaceKind
    path: Path


def file_places(world: Environment) -> tuple[Place, ...]:
    """Return the folders; a demonstration keeps nothing, so it has none."""
    settings = world.settings.path
    if settings is None:
        return ()
    data = platformdirs.user_data_path(APPLICATION, appauthor=False)
    log = platformdirs.user_log_path(APPLICATION, appauthor=False)
    return (
        Place(PlaceKind.SETTINGS, settings.parent),
        Place(PlaceKind.DATA, data),
        Place(PlaceKind.LOG, log),
    )
