"""Why a certificate was revoked, why a path failed, why nothing could be checked: in sentences."""

from jpki_desktop.validity.result import Cause, Evidence, PathFault
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls
from jpki_desktop.wording.network_errors import network_cause


def reason_text(reason: str) -> str:
    """Return a reason of revocation in everyday words; an unknown one as it stands."""
    return {
        "unspecified": translate("validity", "no reason given"),
        "keyCompromise": translate("validity", "the key may be in foreign hands"),
        "cACompromise": translate("validity", "the authority's key may be in foreign hands"),
        "affiliationChanged": translate("validity", "name, address or other entries have changed"),
        "superseded": translate("validity", "replaced by a new certificate"),
        "cessationOfOperation": translate("validity", "no longer used (card returned or ended)"),
        "certificateHold": translate("validity", "on hold for a time (card reported lost)"),
        "privilegeWithdrawn": translate("validity", "the right to it was withdrawn"),
        "aACompromise": translate("validity", "an authority's key may be in foreign hands"),
    }.get(reason, escape_controls(reason))


def path_fault_text(fault: PathFault) -> str:
    """Return why the way to a trusted authority failed."""
    return {
        PathFault.FORM: translate("validity", "The certificate does not have the proper form."),
        PathFault.CRITICAL_EXTENSION: translate(
            "validity", "It carries a mandatory entry that this program does not know."
        ),
        PathFault.IS_AUTHORITY: translate(
            "validity", "It is the certificate of an authority, not of a person."
        ),
        PathFault.KEY_USAGE: translate("validity", "Its key is meant for another use."),
        PathFault.PURPOSE: translate("validity", "It is meant for another purpose."),
        PathFault.POLICY: translate(
            "validity", "It was not issued under the rules of this kind of certificate."
        ),
        PathFault.WEAK: translate(
            "validity", "It uses a method that is no longer safe (SHA-1, or a short key)."
        ),
        PathFault.ALGORITHM: translate(
            "validity", "It uses a method that this program does not support."
        ),
        PathFault.RULE: translate(
            "validity", "Its authority sets a rule that this program does not support."
        ),
        PathFault.SIGNATURE: translate(
            "validity", "The authority's signature does not match: it may be changed or forged."
        ),
        PathFault.UNKNOWN_AUTHORITY: translate(
            "validity", "It was issued by an authority that this program does not trust."
        ),
        PathFault.AUTHORITY_NOT_SEEN: translate(
            "validity", "The certificate of its authority has not been seen on this computer yet."
        ),
        PathFault.AUTHORITY_UNFIT: translate(
            "validity", "An authority's certificate may not be used for issuing."
        ),
        PathFault.AUTHORITY_DATES: translate(
            "validity", "An authority's certificate is outside its period of validity."
        ),
        PathFault.AUTHORITY_REVOKED: translate("validity", "An authority has been revoked."),
        PathFault.TOO_LONG: translate("validity", "There are more authorities than are allowed."),
    }[fault]


def cause_text(evidence: Evidence) -> str:
    """Return why a source gave no answer that can be used; empty where it gave one."""
    if evidence.cause is None:
        return ""
    if evidence.cause is Cause.NETWORK:
        return network_cause(evidence.detail.partition(" ")[0])
    return {**_unasked_texts(), **_answer_texts()}[evidence.cause]


def _unasked_texts() -> dict[Cause, str]:
    return {
        Cause.NO_SOURCE: translate(
            "validity", "The certificate names no place where this program could ask."
        ),
        Cause.NOT_ALLOWED: translate(
            "validity", "The servers of JPKI were not asked, because you have not agreed to it."
        ),
        Cause.HOST_NOT_ALLOWED: translate(
            "validity", "The certificate names a server that is not one of JPKI; it was not asked."
        ),
        Cause.FILE: translate("validity", "The revocation list could not be read."),
        Cause.REFUSED: translate(
            "validity", "The server refused to answer. JPKI answers registered verifiers only."
        ),
        Cause.TRY_LATER: translate("validity", "The server cannot answer at the moment."),
        Cause.AUTHORITY_UNCHECKED: translate(
            "validity", "An authority on the way could not be checked for revocation."
        ),
    }


def _answer_texts() -> dict[Cause, str]:
    return {
        Cause.MALFORMED: translate("validity", "The answer does not have the proper form."),
        Cause.SIGNATURE: translate("validity", "The signature of the answer does not match."),
        Cause.RESPONDER: translate("validity", "The answer comes from one who may not give it."),
        Cause.OTHER_CERTIFICATE: translate("validity", "The answer is about another certificate."),
        Cause.SEVERAL_ANSWERS: translate("validity", "There was not exactly one answer."),
        Cause.NONCE: translate("validity", "The answer belongs to another question."),
        Cause.NONCE_MISSING: translate(
            "validity", "The answer is not fresh enough to be sure that it is not an old one."
        ),
        Cause.STALE: translate("validity", "The answer is out of date."),
        Cause.FUTURE: translate(
            "validity", "The answer is dated in the future. Is the clock of this computer right?"
        ),
        Cause.CLOCK: translate("validity", "The clock of this computer is wrong."),
        Cause.CRITICAL_EXTENSION: translate(
            "validity", "The answer carries a mandatory entry that this program does not know."
        ),
        Cause.ALGORITHM: translate(
            "validity", "The answer uses a method that is not safe or not supported."
        ),
        Cause.ISSUER: translate("validity", "The list was made by another authority."),
        Cause.PARTITION: translate("validity", "The list is about other certificates."),
        Cause.UNSUPPORTED: translate("validity", "Lists of this kind are not supported."),
    }
