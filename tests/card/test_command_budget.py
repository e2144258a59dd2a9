"""How many commands a reading costs: each is 200 ms on a slow contactless reader."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.jpki_session import JpkiSession
from jpki_desktop.card.profile import CertificateFile, PasswordKind
from jpki_desktop.emulator.store import MemoryStore
from jpki_desktop.operations.read_card import read_card
from support.card_recipes import Bench, secret
from support.in_process_cards import InProcessCards, InProcessReader


class Counted:
    """A bench whose commands are written down by the emulator itself."""

    def __init__(self, reader: InProcessReader, trace: Path) -> None:
        self.reader = reader
        self.bench = Bench(InProcessCards(reader), reader)
        self._trace = trace

    def commands(self) -> list[dict[str, Any]]:
        lines = self._trace.read_text().splitlines()
        self._trace.write_text("")
        return [json.loads(line) for line in lines]


@pytest.fixture
def counted(card_store: MemoryStore, tmp_path: Path) -> Iterator[Counted]:
    trace = tmp_path / "trace.jsonl"
    reader = InProcessReader(card_store, trace=trace)
    yield Counted(reader, trace)
    reader.close()


def nothing_to_remark(commands: list[dict[str, Any]]) -> None:
    assert [line for line in commands if "note" in line] == []


def test_auth_certificate_cold(counted: Counted) -> None:
    certificate = counted.bench.read(lambda session: session.read_certificate(CertificateFile.AUTH))
    commands = counted.commands()
    assert certificate == counted.reader.contents.auth_certificate
    assert len(commands) <= 9
    assert sum(line["sent"] for line in commands) <= 70
    nothing_to_remark(commands)


def test_certificate_and_both_counters(counted: Counted) -> None:
    def work(session: JpkiSession) -> None:
        session.read_certificate(CertificateFile.AUTH)
        for kind in PasswordKind:
            session.password_state(kind)

    counted.bench.read(work)
    commands = counted.commands()
    assert len(commands) <= 13
    nothing_to_remark(commands)


def test_whole_summary(counted: Counted) -> None:
    summary = read_card(counted.bench.cards, counted.reader.name, CancelToken())
    commands = counted.commands()
    assert summary.certificate is not None
    assert len(commands) <= 13
    nothing_to_remark(commands)


def test_look_and_show(counted: Counted) -> None:
    look = counted.bench.look(PasswordKind.SIGN)
    assert len(counted.commands()) <= 6
    counted.bench.show(look, secret(PasswordKind.SIGN))
    commands = counted.commands()
    certificate = counted.reader.contents.sign_certificate
    assert certificate is not None
    chunks = -(-len(certificate) // 256)
    # Applet, identity, counter (2), password (2), log-out; the rest is the certificate.
    assert len(commands) <= 7 + chunks
    # The card must be known again before the password goes to it; nothing else is read twice.
    assert [line["header"] for line in commands if "note" in line] == ["00B08A00"]


def test_remarks_are_made(counted: Counted) -> None:
    """The emulator's notes do notice a wasteful client."""
    for _ in range(2):
        counted.bench.read(lambda session: session.read_certificate(CertificateFile.AUTH))
    assert "re-read" in [line.get("note") for line in counted.commands()]
