"""How this program came onto the machine.

An installer leaves a file `installed-by` beside the package's folder; nothing else is looked at.
"""

from enum import StrEnum
from pathlib import Path

MARKER = "installed-by"
# The word in the file is one of ours; a larger file is something else.
_LONGEST = 64


class InstallKind(StrEnum):
    """Who installed it: a package of ours, a copy of the sources, or somebody else (pip)."""

    DEB = "deb"
    SETUP = "setup"
    MSI = "msi"
    APP = "app"
    CHECKOUT = "checkout"
    OTHER = "other"


_PACKAGES = {
    kind.value: kind
    for kind in (InstallKind.DEB, InstallKind.SETUP, InstallKind.MSI, InstallKind.APP)
}


def how_installed(package: Path | None = None) -> InstallKind:
    """Return the kind of this installation; `package` is the folder `jpki_desktop`."""
    folder = (package or Path(__file__).parent).parent
    kind = _PACKAGES.get(_marker(folder / MARKER))
    if kind is not None:
        return kind
    is_source = folder.name == "src" and (folder.parent / "pyproject.toml").is_file()
    return InstallKind.CHECKOUT if is_source else InstallKind.OTHER


def _marker(path: Path) -> str:
    """Return the word of the installer; a file that cannot be read says nothing."""
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST).decode("ascii", "replace").strip()
    except OSError:
        return ""
