"""A report says nothing about a person, a card or a machine, unless an item was chosen for it."""

import logging
import os
import platform
from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from jpki_desktop.certificate.parse import parse_certificate
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.environment import Environment
from jpki_desktop.errors import FileUnreadableError, ReaderError, UnexpectedError
from jpki_desktop.logbook import Logbook, note_shown
from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Finding, Outcome, Scene, Step, diagnose
from jpki_desktop.operations.support_report import (
    Extra,
    about_defect,
    about_machine,
    make_report,
    without_serial,
)
from jpki_desktop.settings import Settings, SettingsStore
from jpki_desktop.wording.diagnosis import step_name, words_missing
from jpki_desktop.wording.language import language, set_language
from jpki_desktop.wording.support_report import defect_text, extra_name, report_text
from support.in_process_cards import InProcessCards, InProcessReader
from support.leak_search import find_leaks
from support.machines import lay_file, lay_service, lay_usb

READER_SERIAL = "53210987654"
HOST = "tanaka-hanako-note"
HOME = "/srv/people/hanako"
PLANTED = {
    Extra.READERS: (READER_SERIAL, "Gone-Reader-of-Hanako"),
    Extra.SETTINGS: ("ocsp.secret-office.example", "proxy.secret-office.example", HOME),
    Extra.COMPUTER: (HOST,),
}
PASSWORDS = ("ABC123", "ZZZ999")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    set_language("en")
    yield
    set_language(before)


@pytest.fixture
def reader(card_store: MemoryStore) -> InProcessReader:
    name = f"Maker Model 12 [CCID Interface] ({READER_SERIAL}) 00 00"
    return InProcessReader(card_store, name=name)


@pytest.fixture
def world(
    reader: InProcessReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Environment]:
    settings = SettingsStore(None)
    settings.change(
        reader="Gone-Reader-of-Hanako",
        proxy="proxy.secret-office.example:8080",
        ocsp_url="http://ocsp.secret-office.example/",
        ca_file=f"{HOME}/ca.pem",
        language="ja",
    )
    monkeypatch.setattr(platform, "node", lambda: HOST)
    monkeypatch.setattr(platform, "release", lambda: f"6.1.0-{HOST}")
    monkeypatch.setenv("HOME", HOME)
    monkeypatch.setenv("USER", "hanako")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    book = Logbook(tmp_path / "log")
    book.start("window", detailed=True)
    note_shown("JD-1104")
    logging.getLogger("jpki_desktop.test").info("a line of the log")
    yield Environment(InProcessCards(reader), lambda: datetime.now(UTC), settings, logbook=book)
    book.close()


