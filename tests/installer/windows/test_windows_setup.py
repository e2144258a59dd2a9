"""The setup program on a Windows (wine): install, use, replace while it runs, uninstall.

Peers: wine 8 (Debian), NSIS, xdotool. What they cannot show is in docs/installers-windows.md.
"""

import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from pe_imports import imports

from support import certificate_files
from support.windows_machine import Screen, WindowsMachine

pytestmark = [pytest.mark.windows, pytest.mark.timeout(600)]

RUN = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
# Where wine keeps what Windows has in its credential manager.
VAULT = r"HKCU\Software\Wine\Credential Manager"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\JPKI Desktop"
# Empty keys that every Windows has, and what wine's own terminal notes.
OF_WINDOWS = {"user.reg: Console", r"user.reg: Software\\Classes"} | {
    rf"user.reg: Software\\Microsoft\\Windows\\CurrentVersion\\{name}"
    for name in ("App Paths", "Run", "Uninstall")
}
WINDOW = "JPKI Desktop"


@pytest.fixture(scope="module")
def machine(make_machine: Callable[[str], WindowsMachine]) -> WindowsMachine:
    return make_machine("setup")


@pytest.fixture(scope="module")
def before(machine: WindowsMachine) -> tuple[set[str], set[str]]:
    """Files and registry of the machine before anything was installed."""
    return machine.files(), machine.registry_keys()


@pytest.fixture(scope="module")
def installed(
    machine: WindowsMachine, before: tuple[set[str], set[str]], older_setup: Path
) -> Path:
    """The folder of the program after a silent installation of the older version."""
    assert before
    done = machine.run(older_setup, "/S", "/NOTICE=yes")
    assert done.code == 0, done.output
    return machine.local_data / "Programs" / "JPKI Desktop"


def _tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _settings(machine: WindowsMachine) -> dict[str, object]:
    file = machine.local_data / "jpki-desktop" / "settings.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("words", [("/NOTICE=maybe",), (r"/SETTINGS=C:\nowhere.toml",)])
def test_a_wrong_option_installs_nothing(
    machine: WindowsMachine, before: tuple[set[str], set[str]], setup: Path, words: tuple[str, ...]
) -> None:
    assert machine.run(setup, "/S", *words).code == 4
    assert machine.files() == before[0]


def test_everything_is_installed_and_registered(machine: WindowsMachine, installed: Path) -> None:
    assert (installed / "app" / "installed-by").read_text() == "setup"
    program = machine.inside(installed / "jpki-desktop.exe")
    command = machine.registry(r"HKCU\Software\Classes\JPKIDesktop.Certificate\shell\open\command")
    assert command == {"": f'"{program}" "%1"'}
    assert "JPKIDesktop.Store" in machine.registry(r"HKCU\Software\Classes\.p12\OpenWithProgids")
    # Offered, never taken: no suffix got a default.
    assert machine.registry(r"HKCU\Software\Classes\.p12") == {}
    offered = machine.registry(r"HKCU\Software\JPKI Desktop\Capabilities\FileAssociations")
    assert offered[".cer"] == "JPKIDesktop.Certificate"
    assert len(offered) == 12
    assert machine.registry(r"HKCU\Software\RegisteredApplications") == {
        "JPKI Desktop": r"Software\JPKI Desktop\Capabilities"
    }
    assert machine.registry(UNINSTALL)["DisplayVersion"] == "0.0.9"
    menu = machine.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
    assert (menu / "JPKI Desktop.lnk").is_file()


def test_yes_to_reminders_is_kept_and_starts_the_program_at_log_in(
    machine: WindowsMachine, installed: Path
) -> None:
    assert _settings(machine)["update_notice"] == "yes"
    program = machine.inside(installed / "jpki-desktop.exe")
    assert machine.registry(RUN) == {"JPKI Desktop": f'"{program}" --background'}


def test_the_terminal_program_reads_the_demo_card(machine: WindowsMachine, installed: Path) -> None:
    done = machine.run(installed / "jpki.exe", "--lang", "en", "--demo", "card")
    assert done.code == 0, done.output
    assert "3 of 3 tries left" in done.output
    version = machine.run(installed / "jpki.exe", "--version")
    assert version.output.startswith("JPKI Desktop ")


