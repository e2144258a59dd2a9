"""What a step of the diagnosis can find: each finding has a stable code and a result.

The sentences are in `wording.diagnosis`; the codes are explained in docs/error-codes.md.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum

from jpki_desktop.errors import JpkiError


class Step(StrEnum):
    """The chain, in its order."""

    SERVICE = "service"
    READERS = "readers"
    CARD = "card"
    APPLET = "applet"
    FILES = "files"
    AUTH_PASSWORD = "auth-password"  # noqa: S105 - the name of a step
    SIGN_PASSWORD = "sign-password"  # noqa: S105
    AUTH_CERTIFICATE = "auth-certificate"
    SIGN_CERTIFICATE = "sign-certificate"
    CLOCK = "clock"
    SERVER = "server"
    PIECES = "pieces"


class Result(StrEnum):
    """How a step ended. SKIPPED was not looked at; NOT_APPLICABLE has nothing to look at."""

    OK = "ok"
    ATTENTION = "attention"
    FAILED = "failed"
    SKIPPED = "skipped"
    NOT_APPLICABLE = "not-applicable"


class Finding(Enum):
    """Code and result; the tens of the code tell the step, in its order."""

    STEP_SKIPPED = "JD-2001", Result.SKIPPED
    STEP_SILENT = "JD-2002", Result.FAILED
    STEP_ERROR = "JD-2003", Result.FAILED
    STEP_GIVEN_UP = "JD-2004", Result.SKIPPED
    STEP_TAKEN = "JD-2005", Result.FAILED

    SERVICE_RUNS = "JD-2010", Result.OK
    SERVICE_STOPPED = "JD-2011", Result.FAILED
    SERVICE_MISSING = "JD-2012", Result.FAILED
    SERVICE_REFUSES = "JD-2013", Result.FAILED
    SERVICE_OTHER_VERSION = "JD-2014", Result.FAILED

    READERS_FOUND = "JD-2020", Result.OK
    READERS_NONE = "JD-2021", Result.FAILED
    READERS_UNUSABLE = "JD-2022", Result.FAILED
    READERS_NEED_DRIVER = "JD-2023", Result.FAILED
    READERS_ONE_UNUSABLE = "JD-2024", Result.ATTENTION
    READERS_CHOSEN_MISSING = "JD-2025", Result.ATTENTION

    CARD_ANSWERS = "JD-2030", Result.OK
    CARD_NONE = "JD-2031", Result.FAILED
    CARD_ERROR = "JD-2032", Result.FAILED
    CARD_SEVERAL = "JD-2033", Result.ATTENTION

    APPLET_SELECTED = "JD-2040", Result.OK
    APPLET_NONE = "JD-2041", Result.FAILED
    APPLET_RESIDENT_CARD = "JD-2042", Result.FAILED
    APPLET_ERROR = "JD-2043", Result.FAILED

    FILES_READ = "JD-2050", Result.OK
    FILES_MISSING = "JD-2051", Result.ATTENTION
    FILES_ERROR = "JD-2052", Result.FAILED

    AUTH_TRIES = "JD-2060", Result.OK
    AUTH_LOCKED = "JD-2061", Result.FAILED
    AUTH_LAST_TRY = "JD-2062", Result.ATTENTION
    AUTH_NO_PASSWORD = "JD-2063", Result.NOT_APPLICABLE
    AUTH_TRIES_ERROR = "JD-2064", Result.FAILED
    AUTH_TRIES_UNTOLD = "JD-2065", Result.ATTENTION

    SIGN_TRIES = "JD-2070", Result.OK
    SIGN_LOCKED = "JD-2071", Result.FAILED
    SIGN_LAST_TRY = "JD-2072", Result.ATTENTION
    SIGN_NO_PASSWORD = "JD-2073", Result.NOT_APPLICABLE
    SIGN_TRIES_ERROR = "JD-2074", Result.FAILED
    SIGN_TRIES_UNTOLD = "JD-2075", Result.ATTENTION

    AUTH_CERTIFICATE_GOOD = "JD-2080", Result.OK
    AUTH_CERTIFICATE_EXPIRED = "JD-2081", Result.FAILED
    AUTH_CERTIFICATE_EARLY = "JD-2082", Result.FAILED
    AUTH_CERTIFICATE_ENDS_SOON = "JD-2083", Result.ATTENTION
    AUTH_CERTIFICATE_MISSING = "JD-2084", Result.ATTENTION
    AUTH_CERTIFICATE_ERROR = "JD-2085", Result.FAILED
    AUTH_CERTIFICATE_GUARDED = "JD-2086", Result.SKIPPED
    SIGN_CERTIFICATE_GUARDED = "JD-2087", Result.SKIPPED
    SIGN_CERTIFICATE_MISSING = "JD-2088", Result.NOT_APPLICABLE

    CLOCK_PLAUSIBLE = "JD-2090", Result.OK
    CLOCK_BEHIND = "JD-2091", Result.FAILED
    CLOCK_AHEAD = "JD-2092", Result.ATTENTION
    CLOCK_JUMPED = "JD-2093", Result.ATTENTION

    SERVER_ANSWERS = "JD-2100", Result.OK
    SERVER_NOT_SET = "JD-2101", Result.SKIPPED
    SERVER_NOTHING_TO_ASK = "JD-2102", Result.SKIPPED
    SERVER_NOT_ASKED = "JD-2103", Result.SKIPPED
    SERVER_UNREACHED = "JD-2104", Result.FAILED
    SERVER_USELESS = "JD-2105", Result.FAILED
    SERVER_SAYS_REVOKED = "JD-2106", Result.FAILED

    PIECES_FOUND = "JD-2110", Result.OK
    PIECES_NONE = "JD-2111", Result.NOT_APPLICABLE

    @property
    def code(self) -> str:
        """The stable code, to be read out on the telephone."""
        return self.value[0]

    @property
    def result(self) -> Result:
        """How a step with this finding ends."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one step found.

    `names` are readers, devices, files or programs; `number` counts what the finding is about
    (readers, tries, days). `error` and the technical word `detail` say why.
    """

    step: Step
    finding: Finding
    names: tuple[str, ...] = ()
    number: int | None = None
    error: JpkiError | None = None
    detail: str = ""

    @property
    def result(self) -> Result:
        """How the step ended."""
        return self.finding.result
