"""Fuzz the parsers and the card, guided by coverage: `run.py [--seconds 5] [--target NAME]`.

Each target runs in a process of its own, two at a time, beginning with the seeds of `corpus_seeds`
and what the folder corpus holds. Ends with 1 when a target finds a fault; the input that did it is
kept in the folder findings. Without atheris it says so and ends with 2.
"""

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

FINDINGS = HERE / "findings"
_LONGEST_INPUT = 8192
_MEGABYTES = 2048
_AT_A_TIME = 2


def main() -> int:
    """Run every target, or the one that was named, for its share of the time."""
    if sys.argv[1:2] == ["--child"]:
        # Nothing of ours may be imported before it is instrumented.
        run_child(sys.argv[2], sys.argv[3:])
        return 0
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5, help="time for each target (5)")
    parser.add_argument("--target", choices=sorted(TARGETS), help="only this one")
    arguments = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed here.", file=sys.stderr)
        return 2
    names = [arguments.target] if arguments.target else list(TARGETS)
    with tempfile.TemporaryDirectory(prefix="jd-fuzz-") as folder:
        seeds = write_seeds(Path(folder))
        seconds = max(1, arguments.seconds)
        with ThreadPoolExecutor(_AT_A_TIME) as pool:
            held = pool.map(lambda name: fuzz(name, seconds, seeds, Path(folder)), names)
            failed = [name for name, good in zip(names, held, strict=True) if not good]
    if FINDINGS.exists() and not any(FINDINGS.iterdir()):
        FINDINGS.rmdir()
    for name in failed:
        print(f"found a fault: {name}")
    return 1 if failed else 0


def write_seeds(folder: Path) -> Path:
    """All seeds as files of one folder, which lives no longer than this run."""
    from fuzz.corpus_seeds import CORPUS, foreign_seeds, fresh_seeds, own_seeds

    seeds = folder / "seeds"
    seeds.mkdir()
    kept = [file.read_bytes() for file in sorted(CORPUS.iterdir())] if CORPUS.exists() else []
    for number, data in enumerate(
        [*own_seeds().values(), *fresh_seeds().values(), *kept, *foreign_seeds()]
    ):
        (seeds / f"{number:05}").write_bytes(data)
    return seeds


def fuzz(name: str, seconds: int, seeds: Path, folder: Path) -> bool:
    """Run one target; returns whether it held."""
    found = folder / f"corpus-{name}"
    found.mkdir()
    FINDINGS.mkdir(exist_ok=True)
    done = subprocess.run(
        [
            *(sys.executable, __file__, "--child", name, str(found), str(seeds)),
            f"-max_total_time={seconds}",
            f"-max_len={_LONGEST_INPUT}",
            f"-rss_limit_mb={_MEGABYTES}",
            "-timeout=20",
            "-print_final_stats=1",
            "-verbosity=0",
            f"-artifact_prefix={FINDINGS}/{name}-",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    runs, kept = (
        figure(done.stderr, "number_of_executed_units"),
        figure(done.stderr, "new_units_added"),
    )
    print(f"{name:<16} {runs:>8} runs, {kept:>5} new inputs kept, code {done.returncode}")
    if done.returncode != 0:
        print(done.stdout[-3000:], done.stderr[-3000:], sep="\n", file=sys.stderr)
    return done.returncode == 0


def figure(text: str, name: str) -> str:
    """One of the fuzzer's final figures."""
    return next((line.split()[-1] for line in text.splitlines() if name in line), "?")


def run_child(name: str, words: list[str]) -> None:
    """Become the fuzzer of one target."""
    import atheris

    with atheris.instrument_imports(include=["jpki_desktop"]):
        from fuzz.targets import TARGETS, answered, ask, know
    from support.certificate_files import trio

    know(trio()[1])
    ask(answered()[0])
    target = TARGETS[name]

    def take(data: bytes) -> None:
        target(data)

    atheris.Setup([sys.argv[0], *words], take)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
