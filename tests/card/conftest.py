"""Benches for the card tests: in process, over the private service, or each in turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jpki_desktop.card.pcsc import PcscCards

__all__ = ["bench", "card_store", "own_bench", "own_reader", "pcsc_bench", "shared_reader"]
from support.card_fixtures import card_store, own_bench, own_reader
from support.card_recipes import Bench
from support.pcsc_bench import SharedReader
from support.private_pcscd import PrivatePcscd


@pytest.fixture(scope="module")
def shared_reader(
    pcscd: PrivatePcscd, emulator_keys: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SharedReader]:
    """The first reader of the private service, for a whole module."""
    reader = SharedReader(pcscd, emulator_keys, tmp_path_factory.mktemp("shared"))
    yield reader
    reader.stop()


@pytest.fixture
def pcsc_bench(shared_reader: SharedReader) -> Bench:
    """A bench over the private service, as new."""
    shared_reader.restore()
    return Bench(PcscCards(), shared_reader)


@pytest.fixture(params=["in-process", pytest.param("pcscd", marks=pytest.mark.pcsc)])
def bench(request: pytest.FixtureRequest) -> Bench:
    """Each kind of bench in turn: one contract for both."""
    name = "own_bench" if request.param == "in-process" else "pcsc_bench"
    chosen = request.getfixturevalue(name)
    assert isinstance(chosen, Bench)
    return chosen
