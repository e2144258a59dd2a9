"""`jpki expiring`, and what `jpki card` and `jpki show` remember; the outputs are in golden/."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.conftest import InProcess, Outcome, Program
from jpki_desktop import environment
from jpki_desktop.environment import Environment
from jpki_desktop.expiry.ledger import Ledger
from jpki_desktop.expiry.model import LedgerEntry, LedgerKind
from jpki_desktop.settings import SettingsStore
from jpki_desktop.settings.places import APPLICATION
from support.reminder_tables import entry

GOLDEN = Path(__file__).with_name("golden")
NOW = datetime(2028, 2, 14, 3, tzinfo=UTC)

SOON = replace(entry("2028-02-29T23:59:59+09:00", "1a" * 32), told=("60", "30"))
QUIET = replace(
    entry("2028-02-20T23:59:59+09:00", "2b" * 32, LedgerKind.SIGN), silenced=True, for_tests=True
)
NEWER = replace(entry("2033-02-28T23:59:59+09:00", "3c" * 32), replaces="1a" * 32)
LATER = entry("2030-02-17T23:59:59+09:00", "4d" * 32)

Remembering = Callable[..., Ledger]


@pytest.fixture
def remembering(jpki: InProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Remembering:
    """The demo with a ledger in a file; the answer to the question is yes."""
    ledger = Ledger(tmp_path / "ledger.json")
    settings = SettingsStore(None)
    settings.change(update_notice="yes")
    make = environment.demo

    def remember(*entries: LedgerEntry, now: datetime | None = NOW) -> Ledger:
        for one in entries:
            ledger.remember(one)
            ledger.update(one.mark, lambda _, one=one: one)  # type: ignore[misc]

        def demo(persona: str) -> Environment:
            world = make(persona)
            clock = world.clock if now is None else lambda: now
            return replace(world, ledger=ledger, settings=settings, clock=clock)

        monkeypatch.setattr(environment, "demo", demo)
        return ledger

    return remember


def written_down(outcome: Outcome, name: str) -> str:
    text = f"exit {outcome.code}\n{outcome.text}{outcome.err}"
    file = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
    return text


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_listed(jpki: InProcess, remembering: Remembering, lang: str) -> None:
    remembering(SOON, QUIET, NEWER)
    outcome = jpki("--lang", lang, "--demo", "expiring")
    written_down(outcome, f"expiring.{lang}.txt")


def test_json_keeps_its_shape(jpki: InProcess, remembering: Remembering) -> None:
    remembering(SOON, QUIET, NEWER)
    outcome = jpki("--demo", "expiring", "--json")
    json.loads(written_down(outcome, "expiring.json.txt").partition("\n")[2])


def test_exit_code_says_whether_something_is_due(jpki: InProcess, remembering: Remembering) -> None:
    ledger = remembering(LATER)
    assert jpki("--demo", "expiring").code == 0
    ledger.remember(QUIET)
    ledger.update(QUIET.mark, lambda _: QUIET)
    assert jpki("--demo", "expiring").code == 0
    ledger.update(QUIET.mark, lambda it: replace(it, silenced=False))
    # However often it is asked: only a reminder that was shown is used up.
    for _ in range(2):
        assert jpki("--demo", "expiring").code == 1


def test_a_clock_that_jumped_is_said_and_nothing_is_due(
    jpki: InProcess, remembering: Remembering
) -> None:
    remembering(SOON)
    assert jpki("--demo", "expiring").code == 1
    remembering(now=NOW.replace(year=2040))
    outcome = jpki("--demo", "expiring")
    assert outcome.code == 0
    assert "The date of this computer has jumped." in outcome.text
    answer = json.loads(jpki("--demo", "expiring", "--json").text)
    assert answer["clock_doubted"] is True
    assert answer["certificates"][0]["due"] is False


def test_forgotten_by_the_beginning_of_the_mark(jpki: InProcess, remembering: Remembering) -> None:
    ledger = remembering(SOON, QUIET)
    unknown = jpki("--demo", "expiring", "--forget", "ffff")
    assert unknown.code == 2
    assert "[JD-1853]" in unknown.err
    assert len(ledger.entries()) == 2
    assert "1a1a1a1a" not in jpki("--demo", "expiring", "--forget", "1a1a1a1a").text
    assert ledger.entries() == (QUIET,)
    jpki("--demo", "expiring", "--forget-all")
    assert ledger.entries() == ()


def test_a_card_is_remembered_when_it_is_read(jpki: InProcess, remembering: Remembering) -> None:
    ledger = remembering(now=None)
    assert jpki("--demo", "card").err == ""
    (auth,) = ledger.entries()
    assert auth.kind is LedgerKind.AUTH
    jpki("--demo", "show", "auth", "--json")
    assert ledger.entries() == (auth,)
    jpki("--demo", "show", "sign", "--password-stdin", typed=b"ABC123\n")
    assert {it.kind for it in ledger.entries()} == set(LedgerKind)
    jpki("--demo", "show", "auth-ca")
    assert len(ledger.entries()) == 2


def test_a_newer_certificate_is_told_once(jpki: InProcess, remembering: Remembering) -> None:
    old = replace(entry("2026-01-01T00:00:00+00:00", "5e" * 32), for_tests=True)
    ledger = remembering(old, now=None)
    first, second = jpki("--demo", "card"), jpki("--demo", "card")
    assert "Does it replace" in first.err
    assert "jpki expiring --forget 5e5e5e5e" in first.err
    assert second.err == ""
    assert len(ledger.entries()) == 2


def test_a_ledger_that_cannot_be_used_spoils_nothing(
    jpki: InProcess, remembering: Remembering, tmp_path: Path
) -> None:
    remembering(now=None)
    (tmp_path / "ledger.json").write_text('{"version": 2}')
    outcome = jpki("--demo", "card")
    assert outcome.code == 0
    assert "[JD-1852]" in outcome.err
    assert jpki("--demo", "expiring").code == 7
    assert jpki("--demo", "expiring", "--forget-all").code == 0
    assert not (tmp_path / "ledger.json").exists()


def test_a_broken_ledger_is_said_and_kept(
    jpki: InProcess, remembering: Remembering, tmp_path: Path
) -> None:
    remembering()
    (tmp_path / "ledger.json").write_text("{")
    outcome = jpki("--demo", "expiring")
    assert outcome.code == 0
    assert str(tmp_path / "ledger.broken") in outcome.err
    assert (tmp_path / "ledger.broken").read_text() == "{"
    assert jpki("--demo", "card").code == 0


def test_without_a_card_and_without_a_service(program: Program, own_folders: Path) -> None:
    config = own_folders / "XDG_CONFIG_HOME" / APPLICATION
    config.mkdir(parents=True)
    (config / "settings.toml").write_text('update_notice = "yes"\n')
    data = own_folders / "data" / APPLICATION
    Ledger(data / "ledger.json").remember(entry("2020-01-01T00:00:00+00:00", "6f" * 32))
    places = {
        "XDG_DATA_HOME": str(own_folders / "data"),
        "PCSCLITE_CSOCK_NAME": str(own_folders / "nobody"),
    }
    outcome = program("expiring", **places)
    assert outcome.code == 1
    assert "6f6f6f6f" in outcome.text
    (config / "settings.toml").write_text('update_notice = "no"\n')
    assert program("expiring", **places).code == 0
    assert list(data.iterdir()) == []


def test_before_an_answer_it_is_not_said_that_nothing_is_kept(
    program: Program, own_folders: Path
) -> None:
    config = own_folders / "XDG_CONFIG_HOME" / APPLICATION
    config.mkdir(parents=True)
    data = own_folders / "data" / APPLICATION
    Ledger(data / "ledger.json").remember(entry("2040-01-01T00:00:00+00:00", "6f" * 32))
    outcome = program("expiring", XDG_DATA_HOME=str(own_folders / "data"))
    assert "nothing is kept" not in outcome.text
    assert "not been switched on" in outcome.text
    # A yes finds again what was kept before the settings were lost.
    (config / "settings.toml").write_text('update_notice = "yes"\n')
    assert "6f6f6f6f" in program("expiring", XDG_DATA_HOME=str(own_folders / "data")).text
