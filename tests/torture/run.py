"""The fault matrix: `python tests/torture/run.py [--quick] [--only TEXT]`; see docs/reliability.md.

Prints one row an operation. Ends with 1 when a promise was not kept: fewer faults than stated, a
try lost, a crash, a key left open, or something that did not recover without a restart. The whole
run writes its figures into docs/reliability.md.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from jpki_desktop.card.worker import CardWorker
from jpki_desktop.emulator import make_card
from support.in_process_cards import key_store
from support.private_pcscd import PrivatePcscd, missing_programs
from torture import ended, in_process, window
from torture.judge import Judge
from torture.ledger import Row, table
from torture.many_readers import READERS, ManyReaders
from torture.operations import OPERATIONS, Operation
from torture.over_pcscd import OverPcscd
from torture.report import write_report
from torture.stack import Stack

REPORT = Path(__file__).parents[2] / "docs" / "reliability.md"


@dataclass(frozen=True)
class Size:
    """How much is done: `over_pcscd` is the stated minimum for each operation."""

    over_pcscd: int
    places: int  # commands at which each mishap strikes
    cuts: int  # bytes at which the wire breaks
    ends: int  # moments of SIGTERM
    rounds: int  # for the window
    window: int  # its stated minimum
    slow: bool = False  # with what has to wait for the watchdog of the window


WHOLE = Size(over_pcscd=100, places=4, cuts=32, ends=8, rounds=3, window=35, slow=True)
QUICK = Size(over_pcscd=25, places=1, cuts=4, ends=3, rounds=1, window=15)


@dataclass
class Run:
    """One run of the matrix with what it needs and what it found."""

    size: Size
    folder: Path
    keys: Path
    stack: Stack
    rows: list[Row] = field(default_factory=list)

    def row(self, name: str, minimum: int, over_pcscd: int) -> Row:
        """Begin a row."""
        self.rows.append(Row(name, minimum, over_pcscd))
        return self.rows[-1]

    def operation(self, operation: Operation, watching: Row) -> None:
        """Torture one operation in process, over the service, and by ending its process."""
        size = self.size
        least = operation.minimum + size.over_pcscd
        row = self.row(operation.name, least, size.over_pcscd)
        in_process.torture(operation, row, key_store(self.keys))
        over = OverPcscd(operation, row, watching, self.stack)
        try:
            over.torture(places=size.places)
            over.cut_wire(cuts=size.cuts)
        finally:
            over.close()
        ended.torture(operation, row, self.stack, self.folder, places=size.ends)

    def window(self) -> None:
        """Torture the window; a judge looks after the card when it has been ended."""
        row = self.row("the window, untouched", self.size.window, self.size.window)
        verify = next(it for it in OPERATIONS if it.name == "verify a password")
        worker = CardWorker()
        judge = Judge(verify, row, worker, self.stack.cards, self.stack)
        try:
            names = [*window.MISHAPS] * self.size.rounds
            if self.size.slow:
                names += window.SLOW_MISHAPS
            window.torture(row, self.stack, self.folder, judge, mishaps=names)
        finally:
            worker.close()

    def ten_readers(self) -> None:
        """Torture ten readers at once."""
        row = self.row(f"{READERS} readers at once", 5, 5)
        readers = ManyReaders(row, self.stack, self.keys, self.folder)
        try:
            readers.torture()
        finally:
            readers.close()


def main() -> int:
    """Run everything, print, write, and say whether it held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer places for each fault")
    parser.add_argument("--only", default="", help="rows with this text in their name")
    arguments = parser.parse_args()
    missing = [*missing_programs(), *(it for it in ("cc", "Xvfb") if shutil.which(it) is None)]
    if missing:
        print(f"make setup installs what is missing here: {', '.join(missing)}", file=sys.stderr)
        return 2
    begun = time.monotonic()
    with _prepared(QUICK if arguments.quick else WHOLE) as run:
        _carry_out(run, arguments.only)
    figures = table(run.rows)
    print(f"\n{figures}\n{time.monotonic() - begun:.0f} s")
    for row in run.rows:
        if row.short:
            print(f"{row.name}: fewer faults than stated")
        for complaint in row.complaints:
            print(f"{row.name}: {complaint}")
    held = all(row.held for row in run.rows)
    if held and not (arguments.quick or arguments.only):
        write_report(REPORT, figures)
    return 0 if held else 1


def _carry_out(run: Run, only: str) -> None:
    over_pcscd = run.size.over_pcscd * len(OPERATIONS)
    watching = Row("watch the readers meanwhile", over_pcscd - 50, over_pcscd - 50)
    for operation in OPERATIONS:
        if only in operation.name:
            _said(operation.name)
            run.operation(operation, watching)
    if not only:
        run.rows.append(watching)
    if only in "the window":
        _said("the window")
        run.window()
    if only in "ten readers":
        _said("ten readers")
        run.ten_readers()


def _said(name: str) -> None:
    print(f"torturing: {name}", flush=True)


@contextmanager
def _prepared(size: Size) -> Iterator[Run]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jd-torture-")))
        keys = folder / "keys"
        make_card(state_dir=keys)
        shutil.rmtree(keys / "cards")
        service = PrivatePcscd(pairs=READERS // 2, unpluggable=True)
        stack.callback(service.close)
        # libpcsclite reads the path once, so it is set before any call.
        os.environ["PCSCLITE_CSOCK_NAME"] = str(service.socket_path)
        service.start()
        real = Stack(service, keys, folder)
        stack.callback(real.close)
        yield Run(size, folder, keys, real)


if __name__ == "__main__":
    sys.exit(main())
