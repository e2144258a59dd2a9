"""Every target holds on every seed, also where the fuzzer itself is not installed."""

from collections.abc import Callable

import pytest

from fuzz.corpus_seeds import CORPUS, foreign_seeds
from fuzz.targets import TARGETS, answered, ask, know
from support import certificate_files as made

KEPT = sorted(CORPUS.iterdir())


@pytest.fixture(autouse=True)
def known() -> None:
    know(made.trio()[1])
    ask(answered()[0])


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_kept_seeds(target: Callable[[bytes], None]) -> None:
    assert len(KEPT) >= 10
    for seed in KEPT:
        target(seed.read_bytes())


def test_malformed_certificates_of_others() -> None:
    seeds = list(foreign_seeds())
    assert len(seeds) > 1000
    for seed in seeds:
        TARGETS["certificate"](seed)
        TARGETS["file"](seed)
