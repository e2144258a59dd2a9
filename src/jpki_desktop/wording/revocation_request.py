"""A request to revoke a certificate in words: before it, at the question, and its receipt.

The terminal and the window say the same. Why a request was refused, or why nothing is certain, is
in `wording.revocation_causes`.
"""

from jpki_desktop.revocation_request.model import (
    Receipt,
    RequestState,
    RevocationReason,
    Server,
)
from jpki_desktop.wording.dates import moment_in_japan
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls
from jpki_desktop.wording.passwords import as_heading, certificate_name
from jpki_desktop.wording.revocation_causes import request_cause_text, request_cause_title

# Published in the guide of JPKI: the call centre of the My Number card, and its second number.
STOP_PHONE, STOP_PHONE_ELSEWHERE = "0570-783-578", "050-3818-1250"
PORTAL = "https://www.jpki.go.jp/"


def before_title() -> str:
    """Return the heading over what people must know first."""
    return translate("revocation_request", "Please read this before you request a revocation")


def before_points() -> tuple[str, str, str]:
    """Return the three things that people must know before anything else."""
    return counter_notice(), phone_notice(), hold_notice()


def earlier_notice() -> str:
    """Return what must be known before a second request for the same certificate."""
    return translate(
        "request_revocation",
        "A request to revoke this certificate was sent before, and it may still take effect. Check "
        "the validity of the certificate before you send another one.",
    )


def counter_notice() -> str:
    """Return when the municipal counter is the only right place."""
    return translate(
        "revocation_request",
        "If the card was lost or stolen, if it is broken, or if somebody has used it or may have "
        "used it without your leave: do not use this screen. Report it at the counter of your "
        "city, ward, town or village at once.",
    )


def phone_notice() -> str:
    """Return where a card is stopped by telephone when the counter is too far away."""
    return translate(
        "revocation_request",
        "If you cannot go there at once, have the card stopped for the time being by telephone: "
        "{first} (if that does not connect: {second}).",
    ).format(first=STOP_PHONE, second=STOP_PHONE_ELSEWHERE)


def hold_notice() -> str:
    """Return what becomes of the two certificates after such a stop."""
    return translate(
        "revocation_request",
        "After such a stop the user authentication certificate can be released again at the "
        "counter. The digital signature certificate cannot: it has to be revoked and issued anew.",
    )


def no_server_title() -> str:
    """Return that no server is set."""
    return translate("revocation_request", "This program has no server to send the request to")


def no_server_points() -> tuple[str, str, str, str]:
    """Return why, and where the certificate is revoked then."""
    return (
        translate(
            "revocation_request",
            "The official online window of JPKI cannot be reached by this program. If your "
            "organisation has a server of its own, its address belongs into the settings.",
        ),
        translate(
            "revocation_request",
            "At the counter of your city, ward, town or village: bring the card and a document "
            "with your photo.",
        ),
        phone_notice(),
        translate("revocation_request", "The portal of JPKI says more: {portal}").format(
            portal=PORTAL
        ),
    )


def choose_certificate() -> str:
    """Return the question which certificate is meant."""
    return translate("revocation_request", "Which certificate shall be revoked?")


def choose_reason() -> str:
    """Return the question for the reason."""
    return translate("revocation_request", "Why shall it be revoked?")


def revocation_reason_name(reason: RevocationReason) -> str:
    """Return a reason in everyday words."""
    return {
        RevocationReason.UNSPECIFIED: translate("revocation_request", "I do not want to say"),
        RevocationReason.KEY_COMPROMISE: translate(
            "revocation_request", "Somebody else may be able to use it"
        ),
        RevocationReason.AFFILIATION_CHANGED: translate(
            "revocation_request", "Name, address or other entries have changed"
        ),
        RevocationReason.SUPERSEDED: translate(
            "revocation_request", "Replaced by a new certificate"
        ),
        RevocationReason.CESSATION_OF_OPERATION: translate(
            "revocation_request", "I do not use it any more"
        ),
    }[reason]


def reason_warning(reason: RevocationReason) -> str:
    """Return what a reason calls for beside the request, or an empty text."""
    return counter_notice() if reason is RevocationReason.KEY_COMPROMISE else ""


def what_stops(kind: object) -> str:
    """Return what cannot be done any more with this certificate revoked."""
    if kind == "auth":
        return translate(
            "revocation_request",
            "You will not be able to log in with this card any more, for example to Mynaportal, "
            "nor to use it at the kiosk of a convenience store.",
        )
    return translate(
        "revocation_request",
        "You will not be able to sign with this card any more, for example in e-Tax or other "
        "electronic applications.",
    )


