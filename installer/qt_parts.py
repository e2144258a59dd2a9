"""Which parts of PySide6 the program uses: computed from its imports, the plugins from a list.

Used by the packages of every system. Nothing is copied here.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "jpki_desktop"

# What Qt opens at run time by itself cannot be seen in an import.
LINUX_PLUGINS = (
    "iconengines/libqsvgicon.so",
    "imageformats/libqsvg.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "platforms/libqxcb.so",
    "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
    "wayland-decoration-client/libadwaita.so",
    "wayland-decoration-client/libbradient.so",
    "wayland-shell-integration/libxdg-shell.so",
)
TRANSLATIONS = ("qtbase_ja.qm",)


def used_modules(source: Path, pyside: Path) -> list[str]:
    """Return the Qt modules that the program imports, and those that these import themselves."""
    found: set[str] = set()
    waiting = {
        name
        for file in source.rglob("*.py")
        for name in _imported(ast.parse(file.read_text(encoding="utf-8")))
    }
    while waiting:
        name = waiting.pop()
        found.add(name)
        # The stub of a module names the modules whose types it uses; it imports them when loaded.
        stub = (pyside / f"{name}.pyi").read_text(encoding="utf-8")
        waiting |= set(re.findall(r"^import PySide6\.(Qt\w+)$", stub, re.MULTILINE)) - found
    return sorted(found)


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "PySide6" and len(parts) > 1:
                yield parts[1]


def closure(start: Iterable[Path], folders: Iterable[Path]) -> list[Path]:
    """Return the ELF files and all that they need out of `folders`, the rest being the system's."""
    places = tuple(folders)
    found: set[Path] = set()
    waiting = set(start)
    while waiting:
        file = waiting.pop()
        found.add(file)
        for name in needed(file):
            for place in places:
                if (place / name).exists():
                    waiting |= {place / name} - found
                    break
    return sorted(found)


def needed(file: Path) -> list[str]:
    """Return the libraries that an ELF file names (DT_NEEDED)."""
    import subprocess

    done = subprocess.run(
        ["readelf", "--dynamic", "--wide", str(file)], capture_output=True, text=True, check=True
    )
    return re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", done.stdout)
