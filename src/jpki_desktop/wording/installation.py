"""How the program came onto this computer, in words."""

from jpki_desktop import __version__
from jpki_desktop.installation import InstallKind, how_installed
from jpki_desktop.wording.language import translate


def installation_name(kind: InstallKind) -> str:
    """Return what a person would call this kind of installation."""
    return {
        InstallKind.DEB: translate("installation", "Debian package"),
        InstallKind.SETUP: translate("installation", "Windows installer (for one user)"),
        InstallKind.MSI: translate("installation", "Windows installer (for all users, MSI)"),
        InstallKind.APP: translate("installation", "macOS application"),
        InstallKind.CHECKOUT: translate("installation", "from the source code"),
        InstallKind.OTHER: translate("installation", "as a Python package"),
    }[kind]


def this_program() -> str:
    """Return the version and how it was installed, as whoever helps asks for it."""
    return translate("installation", "This program: JPKI Desktop {version} ({how})").format(
        version=__version__, how=installation_name(how_installed())
    )
