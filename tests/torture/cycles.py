"""A card is laid down, read and taken off, again and again: nothing may grow.

What is measured is the whole process: memory that is in use by Python's objects and by its
allocator, threads, and open files.
"""

import ctypes
import gc
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_LIBC = ctypes.CDLL(None)


@dataclass(frozen=True)
class Weight:
    """What the process holds at one moment."""

    resident: int  # bytes
    objects: int
    threads: int
    files: int


@dataclass(frozen=True)
class Growth:
    """What came on top between two moments."""

    cycles: int
    resident: int
    objects: int
    threads: int
    files: int

    def __str__(self) -> str:
        return (
            f"{self.cycles} cycles: {self.resident / 1024:+.0f} KB, {self.objects:+} objects, "
            f"{self.threads:+} threads, {self.files:+} files"
        )


def weigh() -> Weight:
    """Weigh this process."""
    gc.collect()
    # What came before has left free memory, which would take up a leak unseen.
    _LIBC.malloc_trim(0)
    resident = int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE
    files = len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - one descriptor, closed at once
    return Weight(resident, len(gc.get_objects()), threading.active_count(), files)


def measure(cycle: Callable[[int], None], cycles: int, warm_up: int) -> Growth:
    """Run `cycle` with its number, and return what has grown after the warm-up."""
    for number in range(warm_up):
        cycle(number)
    before = weigh()
    for number in range(warm_up, warm_up + cycles):
        cycle(number)
    after = weigh()
    return Growth(
        cycles,
        after.resident - before.resident,
        after.objects - before.objects,
        after.threads - before.threads,
        after.files - before.files,
    )


# Allocators keep what they once had; a leak of one small object in 10,000 cycles is above both.
MOST_BYTES = 4 * 1024 * 1024
MOST_OBJECTS = 300


def stays(growth: Growth) -> bool:
    """Whether nothing has grown."""
    return (
        growth.threads <= 0
        and growth.files <= 0
        and growth.objects <= MOST_OBJECTS
        and growth.resident <= MOST_BYTES
    )
