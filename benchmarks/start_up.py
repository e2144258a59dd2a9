"""From the start of the program to its first picture, its memory, and the list of 10,000 rows.

`python benchmarks/start_up.py [--runs N]`; `make bench` runs it. Beside a bare `QWidget` window of
the same Python and PySide6, xca (C++) and kleopatra, in turn on one screen (Xvfb). Ratios count,
milliseconds are only shown; ends with 1 when a limit is broken.

A bare window without a word loads no font; one with a single Japanese line is measured too, since
the fonts for Japanese are the larger part of what any window with words needs.

Memory is what is resident (RSS): in a checkout nobody else uses the same Qt, so that a program pays
for all of it, and the figure is the same whatever else runs on the machine. The proportional one
(PSS), which is shown too, is smaller by what other programs happen to share at that moment.
"""

import argparse
import json
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
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from benchmarks.background import look, screen

HERE = Path(__file__).parent
OURS, BARE, XCA, KLEOPATRA = "jpki-desktop", "bare QWidget", "xca", "kleopatra"
WORDS = "QLabel with one line"
BARE_WINDOW = (
    "from PySide6.QtWidgets import QApplication, {kind}\n"
    "application = QApplication([])\n"
    "window = {kind}({words})\n"
    "window.resize(900, 600)\n"
    "window.show()\n"
    "application.exec()\n"
)
# The goal is 1.35 on a quiet machine; the limit leaves room for one that is not.
MOST_OF_BARE = 1.6
# The goal of 1.5 times a bare window is not met: docs/decisions/0024-start-and-memory.md. Memory
# does not hang on the load of the machine, so the limits are close to what was reached.
MOST_MEMORY_OF_BARE = 1.8
MOST_MEMORY_OF_WORDS = 1.6
LONGEST_FRAME_MS = 50.0
ROWS = 10_000
SECONDS_TO_REST = 4.0


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="starts of each program (9)")
    arguments = parser.parse_args()
    commands = programs()
    with tempfile.TemporaryDirectory() as folder, screen() as display, bus(folder):
        Path(folder).chmod(0o700)
        environment = surroundings(folder, display)
        times = first_pictures(commands, environment, arguments.runs)
        memory = {name: rest(commands[name], environment) for name in (BARE, WORDS, OURS)}
    frames = scroll()
    offences = broken(times, memory, max(frames))
    report(times, memory, frames, offences)
    return 1 if offences else 0


def programs() -> dict[str, list[str]]:
    """Return how each program is started."""
    return {
        BARE: [sys.executable, "-c", BARE_WINDOW.format(kind="QWidget", words="")],
        WORDS: [sys.executable, "-c", BARE_WINDOW.format(kind="QLabel", words="'証明書'")],
        OURS: [sys.executable, "-m", "jpki_desktop"],
        XCA: ["xca"],
        KLEOPATRA: ["kleopatra"],
    }


@contextmanager
def bus(folder: str) -> Iterator[None]:
    """Keep a session bus there: kleopatra ends at once without one."""
    words = ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={folder}/bus"]
    server = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def surroundings(folder: str, display: str) -> dict[str, str]:
    """Return an environment with a bus of its own, without readers or anybody's settings."""
    # As at every start but the first, which shows the welcome.
    settings = Path(folder) / "jpki-desktop" / "settings.toml"
    settings.parent.mkdir()
    settings.write_text('welcome = "done"\n', encoding="utf-8")
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "LANG")}
    homes = {f"XDG_{it}_HOME": folder for it in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {
        **kept,
        **homes,
        "HOME": folder,
        "XDG_RUNTIME_DIR": folder,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PCSCLITE_CSOCK_NAME": f"{folder}/no-pcscd",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
    }


def first_pictures(
    commands: dict[str, list[str]], environment: dict[str, str], runs: int
) -> dict[str, float]:
    """Return the median of milliseconds to the first picture; the first turn fills caches."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, words in commands.items():
            done = subprocess.run(
                [sys.executable, HERE / "first_window.py", "300", "200", *words],
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            painted = json.loads(done.stdout)["painted"]
            if not painted:
                raise SystemExit(f"{name}: no window was painted")
            if turn:
                found[name].append(painted)
    return {name: statistics.median(times) for name, times in found.items()}


def rest(words: list[str], environment: dict[str, str]) -> tuple[int, int]:
    """Return the kilobytes in memory (RSS, PSS) when the program has come to rest."""
    process = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    try:
        time.sleep(SECONDS_TO_REST)
        return look(process.pid)[1:]
    finally:
        process.terminate()
        process.wait()


def scroll() -> list[float]:
    """Return milliseconds of every picture while a list of 10,000 certificates is scrolled."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from datetime import UTC, datetime

    from PySide6.QtWidgets import QApplication, QWidget

    from jpki_desktop.card.cancel import CancelToken
    from jpki_desktop.gui.dialogs.certificate_list import CertificateListWindow
    from jpki_desktop.operations.inspect_certificates import inspect_certificates
    from support.certificate_files import trio

    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        for number, der in enumerate(trio()):
            (Path(folder) / f"{number}.cer").write_bytes(der)
        rows = list(inspect_certificates([folder], CancelToken()))
    owner = QWidget()
    window = CertificateListWindow(owner, datetime.now(UTC))
    window.model.add(rows * (ROWS // len(rows) + 1))
    window.show()
    application.processEvents()
    bar = window.table.verticalScrollBar()
    frames = []
    for value in range(0, bar.maximum(), max(bar.maximum() // 300, 1)):
        start = time.perf_counter()
        bar.setValue(value)
        application.processEvents()
        frames.append((time.perf_counter() - start) * 1000)
    window.close()
    return frames


def broken(
    times: dict[str, float], memory: dict[str, tuple[int, int]], longest: float
) -> list[str]:
    """Return what the figures break."""
    found = []
    ratio = times[OURS] / times[BARE]
    if ratio > MOST_OF_BARE:
        found.append(f"first picture: {ratio:.2f} times a bare window, not {MOST_OF_BARE}")
    if times[OURS] >= times[KLEOPATRA]:
        found.append("first picture: later than kleopatra's")
    for other, most in ((BARE, MOST_MEMORY_OF_BARE), (WORDS, MOST_MEMORY_OF_WORDS)):
        ratio = memory[OURS][0] / memory[other][0]
        if ratio > most:
            found.append(f"memory: {ratio:.2f} times {other}, not {most}")
    if longest > LONGEST_FRAME_MS:
        found.append(f"scrolling: a picture took {longest:.0f} ms, not {LONGEST_FRAME_MS:.0f}")
    return found


def report(
    times: dict[str, float],
    memory: dict[str, tuple[int, int]],
    frames: list[float],
    offences: list[str],
) -> None:
    """Print everything for a person."""
    print(f"{'first picture, warm':24}{'ms':>8}{'ours is … times it':>22}")
    for name, found in times.items():
        print(f"{name:24}{found:8.0f}{times[OURS] / found:22.2f}")
    print(f"{'memory at rest':24}{'RSS MB':>8}{'ours is … times it':>22}{'PSS MB':>8}")
    for name, (resident, shared) in memory.items():
        ratio = memory[OURS][0] / resident
        print(f"{name:24}{resident / 1024:8.1f}{ratio:22.2f}{shared / 1024:8.1f}")
    median = statistics.median(frames)
    print(f"a picture of {ROWS} scrolled rows: {median:.1f} ms, longest {max(frames):.1f} ms")
    print("\n".join(offences) if offences else "All limits hold.")


if __name__ == "__main__":
    sys.exit(main())
