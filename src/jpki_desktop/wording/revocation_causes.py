"""Why a request to revoke was refused, or why nothing is certain about it, in sentences.

The causes are PKIFailureInfo names (RFC 4210 5.2.3) and those of `revocation_request.model`.
"""

from jpki_desktop.revocation_request.model import Unproven
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls


def request_cause_title(cause: str) -> str:
    """Return the heading for the causes that say more than refused or unknown."""
    return {
        "certRevoked": translate("revocation_request", "The certificate is revoked already"),
        Unproven.NOT_REACHED.value: translate(
            "revocation_request", "The server could not be reached; nothing was sent"
        ),
    }.get(cause, "")


def request_cause_text(cause: str) -> str:
    """Return a cause as one or two sentences; an unknown one as it stands."""
    known = {**_refusals(), **_server_troubles(), **_unproven()}
    if not cause:
        return translate("revocation_request", "The server gave no reason.")
    return known.get(cause) or translate(
        "revocation_request", "The server gave this reason: {cause}."
    ).format(cause=escape_controls(cause))


def _refusals() -> dict[str, str]:
    """The server has understood the request and does not carry it out."""
    return {
        "certRevoked": translate(
            "revocation_request", "The server says that this certificate was revoked before."
        ),
        "badCertId": translate(
            "revocation_request", "The server does not know this certificate or did not issue it."
        ),
        "notAuthorized": translate(
            "revocation_request", "The server does not allow this card to revoke this certificate."
        ),
        "signerNotTrusted": translate(
            "revocation_request", "The server does not trust the certificate of this card."
        ),
        "wrongAuthority": translate(
            "revocation_request", "The server belongs to another authority than the certificate."
        ),
        "badPOP": translate(
            "revocation_request", "The server was not convinced that the card holds the key."
        ),
        "badTime": translate(
            "revocation_request",
            "The server found the time of the request wrong. Check date and time of this computer.",
        ),
        "certConfirmed": translate(
            "revocation_request", "The server says that this was confirmed before."
        ),
        "unacceptedPolicy": translate(
            "revocation_request", "The rules of the server do not allow this request."
        ),
        "badCertTemplate": translate(
            "revocation_request", "The server found the description of the certificate wrong."
        ),
        "unacceptedExtension": translate(
            "revocation_request", "The server does not accept the reason that was given."
        ),
    }


def _server_troubles() -> dict[str, str]:
    """The server could not or would not read the request, or has a trouble of its own."""
    unreadable = translate(
        "revocation_request", "The server could not read the request: it speaks another form."
    )
    signature = translate(
        "revocation_request", "The server found the signature on the request wrong."
    )
    repeated = translate(
        "revocation_request", "The server found the numbers wrong that tell requests apart."
    )
    busy = translate("revocation_request", "The server has a fault at present.")
    return {
        "badAlg": translate(
            "revocation_request", "The server does not know the kind of signature of this card."
        ),
        "badMessageCheck": signature,
        "wrongIntegrity": signature,
        "badRequest": translate(
            "revocation_request", "The server does not take requests of this kind."
        ),
        "badDataFormat": unreadable,
        "unsupportedVersion": unreadable,
        "incorrectData": translate(
            "revocation_request", "The server found something in the request wrong."
        ),
        "missingTimeStamp": translate(
            "revocation_request", "The server asks for a time stamp, which this program has not."
        ),
        "timeNotAvailable": busy,
        "addInfoNotAvailable": translate(
            "revocation_request", "The server lacks something that it needs for an answer."
        ),
        "badRecipientNonce": repeated,
        "badSenderNonce": repeated,
        "transactionIdInUse": repeated,
        "duplicateCertReq": translate(
            "revocation_request", "The server says that the same request was made before."
        ),
        "systemUnavail": translate(
            "revocation_request", "The server is out of service at present."
        ),
        "systemFailure": busy,
    }


def _unproven() -> dict[str, str]:
    """Nothing that came back proves what became of the request."""
    return {
        Unproven.NOT_REACHED.value: translate(
            "revocation_request", "No connection to the server came about. Nothing was changed."
        ),
        Unproven.NO_ANSWER.value: translate(
            "revocation_request",
            "The request was sent, but no answer came back that could be used. The certificate "
            "may be revoked or not.",
        ),
        Unproven.GIVEN_UP.value: translate(
            "revocation_request",
            "You stopped waiting before the answer came. The certificate may be revoked or not.",
        ),
        Unproven.NOT_READABLE.value: translate(
            "revocation_request",
            "The answer has no proper form, so it says nothing. The certificate may be revoked or "
            "not.",
        ),
        Unproven.UNPROTECTED.value: translate(
            "revocation_request",
            "The answer was not signed, so anybody could have sent it. The certificate may be "
            "revoked or not.",
        ),
        Unproven.WRONG_PROTECTION.value: translate(
            "revocation_request",
            "The signature on the answer is wrong: it may be changed or forged. The certificate "
            "may be revoked or not.",
        ),
        Unproven.NOT_AUTHORISED.value: translate(
            "revocation_request",
            "The answer was signed by somebody who may not answer for this server. The "
            "certificate may be revoked or not.",
        ),
        Unproven.OTHER_TRANSACTION.value: translate(
            "revocation_request",
            "The answer belongs to another request. The certificate may be revoked or not.",
        ),
        Unproven.OTHER_CERTIFICATE.value: translate(
            "revocation_request",
            "The answer is about another certificate. Yours may be revoked or not.",
        ),
        Unproven.WARNING.value: translate(
            "revocation_request",
            "The server announced something about a revocation and did not confirm it. The "
            "certificate may be revoked or not.",
        ),
    }
