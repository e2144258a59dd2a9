"""A virtual card on one of the two private readers, driven from a test.

Each `insert` and `remove` waits until the service has noticed, so that a test never races with
pcscd's look at the reader every 400 ms.
"""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from smartcard import scard

import jpki_desktop
from support.private_pcscd import FIRST_PORT, PrivatePcscd, reader_name

_PROGRAM = Path(__file__).with_name("virtual_card_process.py")
_SOURCE = Path(jpki_desktop.__file__).parents[1]
_ANSWER_SECONDS = 20.0

# pcscd looks at a reader every 400 ms. After a failed power-down it reports "no card" at once, but
# a card that returns before the next look is not seen at all, so cards of different processes
# keep this distance.
_SHORTEST_ABSENCE = 0.6
_left_at: dict[str, float] = {}


class VirtualReader:
    """One reader with the card process that serves it; the card is not inserted at first."""

    def __init__(
        self,
        pcscd: PrivatePcscd,
        directory: Path,
        *,
        slot: int = 0,
        persona: str = "mynumber",
        quirks: Sequence[str] = (),
        port: int = 0,
    ) -> None:
        self.name = reader_name(slot)
        self.state_dir = directory / f"state-{slot}"
        self._trace = directory / f"trace-{slot}.jsonl"
        options = {
            "persona": persona,
            "quirks": list(quirks),
            "port": port or FIRST_PORT + slot,
            "state_dir": str(self.state_dir),
            "trace": str(self._trace),
        }
        self._process = subprocess.Popen(
            pcscd.command(sys.executable, str(_PROGRAM), json.dumps(options)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env=os.environ | {"PYTHONPATH": str(_SOURCE)},
        )

    def insert(self, *, wait: bool = True) -> None:
        """Lay the card onto the reader."""
        absent = time.monotonic() - _left_at.get(self.name, 0.0)
        time.sleep(max(0.0, _SHORTEST_ABSENCE - absent))
        self.order("insert")
        if wait:
            wait_for_card(self.name, present=True)

    def remove(self, *, wait: bool = True) -> None:
        """Take the card away."""
        self.order("remove")
        if wait:
            wait_for_card(self.name, present=False)

    def persona(self, name: str) -> None:
        """Swap the card for another one, which lies where the old one lay."""
        self.order(f"persona {name}")

    def fault(self, words: str) -> None:
        """Arm a fault, such as `gone 3` or `gone-after verify`."""
        self.order(f"fault {words}")

    def quirk(self, name: str, *, on: bool = True) -> None:
        """Switch a quirk."""
        self.order(f"quirk {name} {'on' if on else 'off'}")

    def tries(self, password: str, number: int) -> None:
        """Set the counter of `auth` or `sign`."""
        self.order(f"tries {password} {number}")

    def trace(self) -> list[dict[str, Any]]:
        """Return the commands that the card received so far."""
        if not self._trace.exists():
            return []
        return [json.loads(line) for line in self._trace.read_text().splitlines()]

    def order(self, line: str) -> None:
        """Send one order and wait until it is carried out."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
        answer = json.loads(self._answer())
        assert answer["ok"], answer

    def stop(self) -> None:
        """End the card process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._process.stdout.close()
            _left_at[self.name] = time.monotonic()

    def _answer(self) -> bytes:
        stream = self._process.stdout
        assert stream is not None
        ready, _, _ = select.select([stream], [], [], _ANSWER_SECONDS)
        line = stream.readline() if ready else b""
        assert line, "the virtual card gives no answer"
        return line


def wait_for_card(reader: str, *, present: bool, seconds: float = 5.0) -> None:
    """Wait until the service sees the card, or sees that it has gone."""
    wanted = scard.SCARD_STATE_PRESENT if present else scard.SCARD_STATE_EMPTY
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_SYSTEM)
    assert result == scard.SCARD_S_SUCCESS, hex(result & 0xFFFFFFFF)
    try:
        deadline = time.monotonic() + seconds
        state = scard.SCARD_STATE_UNAWARE
        while not state & wanted:
            left = deadline - time.monotonic()
            assert left > 0, f"{reader}: card present={present} was not seen"
            known = state & ~scard.SCARD_STATE_CHANGED
            result, states = scard.SCardGetStatusChange(
                context, max(1, int(left * 1000)), [(reader, known)]
            )
            if result == scard.SCARD_S_SUCCESS:
                state = states[0][1]
    finally:
        scard.SCardReleaseContext(context)
