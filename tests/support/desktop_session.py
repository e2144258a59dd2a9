"""A desktop of its own for one test: a screen, a session bus, and the parts that a test asks for.

All of them are programs that we did not write, from Debian: `Xvfb` (xvfb) is the screen,
`dbus-daemon` (dbus-daemon) the bus, `dunst` (dunst) shows notifications with buttons, `trayer`
(trayer) is a tray of the older kind (XEMBED), `xfce4-panel` with `xfconfd` (xfce4-panel, xfconf) a
StatusNotifier host. The bus starts nothing by itself: what is not asked for is not there.
"""

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

from support.waiting import until

PROGRAMS = (
    "Xvfb",
    "dbus-daemon",
    "dunst",
    "dunstctl",
    "trayer",
    "xfce4-panel",
    "gdbus",
    "xwininfo",
)
WATCHER = "org.kde.StatusNotifierWatcher"
NOTIFICATIONS = "org.freedesktop.Notifications"
_BUS = """<busconfig><type>session</type><listen>unix:path={socket}</listen>
<auth>EXTERNAL</auth><policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""
_PANEL = """<channel name="xfce4-panel" version="1.0">
<property name="configver" type="int" value="2"/>
<property name="panels" type="array"><value type="int" value="1"/>
<property name="panel-1" type="empty"><property name="position" type="string" value="p=6;x=0;y=0"/>
<property name="length" type="uint" value="100"/><property name="size" type="uint" value="32"/>
<property name="background-style" type="uint" value="1"/>
<property name="background-rgba" type="array">{rgba}</property>
<property name="plugin-ids" type="array"><value type="int" value="1"/></property>
</property></property>
<property name="plugins" type="empty">
<property name="plugin-1" type="string" value="systray"/></property></channel>"""
# The menu of a notification's actions: answers with the line that the file names.
_MENU = '#!/bin/sh\ngrep -m1 -e "$(cat "{wanted}")"\n'


def missing_programs() -> list[str]:
    return [name for name in PROGRAMS if shutil.which(name) is None]


class DesktopSession:
    """Starts the parts and ends them all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        self.environment = kept | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "LC_ALL": "C.UTF-8",
            # Without an address Qt's library would start a bus that nobody ends.
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder / 'no-bus'}",
            # No service for readers, whatever this machine has.
            "PCSCLITE_CSOCK_NAME": str(folder / "no-pcscd"),
        }

    def close(self) -> None:
        """End everything, the last first."""
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()

    def run(self, *command: str, **changes: str) -> subprocess.Popen[bytes]:
        """Start a program in this session."""
        name = Path(command[0]).name
        with (self.folder / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                command, env=self.environment | changes, stdout=log, stderr=log
            )
        self._running.append(process)
        return process

    # --- the parts ------------------------------------------------------------------------------

    def start_screen(self) -> None:
        """A screen of 1280 by 900."""
        read, write = os.pipe()
        process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        self._running.append(process)
        os.close(write)
        said = b""
        while not said.endswith(b"\n"):
            ready, _, _ = select.select([read], [], [], 20)
            part = os.read(read, 16) if ready else b""
            assert part, "Xvfb did not start"
            said += part
        os.close(read)
        self.environment |= {"DISPLAY": f":{said.decode().strip()}", "QT_QPA_PLATFORM": "xcb"}

    def start_bus(self) -> None:
        """A bus that starts no services."""
        socket, config = self.folder / "run" / "bus", self.folder / "bus.conf"
        config.write_text(_BUS.format(socket=socket))
        self.run("dbus-daemon", f"--config-file={config}", "--nofork")
        until(socket.exists, 20)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"

    def start_notifications(self) -> subprocess.Popen[bytes]:
        """Dunst; its menu of actions is answered by `choose_action`."""
        menu = self.folder / "menu"
        menu.write_text(_MENU.format(wanted=self.folder / "wanted"))
        menu.chmod(0o755)
        config = self.folder / "dunstrc"
        config.write_text(
            f"[global]\ndmenu = {menu}\nfont = Noto Sans CJK JP 11\nwidth = 420\nheight = 400\n"
            'markup = full\nformat = "<b>%s</b>\\n%b"\n'
        )
        process = self.run("dunst", "-config", str(config))
        until(lambda: self.has_name(NOTIFICATIONS), 20)
        return process

    def choose_action(self, label: str) -> None:
        """Press the button of this label on the newest notification."""
        (self.folder / "wanted").write_text(label)
        subprocess.run(["dunstctl", "context"], env=self.environment, check=True, timeout=20)

    def notifications(self) -> int:
        """How many are on the screen."""
        done = subprocess.run(
            ["dunstctl", "count", "displayed"],
            env=self.environment,
            check=True,
            capture_output=True,
            timeout=20,
        )
        return int(done.stdout)

    def start_old_tray(self) -> subprocess.Popen[bytes]:
        """A tray that embeds windows."""
        return self.run("trayer", "--edge", "bottom", "--widthtype", "pixel", "--width", "200")

    def start_panel(self, *, dark: bool = True) -> subprocess.Popen[bytes]:
        """A panel that shows StatusNotifier items."""
        channel = self.folder / "config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
        channel.parent.mkdir(parents=True, exist_ok=True)
        shade = "0.1" if dark else "0.95"
        rgba = "".join(f'<value type="double" value="{it}"/>' for it in (shade, shade, shade, "1"))
        channel.write_text(_PANEL.format(rgba=rgba))
        if not self.has_name("org.xfce.Xfconf"):
            (xfconfd,) = Path("/usr/lib").glob("*/xfce4/xfconf/xfconfd")
            self.run(str(xfconfd))
            until(lambda: self.has_name("org.xfce.Xfconf"), 20)
        panel = self.run("xfce4-panel", "--disable-wm-check")
        until(lambda: self.has_name(WATCHER), 30)
        return panel

    # --- the program ----------------------------------------------------------------------------

    def start_program(self, *options: str) -> subprocess.Popen[bytes]:
        """Our own program, as a user starts it."""
        return self.run(self.program, *options)

    @property
    def program(self) -> str:
        """The command of this very installation."""
        return str(Path(sys.executable).with_name("jpki-desktop"))

    # --- looking at it from outside -------------------------------------------------------------

    def gdbus(self, *words: str) -> str:
        """Ask something on the bus."""
        done = subprocess.run(
            ["gdbus", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return done.stdout

    def has_name(self, name: str) -> bool:
        """Whether somebody owns a name on the bus."""
        call = ("call", "--session", "--dest", "org.freedesktop.DBus")
        path = ("--object-path", "/", "--method", "org.freedesktop.DBus.NameHasOwner", name)
        return "true" in self.gdbus(*call, *path)

    def items(self) -> list[str]:
        """The icons that the panel's watcher knows, as bus names with paths."""
        call = ("call", "--session", "--dest", WATCHER, "--object-path", "/StatusNotifierWatcher")
        wanted = (WATCHER, "RegisteredStatusNotifierItems")
        found = self.gdbus(*call, "--method", "org.freedesktop.DBus.Properties.Get", *wanted)
        return [word for word in found.split("'")[1::2] if word]

    def windows(self) -> str:
        """The tree of windows on the screen."""
        seen: list[str] = []

        def looked() -> bool:
            done = subprocess.run(
                ["xwininfo", "-root", "-tree"],
                env=self.environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=20,
            )
            seen[:] = [done.stdout]
            # It gives up with BadWindow when one goes away while it walks the tree.
            return done.returncode == 0

        until(looked, 20)
        return seen[0]
