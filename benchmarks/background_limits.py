"""What was measured of the background start, and what must hold of it. Nothing is measured here."""

from dataclasses import dataclass

OURS = "jpki-desktop --background"
BARE = "bare QSystemTrayIcon"

MOST_CPU_SECONDS = 1.0
# Memory and time beside a program that does nothing but show an icon with the same library.
MOST_CPU_RATIO = 4.0
MOST_RSS_RATIO = 1.55
MOST_PSS_RATIO = 2.0


@dataclass(frozen=True, slots=True)
class Weight:
    """One program at rest: CPU seconds until then, kilobytes of memory (resident, proportional)."""

    name: str
    cpu: float
    rss: int
    pss: int


def broken(measured: dict[str, Weight]) -> list[str]:
    """Return the promises that the background start breaks."""
    ours, bare = measured[OURS], measured[BARE]
    found = []
    if ours.cpu > MOST_CPU_SECONDS:
        found.append(f"CPU: {ours.cpu:.2f} s, not {MOST_CPU_SECONDS:.2f}")
    for what, value, base, most in (
        # The clock of the kernel has steps of 10 ms.
        ("CPU", ours.cpu, max(bare.cpu, 0.01), MOST_CPU_RATIO),
        ("resident memory", ours.rss, bare.rss, MOST_RSS_RATIO),
        ("proportional memory", ours.pss, bare.pss, MOST_PSS_RATIO),
    ):
        if value / base > most:
            found.append(f"{what}: {value / base:.2f} times the bare icon, not {most}")
    return found


def table(measured: dict[str, Weight]) -> list[str]:
    """Return the figures as lines, each beside its ratio to the bare icon."""
    base = measured[BARE]
    lines = [f"{'':28}{'CPU s':>8}{'x':>7}{'RSS MB':>9}{'x':>7}{'PSS MB':>9}{'x':>7}"]
    lines += [
        f"{it.name:28}{it.cpu:8.2f}{it.cpu / max(base.cpu, 0.01):7.2f}"
        f"{it.rss / 1024:9.1f}{it.rss / base.rss:7.2f}{it.pss / 1024:9.1f}{it.pss / base.pss:7.2f}"
        for it in measured.values()
    ]
    return lines
