"""What a request to revoke and its answer are, as frozen values.

How they are written in bytes is in `message` and `answer`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from jpki_desktop.certificate.model import Certificate


class RevocationReason(StrEnum):
    """Why a certificate shall be revoked (RFC 5280 5.3.1, those that a holder can state)."""

    UNSPECIFIED = "unspecified"
    KEY_COMPROMISE = "key-compromise"
    AFFILIATION_CHANGED = "affiliation-changed"
    SUPERSEDED = "superseded"
    CESSATION_OF_OPERATION = "cessation-of-operation"


class RequestState(StrEnum):
    """What is known of a request after it was sent; only ACCEPTED is success.

    UNKNOWN is everything that does not prove itself: no answer, an answer without protection.
    """

    ACCEPTED = "accepted"
    PENDING = "pending"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Unproven(StrEnum):
    """Why the state of a request is unknown.

    Stands in `Receipt.cause` beside PKIFailureInfo names (RFC 4210 5.2.3) of refusals.
    NOT_REACHED is the one after which the request has certainly not arrived.
    """

    NOT_REACHED = "not-reached"
    NO_ANSWER = "no-answer"
    GIVEN_UP = "given-up"
    NOT_READABLE = "not-readable"
    UNPROTECTED = "unprotected"
    WRONG_PROTECTION = "wrong-protection"
    NOT_AUTHORISED = "not-authorised"
    OTHER_TRANSACTION = "other-transaction"
    OTHER_CERTIFICATE = "other-certificate"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Server:
    """Where a request goes, and who may answer it.

    `signers` are the certificates of the server that signs the answer, or of its authority;
    `demo` marks the built-in test authority.
    """

    url: str
    signers: tuple[Certificate, ...]
    demo: bool = False


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A request that is ready to be sent once; `message` is the DER of the PKIMessage."""

    server: Server
    certificate: Certificate
    reason: RevocationReason
    transaction_id: bytes
    nonce: bytes
    message: bytes = field(repr=False)
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a person keeps of a request.

    `cause` is a PKIFailureInfo name, a value of `Unproven`, or empty; `text` holds the server's
    own words, already harmless to show. `transaction_id` is hexadecimal, `server` its address.
    `test` marks a certificate of a JPKI test card.
    """

    state: RequestState
    cause: str
    text: str
    transaction_id: str
    sent_at: datetime
    answered_at: datetime | None
    server: str
    certificate: Certificate
    reason: RevocationReason
    demo: bool = False
    test: bool = False

    @property
    def was_sent(self) -> bool:
        """Whether anything has left; where not, `sent_at` is the moment of the attempt."""
        return self.cause != Unproven.NOT_REACHED
