"""How much the program asks of a card, beside OpenSC in the same run on the same virtual card.

`python benchmarks/run.py [--json FILE] [--runs N]`; ends with 1 when a limit of `limits` is broken.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from benchmarks import limits
from benchmarks.limits import Measured
from smartcard import scard

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.pcsc import PcscCards
from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.operations.read_card import read_card
from jpki_desktop.operations.show_certificate import read_open_certificate
from support.private_pcscd import PrivatePcscd, missing_programs
from support.virtual_reader import VirtualReader

INSERTIONS = 10
GOAL_SECONDS = 1.0
# PCSCLITE_STATUS_POLL_RATE, compiled into pcscd for readers that give no interrupts.
PCSCD_LOOKS_EVERY = 0.4


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--runs", type=int, default=15, help="runs of each task (15)")
    arguments = parser.parse_args()
    missing = missing_programs()
    if missing:
        print(f"Cannot be measured without {', '.join(missing)}.", file=sys.stderr)
        return 2
    with virtual_reader() as reader:
        measured = measure_all(reader, arguments.runs)
        insertions = insertion_seconds(reader)
    offences = limits.broken(measured)
    report(measured, insertions, arguments.runs, offences)
    if arguments.json is not None:
        figures = {
            "tasks": [asdict(task) for task in measured.values()],
            "insertion_to_summary_seconds": insertions,
            "broken": offences,
        }
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 1 if offences else 0


@contextmanager
def virtual_reader() -> Iterator[VirtualReader]:
    """A private service with the default card in its reader."""
    service = PrivatePcscd()
    # libpcsclite reads the path once, at the first call.
    os.environ["PCSCLITE_CSOCK_NAME"] = str(service.socket_path)
    with tempfile.TemporaryDirectory(prefix="jd-bench-") as folder:
        configuration = Path(folder) / "opensc.conf"
        configuration.write_text("app default { framework pkcs15 { use_file_caching = no; } }\n")
        os.environ["OPENSC_CONF"] = str(configuration)
        service.start()
        reader = VirtualReader(service, Path(folder))
        try:
            reader.insert()
            yield reader
        finally:
            reader.stop()
            service.close()


def measure_all(reader: VirtualReader, runs: int) -> dict[str, Measured]:
    """Return the figures of our two tasks and, where it is installed, of OpenSC."""
    cards = PcscCards()
    auth = CertificateFile.AUTH
    tasks: dict[str, Callable[[], object]] = {
        limits.OURS_CERTIFICATE: lambda: read_open_certificate(
            cards, reader.name, auth, CancelToken()
        ),
        limits.OURS_CARD: lambda: read_card(cards, reader.name, CancelToken()),
    }
    if shutil.which("pkcs15-tool") is not None:
        tasks[limits.OPENSC] = opensc
        tasks[limits.OPENSC_JPKI] = lambda: opensc(OPENSC_DRIVER="jpki")
    return {name: measure(name, task, reader, runs) for name, task in tasks.items()}


def opensc(**variables: str) -> None:
    """Read the user authentication certificate as OpenSC does it."""
    subprocess.run(
        ["pkcs15-tool", "--read-certificate", "1"],
        env=os.environ | variables,
        check=True,
        capture_output=True,
    )


def measure(name: str, task: Callable[[], object], reader: VirtualReader, runs: int) -> Measured:
    """Run a task on a card without power, so that each run is the first one after insertion."""
    walls, spans = [], []
    commands: list[dict[str, object]] = []
    notes: set[str] = set()
    for _ in range(runs):
        cut_power(reader.name)
        before = len(reader.trace())
        start = time.perf_counter()
        task()
        walls.append((time.perf_counter() - start) * 1000)
        commands = reader.trace()[before:]
        moments = [float(str(line["ms"])) for line in commands]
        spans.append(moments[-1] - moments[0])
        notes |= {str(line["note"]) for line in commands if "note" in line}
    return Measured(
        name,
        apdus=len(commands),
        sent=sum(int(str(line["sent"])) for line in commands),
        received=sum(int(str(line["received"])) for line in commands),
        card_ms=round(statistics.median(spans), 2),
        wall_ms=round(statistics.median(walls), 2),
        notes=tuple(sorted(notes)),
    )


def cut_power(reader: str) -> None:
    """Take the card's power, and with it all that it remembers of the last run."""
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    if result == scard.SCARD_S_SUCCESS:
        anything = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
        result, card, _ = scard.SCardConnect(context, reader, scard.SCARD_SHARE_SHARED, anything)
        if result == scard.SCARD_S_SUCCESS:
            result = scard.SCardDisconnect(card, scard.SCARD_UNPOWER_CARD)
        scard.SCardReleaseContext(context)
    if result != scard.SCARD_S_SUCCESS:
        message = f"the power of the card could not be cut: {result & 0xFFFFFFFF:#010x}"
        raise RuntimeError(message)


def insertion_seconds(reader: VirtualReader) -> list[float]:
    """How long it takes from laying the card down until the window knows what is on it."""
    from datetime import UTC, datetime

    from PySide6.QtWidgets import QApplication

    from jpki_desktop.card.worker import CardWorker
    from jpki_desktop.environment import Environment
    from jpki_desktop.gui.background import Background
    from jpki_desktop.gui.card_watcher import CardWatcher
    from jpki_desktop.settings import SettingsStore

    application = QApplication([])
    world = Environment(PcscCards(), lambda: datetime.now(UTC), SettingsStore(None))
    background = Background(CardWorker())
    watcher = CardWatcher(world, background)

    def wait(*, known: bool) -> None:
        deadline = time.monotonic() + 20
        while (watcher.view.current is not None and watcher.view.current.summary is not None) is (
            not known
        ):
            if time.monotonic() > deadline:
                raise TimeoutError
            application.processEvents()
            time.sleep(0.001)

    watcher.start()
    taken = []
    try:
        for turn in range(INSERTIONS):
            reader.remove()
            wait(known=False)
            # pcscd has just looked; each turn falls on another moment before it looks again.
            time.sleep(turn * PCSCD_LOOKS_EVERY / INSERTIONS)
            start = time.perf_counter()
            reader.insert(wait=False)
            wait(known=True)
            taken.append(round(time.perf_counter() - start, 3))
    finally:
        watcher.stop()
        background.close()
    return taken


def report(
    measured: dict[str, Measured], insertions: list[float], runs: int, offences: list[str]
) -> None:
    """Print everything for a person."""
    print(f"User authentication certificate of a card without power, median of {runs} runs.")
    print("Wall time is inside this process for us, and with the start of the program for OpenSC.")
    print()
    print("\n".join(limits.table(measured)))
    if limits.OPENSC not in measured:
        print("OpenSC is not installed, so there is nothing to compare with.")
    print()
    middle, longest = statistics.median(insertions), max(insertions)
    print(
        f"From insertion to the summary in the window ({len(insertions)} times): "
        f"median {middle:.2f} s, longest {longest:.2f} s; goal {GOAL_SECONDS:.0f} s."
    )
    print(
        f"Up to {PCSCD_LOOKS_EVERY} s of it pass until pcscd looks at the virtual reader; "
        "USB readers are faster."
    )
    print()
    print("\n".join(offences) if offences else "All limits hold.")


if __name__ == "__main__":
    sys.exit(main())
