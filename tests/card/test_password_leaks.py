"""No password is left in logs, errors, outputs, files or the process table; the search is proven.

The search itself is shown to find a planted password in each form.
"""

import base64
import json
import logging
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import jpki_desktop
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.card.worker import CardWorker
from jpki_desktop.emulator import make_card
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.errors import JpkiError
from jpki_desktop.logbook import APDU_LEVEL
from jpki_desktop.operations.show_certificate import read_protected_certificate
from support.card_recipes import RIGHT, Bench, secret
from support.in_process_cards import InProcessCards, InProcessReader, TappedCards
from support.leak_search import find_leaks
from support.log_watch import LogWatch
from support.pcsc_bench import SharedReader

SIGN = PasswordKind.SIGN
# Sixteen characters that occur nowhere else; a traceback shows the name and not this line.
DISTINCT = "Q7XK2M9VLW4ZB8TR"
PROGRAM = Path(jpki_desktop.__file__).parent


# --- the search finds what is there -------------------------------------------------------------

RAW = DISTINCT.encode()
PLANTED = {
    "UTF-8": RAW,
    "UTF-16LE": DISTINCT.encode("utf-16-le"),
    "UTF-16BE": DISTINCT.encode("utf-16-be"),
    "hex lower": RAW.hex().encode(),
    "hex upper": RAW.hex().upper().encode(),
    "hex of UTF-16": DISTINCT.encode("utf-16-le").hex().encode(),
    "hex in an APDU": f"002000801{0}{RAW.hex()}".encode(),
    "hex with spaces": RAW.hex(" ").encode(),
    "hex with colons": RAW.hex(":").upper().encode(),
    "base64": base64.b64encode(RAW),
    "base64 after one byte": base64.b64encode(b"\x10" + RAW),
    "base64 after two bytes": base64.b64encode(b"\x80\x10" + RAW),
    "base64 of an APDU": base64.b64encode(bytes.fromhex("0020008010") + RAW),
    "list": str(list(RAW)).encode(),
    "list without spaces": ",".join(map(str, RAW)).encode(),
    "JSON list": json.dumps(list(RAW), indent=1).encode(),
    "hexadecimal list": ", ".join(map(hex, RAW)).encode(),
    "hexadecimal list without spaces": ",".join(f"0x{byte:02X}" for byte in RAW).encode(),
    "escaped": "".join(f"\\x{byte:02x}" for byte in RAW).encode(),
    "repr of a buffer": repr(bytearray(b"\x00\x20" + RAW)).encode(),
    "first half": RAW[:8],
    "second half": RAW[8:].hex().encode(),
}


@pytest.mark.parametrize("form", PLANTED)
def test_planted_leak_is_found(form: str) -> None:
    material = b"before it " + PLANTED[form] + b" after it"
    assert find_leaks(DISTINCT, {"here": material}), form
    assert find_leaks(DISTINCT, {"here": b"\n" + PLANTED[form] + b"\n"}), form


def test_nothing_is_found_where_nothing_is() -> None:
    other = "".join(reversed(DISTINCT)).encode()
    harmless = {
        "reversed": other + other.hex().encode() + base64.b64encode(other),
        "short parts": RAW[:7] + b" " + RAW[9:],
        "numbers": str(list(range(256))).encode(),
    }
    assert find_leaks(DISTINCT, harmless) == []


# --- what an operation leaves behind ------------------------------------------------------------


@dataclass
class Remains:
    """Everything that was written down while an operation ran."""

    material: dict[str, str | bytes] = field(default_factory=dict)

    def add(self, place: str, content: str | bytes) -> None:
        self.material[f"{len(self.material)} {place}"] = content

    def add_error(self, error: BaseException) -> None:
        self.add("error text", f"{error} {error!r} {error.args!r} {vars(error)!r}")
        self.add("traceback", "".join(traceback.format_exception(error)))
        for cause in _chain(error):
            frames = [
                pair
                for pair in traceback.walk_tb(cause.__traceback__)
                if Path(pair[0].f_code.co_filename).is_relative_to(PROGRAM)
                and "emulator" not in pair[0].f_code.co_filename
            ]
            summary = traceback.StackSummary.extract(iter(frames), capture_locals=True)
            self.add("local values", "".join(summary.format()))

    def add_files(self, directory: Path) -> None:
        for path in sorted(directory.rglob("*")):
            if path.is_file():
                self.add(str(path.name), path.read_bytes())

    def are_clean(self) -> None:
        assert self.material
        assert find_leaks(DISTINCT, self.material) == []


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


