"""Writes the description of the MSI package: every file, the start menu, the registry.

Usage: msi.py STAGE WORK VERSION  (the XML of WiX goes to standard output, for wixl)

For the whole machine, in Program Files. NOTICE=yes|no decides for everybody (policy); SETTINGS=FILE
is copied beside the program. `msi_tables` adds what wixl has no word for.
"""

import re
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

# Names below are made from this one, so that the same file is the same component in every version.
_OURS = uuid.UUID("6f0d7a3e-5c0b-4d2e-9a51-2f7f1c7b9e64")
UPGRADE_CODE = "8E5C1F0A-3B7D-4C96-A2E4-7D1B5F9C0E33"
_PRODUCT = "JPKI Desktop"
_POLICY = r"Software\Policies\JPKI Desktop"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_PROGRAM = "[INSTALLDIR]jpki-desktop.exe"
_OPEN = f'"{_PROGRAM}" "%1"'
_CAPABILITIES = r"Software\JPKI Desktop\Capabilities"

KINDS = {
    "Certificate": "Certificate",
    "Chain": "Certificates (PKCS #7)",
    "Store": "Certificates with a key (PKCS #12)",
    "RevocationList": "Certificate revocation list",
    "Request": "Certificate request",
}
SUFFIXES = {
    ".cer": "Certificate",
    ".crt": "Certificate",
    ".der": "Certificate",
    ".pem": "Certificate",
    ".p7b": "Chain",
    ".p7c": "Chain",
    ".spc": "Chain",
    ".p12": "Store",
    ".pfx": "Store",
    ".crl": "RevocationList",
    ".csr": "Request",
    ".p10": "Request",
}


def main(words: list[str]) -> int:
    """Print the description."""
    stage, work, version = Path(words[0]), Path(words[1]), words[2]
    numbers = re.match(r"\d+\.\d+\.\d+", version)
    if numbers is None:
        raise ValueError(f"no version for Windows: {version}")
    print("\n".join(document(stage, work, numbers.group())))
    return 0


def document(stage: Path, work: Path, version: str) -> Iterator[str]:
    """The lines of the whole description."""
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">'
    yield (
        f'<Product Id="{_guid("product", version)}" UpgradeCode="{UPGRADE_CODE}"'
        f' Name="{_PRODUCT}" Version="{version}" Manufacturer="The JPKI Desktop developers"'
        ' Language="1033">'
    )
    yield '<Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"'
    yield ' Description="JPKI Desktop (unofficial)"/>'
    yield '<MajorUpgrade DowngradeErrorMessage="A newer version of JPKI Desktop is installed."/>'
    yield '<Media Id="1" Cabinet="program.cab" EmbedCab="yes"/>'
    yield f'<Icon Id="program.ico" SourceFile={quoteattr(str(work / "jpki-desktop.ico"))}/>'
    yield '<Property Id="ARPPRODUCTICON" Value="program.ico"/>'
    yield '<Property Id="ARPNOMODIFY" Value="1"/>'
    yield '<Directory Id="TARGETDIR" Name="SourceDir">'
    yield '<Directory Id="ProgramMenuFolder"/>'
    yield '<Directory Id="ProgramFiles64Folder">'
    yield f'<Directory Id="INSTALLDIR" Name="{_PRODUCT}">'
    components: list[str] = []
    yield from _folder(stage, stage, work, components)
    yield from _registry(components)
    yield "</Directory></Directory></Directory>"
    yield from _menu(components)
    yield '<Feature Id="Program" Level="1">'
    yield from (f'<ComponentRef Id="{component}"/>' for component in components)
    yield "</Feature></Product></Wix>"


def _folder(folder: Path, stage: Path, work: Path, components: list[str]) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if path.is_file():
            yield from _file(path, path.relative_to(stage).as_posix(), components)
    if folder == stage / "app":
        marker = work / "installed-by-msi"
        yield from _file(marker, "app/installed-by", components)
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            name = _id("d", path.relative_to(stage).as_posix())
            yield f"<Directory Id={quoteattr(name)} Name={quoteattr(path.name)}>"
            yield from _folder(path, stage, work, components)
            yield "</Directory>"


