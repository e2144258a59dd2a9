"""The recipe for macOS as far as it can be read here: it is parsed, never run."""

import plistlib
import re
import subprocess
from pathlib import Path
from xml.parsers.expat import ExpatError

import pytest

from jpki_desktop.installation import MARKER, InstallKind, how_installed
from jpki_desktop.wording.language import LANGUAGES

MACOS = Path(__file__).parents[2] / "installer/macos"


def test_the_bundle_names_every_form_that_the_program_opens() -> None:
    facts = plistlib.loads((MACOS / "Info.plist").read_bytes())
    found = set(facts["CFBundleDocumentTypes"][0]["CFBundleTypeExtensions"])
    source = (MACOS.parents[1] / "src/jpki_desktop/gui/flows/open_files.py").read_text("utf-8")
    patterns = source.split('patterns="', 1)[1].split('"', 1)[0].split()
    assert found == {pattern.removeprefix("*.") for pattern in patterns}
    assert set(facts["CFBundleLocalizations"]) == set(LANGUAGES)


def test_the_program_is_started_in_the_background_at_login() -> None:
    agent = plistlib.loads((MACOS / "jpki-desktop.background.plist").read_bytes())
    assert agent["RunAtLoad"] is True
    assert agent["ProgramArguments"][1:] == ["--background"]


def test_entitlements_let_a_library_be_replaced() -> None:
    allowed = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert allowed["com.apple.security.cs.disable-library-validation"] is True


def test_what_the_bundle_says_of_itself_is_known_to_the_program(tmp_path: Path) -> None:
    script = (MACOS / "build.sh").read_text("utf-8")
    package = tmp_path / "app" / "jpki_desktop"
    package.mkdir(parents=True)
    [word] = re.findall(r"echo (\w+) >.*/installed-by", script)
    (package.parent / MARKER).write_text(word)
    assert how_installed(package) is InstallKind.APP


def test_the_script_is_one(tmp_path: Path) -> None:
    script = MACOS / "build.sh"
    subprocess.run(["bash", "-n", str(script)], check=True)
    broken = tmp_path / "broken.sh"
    broken.write_text(script.read_text("utf-8").replace("\nfi\n", "\n", 1))
    assert subprocess.run(["bash", "-n", str(broken)], capture_output=True, check=False).returncode


@pytest.mark.installer
def test_shellcheck_objects_to_nothing_in_it(tmp_path: Path) -> None:
    script = MACOS / "build.sh"
    subprocess.run(["shellcheck", str(script)], check=True)
    careless = tmp_path / "careless.sh"
    careless.write_text(script.read_text("utf-8").replace('rm -rf "$app"', "rm -rf $app"))
    assert subprocess.run(
        ["shellcheck", str(careless)], capture_output=True, check=False
    ).returncode


def test_a_broken_list_would_be_noticed() -> None:
    text = (MACOS / "Info.plist").read_bytes().replace(b"</plist>", b"")
    with pytest.raises(ExpatError):
        plistlib.loads(text)