def test_files_are_read_also_those_with_a_password(
    machine: WindowsMachine, installed: Path, tmp_path: Path
) -> None:
    """A PKCS#12 file is opened by a second process, which is found without an installed Python."""
    folder = tmp_path / "書類"
    folder.mkdir()
    (folder / "own.p12").write_bytes(certificate_files.pkcs12(tmp_path))
    (folder / "証明書.cer").write_bytes(certificate_files.trio()[0])
    words = ("--lang", "en", "inspect", machine.inside(folder), "--password-stdin", "--csv")
    password = certificate_files.PASSWORD
    done = machine.run(installed / "jpki.exe", *words, given=f"{password}\n")
    assert done.code == 0, done.output
    assert done.output.count("own.p12") == 3
    assert "証明書.cer,Certificate" in done.output
    assert machine.run(installed / "jpki.exe", *words, given="wrong\n").code != 0


def test_no_service_is_one_clear_sentence(machine: WindowsMachine, installed: Path) -> None:
    done = machine.run(installed / "jpki.exe", "--lang", "en", "readers")
    assert done.code == 3
    assert "JD-1001" in done.output


def test_the_registered_command_opens_a_certificate_in_the_window(
    machine: WindowsMachine, installed: Path, screen: Screen, tmp_path: Path
) -> None:
    file = tmp_path / "見本.cer"
    file.write_bytes(certificate_files.trio()[0])
    with machine.running(installed / "jpki-desktop.exe", machine.inside(file)):
        window = screen.wait_for("証明書表示")
        time.sleep(1)
        assert screen.colours(window) > 30
        screen.picture(tmp_path / "window.png")
        ended = machine.run(installed / "jpki-desktop.exe", "--quit")
        assert ended.code == 0
        screen.wait_until_gone(WINDOW)


def test_what_is_in_the_middle_of_something_is_not_replaced(
    machine: WindowsMachine, installed: Path, screen: Screen, setup: Path
) -> None:
    with machine.running(installed / "jpki-desktop.exe", "--demo"):
        screen.wait_for(WINDOW)
        time.sleep(2)
        screen.key("alt+u")
        screen.wait_for("証明書選択")
        tree = _tree(installed)
        assert machine.run(setup, "/S").code == 3
        assert _tree(installed) == tree
        assert screen.windows("証明書選択")
        screen.key("Escape")
        assert machine.run(installed / "jpki-desktop.exe", "--quit").code == 0


def test_a_newer_version_replaces_one_that_runs(
    machine: WindowsMachine, installed: Path, screen: Screen, setup: Path, stage: Path
) -> None:
    only_old = installed / "app" / "jpki_desktop" / "only_in_the_older.py"
    assert only_old.is_file()
    (installed / "somebody's own.txt").write_text("not ours")
    settings = machine.local_data / "jpki-desktop" / "settings.toml"
    with settings.open("a", encoding="utf-8") as file:
        file.write('\nfuture = "大事"\n')
    with machine.running(installed / "jpki-desktop.exe") as program:
        screen.wait_for(WINDOW)
        time.sleep(1)
        done = machine.run(setup, "/S")
        assert done.code == 0, done.output
        assert program.wait(20) == 0
    assert not only_old.exists()
    own = {"app/installed-by", "uninstall.exe", "somebody's own.txt"}
    assert _tree(installed) == _tree(stage) | own
    assert machine.registry(UNINSTALL)["DisplayVersion"] != "0.0.9"
    # Not asked again, and nothing lost.
    assert _settings(machine)["update_notice"] == "yes"
    assert _settings(machine)["future"] == "大事"
    assert "JPKI Desktop" in machine.registry(RUN)