def outcomes_of(world: Environment, root: Path) -> list[Outcome]:
    from jpki_desktop.card.cancel import CancelToken

    lay_service(root)
    lay_file(root, "etc/os-release", 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')
    found = list(diagnose(Scene(world, "", root, System.LINUX), CancelToken()))
    # A failing one with a path in it, as no step of today has.
    odd = Outcome(Step.FILES, Finding.FILES_ERROR, error=FileUnreadableError(f"{HOME}/x", "y"))
    return [*found, odd, Outcome(Step.CARD, Finding.STEP_ERROR, error=ReaderError(0x8010002F))]


def text_of(world: Environment, reader: InProcessReader, root: Path, *extras: Extra) -> str:
    der = reader.contents.auth_certificate
    assert der is not None
    report = make_report(
        world,
        outcomes_of(world, root),
        about_machine(root),
        extras,
        certificate=parse_certificate(der),
    )
    return report_text(report, System.LINUX)


def step_of(text: str, step: Step) -> str:
    return next(
        line for line in text.splitlines() if line.partition(": ")[2].startswith(step_name(step))
    )


def personal(reader: InProcessReader) -> tuple[str, ...]:
    """What the card knows: serial numbers, and everything of the certificates as text."""
    der = reader.contents.auth_certificate
    sign = reader.contents.sign_certificate
    assert der is not None
    assert sign is not None
    certificate, other = parse_certificate(der), parse_certificate(sign)
    holder = other.holder
    assert holder is not None
    return (
        certificate.serial_hex,
        certificate.serial_decimal,
        other.serial_hex,
        other.serial_decimal,
        certificate.sha256,
        holder.name.text,
        holder.address.text,
        reader.contents.token_serial,
    )


def found_in(text: str, secrets: Collection[str]) -> list[str]:
    # Short ones are searched as they are: the search for leaks looks for eight characters.
    plain = [secret for secret in secrets if secret in text]
    longer = [secret for secret in secrets if len(secret) >= 8]
    return plain + [leak for secret in longer for leak in find_leaks(secret, {secret: text})]


def test_by_default_it_names_nobody(
    world: Environment, reader: InProcessReader, tmp_path: Path
) -> None:
    text = text_of(world, reader, tmp_path)
    planted = [secret for secrets in PLANTED.values() for secret in secrets]
    assert found_in(text, [*planted, *personal(reader), *PASSWORDS, "hanako"]) == []
    for kept in (
        "Debian GNU/Linux 12",
        "9.8.7",
        "JD-2010",
        "JD-2087",
        "JD-1104",
        "JD-1302",
        "0x8010002F",
        "Maker Model 12 [CCID Interface]",
        "language: ja",
        "proxy: set",
        "log_level: not set",
    ):
        assert kept in text


@pytest.mark.parametrize("extra", PLANTED)
def test_each_extra_adds_its_own_and_nothing_else(
    world: Environment, reader: InProcessReader, tmp_path: Path, extra: Extra
) -> None:
    text = text_of(world, reader, tmp_path, extra)
    assert all(secret in text for secret in PLANTED[extra])
    others = [one for other, words in PLANTED.items() if other is not extra for one in words]
    assert found_in(text, [*others, *personal(reader), *PASSWORDS]) == []


def test_certificate_and_log_are_chosen_one_by_one(
    world: Environment, reader: InProcessReader, tmp_path: Path
) -> None:
    serial = personal(reader)[0]
    plain = text_of(world, reader, tmp_path / "plain")
    with_certificate = text_of(world, reader, tmp_path, Extra.CERTIFICATE)
    # The days left name the last day of the certificate, which is a birthday.
    days = step_of(with_certificate, Step.AUTH_CERTIFICATE).partition("(")[2].rstrip(")")
    assert int(days) > 100
    assert "(" not in step_of(plain, Step.AUTH_CERTIFICATE)
    assert serial in with_certificate
    assert "a line of the log" not in with_certificate


def test_the_log_holds_apdus_and_none_of_their_contents(
    world: Environment, reader: InProcessReader, tmp_path: Path
) -> None:
    text_of(world, reader, tmp_path)
    log = "\n".join(world.logbook.tail())
    assert "a line of the log" in log
    assert "00A4040C0AD392F000260100000001 -> 0 bytes, 9000" in log
    assert found_in(log, [*personal(reader), *PASSWORDS, "hanako"]) == []
    der = reader.contents.auth_certificate
    assert der is not None
    assert find_leaks(der.hex()[80:160], {"log": log}) == []


def test_a_leak_would_be_found(world: Environment, reader: InProcessReader) -> None:
    assert found_in(f"Reader ({READER_SERIAL})", [READER_SERIAL])
    assert found_in("password=ABC123", PASSWORDS)


def test_a_setting_of_tomorrow_stays_out() -> None:
    from jpki_desktop.operations.support_report import _settings

    planted: Any = {one.name: "xyzzy" for one in fields(Settings)}
    planted["hidden_readers"] = ("xyzzy",)
    shown = dict(_settings(replace(Settings(), **planted), ()))
    opened = {name for name, value in shown.items() if value == "xyzzy"}
    assert opened <= {"appearance", "language", "official_servers", "log_level", "update_notice"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("SONY FeliCa RC-S300/P (1234567) 00 00", "SONY FeliCa RC-S300/P 00 00"),
        ("Maker X [CCID Interface] (ab) 01 00", "Maker X [CCID Interface] 01 00"),
        (
            "Maker of a long name [CCID Interface] (OKCM-A 00 00",
            "Maker of a long name [CCID Interface]",
        ),
        ("Maker 0123456789 Reader", "Maker … Reader"),
        ("Maker 1A2B3C4D5E Reader", "Maker … Reader"),
        ("Virtual PCD 00 00", "Virtual PCD 00 00"),
        ("Sony RC-S380/P [054c:06c3]", "Sony RC-S380/P [054c:06c3]"),
        ("Gemalto PC Twin Reader", "Gemalto PC Twin Reader"),
    ],
)
def test_reader_names_lose_their_serial_numbers(name: str, shown: str) -> None:
    assert without_serial(name) == shown


def test_a_name_from_outside_stays_on_its_line(
    world: Environment, reader: InProcessReader, tmp_path: Path
) -> None:
    lay_usb(tmp_path, "1-1", "1234:5678", product="A\x1b[2J7\nJD-9999", kind="0b")
    odd = Outcome(Step.READERS, Finding.READERS_FOUND, names=("Evil\r\nJD-2010 OK: x\x1b[2J",))
    report = make_report(world, [odd], about_machine(tmp_path))
    lines = [line for line in report_text(report, System.LINUX).splitlines() if "JD-2010" in line]
    assert len(lines) == 1
    assert lines[0].startswith("JD-2020")
    assert lines[0].isprintable()


def test_the_report_of_a_fault_holds_places_only() -> None:
    text = defect_text(about_defect(UnexpectedError("KeyError", ("card/worker.py:1 in run",))))
    assert "KeyError [JD-1900]" in text
    assert "card/worker.py:1 in run" in text
    assert platform.node() not in text.split()
    assert os.environ.get("HOME", "/home") not in text


def test_both_languages_have_every_word(world: Environment, tmp_path: Path) -> None:
    assert words_missing() == []
    for name in ("ja", "en"):
        set_language(name)
        assert len({extra_name(extra) for extra in Extra}) == len(Extra)
    report = make_report(replace(world), outcomes_of(world, tmp_path), about_machine(tmp_path))
    set_language("ja")
    assert "動作確認" in report_text(report, System.LINUX)
