"""`jpki` in this process with the demo, and as a program of its own over the private service."""

import io
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from jpki_desktop import environment
from jpki_desktop.cli.main import main
from jpki_desktop.emulator import Exchange
from jpki_desktop.environment import Environment
from jpki_desktop.settings.places import APPLICATION
from jpki_desktop.wording.language import language, set_language

JPKI = str(Path(sys.executable).with_name("jpki"))
PATIENCE = 30


@dataclass(frozen=True)
class Outcome:
    """What one run of `jpki` did."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


InProcess = Callable[..., Outcome]
Program = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and the demo's state of this test alone, and a terminal that is always the same."""
    for variable in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    for variable in ("LC_ALL", "LC_MESSAGES", "PYTHONIOENCODING"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def demo_state(own_folders: Path, emulator_keys: Path) -> Path:
    """Where the demo keeps its card, with keys made beforehand."""
    state = own_folders / "XDG_STATE_HOME" / APPLICATION / "demo"
    shutil.copytree(emulator_keys, state)
    return state


@pytest.fixture
def exchanges(demo_state: Path, monkeypatch: pytest.MonkeyPatch) -> list[Exchange]:
    """What was sent to the demo cards, which stay the same from one run to the next."""
    seen: list[Exchange] = []
    worlds: dict[str, Environment] = {}
    make = environment.demo

    def demo(persona: str) -> Environment:
        if persona not in worlds:
            worlds[persona] = make(persona)
            cards = worlds[persona].demo
            assert cards is not None
            cards._card.observer = seen.append
        return worlds[persona]

    monkeypatch.setattr(environment, "demo", demo)
    return seen


@pytest.fixture
def jpki(
    exchanges: list[Exchange],
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[InProcess]:
    """`jpki WORDS…` in this process, `typed` being its standard input."""
    before, last_resort = language(), logging.lastResort

    def run(*words: str, typed: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        code = main(words)
        out, err = capsysbinary.readouterr()
        return Outcome(int(code), out, err.decode("utf-8"))

    yield run
    set_language(before)
    logging.lastResort = last_resort


@pytest.fixture
def program(own_folders: Path) -> Program:
    """`jpki WORDS…` as a process, `typed` being its standard input."""

    def run(*words: str, typed: bytes = b"", **variables: str) -> Outcome:
        done = subprocess.run(
            [JPKI, *words],
            input=typed,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env=os.environ | variables,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8"))

    return run
