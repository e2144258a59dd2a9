"""The package that `make deb` has built, and the clean systems to install it in."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.debian_chroot import SUITES, DebianChroot, missing_programs, prepare_base

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def package() -> Path:
    """The newest package in dist."""
    found = sorted(
        (ROOT / "dist").glob("jpki-desktop_*.deb"), key=lambda file: file.stat().st_mtime
    )
    if not found:
        pytest.fail("there is no package in dist: make deb builds it")
    return found[-1]


@pytest.fixture(scope="module", params=SUITES)
def debian(request: pytest.FixtureRequest, package: Path) -> Iterator[DebianChroot]:
    """A clean Debian with the dependencies of the package, without the package."""
    missing = missing_programs()
    if missing:
        pytest.fail(f"scripts/setup.sh installer installs what is missing: {', '.join(missing)}")
    depends = subprocess.run(
        ["dpkg-deb", "--field", str(package), "Depends"], capture_output=True, text=True, check=True
    ).stdout.strip()
    chroot = DebianChroot(prepare_base(request.param, depends))
    yield chroot
    chroot.close()
