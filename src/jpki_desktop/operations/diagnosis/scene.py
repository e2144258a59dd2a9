"""What the steps share: what they look at, and what earlier ones have learned."""

import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from jpki_desktop.card.connection import ReadersSeen
from jpki_desktop.card.jpki_session import CertificatePresence
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.machine.service import System, this_system


@dataclass(frozen=True, slots=True)
class Scene:
    """One run. `reader` is the one to look at, or empty; `root` is where the system's files lie."""

    world: Environment
    reader: str = ""
    root: Path = Path("/")
    system: System = field(default_factory=this_system)
    begun: datetime = field(init=False)
    begun_ticks: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "begun", self.world.clock())
        object.__setattr__(self, "begun_ticks", time.monotonic())


@dataclass(frozen=True, slots=True)
class Known:
    """What the steps so far have learned; a step that fails teaches nothing."""

    seen: ReadersSeen | None = None
    reader: str = ""
    presence: CertificatePresence | None = None
    certificate: Certificate | None = None
    authority: Certificate | None = None
