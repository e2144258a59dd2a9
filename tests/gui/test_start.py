"""What may be loaded before the first picture and at rest: every module is felt by everybody."""

import subprocess
import sys
from pathlib import Path

# Of ours; whatever else is loaded comes from Python and PySide6 themselves.
BUDGET = {
    "jpki_desktop",
    "jpki_desktop.gui",
    "jpki_desktop.gui.app",
    "jpki_desktop.gui.colours",
    "jpki_desktop.gui.main_menu",
    "jpki_desktop.gui.main_window",
    "jpki_desktop.gui.meeting_point",
    "jpki_desktop.gui.reader_row",
    "jpki_desktop.gui.running",
    "jpki_desktop.gui.screen",
    "jpki_desktop.gui.style",
    "jpki_desktop.gui.style_sheet",
    "jpki_desktop.gui.widgets",
    "jpki_desktop.gui.widgets.labels",
    "jpki_desktop.resources",
    "jpki_desktop.settings",
    "jpki_desktop.settings.places",
    "jpki_desktop.wording",
    "jpki_desktop.wording.language",
}
FOREIGN = ("asn1crypto", "cryptography", "smartcard", "keyring", "tomlkit", "http", "ssl", "socket")
NOT_YET = (*FOREIGN, "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvg")

# What a window without a card keeps out of memory, 1 MB to 4 MB each with what comes along.
NOT_AT_REST = (
    *("_hashlib", "ssl", "asn1crypto", "cryptography", "keyring", "tomlkit", "http", "html"),
    *("calendar", "logging.handlers", "PySide6.QtNetwork", "PySide6.QtSvgWidgets"),
    *("PySide6.QtPrintSupport", "jpki_desktop.emulator", "jpki_desktop.card.jpki_session"),
    *("jpki_desktop.gui.card_summary", "jpki_desktop.gui.widgets.question_bar"),
    *("jpki_desktop.validity.check", "jpki_desktop.gui.flows", "jpki_desktop.gui.dialogs"),
)

# The reminders begin last of all, when everything else is there.
AT_REST = "from jpki_desktop.gui import reminders; reminders.Reminders.start = look"
AT_PICTURE = "running.Running._go_on = look"
LOOK = """
import sys
from PySide6.QtWidgets import QApplication
from jpki_desktop.gui import running
seen = []
def look(self):
    seen.extend(sys.modules)
    QApplication.exit(0)
{moment}
{plant}
from jpki_desktop.gui.app import main
main(["jpki-desktop"])
print("\\n".join(seen))
"""


def loaded(tmp_path: Path, plant: str = "", moment: str = AT_PICTURE) -> set[str]:
    tmp_path.chmod(0o700)
    # A meeting point at which nobody was before.
    folders = {"XDG_RUNTIME_DIR": str(tmp_path)}
    folders |= {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", LOOK.format(plant=plant, moment=moment)],
        env={
            **folders,
            "PCSCLITE_CSOCK_NAME": f"{tmp_path}/no-pcscd",
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "ja_JP.UTF-8",
            "HOME": "/",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


def over_budget(found: set[str]) -> set[str]:
    ours = {name for name in found if name.split(".")[0] == "jpki_desktop"}
    return (ours - BUDGET) | (found & set(NOT_YET))


def test_only_the_shell_is_loaded_before_the_first_picture(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    assert "jpki_desktop.gui.main_window" in found
    assert over_budget(found) == set()


def test_settings_that_do_not_change_the_picture_are_read_after_it(tmp_path: Path) -> None:
    write_settings(tmp_path, 'welcome = "done"\n')
    assert over_budget(loaded(tmp_path)) == set()


def test_settings_that_change_the_picture_are_read_before_it(tmp_path: Path) -> None:
    write_settings(tmp_path, 'appearance = "dark"\n')
    assert "jpki_desktop.settings.store" in loaded(tmp_path)


def write_settings(folder: Path, text: str) -> None:
    file = folder / "jpki-desktop" / "settings.toml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")


def test_a_planted_import_is_found(tmp_path: Path) -> None:
    found = loaded(tmp_path, "import asn1crypto, jpki_desktop.environment")
    assert {"asn1crypto", "jpki_desktop.environment"} <= over_budget(found)


def test_what_nobody_uses_yet_is_not_in_memory(tmp_path: Path) -> None:
    write_settings(tmp_path, 'welcome = "done"\n')
    found = loaded(tmp_path, moment=AT_REST)
    assert "jpki_desktop.gui.card_panel" in found
    assert found & set(NOT_AT_REST) == set()


def test_what_is_planted_into_memory_is_found(tmp_path: Path) -> None:
    write_settings(tmp_path, 'welcome = "done"\n')
    found = loaded(tmp_path, "import hashlib, PySide6.QtNetwork", moment=AT_REST)
    assert {"_hashlib", "PySide6.QtNetwork"} <= found & set(NOT_AT_REST)
