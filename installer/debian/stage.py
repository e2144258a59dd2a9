"""Lays out what the Debian package installs: the program, pruned libraries, start scripts, data.

`stage.py WHEELS ROOT`: WHEELS is a folder that pip installed into, ROOT the tree that is made. The
library folder has no file that is not used; what is used is computed in `qt_parts`.
"""

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
from email.utils import parsedate_to_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from installer import completions, icons, man_pages, qt_parts
from jpki_desktop import __version__

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
PREFIX = Path("usr/lib/jpki-desktop")
STARTS = {"jpki": "jpki_desktop.cli.main", "jpki-desktop": "jpki_desktop.gui.app"}

# -B: byte code comes from the package, not from the first administrator who starts it. -I: no
# variable and no folder of the user has a say. -S: no .pth file of the machine is run, and nothing
# in /usr/local hides what the distribution has, which comes last.
START = """#!/usr/bin/python3 -BIS
import gc
import sys

# Loading modules makes many objects and next to no garbage.
gc.disable()
sys.path += [
    "/usr/lib/jpki-desktop/app",
    "/usr/lib/jpki-desktop/lib",
    "/usr/lib/python3/dist-packages",
]

from {module} import run

gc.enable()
run()
"""

PURE = ("asn1crypto", "platformdirs", "tomlkit")
# Of no use at run time; the parts of cryptography in C are one file.
UNUSED = shutil.ignore_patterns("__pycache__", "*.pyi", "py.typed", "*.pyx", "*.c", "*.h")


def main() -> None:
    """Make the tree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("root", type=Path)
    arguments = parser.parse_args()
    wheels, root = arguments.wheels.resolve(), arguments.root.resolve()
    shutil.rmtree(root, ignore_errors=True)
    library = root / PREFIX / "lib"
    stage_program(root)
    stage_pyside(wheels, library)
    for name in (*PURE, "cryptography"):
        shutil.copytree(wheels / name, library / name, ignore=UNUSED)
    stage_metadata(wheels, library)
    stage_starts(root)
    stage_desktop(root)
    stage_documents(wheels, root)
    unpack_shiboken_files(library)


def stage_program(root: Path) -> None:
    """Copy the package, and beside it how it was installed."""
    app = root / PREFIX / "app"
    shutil.copytree(
        PROJECT / "src/jpki_desktop",
        app / "jpki_desktop",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    if not (app / "jpki_desktop/resources/translations/ja.qm").exists():
        sys.exit("stage.py: the translations are not compiled")
    (app / "installed-by").write_text("deb\n", encoding="ascii")


def stage_pyside(wheels: Path, library: Path) -> None:
    """Copy the Qt modules and plugins that are used, and the libraries that these need."""
    pyside, shiboken = wheels / "PySide6", wheels / "shiboken6"
    qt = pyside / "Qt"
    start = [pyside / f"{name}.abi3.so" for name in qt_parts.used_modules(qt_parts.SOURCE, pyside)]
    start += [qt / "plugins" / name for name in qt_parts.LINUX_PLUGINS]
    start += [shiboken / "Shiboken.abi3.so"]
    files = qt_parts.closure(start, (pyside, shiboken, qt / "lib"))
    files += [qt / "translations" / name for name in qt_parts.TRANSLATIONS]
    files += [*pyside.glob("*.py"), *shiboken.glob("*.py")]
    # The helpers of PySide6 in Python, which its modules import when they are loaded.
    files += (pyside / "support").glob("*.py")
    for file in files:
        target = library / file.relative_to(wheels)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def stage_metadata(wheels: Path, library: Path) -> None:
    """Keep what tells the version of a library; pip's own records are of no use here."""
    for source in sorted(wheels.glob("*.dist-info")):
        target = library / source.name
        target.mkdir()
        shutil.copyfile(source / "METADATA", target / "METADATA")


def stage_starts(root: Path) -> None:
    """Write the two programs that the user starts."""
    folder = root / "usr/bin"
    folder.mkdir(parents=True)
    for name, module in STARTS.items():
        start = folder / name
        start.write_text(START.format(module=module), encoding="utf-8")
        start.chmod(0o755)


def stage_desktop(root: Path) -> None:
    """Menu entry, icons, file types and the entry for software centres."""
    share, data = root / "usr/share", PROJECT / "resources/desktop"
    _copy(data / "jpki-desktop.desktop", share / "applications")
    _copy(data / "jpki-desktop.mime.xml", share / "mime/packages", "jpki-desktop.xml")
    icons.write_icons(PROJECT / "resources/icons/jpki-desktop.svg", share / "icons/hicolor")
    text = (data / "jpki-desktop.metainfo.xml").read_text(encoding="utf-8")
    pictures = os.environ.get("SCREENSHOTS_URL", "")
    if pictures:
        text = text.replace("@SCREENSHOTS@", pictures.rstrip("/"))
    else:
        # Software centres load pictures from the web only; without an address there are none.
        text = re.sub(r" *<screenshots>.*</screenshots>\n", "", text, flags=re.DOTALL)
    text = text.replace("@VERSION@", __version__).replace("@DATE@", changelog_date())
    metainfo = share / "metainfo/jpki-desktop.metainfo.xml"
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text(text, encoding="utf-8")


def changelog_date() -> str:
    """Return the day of the newest entry of the package's changelog."""
    lines = (HERE / "changelog").read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if line.startswith(" -- "))
    return parsedate_to_datetime(line.split(">  ", 1)[1]).date().isoformat()


def stage_documents(wheels: Path, root: Path) -> None:
    """Man pages, completions, the project's own changes and the licences of others."""
    share = root / "usr/share"
    man_pages.write_pages(share / "man")
    completions.write_completions(share)
    documents = share / "doc/jpki-desktop"
    documents.mkdir(parents=True)
    changes = (PROJECT / "CHANGELOG.md").read_bytes()
    (documents / "CHANGELOG.md.gz").write_bytes(gzip.compress(changes, 9, mtime=0))
    _copy(PROJECT / "docs/third-party-licences.md", documents)
    for wheel in sorted(wheels.glob("*.dist-info")):
        # Older wheels have their texts beside the metadata.
        for text in (*wheel.glob("licenses/*"), *wheel.glob("LICENSE*")):
            _copy(text, documents / "licences" / wheel.name.split("-")[0])


def unpack_shiboken_files(library: Path) -> None:
    """Let Shiboken write its Python files, which it otherwise compiles anew at every start."""
    program = f"import sys; sys.path.append({str(library)!r}); import PySide6.QtCore"
    subprocess.run(
        [sys.executable, "-S", "-B", "-c", program],
        env={"PATH": os.environ["PATH"], "SBK_EMBED": "0"},
        check=True,
    )
    if not (library / "shiboken6/files.dir/shibokensupport").is_dir():
        sys.exit("stage.py: Shiboken has not written its files")
    for cache in library.rglob("__pycache__"):
        shutil.rmtree(cache)


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))


if __name__ == "__main__":
    main()
