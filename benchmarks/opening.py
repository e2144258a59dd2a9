"""What a double click on a certificate and a card on the reader wait for, and a cold start.

`python benchmarks/opening.py [--runs N]`; `make bench` runs it. Ratios to the first picture of the
same run count; milliseconds are only shown. Ends with 1 when a limit is broken.

Cold means that what a program reads is not in memory: its files are dropped from the page cache
(posix_fadvise), which needs no rights and leaves other programs alone.
"""

import argparse
import ctypes
import os
import re
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

from benchmarks import first_window
from benchmarks.background import screen
from benchmarks.opening_limits import Opened, broken, report
from benchmarks.start_up import BARE, KLEOPATRA, OURS, bus, programs, surroundings

from support.certificate_files import trio
from support.private_pcscd import PrivatePcscd, missing_programs
from support.virtual_reader import VirtualReader

LONGEST_SECONDS = 30.0
SMALLEST = (300, 200)
# Runs the window and prints how long after its first picture it has shown the card.
UNTIL_THE_CARD = """
import os, time
from jpki_desktop.gui import card_panel, running
begun = []
go_on, show = running.Running._go_on, card_panel.CardPanel.show_summary
def drawn(self):
    begun.append(time.monotonic())
    go_on(self)
def shown(self, *summary):
    show(self, *summary)
    print(time.monotonic() - begun[0], flush=True)
    os._exit(0)
running.Running._go_on, card_panel.CardPanel.show_summary = drawn, shown
from jpki_desktop.gui.app import main
main(["jpki-desktop"])
"""


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs of each task (7)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder, screen() as display, bus(folder):
        Path(folder).chmod(0o700)
        file = Path(folder) / "certificate.cer"
        file.write_bytes(trio()[0])
        os.environ["DISPLAY"] = display
        environment = surroundings(folder, display)
        found = measure(environment, file, runs)
    offences = broken(found)
    report(found, offences)
    return 1 if offences else 0


def measure(environment: dict[str, str], file: Path, runs: int) -> Opened:
    """Return the medians of everything, in milliseconds."""
    ours = programs()[OURS]
    plain, opened, handed = [], [], []
    for turn in range(runs + 1):
        with started(ours, environment) as windows:
            plain.append(next(windows))
        with started([*ours, str(file)], environment) as windows:
            next(windows)
            opened.append(next(windows))
            come_to_rest()
            begun = time.monotonic()
            subprocess.run([*ours, str(file)], env=environment, check=True)
            handed.append(next(windows) - (begun - windows.begun) * 1000)
        if not turn:
            # The first turn fills caches.
            plain, opened, handed = [], [], []
    return Opened(
        first_picture=statistics.median(plain),
        with_file=statistics.median(opened),
        handed_over=statistics.median(handed),
        until_card=until_the_card(environment, runs),
        cold=cold_starts(environment, max(runs // 2, 3)),
    )


class Windows(Iterator[float]):
    """The milliseconds at which each window of a program has been painted for the first time."""

    def __init__(self) -> None:
        self._screen = first_window.Screen()
        self._waiting: set[int] = set()
        self.begun = time.monotonic()

    def __next__(self) -> float:
        end = time.monotonic() + LONGEST_SECONDS
        while time.monotonic() < end:
            for event in self._screen.events():
                if self._is_painted(event):
                    return (time.monotonic() - self.begun) * 1000
            self._screen.wait()
        raise SystemExit("a window was not painted")

    def _is_painted(self, event: ctypes.Array[ctypes.c_long]) -> bool:
        kind = event[0] & 0xFFFFFFFF
        if kind == first_window.MAP_NOTIFY:
            mapped = first_window.MapEvent.from_buffer(event)
            wide, high = self._screen.size(mapped.window)
            if not mapped.override_redirect and wide >= SMALLEST[0] and high >= SMALLEST[1]:
                self._screen.watch(mapped.window)
                self._waiting.add(mapped.window)
        elif kind == self._screen.damage_notify and event[4] in self._waiting:
            # XDamageNotifyEvent: type, serial, send_event, display, drawable.
            self._waiting.remove(event[4])
            return True
        return False


@contextmanager
def started(words: list[str], environment: dict[str, str]) -> Iterator[Windows]:
    """Run a program and follow its windows."""
    windows = Windows()
    process = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield windows
    finally:
        process.terminate()
        process.wait()


def come_to_rest() -> None:
    """Let a program load what it loads behind its window."""
    time.sleep(1.5)


def until_the_card(environment: dict[str, str], runs: int) -> float | None:
    """Return the milliseconds from the first picture to the card that lies on the reader."""
    if missing_programs():
        return None
    service = PrivatePcscd()
    os.environ["PCSCLITE_CSOCK_NAME"] = str(service.socket_path)
    environment = environment | {"PCSCLITE_CSOCK_NAME": str(service.socket_path)}
    with tempfile.TemporaryDirectory(prefix="jd-bench-") as folder:
        service.start()
        reader = VirtualReader(service, Path(folder))
        try:
            reader.insert()
            command = [sys.executable, "-c", UNTIL_THE_CARD]
            taken = [
                float(subprocess.check_output(command, env=environment, timeout=60))
                for _ in range(runs)
            ]
        finally:
            reader.stop()
            service.close()
    return statistics.median(taken) * 1000


def cold_starts(environment: dict[str, str], runs: int) -> dict[str, float]:
    """Return the milliseconds to the first picture of each program with its files not cached."""
    found = {}
    for name in (BARE, OURS, KLEOPATRA):
        words = programs()[name]
        files = read_by(words, environment)
        taken = []
        for _ in range(runs):
            forget(files)
            with started(words, environment) as windows:
                taken.append(next(windows))
        found[name] = statistics.median(taken)
    return found


def read_by(words: list[str], environment: dict[str, str]) -> set[Path]:
    """Return the files that a program has mapped, and for one of ours the modules of Python."""
    windows = Windows()
    process = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    try:
        next(windows)
        maps = Path(f"/proc/{process.pid}/maps").read_text("utf-8")
    finally:
        process.terminate()
        process.wait()
    files = {Path(path) for path in re.findall(r" (/\S+)$", maps, re.MULTILINE)}
    if words[0] == sys.executable:
        for folder in {Path(os.__file__).parent, Path(__file__).parents[1] / "src"}:
            files |= set(folder.rglob("*.pyc"))
    return {path for path in files if path.is_file()}


def forget(files: set[Path]) -> None:
    """Drop files from the page cache, except what another program has mapped."""
    for path in files:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


if __name__ == "__main__":
    sys.exit(main())