def cannot_be_undone() -> str:
    """Return that nothing takes it back."""
    return translate(
        "revocation_request",
        "A revocation cannot be undone. A new certificate is issued only at the counter of your "
        "city, ward, town or village.",
    )


def in_clear(kind: object, server: Server) -> str:
    """Return who can read along, or an empty text; only one certificate holds personal data."""
    if kind != "sign" or server.demo or not server.url.lower().startswith("http:"):
        return ""
    return translate(
        "revocation_request",
        "The connection to this server is not encrypted. Name, address, date of birth and sex in "
        "the certificate can be read on the way.",
    )


def confirm_question(kind: object) -> str:
    """Return the last question; the answer that changes nothing comes first everywhere."""
    return translate("revocation_request", "Revoke the {certificate}?").format(
        certificate=certificate_name(kind)
    )


def state_title(state: RequestState) -> str:
    """Return a state as a heading."""
    return {
        RequestState.ACCEPTED: translate("revocation_request", "The request was accepted"),
        RequestState.PENDING: translate(
            "revocation_request", "The request was received and is waiting"
        ),
        RequestState.REFUSED: translate("revocation_request", "The request was refused"),
        RequestState.UNKNOWN: translate(
            "revocation_request", "It is not known whether the request arrived"
        ),
    }[state]


def receipt_title(receipt: Receipt) -> str:
    """Return the heading of a receipt; a better one where the cause allows it."""
    return request_cause_title(receipt.cause) or state_title(receipt.state)


def receipt_explanation(receipt: Receipt) -> str:
    """Return what the state means."""
    if receipt.state is RequestState.ACCEPTED:
        return translate(
            "revocation_request",
            "The server has accepted it. It may take a while until others see that the "
            "certificate is revoked.",
        )
    if receipt.state is RequestState.PENDING:
        return translate(
            "revocation_request",
            "The server has received it and has not decided yet. Until it has, the certificate "
            "can be used.",
        )
    return request_cause_text(receipt.cause)


def receipt_next_step(receipt: Receipt) -> str:
    """Return what to do then."""
    if receipt.state is RequestState.REFUSED:
        if receipt.cause == "certRevoked":
            return translate(
                "revocation_request", "Nothing more is needed. Check the validity if you like."
            )
        return translate(
            "revocation_request",
            "Nothing was changed. Ask whoever runs the server, or go to the counter of your city, "
            "ward, town or village.",
        )
    if not receipt.was_sent:
        return translate(
            "revocation_request", "Check the connection and the address, and start again."
        )
    if receipt.state is RequestState.UNKNOWN:
        return translate(
            "revocation_request",
            "Do not send it a second time. Check the validity of the certificate later: if it is "
            "still valid then, ask whoever runs the server.",
        )
    return translate(
        "revocation_request",
        "Keep this receipt. Check the validity of the certificate later: it shows when the "
        "revocation has been carried out.",
    )


def trial_banner(*, demo: bool, test: bool) -> str:
    """Return the line over everything that is no real request, or an empty text."""
    if demo:
        return translate(
            "revocation_request",
            "FOR TESTS ONLY: the built-in test authority answers. No real certificate is revoked.",
        )
    if test:
        return translate(
            "revocation_request", "FOR TESTS ONLY: this is the certificate of a JPKI test card."
        )
    return ""


def receipt_rows(receipt: Receipt) -> list[tuple[str, str]]:
    """Return the receipt as labels and values: on the screen, on paper, in a file."""
    certificate = receipt.certificate
    answered = receipt.answered_at
    rows = [
        (translate("revocation_request", "Result"), receipt_title(receipt)),
        (translate("revocation_request", "Transaction number"), receipt.transaction_id),
        (
            translate("revocation_request", "Sent"),
            moment_in_japan(receipt.sent_at)
            if receipt.was_sent
            else translate("revocation_request", "not sent"),
        ),
        (
            translate("revocation_request", "Answered"),
            translate("revocation_request", "no answer")
            if answered is None
            else moment_in_japan(answered),
        ),
        (translate("revocation_request", "Server"), escape_controls(receipt.server)),
        (
            translate("revocation_request", "Certificate"),
            as_heading(certificate_name(certificate.kind.value))
            if certificate.kind.value in ("auth", "sign")
            else translate("revocation_request", "another certificate"),
        ),
        (
            translate("revocation_request", "Serial number (hexadecimal)"),
            certificate.serial_hex,
        ),
        (translate("revocation_request", "Serial number (decimal)"), certificate.serial_decimal),
        (
            translate("revocation_request", "Fingerprint (SHA-256)"),
            certificate.sha256,
        ),
        (translate("revocation_request", "Reason"), revocation_reason_name(receipt.reason)),
    ]
    if receipt.text:
        rows.append((translate("revocation_request", "The server's words"), receipt.text))
    return rows
