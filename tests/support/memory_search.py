"""Counts how often a text stands in the memory of a process of ours that lets itself be read.

Half of it counts as well: an allocator writes over the first bytes of what was given back.
"""

import re
from pathlib import Path

_ENCODINGS = ("ascii", "utf-16-le", "utf-32-le")
_MAP = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")


def copies_in_memory(process: int, secret: str) -> dict[str, int]:
    """Return how many copies of `secret` were found, by encoding, in all writable memory."""
    middle = len(secret) // 2
    areas = _areas(process)
    return {
        encoding: max(
            sum(content.count(half.encode(encoding)) for content in areas)
            for half in (secret[:middle], secret[middle:])
        )
        for encoding in _ENCODINGS
    }


def _areas(process: int) -> "list[bytes]":
    areas = []
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text("ascii", "replace").splitlines():
            place = _MAP.match(line)
            if place is None:
                continue
            start, end = (int(number, 16) for number in place.groups())
            try:
                memory.seek(start)
                areas.append(memory.read(end - start))
            except OSError:
                # Some areas belong to the kernel and cannot be read.
                continue
    return areas
