"""After a password was changed in the window, at most so many copies of it are left in memory.

The window runs in a process of its own without `protect_process`, which would keep this test out
too. docs/threat-model.md explains the number; a planted copy shows that the search finds one.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import jpki_desktop
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.operations.change_password import ChangeResult
from support.card_recipes import RIGHT, Bench
from support.memory_search import copies_in_memory
from support.password_changes import Change
from support.pcsc_bench import SharedReader
from support.waiting import until

pytestmark = [
    pytest.mark.pcsc,
    pytest.mark.skipif(sys.platform != "linux", reason="needs /proc"),
]

SIGN = PasswordKind.SIGN
# Sixteen characters that occur nowhere else.
OLD, NEW = "Q7XK2M9VLW4ZB8TR", "H3JD6N5PYC1GF0SU"
# Copies of each password, in any encoding, that may be left: see docs/threat-model.md.
MOST_COPIES = 2

_SUPPORT = Path(__file__).parents[1]
_PROGRAM = _SUPPORT / "support" / "password_window_process.py"
_PLANTED = """
import os, sys
kept = os.read(0, 16)
wide = bytearray(kept.decode().encode("utf-16-le"))
print("resting", flush=True)
os.read(0, 1)
"""


@pytest.fixture
def card_with_old_password(pcsc_bench: Bench, shared_reader: SharedReader) -> Iterator[Bench]:
    assert Change(pcsc_bench, SIGN, new=OLD).run() is ChangeResult.CHANGED
    yield pcsc_bench
    assert Change(pcsc_bench, SIGN, old=NEW, new=RIGHT[SIGN]).run() is ChangeResult.CHANGED


def started(*words: str) -> "subprocess.Popen[bytes]":
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": f"{Path(jpki_desktop.__file__).parents[1]}:{_SUPPORT}",
        "LANG": "en_GB.UTF-8",
    }
    return subprocess.Popen(
        [sys.executable, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        env=environment,
    )


def wait_for_line(process: "subprocess.Popen[bytes]", wanted: str) -> None:
    assert process.stdout is not None
    while line := process.stdout.readline().decode():
        if wanted in line:
            return
    pytest.fail(f"the process ended before {wanted!r}")


def end(process: "subprocess.Popen[bytes]") -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    try:
        process.wait(10)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_planted_copies_are_found() -> None:
    process = started("-c", _PLANTED)
    try:
        assert process.stdin is not None
        process.stdin.write(NEW.encode())
        wait_for_line(process, "resting")
        found = copies_in_memory(process.pid, NEW)
        assert found["ascii"] >= 1
        assert found["utf-16-le"] >= 1
        assert not any(copies_in_memory(process.pid, OLD).values())
    finally:
        end(process)


def test_few_copies_are_left_after_a_change(card_with_old_password: Bench) -> None:
    process = started(str(_PROGRAM))
    try:
        assert process.stdin is not None
        process.stdin.write(f"{OLD}\n{NEW}\n{NEW}".encode())
        until(lambda: sum(copies_in_memory(process.pid, NEW).values()) >= 2)
        process.stdin.write(b"\n")
        wait_for_line(process, "was changed")
        wait_for_line(process, "resting")
        left = {name: copies_in_memory(process.pid, text) for name, text in KNOWN.items()}
    finally:
        end(process)
    print(left)
    for found in left.values():
        assert sum(found.values()) <= MOST_COPIES, left


KNOWN = {"old": OLD, "new": NEW}