def _file(source: Path, place: str, components: list[str]) -> Iterator[str]:
    component = _id("c", place)
    components.append(component)
    yield f'<Component Id="{component}" Guid="{_guid("file", place)}" Win64="yes">'
    yield (
        f'<File Id="{_id("f", place)}" Name={quoteattr(place.rpartition("/")[2])}'
        f' Source={quoteattr(str(source))} KeyPath="yes"/></Component>'
    )


def _registry(components: list[str]) -> Iterator[str]:
    yield from _component("Associations", components, _associations())
    # Everybody's answer, from where the program reads an administrator's decisions.
    for answer in ("yes", "no"):
        values = [_value(_POLICY, "update_notice", answer)]
        if answer == "yes":
            values.append(_value(_RUN, _PRODUCT, f'"{_PROGRAM}" --background'))
        # Which of the two is installed is said by a condition that msi_tables adds.
        yield from _component(f"Notice{answer.capitalize()}", components, values)
    # What SETTINGS brings belongs to it, and goes with it.
    yield (
        f'<Component Id="Managed" Guid="{_guid("component", "Managed")}" Win64="yes">'
        "<CreateFolder/></Component>"
    )
    components.append("Managed")


def _associations() -> list[str]:
    values = [
        _value(_CAPABILITIES, "ApplicationName", _PRODUCT),
        _value(_CAPABILITIES, "ApplicationDescription", "Certificates of a My Number card"),
        _value(r"Software\RegisteredApplications", _PRODUCT, _CAPABILITIES),
        _value(r"Software\Classes\Applications\jpki-desktop.exe\shell\open\command", "", _OPEN),
    ]
    for kind, text in KINDS.items():
        key = rf"Software\Classes\JPKIDesktop.{kind}"
        values += [
            _value(key, "", text),
            _value(rf"{key}\DefaultIcon", "", f"{_PROGRAM},0"),
            _value(rf"{key}\shell\open\command", "", _OPEN),
        ]
    for suffix, kind in SUFFIXES.items():
        # Offered beside the others; the key's own default, which decides, is not touched.
        offered = rf"Software\Classes\{suffix}\OpenWithProgids"
        values += [
            _value(offered, f"JPKIDesktop.{kind}", ""),
            _value(rf"{_CAPABILITIES}\FileAssociations", suffix, f"JPKIDesktop.{kind}"),
        ]
    return values


def _component(name: str, components: list[str], values: list[str]) -> Iterator[str]:
    components.append(name)
    yield f'<Component Id="{name}" Guid="{_guid("component", name)}" Win64="yes">'
    first, *others = values
    yield first.replace("/>", ' KeyPath="yes"/>')
    yield from others
    yield "</Component>"


def _value(key: str, name: str, text: str) -> str:
    named = f" Name={quoteattr(name)}" if name else ""
    return (
        f'<RegistryValue Root="HKLM" Key={quoteattr(key)}{named}'
        f' Type="string" Value={quoteattr(text)}/>'
    )


def _menu(components: list[str]) -> Iterator[str]:
    components.append("Menu")
    yield '<DirectoryRef Id="ProgramMenuFolder">'
    yield f'<Component Id="Menu" Guid="{_guid("component", "Menu")}" Win64="yes">'
    yield (
        f'<Shortcut Id="MenuEntry" Name="{_PRODUCT}" Target={quoteattr(_PROGRAM)}'
        ' WorkingDirectory="INSTALLDIR" Description="Certificates of a My Number card"/>'
    )
    yield (
        r'<RegistryValue Root="HKLM" Key="Software\JPKI Desktop" Name="Menu" Type="string"'
        ' Value="1" KeyPath="yes"/></Component></DirectoryRef>'
    )


def _id(kind: str, place: str) -> str:
    return f"{kind}{uuid.uuid5(_OURS, place).hex}"


def _guid(kind: str, name: str) -> str:
    return str(uuid.uuid5(_OURS, f"{kind}:{name}")).upper()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
