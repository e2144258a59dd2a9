"""A clean Debian to install into: a small base tree that is kept, and a layer that is thrown away.

The base is made once by debootstrap and gets the dependencies of the package and what the tests
need; it is never written to afterwards. Each `DebianChroot` lays an overlay in memory over it, in
namespaces of its own (files, processes, network), so what is done inside is gone when it is closed,
and what is left behind by a package can be told exactly: it is what stands in the overlay.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASES = ROOT / "build" / "chroot"
SUITES = ("bookworm", "trixie")

# What the tests use inside: a screen, its eyes and hands, the smart-card service with a virtual
# reader, what a desktop has for opening files, and a Japanese font.
TOOLS = (
    "dbus", "desktop-file-utils", "file", "fonts-ipafont-gothic", "hicolor-icon-theme",
    "libfile-mimeinfo-perl", "libglib2.0-bin", "man-db", "openbox", "openssl", "pcscd", "scrot",
    "shared-mime-info", "strace", "vsmartcard-vpcd", "xauth", "xdg-utils", "xdotool", "xvfb",
)  # fmt: skip

ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LC_ALL": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}

# The layer is in memory, since an overlay cannot stand on another one (as in a container). `cat`
# keeps everything alive until our end of the pipe is closed, even if the test process is killed.
_SETUP = """set -e
mount -t tmpfs -o mode=0755 tmpfs "$1"
mkdir "$1/upper" "$1/work" "$1/root"
mount -t overlay overlay -o "lowerdir=$2,upperdir=$1/upper,workdir=$1/work" "$1/root"
cd "$1/root"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=0755 tmpfs dev
for name in null zero full random urandom tty; do
    touch dev/$name
    mount --bind /dev/$name dev/$name
done
mkdir -m 1777 dev/shm
mkdir dev/pts
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
mount -t tmpfs -o mode=0755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
ip link set lo up
echo ready
exec cat"""

# Runs in the namespace of the files, outside of the chroot.
_CHANGED = """
import filecmp, os, stat, sys
upper, base = sys.argv[1:]
for folder, names, files in os.walk(upper):
    for name in files + [n for n in names if os.path.islink(os.path.join(folder, n))]:
        path = os.path.join(folder, name)
        inner = os.path.relpath(path, upper)
        old, new = os.path.join(base, inner), os.lstat(path)
        if stat.S_ISCHR(new.st_mode) and new.st_rdev == 0:
            print("-", inner)
        elif not os.path.lexists(old):
            print("+", inner)
        elif stat.S_ISREG(new.st_mode) and not filecmp.cmp(path, old, shallow=False):
            print("~", inner)
    for name in names:
        if not os.path.lexists(os.path.join(base, os.path.relpath(folder, upper), name)):
            print("+", os.path.relpath(os.path.join(folder, name), upper) + "/")
