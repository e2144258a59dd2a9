"""How light the background start is, beside a bare PySide6 tray icon in the same run.

`make bench` runs it. Both start on a screen of their own (Xvfb) without a bus or readers, in turn,
and are looked at when they have come to rest: CPU seconds, and memory as the kernel counts it.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import background_limits as limits

SECONDS_TO_REST = 6.0
RUNS = 3
BARE = (
    "from PySide6.QtGui import QIcon, QPixmap\n"
    "from PySide6.QtWidgets import QApplication, QSystemTrayIcon\n"
    "application = QApplication([])\n"
    "picture = QPixmap(24, 24)\n"
    "picture.fill('blue')\n"
    "icon = QSystemTrayIcon(QIcon(picture))\n"
    "icon.show()\n"
    "application.exec()\n"
)


def main() -> int:
    """Measure both, print the table, and fail when a limit is broken."""
    ours = [str(Path(sys.executable).with_name("jpki-desktop")), "--background"]
    commands = {limits.BARE: [sys.executable, "-c", BARE], limits.OURS: ours}
    found: dict[str, list[limits.Weight]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        Path(folder).chmod(0o700)
        for _ in range(RUNS):
            for name, command in commands.items():
                found[name].append(weigh(name, command, display, folder))
    measured = {name: median(name, weights) for name, weights in found.items()}
    print("\n".join(limits.table(measured)))
    broken = limits.broken(measured)
    print("\n".join(broken) if broken else "All limits hold.")
    return 1 if broken else 0


@contextmanager
def screen() -> Iterator[str]:
    """Yield the name of a screen that nobody else uses."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def weigh(name: str, command: list[str], display: str, folder: str) -> "limits.Weight":
    """Start a program, let it come to rest, and look at it."""
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "LANG")}
    homes = {f"XDG_{it}_HOME": folder for it in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = kept | homes | {"HOME": folder, "XDG_RUNTIME_DIR": folder, "DISPLAY": display}
    # No bus and no service for readers: only the program itself is measured.
    environment |= {"QT_QPA_PLATFORM": "xcb", "PCSCLITE_CSOCK_NAME": f"{folder}/no-pcscd"}
    environment |= {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/no-bus"}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        time.sleep(SECONDS_TO_REST)
        if process.poll() is not None:
            raise SystemExit(f"{name} ended by itself")
        return limits.Weight(name, *look(process.pid))
    finally:
        process.terminate()
        process.wait()


def look(pid: int) -> tuple[float, int, int]:
    """Return CPU seconds, and resident and proportional kilobytes."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    memory = dict(
        line.split(":", 1)
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    )
    return cpu, int(memory["Rss"].split()[0]), int(memory["Pss"].split()[0])


def median(name: str, weights: "list[limits.Weight]") -> "limits.Weight":
    """Return the median of each figure."""
    return limits.Weight(
        name,
        statistics.median(it.cpu for it in weights),
        round(statistics.median(it.rss for it in weights)),
        round(statistics.median(it.pss for it in weights)),
    )


if __name__ == "__main__":
    sys.exit(main())
