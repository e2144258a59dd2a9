"""A smart-card service of our own with virtual readers, invisible to the rest of the machine.

vpcd listens on every interface and pcscd writes into /run, so both live in a mount and a network
namespace of their own. The namespace outlives the service, which can be stopped, killed and started
again at the same socket path (libpcsclite remembers the path for the life of a process).
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

PCSCD = "/usr/sbin/pcscd"
VPCD = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so"

# Below the ephemeral range, so that a card that dials too early cannot connect to itself. The
# namespace is ours alone, so the ports are always free.
FIRST_PORT = 20100
READERS = ("Virtual PCD 0 00 00", "Virtual PCD 0 00 01")
_UNPLUGGABLE = Path(__file__).with_name("unpluggable_reader.c")

# A tmpfs over /run also serves a user who may not create /run/pcscd. `cat` keeps the namespace
# alive until our end of the pipe is closed, even if the test process is killed.
_SETUP = """set -e
ip link set lo up
mount -t tmpfs tmpfs /run
mkdir -p /run/pcscd
echo ready
exec cat"""

# The daemon's socket path is compiled in; systemd's way of handing over a socket as descriptor 3
# gives it another. Not a shell script, because dash knows descriptors up to 9 only.
_ACTIVATE = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
os.execv(sys.argv[2], sys.argv[2:])
"""


class PrivatePcscd:
    """The service; `start`, `stop` and `kill` as often as wanted, `close` at the end.

    It has `pairs` times two readers; `unpluggable` ones can leave and come back too, which needs a
    C compiler.
    """

    def __init__(self, *, pairs: int = 1, unpluggable: bool = False) -> None:
        # Not pytest's directory: a socket path must stay below 108 bytes.
        self.root = Path(tempfile.mkdtemp(prefix="jd-pcscd-"))
        self.socket_path = self.root / "pcscd.comm"
        self._is_root = os.geteuid() == 0
        self._process: subprocess.Popen[bytes] | None = None
        self._options = _options()
        self.slots = 2 * pairs
        self._unpluggable = unpluggable
        self._write_configuration(pairs)
        self._namespace = self._open_namespace()

    @property
    def log(self) -> str:
        """What the service has written."""
        return (self.root / "pcscd.log").read_text("utf-8", "replace")

    def start(self) -> None:
        """Start the service; a client may connect at once, the kernel lets it wait."""
        assert self._process is None
        self.socket_path.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(self.socket_path))
            listener.listen(16)
            self._process = self._spawn(listener.fileno())

    def stop(self) -> None:
        """End the service in an orderly way."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the service as a crash would."""
        self._end(signal.SIGKILL)

    def revive(self) -> bool:
        """Start the service again if it has ended by itself; returns whether it had."""
        if self._process is None or self._process.poll() is None:
            return False
        self._end(signal.SIGTERM)
        self.start()
        return True

    def freeze(self) -> None:
        """Have the service hang: it keeps its socket and answers nobody."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on where it was."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def unplug(self, slot: int) -> None:
        """Pull the reader of this slot off the bus; its card stays on it."""
        self._flag(slot).touch()

    def plug_in(self, slot: int) -> None:
        """Put the reader back."""
        self._flag(slot).unlink(missing_ok=True)

    def _flag(self, slot: int) -> Path:
        assert self._unpluggable
        return self.root / f"reader{slot // 2}.so.gone-{slot % 2}"

    def close(self) -> None:
        """End everything and remove the directory."""
        self._end(signal.SIGTERM)
        assert self._namespace.stdin is not None
        assert self._namespace.stdout is not None
        self._namespace.stdin.close()
        self._namespace.wait(5)
        self._namespace.stdout.close()
        shutil.rmtree(self.root)

    def command(self, *words: str) -> list[str]:
        """Return a command line that runs inside the network namespace."""
        return [*self._enter("--net"), *words]

    def _enter(self, *kinds: str) -> list[str]:
        user = [] if self._is_root else ["--user", "--preserve-credentials"]
        return ["nsenter", "--target", str(self._namespace.pid), *user, *kinds]

    def _open_namespace(self) -> "subprocess.Popen[bytes]":
        user = [] if self._is_root else ["--user", "--map-root-user"]
        process = subprocess.Popen(
            ["unshare", *user, "--mount", "--net", "sh", "-c", _SETUP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        if process.stdout.readline() != b"ready\n":
            process.kill()
            process.wait()
            message = "no namespace for a private pcscd: run as root or allow user namespaces"
            raise RuntimeError(message)
        return process

    def _spawn(self, listener: int) -> "subprocess.Popen[bytes]":
        configuration = str(self.root / "reader.conf.d")
        daemon = [PCSCD, "--foreground", "--info", *self._options, "--config", configuration]
        words = [sys.executable, "-IS", "-c", _ACTIVATE, str(listener), *daemon]
        with (self.root / "pcscd.log").open("ab") as log:
            return subprocess.Popen(
                [*self._enter("--mount", "--net"), *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(listener,),
            )

    def _end(self, number: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(10)
            self._process = None
        self.socket_path.unlink(missing_ok=True)

    def _write_configuration(self, pairs: int) -> None:
        directory = self.root / "reader.conf.d"
        directory.mkdir()
        if self._unpluggable:
            self._build_driver()
        for pair in range(pairs):
            port = FIRST_PORT + 2 * pair
            (directory / f"vpcd{pair}").write_text(
                f'FRIENDLYNAME "Virtual PCD {pair}"\nDEVICENAME /dev/null:{port:#06x}\n'
                f"LIBPATH {self._driver(pair)}\nCHANNELID {port:#06x}\n"
            )

    def _driver(self, pair: int) -> str:
        """Return the driver of one pair of slots; it has static state, so each has its copy."""
        if not (pair or self._unpluggable):
            return VPCD
        copy = self.root / f"vpcd{pair}.so"
        shutil.copy(VPCD, copy)
        if not self._unpluggable:
            return str(copy)
        shim = self.root / f"reader{pair}.so"
        shutil.copy(self.root / "unpluggable.so", shim)
        return str(shim)

    def _build_driver(self) -> None:
        flags = ["-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-I/usr/include/PCSC"]
        built = self.root / "unpluggable.so"
        subprocess.run(["cc", *flags, "-o", built, _UNPLUGGABLE, "-ldl"], check=True)


def reader_name(slot: int) -> str:
    """Return the name that the service gives to a slot."""
    return f"Virtual PCD {slot // 2} 00 {slot % 2:02}"


def missing_programs() -> list[str]:
    """Name what this machine lacks for a private service."""
    paths = [path for path in (PCSCD, VPCD) if not Path(path).exists()]
    return paths + [name for name in ("unshare", "nsenter", "ip") if shutil.which(name) is None]


def _options() -> list[str]:
    # pcsc-lite 2 asks polkit unless told not to; version 1 does not know the option.
    text = subprocess.run([PCSCD, "--help"], capture_output=True, check=False, text=True)
    return ["--disable-polkit"] if "--disable-polkit" in text.stdout + text.stderr else []
