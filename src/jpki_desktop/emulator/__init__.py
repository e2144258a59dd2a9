"""A virtual My Number card and its test authority: an independent witness of the protocol.

Nothing here may come from `jpki_desktop.card` or `jpki_desktop.certificate`, and only
`jpki_desktop.environment` may use this package; both rules are checked.
"""

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from jpki_desktop.emulator.persona import DEFAULT_PERSONA, PERSONAS, Persona
from jpki_desktop.emulator.quirks import QUIRKS, Quirk

if TYPE_CHECKING:
    from jpki_desktop.emulator.faults import CommandClass, Fault, FaultKind
    from jpki_desktop.emulator.options import VirtualCardOptions, run_virtual_card
    from jpki_desktop.emulator.passwords import PasswordKind
    from jpki_desktop.emulator.responder import Responder
    from jpki_desktop.emulator.revocation_desk import RevocationDesk
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
    "Responder",
    "RevocationDesk",
    "VirtualCard",
    "VirtualCardOptions",
    "make_card",
    "make_desk",
    "make_responder",
    "run_virtual_card",
]


# Where the rest lives: it takes 50 ms to load, which nobody with a real card should wait for.
_PLACES = {
    "faults": ("CommandClass", "Fault", "FaultKind"),
    "options": ("VirtualCardOptions", "run_virtual_card"),
    "passwords": ("PasswordKind",),
    "responder": ("Responder",),
    "revocation_desk": ("RevocationDesk",),
    "virtual_card": ("GONE", "MUTE", "UNPOWERED", "Exchange", "VirtualCard"),
}
_MODULES = {name: module for module, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load a part when it is used for the first time (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def make_card(
    persona: str = DEFAULT_PERSONA,
    quirks: frozenset[Quirk] = frozenset(),
    state_dir: Path | None = None,
    now: datetime | None = None,
    *,
    fresh: bool = False,
) -> "VirtualCard":
    """Make a card for use in process; without a directory it forgets everything.

    `fresh` begins with full counters and the usual passwords, whatever happened before.
    """
    from jpki_desktop.emulator.issuing import make_body
    from jpki_desktop.emulator.store import open_store
    from jpki_desktop.emulator.virtual_card import VirtualCard

    store = open_store(state_dir, fresh=fresh)
    return VirtualCard(make_body(PERSONAS[persona], store, now), quirks)


def make_responder(state_dir: Path | None = None) -> "Responder":
    """Make the test authority's responder for the cards that are made with the same directory."""
    from jpki_desktop.emulator.responder import Responder
    from jpki_desktop.emulator.store import open_store

    return Responder(open_store(state_dir, fresh=True))


def make_desk(responder: "Responder", state_dir: Path | None = None) -> "RevocationDesk":
    """Make the desk that takes revocation requests and tells this responder of them."""
    from jpki_desktop.emulator.revocation_desk import RevocationDesk
    from jpki_desktop.emulator.store import open_store

    return RevocationDesk(open_store(state_dir, fresh=True), responder)
