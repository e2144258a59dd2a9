"""A virtual My Number card and its test authority: an independent witness of the protocol.

Nothing here may come from `jpki_desktop.card` or `jpki_desktop.certificate`, and only
`jpki_desktop.environment` may use this package; both rules are checked.
"""

from datetime import datetime
from pathlib import Path

from jpki_desktop.emulator.faults import CommandClass, Fault, FaultKind
from jpki_desktop.emulator.issuing import make_body
from jpki_desktop.emulator.options import VirtualCardOptions, run_virtual_card
from jpki_desktop.emulator.passwords import PasswordKind
from jpki_desktop.emulator.persona import DEFAULT_PERSONA, PERSONAS, Persona
from jpki_desktop.emulator.quirks import QUIRKS, Quirk
from jpki_desktop.emulator.store import open_store
from jpki_desktop.emulator.virtual_card import GONE, MUTE, UNPOWERED, Exchange, VirtualCard

__all__ = [
    "DEFAULT_PERSONA",
    "GONE",
    "MUTE",
    "PERSONAS",
    "QUIRKS",
    "UNPOWERED",
    "CommandClass",
    "Exchange",
    "Fault",
    "FaultKind",
    "PasswordKind",
    "Persona",
    "Quirk",
    "VirtualCard",
    "VirtualCardOptions",
    "make_card",
    "run_virtual_card",
]


def make_card(
    persona: str = DEFAULT_PERSONA,
    quirks: frozenset[Quirk] = frozenset(),
    state_dir: Path | None = None,
    now: datetime | None = None,
    *,
    fresh: bool = False,
) -> VirtualCard:
    """Make a card for use in process; without a directory it forgets everything.

    `fresh` begins with full counters and the usual passwords, whatever happened before.
    """
    store = open_store(state_dir, fresh=fresh)
    return VirtualCard(make_body(PERSONAS[persona], store, now), quirks)
