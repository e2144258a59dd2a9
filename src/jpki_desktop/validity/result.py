"""What a check of validity ends with: values with their evidence, never a boolean.

Which words a person reads is decided in `wording.validity`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jpki_desktop.certificate.model import Certificate


class VerdictWord(StrEnum):
    """The one word for everything together; only VALID is good news."""

    VALID = "valid"
    REVOKED = "revoked"
    ON_HOLD = "on_hold"
    REVOCATION_REQUESTED = "revocation_requested"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    UNTRUSTED = "untrusted"
    UNKNOWN = "unknown"
    UNCHECKED = "unchecked"


class Trust(StrEnum):
    """Whose authority the verdict rests on."""

    JPKI = "jpki"
    JPKI_TEST = "jpki-test"
    ORGANISATION = "organisation"
    GIVEN = "given"
    DEMO = "demo"


class PathState(StrEnum):
    """How the way from the certificate to a trusted authority ended.

    NOT_SEEN: a published authority issued it, whose certificate is not at hand. UNSUPPORTED: there
    is a rule in the way that this program does not implement.
    """

    OK = "ok"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    UNTRUSTED = "untrusted"
    MALFORMED = "malformed"
    NOT_SEEN = "not_seen"
    UNSUPPORTED = "unsupported"


class PathFault(StrEnum):
    """Why a path is not OK."""

    FORM = "form"
    CRITICAL_EXTENSION = "critical-extension"
    IS_AUTHORITY = "is-authority"
    KEY_USAGE = "key-usage"
    PURPOSE = "purpose"
    POLICY = "policy"
    WEAK = "weak"
    ALGORITHM = "algorithm"
    RULE = "rule"
    SIGNATURE = "signature"
    UNKNOWN_AUTHORITY = "unknown-authority"
    AUTHORITY_NOT_SEEN = "authority-not-seen"
    AUTHORITY_UNFIT = "authority-unfit"
    AUTHORITY_DATES = "authority-dates"
    AUTHORITY_REVOKED = "authority-revoked"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class PathResult:
    """The path from the certificate (first) to the trusted authority (last)."""

    state: PathState
    fault: PathFault | None = None
    trust: Trust | None = None
    chain: tuple[Certificate, ...] = ()


class RevocationState(StrEnum):
    """What one source, or all of them together, say about revocation."""

    GOOD = "good"
    REVOKED = "revoked"
    ON_HOLD = "on_hold"
    REQUESTED = "requested"
    UNKNOWN = "unknown"
    UNCHECKED = "unchecked"


class Cause(StrEnum):
    """Why a source gave no answer that can be used.

    The first group: it could not be asked. The second: the answer cannot be trusted.
    """

    NO_SOURCE = "no-source"
    NOT_ALLOWED = "official-servers-not-allowed"
    HOST_NOT_ALLOWED = "host-not-allowed"
    NETWORK = "network"
    FILE = "file"
    REFUSED = "responder-refused"
    TRY_LATER = "try-later"
    AUTHORITY_UNCHECKED = "authority-unchecked"

    MALFORMED = "malformed"
    SIGNATURE = "signature"
    RESPONDER = "responder-not-authorised"
    OTHER_CERTIFICATE = "other-certificate"
    SEVERAL_ANSWERS = "several-answers"
    NONCE = "nonce"
    NONCE_MISSING = "nonce-missing"
    STALE = "stale"
    FUTURE = "future"
    CLOCK = "clock"
    CRITICAL_EXTENSION = "critical-extension"
    ALGORITHM = "algorithm"
    ISSUER = "issuer"
    PARTITION = "partition"
    UNSUPPORTED = "unsupported"


UNASKED = frozenset(
    {
        Cause.NO_SOURCE,
        Cause.NOT_ALLOWED,
        Cause.HOST_NOT_ALLOWED,
        Cause.NETWORK,
        Cause.FILE,
        Cause.REFUSED,
        Cause.TRY_LATER,
        Cause.AUTHORITY_UNCHECKED,
    }
)
"""Causes of a source that could not be asked; all others speak against its answer."""


class SourceKind(StrEnum):
    """Where an answer came from."""

    OCSP = "ocsp"
    CRL = "crl"


@dataclass(frozen=True, slots=True)
class Source:
    """A kind and its place: an address, a file's path, or nothing."""

    kind: SourceKind
    place: str = ""


class Nonce(StrEnum):
    """Whether the answer repeats the number that the question carried."""

    MATCHED = "matched"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Revocation:
    """When and why, by the RFC 5280 name of the reason (`unspecified` where none is given)."""

    at: datetime
    reason: str

    @property
    def is_hold(self) -> bool:
        """Whether it can still be taken back (RFC 5280 5.3.1)."""
        return self.reason == "certificateHold"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one source said.

    With UNCHECKED, `cause` says why and `detail` is a technical word; `revocation` may then hold
    what an outdated list says, which is no present fact. `produced_at` is signed by the responder.
    """

    source: Source
    state: RevocationState
    cause: Cause | None = None
    detail: str = ""
    revocation: Revocation | None = None
    this_update: datetime | None = None
    next_update: datetime | None = None
    produced_at: datetime | None = None
    nonce: Nonce | None = None
    signer: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole result: the path, revocation, and every piece of evidence."""

    path: PathResult
    revocation: RevocationState
    evidence: tuple[Evidence, ...]
    checked_at: datetime

    @property
    def word(self) -> VerdictWord:
        """The one word; VALID only with a good path and a good answer."""
        if self.path.state is PathState.OK:
            return _BY_REVOCATION.get(self.revocation, VerdictWord.UNCHECKED)
        return _BY_PATH.get(self.path.state, VerdictWord.UNCHECKED)

    @property
    def decisive(self) -> Evidence | None:
        """The piece of evidence that the result rests on, or the failure that explains it best."""
        wanted: tuple[RevocationState, ...] = (self.revocation,)
        if self.revocation is RevocationState.REQUESTED:
            wanted = (RevocationState.UNCHECKED, RevocationState.GOOD)
        found = [one for one in self.evidence if one.state in wanted]
        return min(found, key=_importance, default=None)

    @property
    def as_of(self) -> datetime:
        """The moment for which the result holds: the answer's, or that of the check."""
        found = self.decisive
        moment = None if found is None or found.cause is not None else found.this_update
        return moment or self.checked_at


_BY_REVOCATION = {
    RevocationState.GOOD: VerdictWord.VALID,
    RevocationState.REVOKED: VerdictWord.REVOKED,
    RevocationState.ON_HOLD: VerdictWord.ON_HOLD,
    RevocationState.REQUESTED: VerdictWord.REVOCATION_REQUESTED,
    RevocationState.UNKNOWN: VerdictWord.UNKNOWN,
}
_BY_PATH = {
    PathState.EXPIRED: VerdictWord.EXPIRED,
    PathState.NOT_YET_VALID: VerdictWord.NOT_YET_VALID,
    PathState.UNTRUSTED: VerdictWord.UNTRUSTED,
    PathState.MALFORMED: VerdictWord.UNTRUSTED,
}


def _importance(evidence: Evidence) -> int:
    """A wrong clock explains everything else; what an old list says comes next, then an answer."""
    if evidence.cause is Cause.CLOCK:
        return 0
    if evidence.cause is not None:
        return 3 if evidence.revocation is None else 1
    return 2


def revocation_state(revocation: Revocation) -> RevocationState:
    """A hold is a revocation that may end."""
    return RevocationState.ON_HOLD if revocation.is_hold else RevocationState.REVOKED
