"""Where and when a certificate was read: part of every sheet and export."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReadingSource:
    """A reader with its card, or a file; `name` is the reader's or the file's."""

    from_card: bool
    name: str
    read_at: datetime
