"""Writes the bill of materials (CycloneDX 1.6, JSON) of a package: every library that it carries.

`bill_of_materials.py WHEELS LIBRARY LOCK OUTPUT`: WHEELS is what pip installed, LIBRARY what the
package carries of it, LOCK the locked list with the hashes. Also named are the shared libraries
that are files of their own (Qt, ICU, on Windows CPython and what it is made with), with the hash of
the file as it is shipped, and what the authors of a wheel say is inside it (their own bill of
materials, where they ship one).
"""

import argparse
import hashlib
import json
import os
import re
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from email.parser import Parser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pefile
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from jpki_desktop import __version__

LICENCES = LicenseFactory()
# Wheels whose metadata name no licence in the form of SPDX.
KNOWN = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "asn1crypto": "MIT",
    "jaraco-classes": "MIT",
    "pyscard": "LGPL-2.1-or-later",
}
SHARED = {
    r"libQt6|Qt6.*\.dll$|(lib)?(pyside6|shiboken6)\.": ("LGPL-3.0-only", "pyside6-essentials"),
    r"libicu": ("Unicode-DFS-2016", ""),
    r"python3\d*\.dll$": ("PSF-2.0", ""),
    r"lib(crypto|ssl)-": ("Apache-2.0", ""),
    r"libffi-": ("MIT", ""),
    r"(msvcp|vcruntime)\d+.*\.dll$": ("Microsoft Visual C++ runtime", ""),
}


def main() -> int:
    """Write the bill and check it against the format's own schema."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("wheels", "library", "lock", "output"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    bill = make_bill(arguments.wheels, arguments.library, arguments.lock)
    text = JsonV1Dot6(bill).output_as_string(indent=2)
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if problem is not None:
        print(f"bill_of_materials.py: {problem}", file=sys.stderr)
        return 1
    arguments.output.write_text(text + "\n", encoding="utf-8")
    return 0


def make_bill(wheels: Path, library: Path, lock: Path) -> Bom:
    """Return the bill of what `library` carries."""
    bill = Bom()
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    bill.metadata.timestamp = datetime.fromtimestamp(moment, UTC) if moment else datetime.now(UTC)
    own = _component("jpki-desktop", __version__, "MIT", ComponentType.APPLICATION)
    bill.metadata.component = own
    hashes = locked_hashes(lock)
    versions = {}
    for folder in sorted(library.rglob("*.dist-info")):
        part = _wheel(folder, hashes)
        versions[part.name] = part.version or ""
        bill.components.add(part)
        for inner in _inside(wheels / folder.name / "sboms"):
            part.components.add(inner)
    for file in sorted(library.rglob("*")):
        if shared := _shared(file, versions):
            # The same name may lie in two folders.
            shared.bom_ref.value = file.relative_to(library).as_posix()
            bill.components.add(shared)
    bill.register_dependency(own, bill.components)
    # The same contents give the same bill.
    names = " ".join(sorted(f"{part.name}={part.version}" for part in bill.components))
    bill.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"jpki-desktop {__version__} {names}")
    return bill


def locked_hashes(lock: Path) -> dict[str, list[str]]:
    """Return the SHA-256 sums that the lock accepts for each package."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==", line):
            found[_normal(match[1])] = re.findall(r"sha256:([0-9a-f]{64})", line)
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _wheel(folder: Path, hashes: dict[str, list[str]]) -> Component:
    facts = Parser().parsestr((folder / "METADATA").read_text(encoding="utf-8"))
    name, version = _normal(facts["Name"]), facts["Version"]
    licence = KNOWN.get(name) or facts["License-Expression"] or facts["License"] or ""
    part = _component(name, version, licence)
    part.purl = PackageURL("pypi", name=name, version=version)
    part.hashes.update(HashType(alg=HashAlgorithm.SHA_256, content=one) for one in hashes[name])
    return part


def _inside(folder: Path) -> Iterator[Component]:
    """Yield what the authors of a wheel say is compiled into it."""
    for file in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        for found in json.loads(file.read_text(encoding="utf-8")).get("components", []):
            words = [one.get("expression", "") for one in found.get("licenses", [])]
            inner = _component(found["name"], found.get("version", ""), " ".join(words).strip())
            inner.bom_ref.value = f"inside:{found['name']}@{found.get('version', '')}"
            if purl := found.get("purl"):
                inner.purl = PackageURL.from_string(purl)
            yield inner


def _shared(file: Path, versions: dict[str, str]) -> Component | None:
    for pattern, (licence, wheel) in SHARED.items():
        if re.match(pattern, file.name) and file.is_file():
            version = versions.get(wheel) or _version_inside(file) or _version_in_name(file.name)
            part = _component(file.name, version, licence)
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            part.hashes.add(HashType(alg=HashAlgorithm.SHA_256, content=content))
            return part
    return None


def _version_in_name(name: str) -> str:
    numbers = re.search(r"\.so\.([0-9.]+)$|-([0-9.]+)\.dll$", name)
    return (numbers[1] or numbers[2]) if numbers else ""


def _version_inside(file: Path) -> str:
    """Return what a library of Windows says of itself."""
    if file.suffix != ".dll":
        return ""
    with pefile.PE(str(file), fast_load=True) as program:
        program.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
        blocks = [block for blocks in getattr(program, "FileInfo", ()) for block in blocks]
        tables = [table for block in blocks for table in getattr(block, "StringTable", ())]
        found = [table.entries[b"ProductVersion"] for table in tables]
    return found[0].decode("utf-8") if found else ""


def _component(
    name: str, version: str, licence: str, kind: ComponentType = ComponentType.LIBRARY
) -> Component:
    licences = [LICENCES.make_from_string(licence)] if licence else []
    reference = f"{name}@{version}"
    return Component(name=name, version=version, type=kind, licenses=licences, bom_ref=reference)


if __name__ == "__main__":
    sys.exit(main())
