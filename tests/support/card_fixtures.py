"""Fixtures for cards in this process, shared by the tests of the card and of the operations."""

import shutil
from pathlib import Path

import pytest

from jpki_desktop.emulator.store import MemoryStore
from support.card_recipes import Bench
from support.in_process_cards import InProcessCards, InProcessReader, key_store


@pytest.fixture(scope="session")
def card_store(emulator_keys: Path, tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    """Keys and certificates for cards in this process; each card begins with full counters."""
    directory = tmp_path_factory.mktemp("in-process") / "state"
    shutil.copytree(emulator_keys, directory)
    return key_store(directory)


@pytest.fixture
def own_reader(card_store: MemoryStore) -> InProcessReader:
    """A reader in this process with the default card."""
    return InProcessReader(card_store)


@pytest.fixture
def own_bench(own_reader: InProcessReader) -> Bench:
    """A bench in this process."""
    return Bench(InProcessCards(own_reader), own_reader)