def test_an_administrators_settings_win(
    machine: WindowsMachine, installed: Path, setup: Path, tmp_path: Path
) -> None:
    decided = tmp_path / "managed.toml"
    decided.write_text('language = "en"\nupdate_notice = "no"\n', encoding="utf-8")
    done = machine.run(setup, "/S", f"/SETTINGS={machine.inside(decided)}", "/NOTICE=no")
    assert done.code == 0, done.output
    program = (
        "from jpki_desktop import environment;"
        "settings = environment.real().settings;"
        "print(settings.settings.language, *sorted(settings.managed))"
    )
    # The place is found from the program that was started.
    code = f"import sys; sys.executable = {machine.inside(installed / 'jpki.exe')!r}; {program}"
    asked = machine.run(installed / "runtime" / "python.exe", "-c", code)
    assert asked.output.split() == ["en", "language", "update_notice"]
    # No was said: nothing starts by itself any more.
    assert machine.registry(RUN) == {}
    assert _settings(machine)["update_notice"] == "no"


def test_uninstalling_leaves_the_settings_and_what_others_own(
    machine: WindowsMachine, installed: Path, before: tuple[set[str], set[str]]
) -> None:
    done = machine.run(installed / "uninstall.exe", "/S")
    assert done.code == 0
    _wait_for_uninstaller(installed / "uninstall.exe")
    assert _tree(installed) == {"somebody's own.txt"}
    (installed / "somebody's own.txt").unlink()
    installed.rmdir()
    installed.parent.rmdir()
    kept = {path for path in machine.files() - before[0] if "jpki-desktop" not in path}
    assert not {path for path in kept if "Start Menu" not in path}
    assert not {path for path in kept if path.endswith(".lnk")}
    assert _settings(machine)["update_notice"] == "no"
    assert sorted(machine.registry_keys() - before[1] - OF_WINDOWS) == []


def test_a_folder_of_any_name_and_settings_that_go_too(
    machine: WindowsMachine, setup: Path
) -> None:
    """/D= stands last and without quotes: that is how NSIS reads it."""
    folder = machine.drive / "道具 箱" / "JPKI"
    # The Task Manager has noted that a start at log-in was switched off; the answer is newer.
    off = ("/v", WINDOW, "/t", "REG_BINARY", "/d", "030000000000000000000000", "/f")
    assert machine.run("reg", "add", APPROVED, *off).code == 0
    done = machine.run(setup, "/S", "/NOTICE=yes", *f"/D={machine.inside(folder)}".split(" "))
    assert done.code == 0, done.output
    assert machine.registry(APPROVED) == {}
    shown = machine.run(folder / "jpki.exe", "--lang", "en", "--demo", "card")
    assert "3 of 3 tries left" in shown.output
    # A password for the proxy lies in the keyring of Windows.
    settings = (folder / "jpki.exe", "settings")
    assert machine.run(*settings, "set", "proxy", "proxy.example.jp:8080").code == 0
    assert machine.run(*settings, "set", "proxy_user", "clerk").code == 0
    keep = (*settings, "set-proxy-password", "--password-stdin")
    assert machine.run(*keep, given="of the proxy\n").code == 0
    assert WINDOW in machine.run("reg", "query", VAULT, "/s").output
    assert machine.run(folder / "uninstall.exe", "/S", "/DELETESETTINGS").code == 0
    _wait_for_uninstaller(folder / "uninstall.exe")
    assert not folder.exists()
    assert not (machine.local_data / "jpki-desktop").exists()
    assert WINDOW not in machine.run("reg", "query", VAULT, "/s").output


def _wait_for_uninstaller(program: Path) -> None:
    """It works from a copy of itself, since it deletes itself too."""
    end = time.monotonic() + 60
    while program.exists():
        assert time.monotonic() < end
        time.sleep(0.2)
    time.sleep(1)


def test_a_missing_file_is_told_in_words(
    machine: WindowsMachine, stage: Path, tmp_path: Path
) -> None:
    launcher = tmp_path / "jpki.exe"
    launcher.write_bytes((stage / "jpki.exe").read_bytes())
    done = machine.run(launcher, "--version")
    assert done.code == 3
    assert done.output


def test_package_is_small(setup: Path) -> None:
    assert setup.stat().st_size < 40_000_000
    # A 32-bit one would be refused here.
    assert imports(setup)