class Everything(logging.Handler):
    """Keeps each record in full, at every level."""

    def __init__(self) -> None:
        super().__init__(level=1)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def log() -> Iterator[Everything]:
    handler = Everything()
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(1)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before)


def with_distinct_password(reader: InProcessReader) -> None:
    """Give the card the distinctive password, by the emulator's own protocol."""
    card = reader.card
    card.power_on()
    for command in (
        "00A4040C0AD392F000260100000001",
        "00A4020C02001B",
        "0020008006" + RIGHT[SIGN].encode().hex(),
        "0024018010" + DISTINCT.encode().hex(),
        "00A4040C07A0000001510000",
    ):
        assert card.transmit(bytes.fromhex(command)) == b"\x90\x00"


def break_down(_count: int, command: bytes) -> None:
    """A driver that fails over the password and talks about it."""
    if command[1] == 0x20 and len(command) > 5:
        talk = f"cannot send {command.hex()} {list(command)} {command!r}"
        raise OSError(5, talk)


FLOWS: dict[str, tuple[bool, str]] = {
    "right": (True, ""),
    "wrong": (False, ""),
    "last wrong": (False, "tries 1"),
    "locked": (True, "tries 0"),
    **{
        f"{kind} over VERIFY": (True, f"{kind} verify")
        for kind in (
            "gone",
            "empty",
            "garbage",
            "6f00",
            "gone-after",
            "empty-after",
            "garbage-after",
            "6f00-after",
        )
    },
    "gone after the password": (True, "gone 9"),
    "defect": (True, "defect"),
}


@pytest.mark.parametrize("flow", FLOWS)
def test_operations_leave_nothing(
    card_store: MemoryStore, tmp_path: Path, log: Everything, expected_log: LogWatch, flow: str
) -> None:
    knows, mishap = FLOWS[flow]
    if mishap == "defect":
        expected_log.allow("failed unexpectedly: OSError")
    reader = InProcessReader(card_store, trace=tmp_path / "trace.jsonl")
    if knows:
        with_distinct_password(reader)
    bench = Bench(InProcessCards(reader), reader)
    if mishap.startswith("tries"):
        reader.tries("sign", int(mishap.split()[1]))
    look = bench.look(SIGN)
    if mishap and not mishap.startswith(("tries", "defect")):
        reader.fault(mishap)
    cards = TappedCards(bench.cards, break_down) if mishap == "defect" else bench.cards
    password = secret(SIGN, DISTINCT)
    worker = CardWorker()
    job = worker.submit(
        lambda cancel: read_protected_certificate(
            cards, look, password, cancel, last_try_confirmed=True
        )
    )
    assert job.wait(10)
    worker.close()
    reader.close()
    remains = Remains()
    if job.error is None:
        remains.add("value", repr(job.value()))
    else:
        remains.add_error(job.error)
    assert (job.error is None) == (flow == "right")
    describe(remains, log)
    remains.add("objects", f"{password!r} {password} {job!r} {look!r} {vars(job)!r}")
    remains.add_files(tmp_path)
    remains.are_clean()
    assert password.wiped


def describe(remains: Remains, log: Everything) -> None:
    """Add the log in every way in which it could be written."""
    formatter = logging.Formatter("%(levelname)s %(name)s %(message)s")
    assert any(record.levelno == APDU_LEVEL for record in log.records)
    for record in log.records:
        remains.add("log", formatter.format(record))
        remains.add("log record", repr(vars(record)))


