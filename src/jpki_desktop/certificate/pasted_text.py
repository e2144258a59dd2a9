"""Digits that somebody pasted, from a web page, a letter or a spreadsheet.

What they mean is decided by `fingerprint_text` and `serial_text`.
"""

import unicodedata

# A pasted page is not searched to its end.
LONGEST_TEXT = 10_000


def narrow(text: str) -> str:
    """Full-width forms as ASCII, and nothing that a person cannot see."""
    cut = text[:LONGEST_TEXT]
    return "".join(_narrow(character) for character in cut if not _invisible(character))


def _narrow(character: str) -> str:
    full_width = "\uff01" <= character <= "\uff5e"
    return chr(ord(character) - 0xFEE0) if full_width else character


def _invisible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf")
