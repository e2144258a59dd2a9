"""The bill of materials names everything that the package carries, in the format's own words."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.installer

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def library(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("carried")
    subprocess.run(["dpkg-deb", "--extract", str(package), str(folder)], check=True)
    return folder / "usr/lib/jpki-desktop/lib"


@pytest.fixture(scope="module")
def bill(library: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    output = tmp_path_factory.mktemp("bill") / "bill.json"
    words = [library, ROOT / "requirements/run.lock", output]
    subprocess.run(
        [sys.executable, "installer/bill_of_materials.py", "build/deb/wheels", *map(str, words)],
        cwd=ROOT,
        check=True,
    )
    found: dict[str, Any] = json.loads(output.read_text("utf-8"))
    return found


def test_every_library_is_named_with_version_licence_and_hash(
    bill: dict[str, Any], library: Path
) -> None:
    parts = {part["name"]: part for part in bill["components"]}
    for folder in library.glob("*.dist-info"):
        name, version = folder.name.removesuffix(".dist-info").rsplit("-", 1)
        assert parts[name.replace("_", "-").lower()]["version"] == version
    for file in library.rglob("*.so.*"):
        assert (
            parts[file.name]["hashes"][0]["content"]
            == hashlib.sha256(file.read_bytes()).hexdigest()
        )
    assert all(part["licenses"] and part["hashes"] and part["version"] for part in parts.values())


def test_what_is_compiled_into_a_library_is_named_too(bill: dict[str, Any]) -> None:
    inner = next(part for part in bill["components"] if part["name"] == "cryptography")
    assert "openssl" in {part["name"] for part in inner["components"]}


def test_the_format_is_checked(bill: dict[str, Any]) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(json.dumps(bill)) is None
    bill["components"][0]["type"] = "thing"
    assert validator.validate_str(json.dumps(bill)) is not None
