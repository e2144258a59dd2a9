"""The program's icon in the sizes that desktops ask for, drawn from the one SVG file."""

import os
import shutil
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def write_icons(source: Path, theme: Path) -> None:
    """Write the SVG and its pictures into an icon theme's folder."""
    vector = theme / "scalable/apps" / source.name
    vector.parent.mkdir(parents=True)
    shutil.copyfile(source, vector)
    for size in SIZES:
        target = theme / f"{size}x{size}/apps" / f"{source.stem}.png"
        target.parent.mkdir(parents=True)
        draw(source, size, target)


def draw(source: Path, size: int, target: Path) -> None:
    """Draw the icon once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    if not image.save(str(target)):
        raise OSError(target)
