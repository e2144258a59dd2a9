"""SIGTERM in the middle of every operation of `jpki`: the process ends in time, logged out."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from jpki_desktop.card.worker import CardWorker
from support.waiting import until
from torture.judge import Judge
from torture.ledger import Row
from torture.operations import Operation
from torture.stack import Stack

JPKI = str(Path(sys.executable).with_name("jpki"))
# What the system allows between SIGTERM and SIGKILL is more; nobody likes to wait that long.
LONGEST_END_SECONDS = 5.0
# Done, no card, the result is unknown, given up: each with its sentence, and no other.
_CODES = {0, 3, 6, 8}
# A slow card takes 200 ms a command; half of it later the next one is on its way.
_INTO_A_COMMAND = 0.1


def torture(operation: Operation, row: Row, stack: Stack, folder: Path, *, places: int) -> None:
    """End the command at so many places, spread over its commands to the card."""
    worker = CardWorker()
    judge = Judge(operation, row, worker, stack.cards, stack)
    stack.begin_case()
    expected, error = judge.run(judge.attempt())
    assert error is None, error
    judge.put_back()
    stack.begin_case()
    _run(_start(operation, judge, folder))
    commands = len(stack.trace())
    judge.put_back()
    try:
        for place in range(places):
            _case(judge, stack, folder, 1 + place * commands // places, expected)
    finally:
        worker.close()


def _case(judge: Judge, stack: Stack, folder: Path, number: int, expected: object) -> None:
    operation = judge.operation
    judge.case = f"{operation.name}: SIGTERM after command {number}"
    stack.begin_case()
    stack.card.quirk("slow")
    process = _start(operation, judge, folder)
    until(lambda: len(stack.trace()) >= number or process.poll() is not None, seconds=30)
    time.sleep(_INTO_A_COMMAND)
    since = time.monotonic()
    judge.row.add("SIGTERM", over_pcscd=True)
    process.send_signal(signal.SIGTERM)
    code, said = _run(process)
    took = time.monotonic() - since
    stack.card.quirk("slow", on=False)
    if took > LONGEST_END_SECONDS:
        judge.row.complain(judge.case, f"it took {took:.1f} s to end")
    if code not in _CODES or "Traceback" in said or (code and "JD-" not in said):
        judge.row.crashes += 1
        judge.row.complain(judge.case, f"it ended with {code}: {said[-300:]}")
    judge.judge_result(None, None, None)
    judge.recover(expected, since)


def _start(operation: Operation, judge: Judge, folder: Path) -> "subprocess.Popen[bytes]":
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    process = subprocess.Popen(
        [JPKI, "--lang", "en", "--reader", judge.reader.name, *operation.words(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | homes,
    )
    assert process.stdin is not None
    process.stdin.write(operation.typed(judge.attempt()).encode())
    process.stdin.flush()
    return process


def _run(process: "subprocess.Popen[bytes]") -> tuple[int, str]:
    try:
        said, _ = process.communicate(timeout=LONGEST_END_SECONDS * 3)
    except subprocess.TimeoutExpired:
        process.kill()
        said, _ = process.communicate()
    return process.returncode, said.decode("utf-8", "replace")
