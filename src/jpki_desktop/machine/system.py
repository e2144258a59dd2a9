"""Names and versions of this system for a support report; nothing that names a person or a host."""

import os
import platform
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

# What an environment variable or a file gives is shown only as far as it looks like a name.
_HARMLESS = re.compile(r"[^A-Za-z0-9 .:;_+()/-]")
_LONGEST = 60
_PACKAGES = ("PySide6-Essentials", "pyscard", "cryptography", "asn1crypto")


@dataclass(frozen=True, slots=True)
class SystemFacts:
    """The system and the parts that the program stands on; empty where it is not known."""

    system: str
    kernel: str
    machine: str
    desktop: str
    session: str
    remote: bool
    python: str
    packages: tuple[tuple[str, str], ...]


def system_facts(root: Path = Path("/")) -> SystemFacts:
    """Return what is known of this system."""
    return SystemFacts(
        system=_harmless(_pretty_name(root) or platform.system()),
        kernel=_harmless(f"{platform.system()} {_number(platform.release())}"),
        machine=_harmless(platform.machine()),
        desktop=_harmless(os.environ.get("XDG_CURRENT_DESKTOP", "")),
        session=_harmless(os.environ.get("XDG_SESSION_TYPE", "")),
        # Over a remote session polkit usually refuses the card to a user.
        remote=any(name in os.environ for name in ("SSH_CONNECTION", "XRDP_SESSION")),
        python=platform.python_version(),
        packages=tuple((name, _version(name)) for name in _PACKAGES),
    )


def _pretty_name(root: Path) -> str:
    try:
        text = (root / "etc/os-release").read_text("utf-8", "replace")
    except OSError:
        return ""
    found = re.search(r'^PRETTY_NAME="?([^"\n]*)"?$', text, re.MULTILINE)
    return found.group(1) if found else ""


def _version(package: str) -> str:
    """Return a version; parts that a distribution brings may carry no description of themselves."""
    try:
        return _harmless(metadata.version(package))
    except metadata.PackageNotFoundError:
        return ""


def _number(release: str) -> str:
    """Keep the version alone: who builds a kernel may put a name of his own behind it."""
    found = re.match(r"\d+(\.\d+)*", release)
    return found.group() if found else ""


def _harmless(text: str) -> str:
    return _HARMLESS.sub("", text)[:_LONGEST]
