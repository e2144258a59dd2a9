"""Lays out the installed folder: runtime, the used part of the wheels, the program.

Nothing comes in that is not named here or needed by something that is: which modules of Qt are used
is read from the imports of the source, and which libraries they need from the libraries themselves.

Usage: stage.py RUNTIME WHEELS OUTPUT   (RUNTIME is the unpacked embeddable CPython)
"""

import ast
import re
import shutil
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from pe_imports import imports, is_windows_own

SOURCE = Path(__file__).parents[2] / "src" / "jpki_desktop"

# What Qt loads at run time without importing it: windows and Windows' look, SVG, the spare screen
# of the tests.
PLUGINS = (
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",
    "styles/qmodernwindowsstyle.dll",
    "imageformats/qsvg.dll",
    "imageformats/qico.dll",
    "iconengines/qsvgicon.dll",
)
TRANSLATIONS = ("qtbase_ja.qm",)
_PYSIDE = ("__init__.py", "_config.py", "_git_pyside_version.py", "support/*.py", "py.typed")
# Of the runtime: no sound, no database, no making of MSI packages, no window without a console.
_UNUSED_RUNTIME = {
    "_msi.pyd",
    "_sqlite3.pyd",
    "sqlite3.dll",
    "winsound.pyd",
    "pythonw.exe",
    "python.cat",
}
# Of the wheels: what is for compilers and for tests, and programs of their own.
_UNUSED = (
    "bin/*",
    "*.pyi",
    "*.h",
    "*.lib",
    "*.c",
    "*/include/*",
    "*/tests/*",
    "shiboken6/lib/*",
    "cffi/*",
    "cffi-*/*",
    "pycparser/*",
    "pycparser-*/*",
    "*.dist-info/RECORD",
    "*.dist-info/REQUESTED",
    "*.dist-info/INSTALLER",
    "*.dist-info/entry_points.txt",
    "smartcard/wx/*",
)


def main(words: list[str]) -> int:
    """Build the folder anew."""
    runtime, wheels, output = (Path(word) for word in words)
    shutil.rmtree(output, ignore_errors=True)
    stage_runtime(runtime, output / "runtime")
    stage_wheels(wheels, output / "lib")
    stage_qt(wheels, output / "lib", used_modules(SOURCE))
    stage_program(output / "app")
    return 0


def stage_runtime(runtime: Path, output: Path) -> None:
    """Copy CPython; the ._pth file decides alone where modules are looked for."""
    output.mkdir(parents=True)
    [library] = (path for path in runtime.glob("python3?*.dll") if path.stem != "python3")
    for path in sorted(runtime.iterdir()):
        if path.name not in _UNUSED_RUNTIME and path.suffix != "._pth":
            shutil.copyfile(path, output / path.name)
    (output / f"{library.stem}._pth").write_text(
        f"{library.stem}.zip\n.\n..\\lib\n..\\app\n", encoding="ascii", newline="\r\n"
    )


def stage_wheels(wheels: Path, output: Path) -> None:
    """Copy the packages, all but PySide6, which is chosen file by file."""
    for path in _files(wheels):
        name = path.relative_to(wheels).as_posix()
        if name.startswith(("PySide6/", "shiboken6/")) and path.suffix == ".dll":
            continue
        if name.startswith("PySide6/") and not any(
            fnmatchcase(name.removeprefix("PySide6/"), wanted) for wanted in _PYSIDE
        ):
            continue
        if not any(fnmatchcase(name, unused) for unused in _UNUSED):
            _copy(path, output / name)


def stage_qt(wheels: Path, output: Path, modules: set[str]) -> None:
    """Copy the used modules and plugins of Qt, and every library that they need."""
    qt = wheels / "PySide6"
    places = (qt, wheels / "shiboken6")
    waiting = [qt / f"{module}.pyd" for module in sorted(modules)]
    waiting += [qt / "plugins" / plugin for plugin in PLUGINS]
    waiting += [wheels / "shiboken6" / "Shiboken.pyd"]
    done: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path in done:
            continue
        done.add(path)
        _copy(path, output / path.relative_to(wheels))
        for library in imports(path):
            # Shiboken is loaded before Qt's folder is searched, so its own libraries lie beside it.
            beside = next(
                (
                    found
                    for place in (path.parent, *places)
                    if (found := _in(place, library)) is not None
                ),
                None,
            )
            # What comes with Python is in the runtime; the check of the whole finds the rest.
            if beside is not None and not is_windows_own(library):
                waiting.append(beside)
    for name in TRANSLATIONS:
        _copy(qt / "translations" / name, output / "PySide6" / "translations" / name)


def stage_program(output: Path) -> None:
    """Copy the program itself, with the compiled translations."""
    if not (SOURCE / "resources" / "translations" / "ja.qm").is_file():
        raise FileNotFoundError("the translations are not compiled: make setup")
    for path in _files(SOURCE):
        if "__pycache__" not in path.parts and path.suffix != ".pyi":
            _copy(path, output / "jpki_desktop" / path.relative_to(SOURCE))


def used_modules(source: Path) -> set[str]:
    """Return the modules of Qt that the source imports, and those that they import."""
    found = set()
    for path in source.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                found.add((node.module or "").split(".")[1])
            elif isinstance(node, ast.ImportFrom) and node.module == "PySide6":
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
                found.update(name.split(".")[1] for name in names if re.match(r"PySide6\.", name))
    return found


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _in(folder: Path, library: str) -> Path | None:
    return next((path for path in folder.glob("*.dll") if path.name.lower() == library), None)


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
