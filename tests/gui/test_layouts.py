"""Every screen at every size of fonts and screens: no word is cut, covered or out of reach.

Each combination is a process of its own that walks the program as `make screenshots` does, since
scale and screen are fixed when Qt starts. `support/layout_faults.py` says what a fault is.
"""

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# The rest of the matrix takes minutes.
ALWAYS = [
    ("--language=ja", "--screen=1024x600"),
    ("--language=ja", "--font=200"),
    ("--language=en", "--font=200", "--scale=2", "--look=dark"),
    ("--language=pseudo",),
]
MATRIX = [
    *(
        (f"--language={language}", f"--font={font}", f"--look={look}")
        for language, font, look in product(
            ("ja", "en"), (100, 150, 200), ("light", "dark", "contrast")
        )
    ),
    *(
        (f"--language={language}", f"--font={font}", f"--scale={scale}")
        for language, font, scale in product(("ja", "en"), (100, 200), (2, 3))
    ),
    *((f"--language={language}", "--screen=1024x600") for language in ("ja", "en", "pseudo")),
]


def walk(*options: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "scripts" / "check_layouts.py"
    return subprocess.run(
        [sys.executable, script, *options], capture_output=True, text=True, timeout=110, check=False
    )


def assert_clean(options: tuple[str, ...]) -> None:
    done = walk(*options)
    assert done.returncode == 0, done.stdout + done.stderr
    windows = int(done.stdout.split()[-4])
    assert windows > 80


@pytest.mark.parametrize("options", ALWAYS, ids=" ".join)
def test_every_screen_holds(options: tuple[str, ...]) -> None:
    assert_clean(options)


@pytest.mark.slow
@pytest.mark.parametrize("options", MATRIX, ids=" ".join)
def test_every_screen_holds_at_every_size(options: tuple[str, ...]) -> None:
    assert_clean(options)


def test_a_planted_cut_label_is_found_in_every_window() -> None:
    done = walk("--plant")
    words = done.stdout.split()
    assert done.returncode == 1
    assert done.stdout.count("planted") > 40
    assert int(words[-2]) > int(words[-4])
