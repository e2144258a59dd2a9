"""The package in clean Debian 12 and 13: installed, started, used and removed without a trace.

Needs root (namespaces, chroot). Peers inside: dpkg, pcscd with vpcd and the distribution's pyscard,
Xvfb, openbox, xdotool, scrot, xdg-utils and shared-mime-info; `support.debian_chroot` has the list.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from support.debian_chroot import DebianChroot

pytestmark = [pytest.mark.installer, pytest.mark.timeout(600)]

DISPLAY = ":77"
SECONDS_TO_INSTALL = 10
JAPANESE = "ja_JP.UTF-8"
# What dpkg and the caches of the system write for themselves at every installation.
BOOKKEEPING = re.compile(r". (var/lib/dpkg/|var/log/|var/cache/man/|home/[^/]*/)")
FORMS = {
    "x.cer": "application/pkix-cert",
    "x.crt": "application/x-x509-ca-cert",
    "x.der": "application/x-x509-ca-cert",
    "x.pem": "application/x-x509-ca-cert",
    "x.p7b": "application/x-pkcs7-certificates",
    "x.p7c": "application/pkcs7-mime",
    "x.p12": "application/pkcs12",
    "x.pfx": "application/pkcs12",
    "x.csr": "application/pkcs10",
    "x.crl": "application/pkix-crl",
}


@pytest.fixture(scope="module")
def installed(debian: DebianChroot, package: Path) -> DebianChroot:
    """The package, installed while a clock runs; the dependencies are there."""
    path = debian.put(package, "package.deb")
    start = time.monotonic()
    debian.run("dpkg", "--install", path)
    seconds = time.monotonic() - start
    print(f"{debian.base.name}: installed in {seconds:.1f} s")
    assert seconds < SECONDS_TO_INSTALL
    return debian


@contextmanager
def screen(debian: DebianChroot) -> Iterator[None]:
    """A screen, a window manager and a session bus."""
    programs = [debian.start("Xvfb", DISPLAY, "-screen", "0", "1280x900x24", "-noreset")]
    try:
        wait(lambda: seen(debian, "getdisplaygeometry"))
        programs.append(debian.start("openbox", user="clerk", DISPLAY=DISPLAY))
        yield
    finally:
        for program in reversed(programs):
            program.end()


def seen(debian: DebianChroot, *words: str) -> str:
    """What xdotool says, or nothing where it fails."""
    done = debian.run("xdotool", *words, check=False, user="clerk", DISPLAY=DISPLAY)
    return done.stdout.strip() if done.returncode == 0 else ""


def wait(condition: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


def picture(debian: DebianChroot, name: str) -> QImage:
    """A picture of the whole screen, kept in build/installer for a person to look at."""
    debian.run("scrot", "--overwrite", "/tmp/screen.png", user="clerk", DISPLAY=DISPLAY)  # noqa: S108
    kept = debian.base.parents[1] / "installer" / f"{debian.base.name}-{name}.png"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(debian.get("/tmp/screen.png"))  # noqa: S108
    return QImage(str(kept))


def panels(image: QImage) -> float:
    """How much of the screen is white: panels with facts are; a window that waits has none."""
    grid = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    return sum(image.pixel(x, y) & 0xFFFFFF == 0xFFFFFF for x, y in grid) / len(grid)


def start_scripts_place(debian: DebianChroot) -> str:
    return debian.run("sh", "-c", "command -v jpki").stdout.strip()


def test_commands_work(installed: DebianChroot) -> None:
    assert start_scripts_place(installed) == "/usr/bin/jpki"
    assert installed.run("jpki", "--version").stdout.startswith("JPKI Desktop ")
    assert installed.run("jpki-desktop", "--version").stdout.startswith("JPKI Desktop ")
    shown = installed.run("jpki", "--demo", "card", user="clerk", LANG=JAPANESE).stdout
    assert "マイナンバーカード" in shown
    assert "残り3回（全3回）" in shown


def test_the_distributions_pyscard_is_used(installed: DebianChroot) -> None:
    program = installed.run("cat", "/usr/bin/jpki").stdout.split("from jpki_desktop")[0]
    program = program.partition("\n")[2] + "import smartcard, cryptography, PySide6\n"
    program += "print(smartcard.__file__, cryptography.__file__, PySide6.__file__)"
    smartcard, *vendored = installed.run("python3", "-IS", "-c", program).stdout.split()
    assert smartcard.startswith("/usr/lib/python3/dist-packages/")
    assert all(place.startswith("/usr/lib/jpki-desktop/lib/") for place in vendored)


def test_a_card_is_read_and_its_password_changed_over_pcscd(installed: DebianChroot) -> None:
    """The card layer over the distribution's own pyscard, libpcsclite and pcscd."""
    known = installed.run("pcscd", "--help", check=False)
    # Newer ones ask polkit, which asks logind, which has no seat here.
    option = "--disable-polkit"
    options = [option] if option in known.stdout + known.stderr else []
    service = installed.start("pcscd", "--foreground", *options)
    card = installed.start("jpki", "virtual-card", "--persona", "mynumber", user="clerk")
    try:
        wait(lambda: installed.run("jpki", "card", check=False, user="clerk").returncode == 0)
        assert (
            "残り5回（全5回）" in installed.run("jpki", "card", user="clerk", LANG=JAPANESE).stdout
        )
        shown = installed.run(
            "jpki", "--json", "show", "sign", "--password-stdin", user="clerk", given="ABC123\n"
        ).stdout
        assert "serial" in shown
        wrong = installed.run(
            "jpki", "verify-password", "auth", "--password-stdin",
            user="clerk", given="9999\n", check=False,
        )  # fmt: skip
        assert wrong.returncode == 4
        installed.run(
            "jpki", "change-password", "auth", "--password-stdin", user="clerk",
            given="1234\n7395\n",
        )  # fmt: skip
        installed.run(
            "jpki", "verify-password", "auth", "--password-stdin", user="clerk", given="7395\n"
        )
    finally:
        for program in (card, service):
            program.end()


