"""What `jpki virtual-card` can be told, and the program behind it.

The parts are put together here; the words on the terminal belong to `cli.virtual_card`.
"""

import contextlib
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jpki_desktop.emulator.control import Control
from jpki_desktop.emulator.issuing import make_body
from jpki_desktop.emulator.persona import DEFAULT_PERSONA, PERSONAS
from jpki_desktop.emulator.quirks import Quirk, parse_quirk, with_quirk
from jpki_desktop.emulator.store import MemoryStore, open_store
from jpki_desktop.emulator.trace import Trace
from jpki_desktop.emulator.virtual_card import VirtualCard
from jpki_desktop.emulator.vpcd import DEFAULT_PORT, Slot
from jpki_desktop.errors import VirtualCardError


@dataclass(frozen=True, slots=True)
class VirtualCardOptions:
    """One run of the virtual card; without a state directory it forgets everything."""

    persona: str = DEFAULT_PERSONA
    quirks: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    state_dir: Path | None = None
    trace: Path | None = None
    control: bool = False  # orders come from standard input; the card waits for `insert`


def run_virtual_card(
    options: VirtualCardOptions,
    stop: threading.Event,
    inserted: Callable[[], None] | None = None,
) -> None:
    """Keep the card on its reader until `stop`; VirtualCardError when that is impossible."""
    store = open_store(options.state_dir)
    with contextlib.ExitStack() as stack:
        trace = Trace(options.trace) if options.trace is not None else None
        if trace is not None:
            stack.callback(trace.close)
        card = _card(options.persona, _quirks(options.quirks), store, trace)
        slot = Slot(card, options.host, options.port)
        if options.control:
            card.present = False
            _listen(slot, store, trace, stop)
        slot.serve(stop, inserted)


def _listen(slot: Slot, store: MemoryStore, trace: Trace | None, stop: threading.Event) -> None:
    def make_card(name: str) -> VirtualCard:
        return _card(name, slot.card.quirks, store, trace)

    obey = partial(Control(slot, make_card, stop).run, sys.stdin, sys.stdout)
    # A daemon, because nothing can interrupt a read from standard input.
    threading.Thread(target=obey, name="virtual-card-control", daemon=True).start()


def _card(
    name: str, quirks: frozenset[Quirk], store: MemoryStore, trace: Trace | None
) -> VirtualCard:
    persona = PERSONAS.get(name)
    if persona is None:
        raise VirtualCardError(f"no persona {name}")
    return VirtualCard(make_body(persona, store), quirks, trace)


def _quirks(names: tuple[str, ...]) -> frozenset[Quirk]:
    quirks: frozenset[Quirk] = frozenset()
    for name in names:
        try:
            quirks = with_quirk(quirks, parse_quirk(name), on=True)
        except ValueError as error:
            raise VirtualCardError(f"no quirk {name}") from error
    return quirks
