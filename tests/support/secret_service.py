"""gnome-keyring as a real Secret Service on a session bus of its own; nothing else is on it.

Debian packages: dbus-daemon, gnome-keyring. The bus starts no services by itself, so that "absent"
is absent also where gnome-keyring is installed.
"""

import os
import shutil
import subprocess
import time
from pathlib import Path

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class SessionBus:
    """The bus, and the keyring that can be started on it, unlocked or locked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for name in ("home", "data", "run"):
            (folder / name).mkdir(mode=0o700, parents=True)
        config = folder / "bus.conf"
        config.write_text(_BUS.format(folder=folder))
        self._bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().decode().strip()
        self._keyring: subprocess.Popen[bytes] | None = None

    @property
    def variables(self) -> dict[str, str]:
        """What a program needs to find the bus."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address}

    @property
    def files(self) -> list[Path]:
        """What the keyring has written."""
        return [path for path in (self._folder / "data").rglob("*") if path.is_file()]

    def start_keyring(self, *, unlocked: bool) -> None:
        """Start the keyring; one that has never been unlocked has no collection yet."""
        self._keyring = subprocess.Popen(
            [
                *("gnome-keyring-daemon", "--foreground", "--components=secrets"),
                *(("--unlock",) if unlocked else ()),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ
            | self.variables
            | {
                "HOME": str(self._folder / "home"),
                "XDG_DATA_HOME": str(self._folder / "data"),
                "XDG_RUNTIME_DIR": str(self._folder / "run"),
            },
        )
        assert self._keyring.stdin is not None
        self._keyring.stdin.write(b"the keyring's own password" if unlocked else b"")
        self._keyring.stdin.close()
        deadline = time.monotonic() + 10
        while not self._has_owner():
            assert time.monotonic() < deadline, "gnome-keyring did not come"
            time.sleep(0.05)

    def _has_owner(self) -> bool:
        done = subprocess.run(
            [
                *("dbus-send", f"--bus={self.address}", "--print-reply", "--type=method_call"),
                *("--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"),
                *("org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"),
            ],
            capture_output=True,
            check=False,
        )
        return b"boolean true" in done.stdout

    def stop_keyring(self) -> None:
        """End the keyring; what it kept stays in its file."""
        if self._keyring is not None:
            self._keyring.terminate()
            self._keyring.wait(10)
            self._keyring = None

    def close(self) -> None:
        """End everything."""
        self.stop_keyring()
        self._bus.terminate()
        self._bus.wait(10)
        assert self._bus.stdout is not None
        self._bus.stdout.close()


def missing_programs() -> list[str]:
    """Name what this machine lacks."""
    wanted = ("dbus-daemon", "dbus-send", "gnome-keyring-daemon")
    return [name for name in wanted if shutil.which(name) is None]
