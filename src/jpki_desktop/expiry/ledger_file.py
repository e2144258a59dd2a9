"""The ledger as bytes: JSON with the version of its form. Strict: what is odd makes it broken."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from jpki_desktop.errors import LedgerVersionError
from jpki_desktop.expiry.model import ClockState, LedgerEntry, LedgerKind

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Contents:
    """All that stands in the file."""

    entries: tuple[LedgerEntry, ...] = ()
    clock: ClockState = field(default_factory=ClockState)


def to_bytes(contents: Contents) -> bytes:
    """Return the file's content."""
    document = {
        "version": _VERSION,
        "clock": {
            "latest": _day_text(contents.clock.latest),
            "doubted": _day_text(contents.clock.doubted),
        },
        "certificates": [_entry_document(entry) for entry in contents.entries],
    }
    return (json.dumps(document, indent=2) + "\n").encode()


def to_contents(content: bytes) -> Contents | None:
    """Read the file's content, or return None when it is nothing that this program wrote.

    Raises:
        LedgerVersionError: it has a form of a later version.
    """
    try:
        document = json.loads(content)
        version = _whole(document["version"])
        if version > _VERSION:
            raise LedgerVersionError(version)
        return _contents(document)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None


def _contents(document: dict[str, object]) -> Contents:
    clock, certificates = document["clock"], document["certificates"]
    if not isinstance(clock, dict) or not isinstance(certificates, list):
        raise TypeError
    return Contents(
        tuple(_entry(one) for one in certificates),
        ClockState(_day(clock["latest"]), _day(clock["doubted"])),
    )


def _entry_document(entry: LedgerEntry) -> dict[str, object]:
    return {
        "kind": entry.kind.value,
        "ends_at": _moment_text(entry.ends_at),
        "mark": entry.mark,
        "seen_at": _moment_text(entry.seen_at),
        "told": list(entry.told),
        "last_told_on": _day_text(entry.last_told_on),
        "snoozed_until": _day_text(entry.snoozed_until),
        "silenced": entry.silenced,
        "replaces": entry.replaces,
        "for_tests": entry.for_tests,
    }


def _entry(found: dict[str, object]) -> LedgerEntry:
    told = found["told"]
    if not isinstance(told, list):
        raise TypeError
    return LedgerEntry(
        kind=LedgerKind(_text(found["kind"])),
        ends_at=_moment(found["ends_at"]),
        mark=_text(found["mark"]),
        seen_at=_moment(found["seen_at"]),
        told=tuple(_text(one) for one in told),
        last_told_on=_day(found["last_told_on"]),
        snoozed_until=_day(found["snoozed_until"]),
        silenced=_truth(found["silenced"]),
        replaces=_text(found["replaces"]),
        for_tests=_truth(found["for_tests"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError
    return moment.astimezone(UTC)


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(_text(value))
