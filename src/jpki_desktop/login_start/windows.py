"""Login start on Windows: a value of the user's Run key. Not tested on a real Windows.

Microsoft, "Run and RunOnce Registry Keys": the value's data is a command line of at most 260
characters. Task Manager does not delete a value that it switches off; it notes that beside, in
StartupApproved, as binary data whose first byte is odd. That format is not documented; it is read,
and at most deleted, never written.
"""

import subprocess
from typing import Any, Protocol

from jpki_desktop.errors import LoginStartError
from jpki_desktop.login_start.command import start_command
from jpki_desktop.login_start.model import LoginState

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
VALUE = "JPKI Desktop"
_LONGEST_COMMAND = 260


class Registry(Protocol):
    """The few things that are done to a registry, below the user's own root (HKCU) or HKLM."""

    def read(self, key: str, name: str, *, machine: bool = False) -> str | bytes | None:
        """Return a value, or None where there is none."""

    def write(self, key: str, name: str, text: str) -> None:
        """Set a text of the user; raises OSError."""

    def delete(self, key: str, name: str) -> None:
        """Delete a value of the user, if it is there; raises OSError."""


class RunKey:
    """The value of this user."""

    def __init__(self, registry: Registry | None = None) -> None:
        self._registry = WindowsRegistry() if registry is None else registry

    def state(self) -> LoginState:
        """See `LoginStart.state`."""
        if self._switched_off():
            return LoginState.OFF
        if self._registry.read(RUN, VALUE):
            return LoginState.ON
        if self._registry.read(RUN, VALUE, machine=True):
            return LoginState.FOR_ALL
        return LoginState.OFF

    def enable(self) -> None:
        """See `LoginStart.enable`."""
        command = subprocess.list2cmdline(start_command())
        # A path without a space may stand alone, but a later reader should not have to know that.
        if not command.startswith('"'):
            program, _, rest = command.partition(" ")
            command = f'"{program}" {rest}'
        if len(command) > _LONGEST_COMMAND:
            raise LoginStartError(f"HKCU\\{RUN}", "too-long")
        try:
            self._registry.write(RUN, VALUE, command)
            self._registry.delete(APPROVED, VALUE)
        except OSError as problem:
            raise LoginStartError(f"HKCU\\{RUN}", problem.strerror or "") from None

    def disable(self) -> None:
        """See `LoginStart.disable`."""
        if self._registry.read(RUN, VALUE, machine=True) and not self._switched_off():
            # Windows has no documented way for a user to take back what a machine's key starts.
            raise LoginStartError(f"HKLM\\{RUN}", "managed")
        try:
            self._registry.delete(RUN, VALUE)
        except OSError as problem:
            raise LoginStartError(f"HKCU\\{RUN}", problem.strerror or "") from None

    def _switched_off(self) -> bool:
        note = self._registry.read(APPROVED, VALUE)
        return isinstance(note, bytes) and bool(note) and bool(note[0] & 1)


class WindowsRegistry:
    """The registry of this machine."""

    def read(self, key: str, name: str, *, machine: bool = False) -> str | bytes | None:
        """See `Registry.read`."""
        winreg = _winreg()
        root = winreg.HKEY_LOCAL_MACHINE if machine else winreg.HKEY_CURRENT_USER
        try:
            with winreg.OpenKey(root, key) as opened:
                found, _kind = winreg.QueryValueEx(opened, name)
        except OSError:
            return None
        return found if isinstance(found, str | bytes) else None

    def write(self, key: str, name: str, text: str) -> None:
        """See `Registry.write`."""
        winreg = _winreg()
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

    def delete(self, key: str, name: str) -> None:
        """See `Registry.delete`."""
        winreg = _winreg()
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                winreg.DeleteValue(opened, name)
        except FileNotFoundError:
            return


def _winreg() -> Any:
    # Its stubs are empty on other systems.
    import winreg

    return winreg
