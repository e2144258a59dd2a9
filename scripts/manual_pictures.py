"""Writes the pictures of the manual: the screens of docs/screenshots, small enough to come along.

`python scripts/manual_pictures.py docs/screenshots`, after the screens have been drawn.
"""

import os
import re
import sys
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

MANUAL = Path(__file__).parents[1] / "src" / "jpki_desktop" / "resources" / "manual"
WIDTH = 640
COLOURS = 64

_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")


def wanted(folder: Path) -> list[str]:
    """Return the pictures that the pages of one language show."""
    texts = (page.read_text(encoding="utf-8") for page in sorted(folder.glob("*.md")))
    return sorted({name for text in texts for name in _PICTURE.findall(text)})


def write(screens: Path, folder: Path) -> None:
    """Scale the screens of one language; what no page shows any more goes."""
    names = wanted(folder)
    for old in folder.glob("*.png"):
        if old.name not in names:
            old.unlink()
    for name in names:
        picture = QImage(str(screens / name))
        if picture.isNull():
            raise FileNotFoundError(screens / name)
        if picture.width() > WIDTH:
            picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        _few_colours(picture).save(str(folder / name), quality=0)


def _few_colours(picture: QImage) -> QImage:
    """A window has few colours; the shades between them come close enough to some of these."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted: Counter[int] = Counter()
    pixels = memoryview(plain.constBits()).cast("I")
    counted.update(pixel & 0xF0F0F0 for pixel in pixels)
    exact: dict[int, Counter[int]] = {
        coarse: Counter() for coarse, _n in counted.most_common(COLOURS)
    }
    for pixel, count in Counter(pixels).items():
        if pixel & 0xF0F0F0 in exact:
            exact[pixel & 0xF0F0F0][pixel | 0xFF000000] += count
    table = [shades.most_common(1)[0][0] for shades in exact.values()]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table)


def main() -> int:
    """Write the pictures of both languages."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    # Kept here: pictures need it.
    application = QGuiApplication(sys.argv)
    for language in ("ja", "en"):
        write(root / language, MANUAL / language)
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
