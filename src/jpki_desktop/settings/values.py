"""The settings themselves. What they look like in the file is in `settings.store`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; an empty text means "not chosen"."""

    reader: str = ""
    language: str = ""
