"""A made-up language for finding texts that are not translated and layouts that are too tight.

Every text of the catalogue comes out longer, with accents and between brackets; whatever is on a
screen without brackets has not gone through `translate`.
"""

import re

OPENING, CLOSING = "⟦", "⟧"

_ACCENTS = dict(zip("AEIOUaeiouncy", "ÅÉÎÖÛåéîöûñçý", strict=True))
# Names in braces are filled in later, and "&" marks the letter of a key.
_KEPT = re.compile(r"(\{[^}]*\}|&.)")
_LONGER = 0.4


def pseudo(text: str) -> str:
    """Return `text` in the made-up language, its placeholders and keys as they were."""
    parts = _KEPT.split(text)
    changed = "".join(part if index % 2 else _accented(part) for index, part in enumerate(parts))
    # In groups, so that the added part can be wrapped as words are.
    added = ("~~~~~~~ " * len(text))[: int(len(text) * _LONGER)].rstrip()
    return f"{OPENING}{changed}{added}{CLOSING}"


def _accented(text: str) -> str:
    return "".join(_ACCENTS.get(letter, letter) for letter in text)
