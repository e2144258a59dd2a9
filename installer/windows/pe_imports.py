"""What the Windows programs in a folder load: each needed library is in it, or is Windows' own.

A wrong cut in the packaged files is found by this without Windows. Usage: pe_imports.py FOLDER
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pefile

SUFFIXES = {".exe", ".dll", ".pyd"}

# Libraries of Windows 10 1809 and newer that the packaged programs load.
# fmt: off
WINDOWS = frozenset({
    "advapi32", "authz", "bcrypt", "bcryptprimitives", "comdlg32", "crypt32", "d3d11",
    "d3d12", "d3d9", "dnsapi", "dwmapi", "dwrite", "dxgi", "gdi32", "icuuc", "imm32",
    "iphlpapi", "kernel32", "mpr", "msvcrt", "netapi32", "ntdll", "ole32", "oleaut32",
    "propsys", "rpcrt4", "secur32", "setupapi", "shell32", "shlwapi", "uiautomationcore",
    "user32", "userenv", "uxtheme", "version", "winhttp", "winmm", "winspool.drv", "ws2_32",
    "wtsapi32",
})
# fmt: on
# The C runtime and the API sets are part of Windows 10.
_API_SETS = ("api-ms-win-", "ext-ms-win-", "ucrtbase")
_X86_64 = 0x8664
_IMPORTS = (1, 13)  # IMAGE_DIRECTORY_ENTRY_IMPORT and _DELAY_IMPORT


def imports(path: Path) -> set[str]:
    """Return the names of the libraries that a program loads, in lower case.

    Raises:
        ValueError: it is no program for 64-bit Windows.
    """
    try:
        with pefile.PE(str(path), fast_load=True) as program:
            if program.FILE_HEADER.Machine != _X86_64:
                raise ValueError(f"{path.name}: not for x86-64")
            program.parse_data_directories(_IMPORTS)
            found = [
                *getattr(program, "DIRECTORY_ENTRY_IMPORT", ()),
                *getattr(program, "DIRECTORY_ENTRY_DELAY_IMPORT", ()),
            ]
            return {entry.dll.decode("ascii").lower() for entry in found}
    except pefile.PEFormatError as problem:
        raise ValueError(f"{path.name}: {problem}") from None


def is_windows_own(library: str) -> bool:
    """Tell whether every supported Windows has this library."""
    return library.startswith(_API_SETS) or library.removesuffix(".dll") in WINDOWS


def programs(folder: Path) -> Iterator[Path]:
    """Every program and library below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path.is_file():
            yield path


def missing(folder: Path) -> list[str]:
    """Return what is loaded by something in the folder and found nowhere.

    Libraries are looked for where the loader does: beside the program, in the runtime, in the
    folder that PySide6 adds to the search, and for Qt's plugins beside Qt.
    """
    lib = folder / "lib"
    everywhere = _names(folder / "runtime") | _names(lib / "shiboken6")
    offences = []
    for program in programs(folder):
        there = everywhere | _names(program.parent)
        if lib / "PySide6" / "plugins" in program.parents:
            there |= _names(lib / "PySide6")
        offences += [
            f"{program.relative_to(folder)}: {library}"
            for library in sorted(imports(program))
            if library not in there and not is_windows_own(library)
        ]
    return offences


def _names(folder: Path) -> set[str]:
    return {path.name.lower() for path in folder.iterdir()} if folder.is_dir() else set()


def main(words: list[str]) -> int:
    """Print what is missing; 1 when something is."""
    folder = Path(words[0])
    offences = missing(folder)
    for offence in offences:
        print(f"missing: {offence}", file=sys.stderr)
    print(f"{sum(1 for _ in programs(folder))} programs and libraries, {len(offences)} missing")
    return 1 if offences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
