"""Puts figures into a document between two marks, and leaves what people wrote around them."""

from pathlib import Path

BEGIN = "<!-- figures: made by `make torture`, not by hand -->"
END = "<!-- end of figures -->"


def write_report(path: Path, figures: str) -> None:
    """Replace what stands between the marks.

    Raises:
        ValueError: the document has no marks.
    """
    text = path.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(path)
    path.write_text(f"{before}{BEGIN}\n\n{figures}\n{END}{after}", encoding="utf-8")
