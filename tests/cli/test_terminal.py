"""`jpki` at a terminal: prompts without echo, Ctrl+C, and output that has gone or is full."""

import os
import pty
import re
import select
import shutil
import subprocess
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.conftest import JPKI, PATIENCE, Program

pytestmark = pytest.mark.skipif(
    shutil.which("setsid") is None, reason="no setsid to give the program a terminal"
)

PASSWORD_PROMPT = "tries left: 5): "
LAST_TRY = "Go on? [y/N] "


class Terminal:
    """A terminal with `jpki` in it."""

    def __init__(self, *words: str, stdout: int | None = None) -> None:
        self._master, slave = pty.openpty()
        self._slave = slave
        # Makes the terminal the controlling one, which is where getpass looks for it.
        self.process = subprocess.Popen(
            ["setsid", "--ctty", "--wait", JPKI, *words],
            stdin=slave,
            stdout=slave if stdout is None else stdout,
            stderr=slave,
        )
        self.seen = ""

    def wait_for(self, text: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while text not in self.seen:
            assert time.monotonic() < deadline, self.seen
            ready, _, _ = select.select([self._master], [], [], 0.1)
            if ready:
                self.seen += os.read(self._master, 65536).decode("utf-8", "replace")
            else:
                assert self.process.poll() is None or text in self.seen, self.seen

    def echoes(self) -> bool:
        return bool(termios.tcgetattr(self._slave)[3] & termios.ECHO)

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def finish(self) -> int:
        code = self.process.wait(PATIENCE)
        while select.select([self._master], [], [], 0)[0]:
            self.seen += os.read(self._master, 65536).decode("utf-8", "replace")
        return code

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._master)
        os.close(self._slave)


@pytest.fixture
def terminals(demo_state: Path) -> Iterator[list[Terminal]]:
    open_ones: list[Terminal] = []
    yield open_ones
    for terminal in open_ones:
        terminal.close()


def demo(terminals: list[Terminal], *words: str, stdout: int | None = None) -> Terminal:
    terminals.append(Terminal("--demo", "--lang", "en", *words, stdout=stdout))
    return terminals[-1]


def test_password_is_asked_without_echo(terminals: list[Terminal]) -> None:
    terminal = demo(terminals, "show", "sign")
    terminal.wait_for(PASSWORD_PROMPT)
    assert "signature password" in terminal.seen
    assert not terminal.echoes()
    terminal.type("ABC123\n")
    assert terminal.finish() == 0
    assert "digital signature" in terminal.seen
    assert "ABC123" not in terminal.seen
    assert terminal.echoes()


def test_nothing_is_asked_where_no_password_is_needed(terminals: list[Terminal]) -> None:
    terminal = demo(terminals, "show", "auth")
    assert terminal.finish() == 0
    assert "password" not in terminal.seen


def test_ctrl_c_at_the_prompt(terminals: list[Terminal]) -> None:
    terminal = demo(terminals, "show", "sign")
    terminal.wait_for(PASSWORD_PROMPT)
    terminal.type("AB\x03")
    assert terminal.finish() == 8
    assert "JD-1901" in terminal.seen
    assert terminal.echoes()


def test_end_of_input_at_the_prompt(terminals: list[Terminal]) -> None:
    terminal = demo(terminals, "show", "sign")
    terminal.wait_for(PASSWORD_PROMPT)
    terminal.type("\x04")
    assert terminal.finish() == 8


@pytest.mark.parametrize("answer", ["\n", "n\n", "yeah\n", "\x03", "\x04"])
def test_last_try_is_refused(terminals: list[Terminal], answer: str) -> None:
    terminal = demo(terminals, "--demo-card", "one-try", "show", "sign")
    terminal.wait_for(LAST_TRY)
    terminal.type(answer)
    assert terminal.finish() == 8
    assert "tries left: 1" not in terminal.seen