def test_the_window_shows_the_demo_card(installed: DebianChroot) -> None:
    with screen(installed):
        program = installed.start(
            "jpki-desktop", "--demo", user="clerk", DISPLAY=DISPLAY, LANG=JAPANESE
        )
        try:
            wait(lambda: seen(installed, "search", "--onlyvisible", "--name", "JPKI Desktop"))
            wait(lambda: panels(picture(installed, "demo")) > 0.08)
        finally:
            program.end()


def test_a_certificate_file_opens_by_xdg_open(installed: DebianChroot) -> None:
    make_files(installed)
    with screen(installed):
        program = installed.start(
            "dbus-run-session", "xdg-open", "x.cer",
            user="clerk", DISPLAY=DISPLAY, LANG=JAPANESE,
        )  # fmt: skip
        try:
            wait(lambda: seen(installed, "search", "--onlyvisible", "--name", "証明書表示"))
            wait(lambda: panels(picture(installed, "xdg-open")) > 0.02)
        finally:
            program.end()


@pytest.mark.parametrize(("name", "kind"), FORMS.items())
def test_every_form_is_opened_by_this_program(
    installed: DebianChroot, name: str, kind: str
) -> None:
    make_files(installed)
    query = ("xdg-mime", "query")
    found = installed.run(*query, "filetype", name, user="clerk").stdout.strip()
    assert found in {kind, "application/x-pkcs12"}
    default = installed.run(*query, "default", found, user="clerk").stdout.strip()
    assert default == "jpki-desktop.desktop"


def make_files(debian: DebianChroot) -> None:
    """One certificate under every name: what a desktop sees first is the name."""
    debian.run(
        "sh", "-c",
        "test -e x.cer || { openssl req -x509 -newkey rsa:2048 -nodes -keyout k -subj /CN=clerk "
        f"-outform DER -out x.cer 2>/dev/null && for n in {' '.join(FORMS)}; do "
        "test -e $n || cp x.cer $n; done; }",
        user="clerk",
    )  # fmt: skip


def test_pkcs12_files_open_in_their_process(installed: DebianChroot) -> None:
    installed.run(
        "sh", "-c",
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout k2 -subj /CN=clerk -out c2.pem "
        "2>/dev/null && openssl pkcs12 -export -inkey k2 -in c2.pem -passout pass:secret "
        "-out own.p12",
        user="clerk",
    )  # fmt: skip
    listed = installed.run(
        "jpki", "inspect", "own.p12", "--password-stdin", user="clerk", given="secret\n"
    )
    assert "clerk" in listed.stdout


def test_man_pages_and_completions_work(installed: DebianChroot) -> None:
    page = installed.run("man", "jpki", MANWIDTH="80").stdout
    assert "EXIT STATUS" in page
    page = installed.run("man", "-L", "ja", "jpki", MANWIDTH="80", LC_ALL="C.UTF-8").stdout
    assert "終了ステータス" in page
    program = (
        ". /usr/share/bash-completion/completions/jpki; COMP_WORDS=(jpki ver); COMP_CWORD=1; "
        '"$(complete -p jpki | sed "s/.*-F \\([^ ]*\\).*/\\1/")" jpki ver jpki; '
        'echo "${COMPREPLY[@]}"'
    )
    assert "verify-password" in installed.run("bash", "-c", program).stdout


def test_starting_it_as_administrator_writes_nothing_into_the_system(
    installed: DebianChroot,
) -> None:
    before = installed.changes()
    installed.run("jpki", "--help")
    installed.run("jpki", "serial", "678A9E")
    assert installed.changes() == before


def test_a_purge_leaves_no_trace(installed: DebianChroot) -> None:
    """The last test of each system: the package goes, and what the user has made stays."""
    changed = [line for line in installed.changes() if not BOOKKEEPING.match(line)]
    assert len(changed) > 300, "the guard sees what is installed"
    assert any(line.endswith(".pyc") for line in changed)
    installed.run("dpkg", "--purge", "jpki-desktop")
    left = [line for line in installed.changes() if not BOOKKEEPING.match(line)]
    assert left == []
    records = installed.run("sh", "-c", "ls /var/lib/dpkg/info | grep jpki || true").stdout
    assert records == ""
    assert installed.run("ls", ".local/state/jpki-desktop", user="clerk").stdout
