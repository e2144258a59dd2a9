"""How fast `jpki inspect --csv` is, beside two others over the same files in the same run.

The others are a shell loop of `openssl x509 -text` and a bare Python loop that reads each file and
touches the fields of a row with `cryptography`. All three are whole processes.
`python benchmarks/inspect_files.py [--files N] [--json FILE]`; ends with 1 when a limit is broken.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from unit.certificate import samples

FASTER_THAN_OPENSSL = 20.0
SLOWER_THAN_BARE_LOOP = 2.0
FLAT_MEGABYTES = 20.0
RUNS = 5

# The program's own entry point, without the time that a console script takes to be found.
_OURS = "import sys; from jpki_desktop.cli.main import main; sys.exit(main(sys.argv[1:]))"
_BARE = """
import hashlib, sys
from pathlib import Path
from cryptography import x509
for path in sorted(Path(sys.argv[1]).iterdir()):
    data = path.read_bytes()
    one = x509.load_der_x509_certificate(data)
    row = (one.serial_number, one.subject.rfc4514_string(), one.issuer.rfc4514_string(),
           one.not_valid_after_utc, hashlib.sha256(data).hexdigest())
"""
_SHELL = 'for file in "$1"/*; do openssl x509 -inform DER -in "$file" -noout -text; done'


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000, help="how many certificates (10000)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jd-inspect-") as name:
        few, many = Path(name) / "few", Path(name) / "many"
        make_certificates(few, max(1, arguments.files // 10))
        make_certificates(many, arguments.files)
        figures = measure(few, many)
    print_figures(figures, arguments.files)
    offences = broken(figures)
    for offence in offences:
        print(f"broken: {offence}")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(figures | {"broken": offences}, indent=2) + "\n")
    return 1 if offences else 0


def make_certificates(folder: Path, count: int) -> None:
    """As many different certificates; the signature, which nobody checks here, is of the first.

    Serial number and random string are exchanged in the bytes, since signing takes too long.
    """
    folder.mkdir()
    der = samples.auth()
    serial, random = samples.SERIAL.to_bytes(3, "big"), samples.AUTH_CN[:14].encode()
    for number in range(count):
        changed = der.replace(serial, (0x400000 + number).to_bytes(3, "big"), 1)
        changed = changed.replace(random, f"{number:014X}".encode(), 1)
        (folder / f"{number:05}.cer").write_bytes(changed)


def measure(few: Path, many: Path) -> dict[str, float]:
    """Return seconds, ratios and the growth of memory."""
    python = sys.executable
    ours_command = [python, "-c", _OURS, "inspect", "--csv"]
    ours, bare = [], []
    # By turns, so that a busy machine slows both.
    for _ in range(RUNS):
        ours.append(seconds([*ours_command, str(many)]))
        bare.append(seconds([python, "-c", _BARE, str(many)]))
    # openssl takes minutes; a tenth of the files says the same.
    openssl = seconds(["sh", "-c", _SHELL, "sh", str(few)])
    openssl *= len(list(many.iterdir())) / len(list(few.iterdir()))
    memory_few, memory_many = (peak([*ours_command, str(folder)]) for folder in (few, many))
    return {
        "ours_seconds": round(statistics.median(ours), 3),
        "bare_loop_seconds": round(statistics.median(bare), 3),
        "openssl_loop_seconds": round(openssl, 3),
        "times_faster_than_openssl": round(openssl / statistics.median(ours), 1),
        "times_slower_than_bare_loop": round(statistics.median(ours) / statistics.median(bare), 2),
        "peak_megabytes": round(memory_many, 1),
        "growth_megabytes": round(memory_many - memory_few, 1),
    }


def seconds(command: list[str]) -> float:
    """How long a command takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak(command: list[str]) -> float:
    """Peak memory of a command in megabytes, seen from a parent of its own."""
    program = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command], check=True, capture_output=True, text=True
    )
    return int(done.stdout) / 1024


def broken(figures: dict[str, float]) -> list[str]:
    """The limits that the figures do not keep."""
    offences = []
    if figures["times_faster_than_openssl"] < FASTER_THAN_OPENSSL:
        offences.append(f"not {FASTER_THAN_OPENSSL} times faster than openssl")
    if figures["times_slower_than_bare_loop"] > SLOWER_THAN_BARE_LOOP:
        offences.append(f"more than {SLOWER_THAN_BARE_LOOP} times slower than the bare loop")
    if figures["growth_megabytes"] > FLAT_MEGABYTES:
        offences.append("memory grows with the number of files")
    return offences


def print_figures(figures: dict[str, float], files: int) -> None:
    """Print everything for a person."""
    print(f"{files} certificate files, one process each, median of {RUNS} runs")
    for name, value in figures.items():
        print(f"  {name:<28} {value:>10}")


if __name__ == "__main__":
    sys.exit(main())