"""


def missing_programs() -> list[str]:
    """What of this machine is needed and not there."""
    return [name for name in ("debootstrap", "unshare", "nsenter", "ip") if not shutil.which(name)]


def prepare_base(suite: str, depends: str, *, extra: Sequence[str] = ()) -> Path:
    """Return the base tree of `suite` with all that a package with these `Depends` needs.

    A base with `extra` packages is a tree of its own: they would hide a dependency not named.
    """
    name = f"{suite}-extra" if extra else suite
    base = BASES / name
    stamp = BASES / f"{name}.stamp"
    wanted = ", ".join([*TOOLS, *extra, depends])
    digest = hashlib.sha256(wanted.encode()).hexdigest()
    if stamp.exists() and stamp.read_text("utf-8") == digest:
        return base
    if not stamp.exists():
        shutil.rmtree(base, ignore_errors=True)
        BASES.mkdir(parents=True, exist_ok=True)
        mirror = debian_mirror()
        _run("debootstrap", "--variant=minbase", suite, str(base), mirror)
        _let_apt_reach_the_mirror(base, f"deb {mirror} {suite} main\n")
    stamp.write_text("unfinished", "utf-8")
    # A service must not be started by its installation.
    policy = base / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n", "utf-8")
    policy.chmod(0o755)
    inside = ("unshare", "--mount", "sh", "-ec", _INSIDE_BASE, "sh", str(base))
    _run(*inside, "apt-get", "-qq", "update")
    _run(*inside, "apt-get", "-qq", "-y", "--no-install-recommends", "satisfy", wanted)
    _run(*inside, "apt-get", "-qq", "clean")
    if not (base / "home/clerk").exists():
        _run(*inside, "useradd", "--create-home", "--shell", "/bin/sh", "clerk")
    stamp.write_text(digest, "utf-8")
    return base


_INSIDE_BASE = """base=$1; shift
mount -t proc proc "$base/proc"
mount --rbind /dev "$base/dev"
mount -t tmpfs -o mode=1777 tmpfs "$base/tmp"
exec chroot "$base" "$@"
"""


def debian_mirror() -> str:
    """Where this machine gets Debian from, or what DEBIAN_MIRROR says."""
    named = os.environ.get("DEBIAN_MIRROR", "")
    if named:
        return named
    targets = ("apt-get", "indextargets", "--format", "$(SITE)", "Origin: Debian")
    sites = subprocess.run(targets, capture_output=True, text=True, check=True).stdout.split()
    found = [site for site in sites if site.rstrip("/").endswith("/debian")]
    if not found:
        message = "apt names no Debian mirror: set DEBIAN_MIRROR"
        raise RuntimeError(message)
    return found[0]


def _let_apt_reach_the_mirror(base: Path, sources: str) -> None:
    """Copy what this machine needs to get packages: proxy, names, authorities."""
    (base / "etc/apt/sources.list").write_text(sources, "utf-8")
    settings = subprocess.run(
        ["apt-config", "dump", "Acquire"], capture_output=True, text=True, check=True
    ).stdout
    lines = [line for line in settings.splitlines() if "proxy" in line.lower()]
    own = base / "etc/apt/apt.conf.d/90-this-machine"
    own.write_text("\n".join([*lines, 'Acquire::Languages "none";', ""]), "utf-8")
    for name in ("etc/resolv.conf", "etc/hosts"):
        if Path("/", name).exists():
            shutil.copyfile(Path("/", name), base / name)
    authorities = Path("/etc/ssl/certs/ca-certificates.crt")
    if authorities.exists():
        (base / "etc/ssl/certs").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(authorities, base / "etc/ssl/certs/ca-certificates.crt")


def _run(*words: str) -> None:
    done = subprocess.run(
        words, env=os.environ | ENVIRONMENT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        message = f"{' '.join(words)}\n{done.stdout[-4000:]}{done.stderr[-4000:]}"
        raise RuntimeError(message)


class DebianChroot:
    """A throw-away copy of a base; `close` it, or it ends with this process."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self._started = 0
        self.layer = Path(tempfile.mkdtemp(prefix="jd-chroot-"))
        self._keeper = subprocess.Popen(
            ["unshare", "--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child",
             "sh", "-c", _SETUP, "sh", str(self.layer), str(base)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._keeper.stdout is not None
        if self._keeper.stdout.readline() != b"ready\n":
            self.close()
            message = "no namespaces of its own: run as root, outside of a locked-down container"
            raise RuntimeError(message)
        children = Path(f"/proc/{self._keeper.pid}/task/{self._keeper.pid}/children")
        self._inside = children.read_text("ascii").split()[0]

    def command(self, *words: str, user: str = "root", **variables: str) -> list[str]:
        """Return the command line that runs `words` inside."""
        home = "/root" if user == "root" else f"/home/{user}"
        settings = ENVIRONMENT | {"HOME": home, "USER": user, "LOGNAME": user} | variables
        change = [] if user == "root" else ["setpriv", f"--reuid={user}", f"--regid={user}",
                                            "--init-groups"]  # fmt: skip
        return [
            *self._enter("--pid", "--net", "--ipc", "--uts"),
            "chroot", str(self.layer / "root"), "env", "-i", f"--chdir={home}",
            *(f"{name}={value}" for name, value in settings.items()), *change, *words,
        ]  # fmt: skip

    def run(
        self, *words: str, user: str = "root", given: str = "", check: bool = True, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end."""
        done = subprocess.run(
            self.command(*words, user=user, **variables),
            input=given,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if check and done.returncode != 0:
            message = f"{' '.join(words)}: {done.returncode}\n{done.stdout}{done.stderr}"
            raise AssertionError(message)
        return done

    def start(self, *words: str, user: str = "root", **variables: str) -> "Running":
        """Start a program that runs until it is ended, at the latest with this chroot."""
        self._started += 1
        note = f"/tmp/pid-{self._started}"  # noqa: S108 - a folder in memory that is ours alone
        noting = ("sh", "-c", 'echo $$ >"$0"; exec "$@"', note)
        process = subprocess.Popen(
            self.command(*noting, *words, user=user, **variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return Running(self, process, note)

    def put(self, source: Path, name: str) -> str:
        """Copy a file of ours into /tmp inside, where it is no change of the system."""
        self._outside("cp", str(source), str(self.layer / "root/tmp" / name))
        self._outside("chmod", "a+r", str(self.layer / "root/tmp" / name))
        return f"/tmp/{name}"  # noqa: S108 - a folder in memory that is ours alone

    def get(self, path: str) -> bytes:
        """Return the content of a file inside."""
        return self._outside("cat", str(self.layer / "root") + path)

    def changes(self) -> list[str]:
        """Every file that was added (+), changed (~) or removed (-), as far as it differs."""
        words = (sys.executable, "-c", _CHANGED, str(self.layer / "upper"), str(self.base))
        return sorted(self._outside(*words).decode().splitlines())

    def close(self) -> None:
        """End everything inside and forget it."""
        self._keeper.kill()
        self._keeper.wait()
        for pipe in (self._keeper.stdin, self._keeper.stdout):
            if pipe is not None:
                pipe.close()
        shutil.rmtree(self.layer, ignore_errors=True)

    def _enter(self, *namespaces: str) -> Sequence[str]:
        return ("nsenter", "--target", self._inside, "--mount", *namespaces)

    def _outside(self, *words: str) -> bytes:
        """Run a program of this machine that sees the files of the namespace."""
        return subprocess.run([*self._enter(), *words], capture_output=True, check=True).stdout


class Running:
    """A program that was started inside; `nsenter`, its parent, passes no signal on."""

    def __init__(self, place: DebianChroot, process: "subprocess.Popen[bytes]", note: str) -> None:
        self._place = place
        self._process = process
        self._note = note

    def end(self) -> None:
        """End it, whether or not it still runs."""
        self._place.run("sh", "-c", f'kill "$(cat {self._note})"', check=False)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._place.run("sh", "-c", f'kill -9 "$(cat {self._note})"', check=False)
            self._process.wait(5)
