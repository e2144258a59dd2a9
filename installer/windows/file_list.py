"""Writes what the setup program installs and what its uninstaller deletes: every file by name.

NSIS could take a whole folder, but in an order of its own that changes from build to build.

Usage: file_list.py STAGE INSTALLED DELETED
"""

import sys
from pathlib import Path


def installed(stage: Path) -> list[str]:
    """Return NSIS instructions, folder by folder."""
    folders = sorted([stage, *(path for path in stage.rglob("*") if path.is_dir())])
    found = []
    for folder in folders:
        found.append(f'SetOutPath "{_target(folder, stage)}"')
        files = sorted(path for path in folder.iterdir() if path.is_file())
        found += [f'File "{str(path.absolute()).replace("$", "$$")}"' for path in files]
    return found


def deleted(stage: Path) -> list[str]:
    """Return NSIS instructions; a folder comes after everything in it."""
    # Folders are longer paths first, so that inner ones go before outer ones.
    files = sorted(path for path in stage.rglob("*") if path.is_file())
    folders = sorted((path for path in stage.rglob("*") if path.is_dir()), reverse=True)
    return [
        *(f'Delete "{_target(path, stage)}"' for path in files),
        *(f'RMDir "{_target(path, stage)}"' for path in folders),
    ]


def _target(path: Path, stage: Path) -> str:
    parts = (part.replace("$", "$$") for part in path.relative_to(stage).parts)
    return "\\".join(("$INSTDIR", *parts))


def main(words: list[str]) -> int:
    """Write the instructions."""
    stage, install, delete = (Path(word) for word in words)
    for output, lines in ((install, installed(stage)), (delete, deleted(stage))):
        output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
