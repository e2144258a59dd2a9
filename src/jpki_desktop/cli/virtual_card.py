"""`jpki virtual-card`: a demonstration card on a virtual reader, for developers and tests.

Arguments and the one printed line live here; the card itself is reached through the environment.
"""

import argparse
import signal
import threading
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from jpki_desktop.environment import PERSONAS, QUIRKS
from jpki_desktop.wording.language import translate

if TYPE_CHECKING:
    from jpki_desktop.environment import VirtualCardOptions


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add = parser.add_argument
    persona_help = translate("virtual_card", "which card to insert")
    add("--persona", choices=sorted(PERSONAS), default="mynumber", help=persona_help)
    quirk_help = translate("virtual_card", "let the card deviate (may be repeated)")
    add("--quirk", choices=QUIRKS, action="append", default=[], help=quirk_help)
    add("--host", default="127.0.0.1", help=translate("virtual_card", "host of the virtual reader"))
    port_help = translate("virtual_card", "port of the virtual reader")
    add("--port", type=int, default=35963, help=port_help)
    state = parser.add_mutually_exclusive_group()
    state_help = translate("virtual_card", "directory that keeps keys, counters and passwords")
    state.add_argument("--state", type=Path, metavar="DIR", help=state_help)
    memory_help = translate("virtual_card", "keep nothing (the default)")
    state.add_argument("--memory", action="store_true", help=memory_help)
    trace_help = translate("virtual_card", "write the commands into a file, without passwords")
    add("--trace", type=Path, metavar="FILE", help=trace_help)
    control_help = translate(
        "virtual_card", "take orders from standard input; the card waits for the order insert"
    )
    add("--control", action="store_true", help=control_help)


def run(arguments: argparse.Namespace) -> int:
    """Keep the card inserted until a signal or the order to quit."""
    from jpki_desktop.environment import VirtualCardOptions, run_virtual_card

    stop = threading.Event()
    _stop_on_signals(stop)
    options = VirtualCardOptions(
        persona=arguments.persona,
        quirks=tuple(arguments.quirk),
        host=arguments.host,
        port=arguments.port,
        state_dir=arguments.state,
        trace=arguments.trace,
        control=arguments.control,
    )
    # Under control, standard output carries nothing but the answers to the orders.
    run_virtual_card(options, stop, None if options.control else lambda: _announce(options))
    return 0


def _announce(options: "VirtualCardOptions") -> None:
    sentence = translate("virtual_card", "Virtual card {persona} inserted at {host}:{port}")
    place = {"persona": options.persona, "host": options.host, "port": options.port}
    print(sentence.format(**place), flush=True)


def _stop_on_signals(stop: threading.Event) -> None:
    def handle(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, handle)
    signal.signal(signal.SIGTERM, handle)
