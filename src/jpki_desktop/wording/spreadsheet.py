"""Tables that a spreadsheet opens: UTF-8 with the mark that Excel needs for Japanese.

A certificate may carry any text, and a spreadsheet would carry out one that begins like a formula.
"""

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = frozenset("=+-@\t\r")


def cell(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in _FORMULA_STARTS and text else text


def table(rows: Iterable[Sequence[str]]) -> bytes:
    """A whole table of texts as a file (RFC 4180)."""
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    csv.writer(text).writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8", "backslashreplace")