@pytest.mark.parametrize("answer", ["y", "Yes", "はい"])
def test_last_try_is_granted(terminals: list[Terminal], answer: str) -> None:
    terminal = demo(terminals, "--demo-card", "one-try", "show", "sign")
    terminal.wait_for(LAST_TRY)
    terminal.type(f"{answer}\n")
    terminal.wait_for("tries left: 1): ")
    terminal.type("ABC123\n")
    assert terminal.finish() == 0


def test_questions_stay_out_of_a_redirected_certificate(
    terminals: list[Terminal], tmp_path: Path
) -> None:
    with (tmp_path / "certificate.der").open("wb") as file:
        terminal = demo(
            terminals, "--demo-card", "one-try", "show", "sign", "--der", stdout=file.fileno()
        )
        terminal.wait_for(LAST_TRY)
        terminal.type("y\n")
        terminal.wait_for("tries left: 1): ")
        terminal.type("ABC123\n")
        assert terminal.finish() == 0
    assert (tmp_path / "certificate.der").read_bytes()[:2] == b"\x30\x82"


@pytest.mark.parametrize(
    "words", [("card",), ("show", "auth"), ("show", "auth", "--der"), ("diagnose",)]
)
@pytest.mark.usefixtures("demo_state")
def test_reader_of_the_output_has_gone(words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [JPKI, "--demo", *words], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    # As where the disk is full: what was to be said has not been said.
    assert process.returncode == 6
    # The mark of a test certificate is all that may stand there.
    assert re.fullmatch(rb"(For tests[^\n]*\n)?", process.stderr)


REFUSED = ("--demo-card", "expired", "check", "auth")


@pytest.mark.parametrize("words", [REFUSED, (*REFUSED, "--json")])
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.usefixtures("demo_state")
def test_nobody_who_reads_the_verdict_makes_it_no_better(
    words: tuple[str, ...], buffered: str
) -> None:
    """`jpki check | grep -q` ends the reader early, and 0 would mean valid."""
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [JPKI, "--demo", *words],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        env=os.environ | {"PYTHONUNBUFFERED": buffered},
    )
    os.close(writing)
    assert process.returncode == 1
    assert process.stderr == b"Period of validity has ended\n"


@pytest.mark.usefixtures("demo_state")
def test_a_receipt_that_cannot_be_written_is_told_aside() -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [JPKI, "--demo", "revoke", "auth", "--password-stdin", "--yes"],
            input=b"1234\n",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert process.returncode == 0
    assert b"The request was accepted" in process.stderr
    assert b"again" not in process.stderr


def test_reader_of_the_help_has_gone() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run([JPKI, "--help"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (process.returncode, process.stderr) == (0, b"")


@pytest.mark.usefixtures("demo_state")
def test_full_disk_is_told_without_a_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [JPKI, "--demo", "show", "auth", "--pem"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert process.returncode == 6
    assert b"Traceback" not in process.stderr
    assert b"No space left on device" in process.stderr


@pytest.mark.parametrize(
    ("closing", "words", "code"),
    [
        (">&-", "card", 0),
        (">&-", "show auth --der", 0),
        ("<&-", "show sign", 2),
        ("2>&-", "show other", 2),
        ("<&- >&- 2>&-", "card", 0),
    ],
)
@pytest.mark.usefixtures("demo_state")
def test_closed_streams(closing: str, words: str, code: int) -> None:
    process = subprocess.run(
        ["sh", "-c", f'"$0" --demo {words} {closing}', JPKI], capture_output=True, check=False
    )
    assert process.returncode == code
    assert b"Traceback" not in process.stderr


@pytest.mark.usefixtures("demo_state")
def test_names_that_the_encoding_lacks_do_not_stop_the_output(program: Program) -> None:
    """Japanese Windows writes a redirected output in its own code page, not in UTF-8."""
    words = ("--demo", "--demo-card", "long", "show", "sign", "--password-stdin")
    for form in ((), ("--json",)):
        outcome = program(
            *words, *form, typed=b"ABC123\n", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
        )
        assert outcome.code == 0, outcome.err
        assert rb"\u9ad9" in outcome.out
