"""Cards in this process for the tests of the operations."""

from support.card_fixtures import card_store, own_bench, own_reader

__all__ = ["card_store", "own_bench", "own_reader"]
