"""Programs of others that use the card in a browser, as far as they are found at usual places.

A list of what lies there and no more: whether a site works with them is not looked into, and
nothing is started or read.
"""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PieceKind(StrEnum):
    """What a piece is."""

    BROWSER = "browser"
    MODULE = "module"


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was found; names are those of its makers."""

    kind: PieceKind
    name: str


# Programs of the Linux distributions, then of the makers' own packages.
_BROWSERS = (
    ("Firefox", ("usr/bin/firefox", "usr/bin/firefox-esr", "snap/bin/firefox")),
    ("Chromium", ("usr/bin/chromium", "usr/bin/chromium-browser", "snap/bin/chromium")),
    ("Google Chrome", ("usr/bin/google-chrome", "usr/bin/google-chrome-stable")),
    ("Microsoft Edge", ("usr/bin/microsoft-edge", "usr/bin/microsoft-edge-stable")),
)
# OpenSC's PKCS#11 module, by which a browser can use the card's authentication certificate.
_MODULES = ("usr/lib/opensc-pkcs11.so", "usr/lib64/opensc-pkcs11.so")
_MODULE_PATTERN = "usr/lib/*/opensc-pkcs11.so"
_WINDOWS_BROWSERS = (
    ("Firefox", "Mozilla Firefox/firefox.exe"),
    ("Google Chrome", "Google/Chrome/Application/chrome.exe"),
    ("Microsoft Edge", "Microsoft/Edge/Application/msedge.exe"),
)
_MAC_BROWSERS = ("Safari", "Firefox", "Google Chrome", "Microsoft Edge")


def pieces(root: Path = Path("/")) -> tuple[Piece, ...]:
    """Return what is found; an empty answer says only that nothing lies at the usual places."""
    names = {name for name, places in _BROWSERS if any((root / place).exists() for place in places)}
    names |= {name for name in _MAC_BROWSERS if (root / "Applications" / f"{name}.app").exists()}
    names |= _on_windows()
    found = [Piece(PieceKind.BROWSER, name) for name in sorted(names)]
    modules = any((root / place).exists() for place in _MODULES)
    if modules or any(root.glob(_MODULE_PATTERN)):
        found.append(Piece(PieceKind.MODULE, "OpenSC PKCS#11"))
    return tuple(found)


def _on_windows() -> set[str]:
    folders = [os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)")]
    return {
        name
        for name, place in _WINDOWS_BROWSERS
        for folder in folders
        if folder and (Path(folder) / place).exists()
    }