def test_changing_leaves_nothing(card_store: MemoryStore, log: Everything) -> None:
    """Both commands that carry a password, with the new one refused by the card as well."""
    remains = Remains()
    for fault in ("", "6f00 change", "garbage change", "empty-after change", "gone change"):
        reader = InProcessReader(card_store)
        bench = Bench(InProcessCards(reader), reader)
        if fault:
            reader.fault(fault)

        def change(session: JpkiSession) -> None:
            with secret(SIGN, DISTINCT) as new:
                session.change_password(new)

        try:
            bench.with_password(SIGN, RIGHT[SIGN], change)
        except JpkiError as error:
            remains.add_error(error)
    describe(remains, log)
    remains.are_clean()


def test_format_errors_leave_nothing(log: Everything) -> None:
    from jpki_desktop.card.profile import MY_NUMBER_CARD

    remains = Remains()
    for text in (DISTINCT + "X", DISTINCT[:-1] + "-", DISTINCT[:-1] + "é"):
        for rules in MY_NUMBER_CARD.passwords.values():
            try:
                Password.from_text(text, rules)
            except JpkiError as error:
                remains.add_error(error)
    remains.are_clean()


def test_state_of_the_virtual_card_holds_no_password(emulator_keys: Path, tmp_path: Path) -> None:
    reader = InProcessReader(MemoryStore())
    reader.card = make_card(state_dir=tmp_path)
    with_distinct_password(reader)
    remains = Remains()
    remains.add_files(tmp_path)
    assert any("mynumber.json" in place for place in remains.material)
    remains.are_clean()


# --- the real command line ----------------------------------------------------------------------


def process_table(process: int) -> bytes:
    """What anybody on this machine, or its owner, can see of a process."""
    seen = b""
    for name in ("cmdline", "environ", "comm", "status"):
        try:
            seen += Path(f"/proc/{process}/{name}").read_bytes()
        except OSError:
            return seen
    return seen


def run_jpki(tmp_path: Path, *words: str) -> Remains:
    """Run `jpki` with the distinctive password on its standard input and keep what can be seen."""
    command = [str(Path(sys.executable).with_name("jpki")), *words, "--password-stdin"]
    environment = os.environ | {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    remains = Remains()
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=tmp_path,
    )
    assert process.stdin is not None
    process.stdin.write(DISTINCT.encode() + b"\n")
    process.stdin.flush()
    looks = 0
    end = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < end:
        table = process_table(process.pid)
        if b"password-stdin" in table:
            looks += 1
            remains.material["process table"] = table
        time.sleep(0.05)
    output, errors = process.communicate(timeout=5)
    assert looks > 1
    remains.add("standard output", output)
    remains.add("standard error", errors)
    remains.add("exit code", str(process.returncode))
    remains.add_files(tmp_path)
    return remains


@pytest.mark.pcsc
def test_command_line_leaves_nothing(
    pcsc_bench: Bench, shared_reader: SharedReader, tmp_path: Path
) -> None:
    wanted = ("--reader", shared_reader.name, "show", "sign")
    codes: list[str] = []

    def run(*words: str, before: Callable[[], None] = lambda: None) -> None:
        before()
        remains = run_jpki(tmp_path, *wanted, *words)
        remains.add_files(shared_reader.directory)
        remains.are_clean()
        codes.append(
            next(str(text) for place, text in remains.material.items() if "exit code" in place)
        )

    run()  # wrong, since the card does not know it yet
    run("--json", before=lambda: shared_reader.tries("sign", 0))
    shared_reader.tries("sign", 5)
    pcsc_bench.with_password(
        SIGN, RIGHT[SIGN], lambda session: session.change_password(secret(SIGN, DISTINCT))
    )
    run("--json")
    run("--pem")
    run(before=lambda: shared_reader.fault("empty verify"))
    shared_reader.comes_back(gone=False)
    assert codes == ["4", "5", "0", "0", "6"]
    pcsc_bench.with_password(SIGN, DISTINCT, lambda session: session.change_password(secret(SIGN)))
