"""Walks every screen at one size of screen and fonts, and tells what is cut or covered.

`python scripts/check_layouts.py [--language ja] [--font 200] [--scale 2] [--screen 1280x800]
[--look dark]`; ends with 1 when anything was found. `--plant` lays one fault into every window,
which must then be found.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]


def main() -> int:
    """Walk, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default="ja", choices=["ja", "en", "pseudo"])
    parser.add_argument("--font", type=int, default=100, help="size of all fonts in percent")
    parser.add_argument("--scale", type=int, default=1, help="pixels of the screen for one")
    parser.add_argument("--screen", default="1280x800", help="size of the screen, as Qt sees it")
    parser.add_argument(
        "--look", default="", choices=["", "light", "dark", "contrast"], help="the appearance"
    )
    parser.add_argument("--plant", action="store_true", help="lay a fault into every window")
    parser.add_argument("--pictures", type=Path, help="keep a picture of every screen there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = _screen(Path(folder), arguments)
        return _walk(arguments)


def _screen(folder: Path, arguments: argparse.Namespace) -> str:
    """Describe the screen to Qt's offscreen platform, which needs no display."""
    wide, high = (int(part) for part in arguments.screen.split("x"))
    described = {"name": "screen", "x": 0, "y": 0, "width": wide, "height": high}
    described |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": arguments.scale}
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": [described]}))
    return f"offscreen:configfile={file}"


def _walk(arguments: argparse.Namespace) -> int:
    from camera import Camera, settle
    from PySide6.QtWidgets import QApplication, QLabel, QWidget
    from screenshots import Tour

    from jpki_desktop.gui.colours import Appearance
    from jpki_desktop.gui.style import apply_style
    from support.layout_faults import faults, unmarked

    class Judge(Camera):
        """Looks at windows instead of drawing them."""

        looks_at_all = True

        def __init__(self) -> None:
            super().__init__(arguments.pictures or Path())
            self.windows = 0
            self.found: list[str] = []

        def take(self, name: str, *windows: QWidget) -> None:
            """Judge the windows of one screen."""
            settle()
            for window in windows:
                planted = _planted(window) if arguments.plant else None
                found = faults(window)
                if arguments.language == "pseudo":
                    found += unmarked(window)
                self.windows += 1
                self.found += [f"{name}: {line}" for line in found]
                if planted is not None:
                    planted.deleteLater()
            if arguments.pictures:
                super().take(name, *windows)

    def _planted(window: QWidget) -> QLabel:
        label = QLabel("planted " * 200, window)
        label.setFixedSize(40, 10)
        label.show()
        return label

    application = QApplication(["jpki-desktop"])
    font = application.font()
    font.setPointSizeF(font.pointSizeF() * arguments.font / 100)
    application.setFont(font)
    apply_style(application, Appearance(arguments.look))
    judge = Judge()
    Tour(arguments.language, judge).walk()
    print(*sorted(set(judge.found)), sep="\n")
    print(f"{judge.windows} windows, {len(judge.found)} faults")
    return 1 if judge.found else 0


if __name__ == "__main__":
    sys.exit(main())
