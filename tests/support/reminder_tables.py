"""The tables in data/expiry, and entries for the tests of the reminders."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jpki_desktop.expiry.model import LedgerEntry, LedgerKind

FOLDER = Path(__file__).parents[1] / "data" / "expiry"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def entry(ends_at: str, mark: str = "a" * 64, kind: LedgerKind = LedgerKind.AUTH) -> LedgerEntry:
    seen = datetime(2020, 1, 1, tzinfo=UTC)
    return LedgerEntry(kind, datetime.fromisoformat(ends_at).astimezone(UTC), mark, seen)
