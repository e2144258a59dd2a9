"""Judges what came back. Nothing is sent here, and no sentence is made.

An answer counts only if everything about it is right: whoever else is on the line could say
"accepted" as well as "refused", and a person would believe either.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jpki_desktop.revocation_request.der_form import is_der
from jpki_desktop.revocation_request.model import RequestState, SignedRequest, Unproven
from jpki_desktop.revocation_request.signer import NotProvenError, check_signer
from jpki_desktop.revocation_request.structures import FreeText, Message, is_there
from jpki_desktop.validity.signed import parts_of

LARGEST_ANSWER = 64 * 1024

# What servers of RFC 4210 and of RFC 9480 write.
_VERSIONS = (2, 3)

# PKIStatus (RFC 4210 5.2.3): only these two are success; waiting; rejection.
_ACCEPTED, _WAITING, _REJECTED = (0, 1), 3, 2
_HIGHEST_STATUS = 6

# PKIFailureInfo in the order of its bits (RFC 4210 5.2.3).
FAILURES = (
    *("badAlg", "badMessageCheck", "badRequest", "badTime", "badCertId", "badDataFormat"),
    *("wrongAuthority", "incorrectData", "missingTimeStamp", "badPOP", "certRevoked"),
    *("certConfirmed", "wrongIntegrity", "badRecipientNonce", "timeNotAvailable"),
    *("unacceptedPolicy", "unacceptedExtension", "addInfoNotAvailable", "badSenderNonce"),
    *("badCertTemplate", "signerNotTrusted", "transactionIdInUse", "unsupportedVersion"),
    *("notAuthorized", "systemUnavail", "systemFailure", "duplicateCertReq"),
)
CERTIFICATE_REVOKED = "certRevoked"

_LONGEST_TEXT = 500
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer proves; see `Receipt` for `cause` and `text`."""

    state: RequestState
    cause: str = ""
    text: str = ""


def judge_answer(der: bytes, signed: SignedRequest, now: datetime) -> Answer:
    """Judge the bytes that came back."""
    try:
        return _judge(der, signed, now)
    except NotProvenError as fault:
        return Answer(RequestState.UNKNOWN, fault.cause)
    except Exception:  # noqa: BLE001
        # What the readers raise for foreign bytes is not specified; what they do not take is none.
        return Answer(RequestState.UNKNOWN, Unproven.NOT_READABLE)


def _judge(der: bytes, signed: SignedRequest, now: datetime) -> Answer:
    if len(der) > LARGEST_ANSWER or not is_der(der):
        raise NotProvenError(Unproven.NOT_READABLE)
    message = Message.load(der, strict=True)
    header = message["header"]
    if int(header["pvno"]) not in _VERSIONS:
        raise NotProvenError(Unproven.NOT_READABLE)
    check_signer(message, signed.server.signers, now)
    _check_transaction(header, signed)
    body = message["body"]
    if body.name == "response":
        return _response(body.chosen, signed)
    if body.name == "error":
        return _error(body.chosen)
    raise NotProvenError(Unproven.NOT_READABLE)


def _check_transaction(header: Any, signed: SignedRequest) -> None:
    """The answer must be to this very request (RFC 4210 5.1.1)."""
    given = (header["transaction_id"].native, header["recipient_nonce"].native)
    if given != (signed.transaction_id, signed.nonce) or not header["sender_nonce"].native:
        raise NotProvenError(Unproven.OTHER_TRANSACTION)


def _response(body: Any, signed: SignedRequest) -> Answer:
    if len(body["results"]) != 1:
        raise NotProvenError(Unproven.NOT_READABLE)
    if is_there(body["certificates"]):
        _check_certificate(body["certificates"], signed)
    return _result(body["results"][0], "")


def _check_certificate(named: Any, signed: SignedRequest) -> None:
    """Where the answer names certificates, it names ours alone."""
    issuer = parts_of(signed.certificate.der).issuer
    found = [
        (one["issuer"].name, bytes(one["issuer"].chosen.untag().dump()), int(one["serial"]))
        for one in named
    ]
    if found != [("directory_name", issuer, signed.certificate.serial)]:
        raise NotProvenError(Unproven.OTHER_CERTIFICATE)


def _error(body: Any) -> Answer:
    """An error is a refusal, whatever else it claims; only waiting is told apart."""
    answer = _result(body["result"], _joined(body["details"]))
    if answer.state is RequestState.ACCEPTED:
        raise NotProvenError(Unproven.NOT_READABLE)
    return answer


def _result(info: Any, more: str) -> Answer:
    status = int(info["status"])
    text = harmless(" ".join(part for part in (_joined(info["text"]), more) if part))
    cause = _failure(info["failures"])
    if status in _ACCEPTED:
        # Success and a reason why not in one answer is neither.
        if cause:
            raise NotProvenError(Unproven.NOT_READABLE)
        return Answer(RequestState.ACCEPTED, text=text)
    if status == _WAITING:
        return Answer(RequestState.PENDING, cause, text)
    if status == _REJECTED:
        return Answer(RequestState.REFUSED, cause, text)
    if not 0 <= status <= _HIGHEST_STATUS:
        raise NotProvenError(Unproven.NOT_READABLE)
    return Answer(RequestState.UNKNOWN, Unproven.WARNING, text)


def _failure(bits: Any) -> str:
    """The one reason that is shown: that it was revoked before, or else the first one."""
    if not is_there(bits):
        return ""
    # One that RFC 4210 does not name goes by its number.
    named = [
        FAILURES[bit] if bit < len(FAILURES) else str(bit)
        for bit, value in enumerate(bits.native)
        if value
    ]
    if CERTIFICATE_REVOKED in named:
        return CERTIFICATE_REVOKED
    return named[0] if named else ""


def _joined(text: FreeText) -> str:
    return " ".join(str(part.native) for part in text) if is_there(text) else ""


def harmless(text: str) -> str:
    """A server's words without what could imitate other text, and not longer than a paragraph."""
    plain = "".join(
        " " if unicodedata.category(char) in _INVISIBLE else char for char in text[:_LONGEST_TEXT]
    )
    return " ".join(plain.split())
