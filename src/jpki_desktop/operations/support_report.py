"""What goes into a support report: by default nothing that names a person, a card or a machine.

Values are taken in one by one: what is not named here stays out, also what a later version adds.
The text is made by `wording.support_report`.
"""

import platform
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from jpki_desktop import __version__
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CardAnswerError,
    JpkiError,
    NoServiceError,
    ReaderError,
    UnexpectedError,
)
from jpki_desktop.installation import InstallKind, how_installed
from jpki_desktop.machine.service import pcscd_version
from jpki_desktop.machine.system import SystemFacts, system_facts
from jpki_desktop.operations.diagnosis import Finding, Outcome, Step
from jpki_desktop.settings import Settings

# pcsc-lite puts a reader's serial number into round brackets, of which the last is missing where
# the name was too long for it; others run the number into the name.
_IN_BRACKETS = re.compile(r"\s*\([^)]*(?:\)|$)")
_NUMBER = re.compile(r"[0-9A-Fa-f]*\d{5,}[0-9A-Fa-f]*|\b(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{8,}\b")

# Settings whose values are words of this program.
_OPEN_SETTINGS = frozenset(
    {"appearance", "language", "official_servers", "log_level", "update_notice"}
)
_NAMES_OF_READERS = ("reader", "hidden_readers")
_OPEN_PROXIES = frozenset({"none", "system"})
SET = "set"
NOT_SET = ""


class Extra(StrEnum):
    """What a report holds only when it was chosen, item by item."""

    READERS = "readers"
    CERTIFICATE = "certificate"
    SETTINGS = "settings"
    COMPUTER = "computer"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the diagnosis, without a name from outside unless it was chosen."""

    outcome: Outcome
    names: tuple[str, ...]
    error_code: str
    error_detail: str


@dataclass(frozen=True, slots=True)
class About:
    """What this machine says of itself; gathering it may take a moment."""

    system: SystemFacts
    pcscd: str


def about_machine(root: Path = Path("/")) -> About:
    """Look at the system and ask pcscd for its version."""
    return About(system_facts(root), pcscd_version(root))


@dataclass(frozen=True, slots=True)
class SupportReport:
    """Everything in a report, ready to be worded. Empty where it is not known or was not chosen."""

    made_at: datetime
    version: str
    install_kind: InstallKind
    demo: bool
    about: About
    steps: tuple[StepLine, ...]
    recent_codes: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    certificate: Certificate | None = None
    computer: str = ""
    log: tuple[str, ...] = ()


def make_report(
    world: Environment,
    outcomes: Sequence[Outcome],
    about: About,
    extras: Collection[Extra] = (),
    *,
    certificate: Certificate | None = None,
) -> SupportReport:
    """Gather a report; `certificate` goes in only with its extra."""
    return SupportReport(
        made_at=world.clock(),
        version=__version__,
        install_kind=how_installed(),
        demo=world.demo is not None,
        about=about,
        steps=tuple(_step(one, extras) for one in outcomes),
        recent_codes=world.logbook.recent_codes(),
        settings=_settings(world.settings.settings, extras),
        certificate=certificate if Extra.CERTIFICATE in extras else None,
        computer=platform.node() if Extra.COMPUTER in extras else "",
        log=world.logbook.tail() if Extra.LOG in extras else (),
    )


@dataclass(frozen=True, slots=True)
class DefectReport:
    """What helps to find a defect; no value of the exception is in it."""

    kind: str
    places: tuple[str, ...]
    version: str
    install_kind: InstallKind
    system: SystemFacts


def about_defect(error: UnexpectedError) -> DefectReport:
    """Gather the report about an unexpected error."""
    return DefectReport(error.kind, error.places, __version__, how_installed(), system_facts())


def without_serial(name: str) -> str:
    """Return a reader's name without what tells this reader from another of its kind."""
    return _NUMBER.sub("…", _IN_BRACKETS.sub("", name)).strip()


def _step(outcome: Outcome, extras: Collection[Extra]) -> StepLine:
    whole = Extra.READERS in extras
    names = outcome.names
    if outcome.finding is Finding.READERS_CHOSEN_MISSING and not whole:
        # Typed or chosen long ago: nobody knows what stands there.
        names = ()
    if outcome.step is Step.AUTH_CERTIFICATE and Extra.CERTIFICATE not in extras:
        # The days left name the last day, which is a birthday of the holder.
        outcome = replace(outcome, number=None)
    error = outcome.error
    return StepLine(
        outcome,
        names if whole else tuple(without_serial(name) for name in names),
        "" if error is None else error.code,
        "" if error is None else _detail(error),
    )


def _detail(error: JpkiError) -> str:
    """Return numbers of PC/SC and of the card; every other fact may hold a name or a path."""
    if isinstance(error, NoServiceError | ReaderError):
        return f"0x{error.result:08X}"
    if isinstance(error, CardAnswerError):
        return f"{error.command} {error.status}".strip()
    return ""


def _settings(settings: Settings, extras: Collection[Extra]) -> tuple[tuple[str, str], ...]:
    shown = []
    for field in fields(settings):
        value = getattr(settings, field.name)
        value = value if isinstance(value, str) else ", ".join(value)
        open_ = field.name in _OPEN_SETTINGS or (field.name == "proxy" and value in _OPEN_PROXIES)
        chosen = Extra.READERS if field.name in _NAMES_OF_READERS else Extra.SETTINGS
        shown.append(
            (field.name, value if open_ or chosen in extras else SET if value else NOT_SET)
        )
    return tuple(shown)
