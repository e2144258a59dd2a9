"""Start-up of the installed Debian package beside a bare PySide6 window, xca and kleopatra.

`python benchmarks/installed.py [--runs N] [--json FILE]`; needs root and a package in dist.
Everything runs in one clean Debian 12, in turns; ratios count, times are only shown. Ends with 1
when a promise is broken.
"""

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.debian_chroot import DebianChroot, prepare_base

ROOT = Path(__file__).parents[1]
DISPLAY = ":78"
OTHERS = ("xca", "kleopatra", "scdaemon", "libxdamage1")
OURS, BARE, XCA, KLEOPATRA = "jpki-desktop", "bare PySide6 window", "xca", "kleopatra"
BACKGROUND, BARE_IDLE = "jpki-desktop --background", "bare PySide6 window, idle"

MOST_OF_BARE = 1.5
MOST_OF_XCA = 2.5
MOST_OF_KLEOPATRA = 1.0
MOST_OF_BARE_IN_BACKGROUND = 1.3

# A plain window of the same libraries in the same layout: tool bar, table, status bar, in Japanese
# as ours. It knows no card, no certificate and no settings.
BARE_WINDOW = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem
application = QApplication(["bare"])
window = QMainWindow()
tools = window.addToolBar("tools")
for word in ("開く", "保存", "印刷"):
    tools.addAction(word)
table = QTableWidget(20, 5)
for row in range(20):
    for column in range(5):
        item = QTableWidgetItem(f"証明書 {row}-{column}")
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        table.setItem(row, column, item)
window.setCentralWidget(table)
window.statusBar().showMessage("準備ができました")
window.resize(800, 560)
window.show()
application.exec()
"""


def main() -> int:
    """Measure in turns, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=12, help="runs of each program (12)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    arguments = parser.parse_args()
    packages = sorted((ROOT / "dist").glob("jpki-desktop_*.deb"))
    if not packages:
        print("There is no package in dist: make deb builds it.", file=sys.stderr)
        return 2
    field = ["dpkg-deb", "--field", str(packages[-1]), "Depends"]
    depends = subprocess.run(field, capture_output=True, text=True, check=True).stdout.strip()
    place = DebianChroot(prepare_base("bookworm", depends, extra=OTHERS))
    try:
        medians = measure_all(place, packages[-1], arguments.runs)
    finally:
        place.close()
    offences = broken(medians)
    report(medians, arguments.runs, offences)
    if arguments.json is not None:
        figures = {"milliseconds": medians, "broken": offences}
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 1 if offences else 0


def measure_all(place: DebianChroot, package: Path, runs: int) -> dict[str, float]:
    """Return the median of each program, in milliseconds."""
    place.run("dpkg", "--install", place.put(package, "package.deb"))
    place.start("Xvfb", DISPLAY, "-screen", "0", "1280x900x24", "-noreset")
    timer = place.put(ROOT / "benchmarks/first_window.py", "first_window.py")
    bare = install_bare_window(place)
    window, nothing = ("300", "200"), ("0", "0")
    tasks: dict[str, tuple[str, ...]] = {
        OURS: (*window, "jpki-desktop"),
        BARE: (*window, bare),
        XCA: (*window, "xca"),
        KLEOPATRA: (*window, "kleopatra"),
    }
    if "--background" in place.run("jpki-desktop", "--help").stdout:
        tasks[BACKGROUND] = (*nothing, "jpki-desktop", "--background")
        tasks[BARE_IDLE] = (*nothing, bare)
    # Without a session bus every program would start one of its own.
    place.run("mkdir", "-p", "-m", "0700", "/run/clerk")
    place.run("chown", "clerk", "/run/clerk")
    place.start("dbus-daemon", "--session", "--nofork", "--address=unix:path=/run/clerk/bus",
                user="clerk")  # fmt: skip
    variables = {
        "DISPLAY": DISPLAY,
        "XDG_RUNTIME_DIR": "/run/clerk",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/clerk/bus",
        "LANG": "ja_JP.UTF-8",
    }
    figures: dict[str, list[float]] = {name: [] for name in tasks}
    # The first two turns fill caches and make what a program makes at its first start.
    for turn in range(runs + 2):
        for name, words in tasks.items():
            done = place.run("python3", "-I", timer, *words, user="clerk", check=True, **variables)
            figure = json.loads(done.stdout)
            if turn >= 2:
                figures[name].append(figure["idle"] if "idle" in figure else figure["painted"])
    for name, found in figures.items():
        if not all(found):
            message = f"{name}: no window was painted"
            raise RuntimeError(message)
    return {name: round(statistics.median(found), 1) for name, found in figures.items()}


def install_bare_window(place: DebianChroot) -> str:
    """Put the bare window where our own start script finds its libraries."""
    start = place.run("cat", "/usr/bin/jpki-desktop").stdout.split("from jpki_desktop")[0]
    path = "/usr/bin/bare-window"
    place.run("tee", path, given=start + BARE_WINDOW)
    place.run("chmod", "755", path)
    return path


def broken(medians: dict[str, float]) -> list[str]:
    """Return the promises that the figures break."""
    promises = [
        (OURS, BARE, MOST_OF_BARE),
        (OURS, XCA, MOST_OF_XCA),
        (OURS, KLEOPATRA, MOST_OF_KLEOPATRA),
        (BACKGROUND, BARE_IDLE, MOST_OF_BARE_IN_BACKGROUND),
    ]
    return [
        f"{ours}: {medians[ours] / medians[other]:.2f} times {other}, not {most}"
        for ours, other, most in promises
        if ours in medians and medians[ours] > most * medians[other]
    ]


def report(medians: dict[str, float], runs: int, offences: list[str]) -> None:
    """Print everything for a person."""
    print(f"From start to the first painted window (idle: to rest), median of {runs}, warm.\n")
    print(f"{'':30}{'ms':>8}{'ours is … times it':>22}")
    for name, figure in medians.items():
        ours = medians[BACKGROUND] if name in (BACKGROUND, BARE_IDLE) else medians[OURS]
        print(f"{name:30}{figure:8.1f}{ours / figure:22.2f}")
    if BACKGROUND not in medians:
        print("\nThis version has no start in the background.")
    print("\n" + ("\n".join(offences) if offences else "All limits hold."))


if __name__ == "__main__":
    sys.exit(main())
