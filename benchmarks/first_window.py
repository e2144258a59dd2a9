"""Times from the start of a program to its first window on the screen and to its first painting.

`python3 first_window.py WIDTH HEIGHT PROGRAM…` prints both in milliseconds, and the CPU time that
was used; windows smaller than that are not it. With a WIDTH of 0 no window is waited for: the time
is that at which the program's main thread has gone to sleep for a while. Python's own library alone
is used, since this runs where nothing else is installed; the X server needs DAMAGE.
"""

import ctypes
import json
import os
import select
import signal
import sys
import time
from pathlib import Path

MAP_NOTIFY = 19
SUBSTRUCTURE_NOTIFY = 1 << 19
RAW_RECTANGLES = 0
LONGEST = 30.0
STILL = 0.3
# An XEvent is 24 longs; what is read of it are 32-bit and 64-bit fields at these places.
EVENT_LONGS = 24


class MapEvent(ctypes.Structure):
    """XMapEvent."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("override_redirect", ctypes.c_int),
    ]


class Screen:
    """A connection that hears of windows and of what is painted in one of them."""

    def __init__(self) -> None:
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.damage = ctypes.CDLL("libXdamage.so.1")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        if self.display.value is None:
            sys.exit("first_window.py: there is no X server")
        self._handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(
            lambda _display, _error: 0
        )
        # A window may be gone before it is asked about.
        self.x11.XSetErrorHandler(self._handler)
        first, error = ctypes.c_int(), ctypes.c_int()
        self.damage.XDamageQueryExtension(self.display, ctypes.byref(first), ctypes.byref(error))
        self.damage_notify = first.value
        root = self.x11.XDefaultRootWindow(self.display)
        self.x11.XSelectInput(
            self.display, ctypes.c_ulong(root), ctypes.c_long(SUBSTRUCTURE_NOTIFY)
        )
        self.x11.XSync(self.display, 0)

    def events(self) -> list[ctypes.Array[ctypes.c_long]]:
        """Return what has arrived."""
        found = []
        while self.x11.XPending(self.display):
            event = (ctypes.c_long * EVENT_LONGS)()
            self.x11.XNextEvent(self.display, ctypes.byref(event))
            found.append(event)
        return found

    def size(self, window: int) -> tuple[int, int]:
        """Return how large a window is."""
        root = ctypes.c_ulong()
        numbers = [ctypes.c_uint() for _ in range(6)]
        self.x11.XGetGeometry(
            self.display, ctypes.c_ulong(window), ctypes.byref(root), *map(ctypes.byref, numbers)
        )
        return numbers[2].value, numbers[3].value

    def watch(self, window: int) -> None:
        """Hear of every painting in a window."""
        self.damage.XDamageCreate(self.display, ctypes.c_ulong(window), RAW_RECTANGLES)
        self.x11.XSync(self.display, 0)

    def wait(self) -> None:
        """Wait a moment for something to arrive."""
        select.select([self.x11.XConnectionNumber(self.display)], [], [], 0.002)


def start(words: list[str]) -> int:
    """Start a program in a group of its own, with nothing on its terminal."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nothing, descriptor)
        os.execvp(words[0], words)  # noqa: S606 - what is measured, named by the caller
    return child


def end(child: int) -> float:
    """End it and return the CPU time that it used, in milliseconds."""
    os.killpg(child, signal.SIGKILL)
    _, _, usage = os.wait4(child, 0)
    return (usage.ru_utime + usage.ru_stime) * 1000


def measure_window(width: int, height: int, words: list[str]) -> dict[str, float]:
    """Start the program once, until its window is painted."""
    screen = Screen()
    begun = time.monotonic()
    child = start(words)
    shown = painted = 0.0
    while not painted and time.monotonic() - begun < LONGEST:
        for event in screen.events():
            moment = (time.monotonic() - begun) * 1000
            kind = event[0] & 0xFFFFFFFF
            if kind == MAP_NOTIFY and not shown:
                mapped = MapEvent.from_buffer(event)
                wide, high = screen.size(mapped.window)
                if not mapped.override_redirect and wide >= width and high >= height:
                    shown = moment
                    screen.watch(mapped.window)
            elif kind == screen.damage_notify and shown:
                painted = moment
                break
        screen.wait()
    time.sleep(0.15)
    return {"shown": shown, "painted": painted, "cpu": end(child)}


def measure_idle(words: list[str]) -> dict[str, float]:
    """Start the program once, until its main thread sleeps and goes on sleeping."""
    begun = time.monotonic()
    child = start(words)
    state = Path(f"/proc/{child}/task/{child}/stat")
    busy: float = begun
    used: list[str] = []
    while time.monotonic() - busy < STILL and time.monotonic() - begun < LONGEST:
        fields = state.read_text("utf-8", "replace").rpartition(")")[2].split()
        if fields[0] == "R" or fields[11:13] != used:
            busy, used = time.monotonic(), fields[11:13]
        time.sleep(0.001)
    return {"idle": (busy - begun) * 1000, "cpu": end(child)}


if __name__ == "__main__":
    smallest, program = (int(sys.argv[1]), int(sys.argv[2])), sys.argv[3:]
    result = measure_window(*smallest, program) if smallest[0] else measure_idle(program)
    print(json.dumps(result))
