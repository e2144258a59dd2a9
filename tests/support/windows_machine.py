"""A Windows to install on: wine in a folder of its own, a screen of its own, and nothing else.

Debian 12's wine 8 lacks four things that Qt, Python and cryptography ask for; stand-ins of ours in
its system folder answer "not there" (tests/installer/windows/stand_ins). No package contains them.
"""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
STAND_INS = ROOT / "tests" / "installer" / "windows" / "stand_ins"
WINE = shutil.which("wine64") or "/usr/lib/wine/wine64"
_SERVER = shutil.which("wineserver64") or "/usr/lib/wine/wineserver64"
# Only these two exist in wine; the other stand-ins are found without being asked for.
_OVERRIDES = "mscoree=;mshtml=;mscms,propsys=n"
_FONT = "Noto Sans CJK JP"
_WINDOWS_FONTS = (
    "Yu Gothic UI",
    "MS UI Gothic",
    "MS Shell Dlg",
    "MS Shell Dlg 2",
    "Tahoma",
    "Meiryo",
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended, and what it printed."""

    code: int
    output: str


class WindowsMachine:
    """One wine prefix; `close` ends everything that runs in it."""

    def __init__(self, folder: Path, display: str = "") -> None:
        self._folder = folder
        self._display = display
        self._keeper: subprocess.Popen[bytes] | None = None
        self.drive = folder / "drive_c"
        folder.mkdir(parents=True, exist_ok=True)
        # With the stand-ins asked for, the first start would wait for ever.
        assert self._run(("wineboot", "-i"), 180, "mscoree=;mshtml=").code == 0
        self._add_stand_ins()
        # Installers ask for it; wine 8 calls itself Windows 7.
        self.run("winecfg", "/v", "win10")
        # A crash must end the program, not open a window that nobody closes.
        crash = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug"
        self.run("reg", "add", crash, "/v", "Auto", "/d", "0", "/f")
        for font in _WINDOWS_FONTS:
            fonts = r"HKCU\Software\Wine\Fonts\Replacements"
            self.run("reg", "add", fonts, "/v", font, "/d", _FONT, "/f")

    @property
    def home(self) -> Path:
        """The user's folder, seen from outside."""
        [home] = (path for path in (self.drive / "users").iterdir() if path.name != "Public")
        return home

    @property
    def local_data(self) -> Path:
        """%LOCALAPPDATA%, seen from outside."""
        return self.home / "AppData" / "Local"

    def inside(self, path: Path) -> str:
        """The path as the programs inside know it."""
        if path.is_relative_to(self.drive):
            return "C:\\" + "\\".join(path.relative_to(self.drive).parts)
        return "Z:" + str(path.absolute()).replace("/", "\\")

    def run(self, program: str | Path, *words: str, timeout: float = 120, given: str = "") -> Ended:
        """Run a program to its end."""
        self._keep_up()
        return self._run((program, *words), timeout, _OVERRIDES, given)

    @contextmanager
    def running(self, program: str | Path, *words: str) -> Iterator["subprocess.Popen[bytes]"]:
        """Run a program beside the test; it is ended with the block."""
        self._keep_up()
        process = self._start((program, *words), _OVERRIDES)
        try:
            yield process
        finally:
            process.kill()
            process.wait(30)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()

    def registry(self, key: str) -> dict[str, str]:
        """The values of a key by name ("" is the default one); none where there is no such key."""
        done = self.run("reg", "query", key)
        found = {}
        for line in done.output.splitlines():
            parts = line.strip().split("    ")
            if len(parts) >= 2 and parts[1].startswith("REG_"):
                name = "" if parts[0] == "(Default)" else parts[0]
                found[name] = parts[2] if len(parts) > 2 else ""
        return found

    def registry_keys(self) -> set[str]:
        """The names of all keys of the user and of the machine, without wine's own notes."""
        self.close()
        keys = set()
        for file in ("user.reg", "system.reg"):
            for line in (self._folder / file).read_text(encoding="utf-8").splitlines():
                if line.startswith("["):
                    keys.add(f"{file}: {line[1 : line.index(']')]}")
        return {key for key in keys if "MuiCache" not in key and "\\Wine\\" not in key}

    def files(self) -> set[str]:
        """Every file and folder of the machine, apart from Windows' own folder and Temp."""
        return {
            str(path.relative_to(self.drive))
            for path in self.drive.rglob("*")
            if "Temp" not in path.parts and path.relative_to(self.drive).parts[0] != "windows"
        }

    def close(self) -> None:
        """End what runs; the registry is in its files then."""
        with suppress(subprocess.TimeoutExpired):
            subprocess.run([_SERVER, "-k"], env=self._environment(""), check=False, timeout=30)
            subprocess.run([_SERVER, "-w"], env=self._environment(""), check=False, timeout=30)
        if self._keeper is not None:
            self._keeper.kill()
            self._keeper.communicate()
            self._keeper = None

    def _keep_up(self) -> None:
        """Keep one program running: without any, each next one would start the whole system."""
        if self._keeper is None:
            self._keeper = self._start(("cmd", "/k"), _OVERRIDES)

    def _run(
        self, words: tuple[str | Path, ...], timeout: float, overrides: str, given: str = ""
    ) -> Ended:
        process = self._start(words, overrides)
        pieces: list[bytes] = []
        assert process.stdin is not None
        assert process.stdout is not None
        # Programs that stay (wine's own services) keep the pipe; nobody waits for them.
        reader = threading.Thread(target=_drain, args=(process.stdout, pieces), daemon=True)
        reader.start()
        with suppress(BrokenPipeError):
            process.stdin.write(given.encode())
            process.stdin.close()
        try:
            code = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        reader.join(2)
        return Ended(code, b"".join(pieces).decode("utf-8", "replace").replace("\r\n", "\n"))

    def _start(self, words: tuple[str | Path, ...], overrides: str) -> "subprocess.Popen[bytes]":
        # Files as standard streams end Python under wine; pipes do not.
        return subprocess.Popen(
            [WINE, *map(str, words)],
            env=self._environment(overrides),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def _environment(self, overrides: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "USER") if name in os.environ}
        return kept | {
            "WINEPREFIX": str(self._folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": overrides,
            "DISPLAY": self._display,
            # No language: the program speaks Japanese then. The encoding is that of file names.
            "LC_ALL": "C.UTF-8",
        }

    def _add_stand_ins(self) -> None:
        system = self.drive / "windows" / "system32"
        for source in sorted(STAND_INS.glob("*.c")):
            target = system / f"{source.stem}.dll"
            target.unlink(missing_ok=True)
            subprocess.run(
                [
                    *("x86_64-w64-mingw32-gcc", "-Wall", "-Werror", "-O1", "-s", "-shared"),
                    *("-o", str(target), str(source), "-ladvapi32", "-loleaut32"),
                ],
                check=True,
            )


def _drain(stream: IO[bytes], pieces: list[bytes]) -> None:
    with stream:
        while piece := os.read(stream.fileno(), 65536):
            pieces.append(piece)


class Screen:
    """A screen without a monitor: looked at by pictures, used by keys."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writing), "-noreset", "-nolisten", "tcp"),
                *("-screen", "0", "1100x800x24"),
            ],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"

    def windows(self, name: str) -> list[str]:
        """The visible windows whose titles contain a name."""
        done = self._tool("search", "--onlyvisible", "--name", name)
        return done.stdout.split()

    def wait_for(self, name: str, seconds: float = 60) -> str:
        """Wait for a window and return it."""
        end = time.monotonic() + seconds
        while not (found := self.windows(name)):
            assert time.monotonic() < end, f"no window {name}: {self.titles()}"
            time.sleep(0.2)
        return found[-1]

    def wait_until_gone(self, name: str, seconds: float = 60) -> None:
        """Wait until no such window is there."""
        end = time.monotonic() + seconds
        while self.windows(name):
            assert time.monotonic() < end, f"the window stays: {name}"
            time.sleep(0.2)

    def titles(self) -> list[str]:
        """The titles of all visible windows."""
        found = self._tool("search", "--onlyvisible", "--name", ".").stdout.split()
        return [self._tool("getwindowname", one).stdout.strip() for one in found]

    def key(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self._tool("key", "--clearmodifiers", key)
            time.sleep(0.3)

    def picture(self, path: Path, window: str = "root") -> None:
        """Keep what is to be seen as PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        # The whole screen, cut to the window: borders and menus are windows of their own.
        command = ["import", "-display", self.display, "-window", window, "-strip", str(path)]
        subprocess.run(command, check=True, timeout=30)

    def colours(self, window: str = "root") -> int:
        """How many colours are to be seen; an empty screen has one."""
        done = subprocess.run(
            ["import", "-display", self.display, "-window", window, "-format", "%k", "info:-"],
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        return int(done.stdout)

    def close(self) -> None:
        """Switch it off."""
        self._process.terminate()
        self._process.wait(10)

    def _tool(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["xdotool", *words],
            env=os.environ | {"DISPLAY": self.display},
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
