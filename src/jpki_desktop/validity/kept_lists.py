"""Revocation lists of this run: the files and their nextUpdate, nothing of any verdict.

Kept in memory alone; a list is verified again each time that it is used.
"""

import threading
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

_MOST_KEPT = 8


@dataclass(slots=True)
class KeptLists:
    """Lists by their place, each until its nextUpdate; `lock` is held while one is read."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    _kept: dict[str, tuple[BinaryIO, datetime]] = field(default_factory=dict)

    def find(self, place: str, now: datetime) -> BinaryIO | None:
        """Return the list of this place while it is current."""
        found = self._kept.get(place)
        return None if found is None or found[1] <= now else found[0]

    def keep(self, place: str, stream: BinaryIO, ends: datetime) -> None:
        """Keep a list; the oldest one goes when there are too many."""
        self._drop(place)
        if len(self._kept) >= _MOST_KEPT:
            self._drop(next(iter(self._kept)))
        self._kept[place] = (stream, ends)

    def close(self) -> None:
        """Let go of everything."""
        for place in list(self._kept):
            self._drop(place)

    def __del__(self) -> None:
        self.close()

    def _drop(self, place: str) -> None:
        found = self._kept.pop(place, None)
        if found is not None:
            found[0].close()
