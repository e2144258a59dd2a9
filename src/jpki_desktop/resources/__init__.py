"""Pictures, compiled translations and the like, as files beside this module."""

from pathlib import Path


def resource(*names: str) -> Path:
    """Return where a resource lies; the packages are always unpacked, never a zip."""
    return Path(__file__).parent.joinpath(*names)
