"""How the program came onto this computer, in words."""

from jpki_desktop.installation import InstallKind
from jpki_desktop.wording.language import translate


def installation_name(kind: InstallKind) -> str:
    """Return what a person would call this kind of installation."""
    return {
        InstallKind.DEB: translate("installation", "Debian package"),
        InstallKind.SETUP: translate("installation", "Windows installer (for one user)"),
        InstallKind.MSI: translate("installation", "Windows installer (for all users, MSI)"),
        InstallKind.CHECKOUT: translate("installation", "from the source code"),
        InstallKind.OTHER: translate("installation", "as a Python package"),
    }[kind]
