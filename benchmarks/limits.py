"""What was measured, and what must hold of it. Nothing is measured here.

The limits are on commands and bytes, which are the same on every machine; times are only shown.
"""

from dataclasses import dataclass

OURS_CERTIFICATE = "certificate"
OURS_CARD = "card summary"
OPENSC = "OpenSC, all drivers"
OPENSC_JPKI = "OpenSC, driver jpki"

# Two selections and the file in parts of 256 bytes are 8; one more is allowed for another card.
MOST_FOR_CERTIFICATE = 9
MOST_BYTES_FOR_CERTIFICATE = 70
# The start screen: the certificate, both counters, the kind of card and what is on it.
MOST_FOR_CARD = 13


@dataclass(frozen=True, slots=True)
class Measured:
    """One task: what it cost the card, and how long it took (medians, in milliseconds)."""

    name: str
    apdus: int
    sent: int
    received: int
    card_ms: float
    wall_ms: float
    notes: tuple[str, ...] = ()


def broken(measured: dict[str, Measured]) -> list[str]:
    """Return the promises that our own two tasks break."""
    certificate, card = measured[OURS_CERTIFICATE], measured[OURS_CARD]
    found = []
    if certificate.apdus > MOST_FOR_CERTIFICATE:
        found.append(f"certificate: {certificate.apdus} APDUs, not {MOST_FOR_CERTIFICATE}")
    if certificate.sent > MOST_BYTES_FOR_CERTIFICATE:
        found.append(f"certificate: {certificate.sent} bytes, not {MOST_BYTES_FOR_CERTIFICATE}")
    if card.apdus > MOST_FOR_CARD:
        found.append(f"card summary: {card.apdus} APDUs, not {MOST_FOR_CARD}")
    return found + [
        f"{task.name}: the card noted {', '.join(task.notes)}"
        for task in (certificate, card)
        if task.notes
    ]


def table(measured: dict[str, Measured]) -> list[str]:
    """Return the figures as lines, each beside its ratio against OpenSC in the same run."""
    base = measured.get(OPENSC)
    heads = f"{'APDUs':>7}{'sent':>7}{'received':>10}{'card ms':>9}{'wall ms':>9}"
    lines = [f"{'':22}{heads}{'APDUs x OpenSC':>16}{'sent x OpenSC':>15}"]
    for task in measured.values():
        ratios = ("-", "-")
        if base is not None:
            ratios = (f"{task.apdus / base.apdus:.2f}", f"{task.sent / base.sent:.2f}")
        lines.append(
            f"{task.name:22}{task.apdus:7}{task.sent:7}{task.received:10}{task.card_ms:9.1f}"
            f"{task.wall_ms:9.1f}{ratios[0]:>16}{ratios[1]:>15}"
        )
    return lines
