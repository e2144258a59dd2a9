"""Writes what the uninstaller deletes: every installed file by name, then the folders left empty.

Usage: file_list.py STAGE OUTPUT
"""

import sys
from pathlib import Path


def lines(stage: Path) -> list[str]:
    """Return NSIS instructions; a folder comes after everything in it."""
    # Folders are longer paths first, so that inner ones go before outer ones.
    files = sorted(path for path in stage.rglob("*") if path.is_file())
    folders = sorted((path for path in stage.rglob("*") if path.is_dir()), reverse=True)
    return [
        *(f'Delete "{_target(path, stage)}"' for path in files),
        *(f'RMDir "{_target(path, stage)}"' for path in folders),
    ]


def _target(path: Path, stage: Path) -> str:
    name = "\\".join(path.relative_to(stage).parts).replace("$", "$$")
    return f"$INSTDIR\\{name}"


def main(words: list[str]) -> int:
    """Write the instructions."""
    stage, output = (Path(word) for word in words)
    output.write_text("\n".join(lines(stage)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
