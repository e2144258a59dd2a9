"""The parts of the Windows packages, and that the checks of the build find what they are for."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pefile
import pytest
from pe_imports import missing
from signatures import NotSignedError, signer

from jpki_desktop import __version__
from support.windows_machine import ROOT

pytestmark = [pytest.mark.windows, pytest.mark.timeout(300)]

SIGN = ROOT / "installer" / "windows" / "sign.sh"


@pytest.fixture
def copied(stage: Path, tmp_path: Path) -> Path:
    """A copy of the folder, for one fault."""
    shutil.copytree(stage, tmp_path / "stage", copy_function=os.link)
    return tmp_path / "stage"


def test_every_library_is_there(stage: Path) -> None:
    assert missing(stage) == []


@pytest.mark.parametrize(
    ("taken", "user"),
    [
        ("lib/PySide6/Qt6Svg.dll", "lib/PySide6/plugins/imageformats/qsvg.dll: qt6svg.dll"),
        ("lib/shiboken6/msvcp140.dll", "lib/shiboken6/shiboken6.abi3.dll: msvcp140.dll"),
        ("runtime/libffi-8.dll", "runtime/_ctypes.pyd: libffi-8.dll"),
    ],
)
def test_a_missing_library_is_found(copied: Path, taken: str, user: str) -> None:
    (copied / taken).unlink()
    assert user in missing(copied)


def test_a_library_of_another_kind_of_windows_is_found(copied: Path) -> None:
    """The number of the machine lies four bytes behind the place that 0x3C tells."""
    victim = copied / "lib" / "PySide6" / "Qt6Svg.dll"
    content = bytearray(victim.read_bytes())
    header = int.from_bytes(content[0x3C:0x40], "little")
    content[header + 4 : header + 6] = (0xAA64).to_bytes(2, "little")
    victim.unlink()
    victim.write_bytes(content)
    with pytest.raises(ValueError, match="not for x86-64"):
        missing(copied)


def test_nothing_of_qt_is_there_that_is_not_used(stage: Path) -> None:
    names = {path.name for path in (stage / "lib" / "PySide6").glob("Qt6*.dll")}
    assert "Qt6Widgets.dll" in names
    assert not names & {"Qt6Qml.dll", "Qt6Quick.dll", "Qt6Designer.dll", "Qt6Sql.dll"}


@pytest.mark.parametrize("name", ["jpki.exe", "jpki-desktop.exe"])
def test_a_start_program_has_icon_version_and_manifest(stage: Path, name: str) -> None:
    with pefile.PE(str(stage / name)) as program:
        kinds = {entry.id for entry in program.DIRECTORY_ENTRY_RESOURCE.entries}
        tables = [
            table for block in program.FileInfo[0] for table in getattr(block, "StringTable", ())
        ]
    assert {pefile.RESOURCE_TYPE[kind] for kind in ("RT_GROUP_ICON", "RT_MANIFEST")} <= kinds
    assert tables[0].entries[b"ProductVersion"] == __version__.encode()
    assert tables[0].entries[b"ProductName"] == b"JPKI Desktop"


def test_licences_come_along(stage: Path) -> None:
    assert (stage / "runtime" / "LICENSE.txt").is_file()
    assert list((stage / "lib").glob("cryptography-*.dist-info/licenses/*"))
    assert (stage / "licences" / "Qt.txt").is_file()
    page = re.sub("[-_.]", "", (stage / "licences" / "third-party.md").read_text("utf-8").lower())
    wheels = [path.name.split("-")[0].lower() for path in (stage / "lib").glob("*.dist-info")]
    assert [name for name in wheels if re.sub("[-_.]", "", name) not in page] == []


def test_the_bill_of_materials_names_every_library(stage: Path, tmp_path: Path) -> None:
    bill = tmp_path / "bill.json"
    words = ("build/windows/wheels", stage, "requirements/windows.lock", bill)
    made = [sys.executable, "installer/bill_of_materials.py", *map(str, words)]
    subprocess.run(made, cwd=ROOT, check=True)
    parts = json.loads(bill.read_text("utf-8"))["components"]
    assert all(part["licenses"] and part["hashes"] and part["version"] for part in parts)
    named = {part["bom-ref"] for part in parts}
    assert len(named) == len(parts)
    libraries = {path.relative_to(stage).as_posix() for path in stage.rglob("*.dll")}
    # Plugins are Qt's own, in its version.
    assert {name for name in libraries - named if "/plugins/" not in name} == set()


def test_python_is_as_its_makers_signed_it(stage: Path) -> None:
    assert signer(stage / "runtime" / "python.exe") == "Python Software Foundation"


def test_a_changed_byte_is_found(stage: Path, tmp_path: Path) -> None:
    content = bytearray((stage / "runtime" / "python.exe").read_bytes())
    content[0x800] ^= 1
    (tmp_path / "python.exe").write_bytes(content)
    with pytest.raises(NotSignedError, match="changed"):
        signer(tmp_path / "python.exe")


def test_a_program_that_nobody_signed_is_refused(stage: Path) -> None:
    with pytest.raises(NotSignedError, match="not signed"):
        signer(stage / "jpki.exe")


@pytest.fixture(scope="module")
def own_signer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A certificate that we made ourselves, as the variables of sign.sh."""
    folder = tmp_path_factory.mktemp("signer")
    (folder / "password").write_text("for the test")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-days", "2"),
            *("-passout", f"file:{folder / 'password'}", "-subj", "/CN=Python Software Foundation"),
            *("-addext", "extendedKeyUsage=codeSigning"),
            *("-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")),
        ],
        check=True,
        capture_output=True,
    )
    return {
        "SIGN_CERTIFICATE": str(folder / "certificate.pem"),
        "SIGN_KEY": str(folder / "key.pem"),
        "SIGN_PASSWORD_FILE": str(folder / "password"),
    }


@pytest.mark.parametrize("name", ["stage", "setup", "msi"])
def test_what_is_signed_is_verified_by_others(
    request: pytest.FixtureRequest, tmp_path: Path, own_signer: dict[str, str], name: str
) -> None:
    source = request.getfixturevalue(name)
    if name == "stage":
        source /= "jpki.exe"
    copy = tmp_path / source.name
    shutil.copyfile(source, copy)
    subprocess.run([SIGN, copy], env=os.environ | own_signer, check=True, capture_output=True)
    verified = subprocess.run(
        ["osslsigncode", "verify", "-CAfile", own_signer["SIGN_CERTIFICATE"], "-in", str(copy)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stdout
    if name == "stage":
        # The name alone makes nobody known.
        with pytest.raises(NotSignedError, match="unknown authority"):
            signer(copy)


def test_without_a_certificate_nothing_is_signed(stage: Path, tmp_path: Path) -> None:
    copy = tmp_path / "jpki.exe"
    shutil.copyfile(stage / "jpki.exe", copy)
    subprocess.run([SIGN, copy], check=True)
    assert copy.read_bytes() == (stage / "jpki.exe").read_bytes()
