"""Words for what the diagnosis finds on the card.

Where an error lies under a finding, its own words are shown instead (`wording.diagnosis`).
"""

from collections.abc import Callable

from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Finding, Outcome, Step
from jpki_desktop.wording.diagnosis_machine import names
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import (
    as_heading,
    certificate_name,
    password_name,
    token_name,
    where_to_unlock,
)

Words = tuple[str, str, str]


def _set_again() -> str:
    return translate("diagnosis", "Take the card off, set it again, and run the diagnosis again.")


def _counter_can_issue() -> str:
    return translate(
        "diagnosis", "The counter of your city, ward, town or village can issue a new one."
    )


def _card_answers(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "A card is in place and answers"),
        translate("diagnosis", "It lies on “{names}”.").format(names=names(outcome)),
        "",
    )


def _card_none(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "There is no card on the reader"),
        translate("diagnosis", "The reader is ready and waits for a card."),
        translate(
            "diagnosis",
            "Put the My Number card flat in the middle of the reader and run the diagnosis again.",
        ),
    )


def _card_error(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The card cannot be reached"),
        translate("diagnosis", "It does not react, slipped, or another program holds it."),
        _set_again(),
    )


def _card_several(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "There are several cards: {number}").format(
            number=outcome.number or 0
        ),
        translate("diagnosis", "The one on “{names}” is checked.").format(names=names(outcome)),
        translate("diagnosis", "Leave one card in place, or choose the reader."),
    )


def _applet_selected(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "This is a {kind}").format(kind=token_name(outcome.detail)),
        translate("diagnosis", "The JPKI application answers."),
        "",
    )


def _applet_none(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "This is not a My Number card"),
        translate(
            "diagnosis",
            "The card answers, but it holds no JPKI application: it may be a driving licence, a "
            "staff card or a transport card.",
        ),
        translate("diagnosis", "Put your My Number card on the reader."),
    )


def _applet_resident_card(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "This is a Basic Resident Register card"),
        translate(
            "diagnosis",
            "It is the predecessor of the My Number card. Its certificates have all ended.",
        ),
        translate("diagnosis", "Put your My Number card on the reader."),
    )


def _applet_error(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The JPKI application cannot be selected"),
        translate("diagnosis", "The card gave an answer that says neither yes nor no."),
        _set_again(),
    )


def _files_read(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The files can be read"),
        translate("diagnosis", "The certificates of the authorities are there and in order."),
        "",
    )


def _files_missing(outcome: Outcome, _system: System) -> Words:
    missing = ", ".join(certificate_name(name) for name in outcome.names)
    return (
        translate("diagnosis", "A file is missing on the card"),
        translate("diagnosis", "Not found: {names}.").format(names=missing),
        translate("diagnosis", "The card can still be used; some programs may refuse it."),
    )


def _files_error(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "A file on the card cannot be read"),
        translate("diagnosis", "The reading broke off, or the file is damaged."),
        _set_again(),
    )


def _password(outcome: Outcome) -> str:
    return as_heading(password_name(_kind(outcome)))


def _kind(outcome: Outcome) -> str:
    return "auth" if outcome.step is Step.AUTH_PASSWORD else "sign"


def _tries(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "{number} tries left").format(number=outcome.number or 0),
        translate("diagnosis", "{password}: not locked.").format(password=_password(outcome)),
        "",
    )


def _locked(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The password is locked"),
        translate("diagnosis", "{password}: no tries are left.").format(
            password=_password(outcome)
        ),
        where_to_unlock(_kind(outcome)),
    )


def _last_try(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "Only one try is left"),
        translate("diagnosis", "{password}: one more wrong entry locks it.").format(
            password=_password(outcome)
        ),
        translate("diagnosis", "Look the password up before you type it again."),
    )


def _no_password(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The card has no such password"),
        translate("diagnosis", "{password}: there is none on this card.").format(
            password=_password(outcome)
        ),
        "",
    )


def _tries_error(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The tries left cannot be asked for"),
        translate("diagnosis", "The card gave no clear answer. No try was spent."),
        _set_again(),
    )


def _tries_untold(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The card does not tell the tries left"),
        translate("diagnosis", "{password}: another program has entered it just now.").format(
            password=_password(outcome)
        ),
        translate("diagnosis", "Close other programs that use the card, and set it again."),
    )


def _good(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The certificate can be read"),
        translate("diagnosis", "By its dates it still holds for {number} days.").format(
            number=outcome.number or 0
        ),
        "",
    )


def _expired(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The certificate has expired"),
        translate("diagnosis", "It can be read, but sites will refuse it."),
        _counter_can_issue(),
    )


def _early(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The certificate is not valid yet"),
        translate("diagnosis", "Its period has not begun, or the clock of this computer is wrong."),
        translate("diagnosis", "Look at the clock below."),
    )


def _ends_soon(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The certificate ends soon"),
        translate("diagnosis", "Days left: {number}.").format(number=outcome.number or 0),
        _counter_can_issue(),
    )


def _missing(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The certificate is not on this card"),
        translate("diagnosis", "Sites that ask for a log-in with the card will refuse it."),
        _counter_can_issue(),
    )


def _certificate_error(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The certificate cannot be read"),
        translate("diagnosis", "The reading broke off, or the file is damaged."),
        _set_again(),
    )


def _guarded(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "Not looked at: it needs its password"),
        translate(
            "diagnosis",
            "The diagnosis asks for no password, so it says nothing about this certificate.",
        ),
        translate("diagnosis", "To see it, choose “My certificates”."),
    )


def _sign_missing(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The certificate is not on this card"),
        translate(
            "diagnosis",
            "People under 15 and holders of a card without passwords do not get one, and some "
            "people asked for none.",
        ),
        "",
    )


WORDS: dict[Finding, Callable[[Outcome, System], Words]] = {
    Finding.CARD_ANSWERS: _card_answers,
    Finding.CARD_NONE: _card_none,
    Finding.CARD_ERROR: _card_error,
    Finding.CARD_SEVERAL: _card_several,
    Finding.APPLET_SELECTED: _applet_selected,
    Finding.APPLET_NONE: _applet_none,
    Finding.APPLET_RESIDENT_CARD: _applet_resident_card,
    Finding.APPLET_ERROR: _applet_error,
    Finding.FILES_READ: _files_read,
    Finding.FILES_MISSING: _files_missing,
    Finding.FILES_ERROR: _files_error,
    Finding.AUTH_TRIES: _tries,
    Finding.AUTH_LOCKED: _locked,
    Finding.AUTH_LAST_TRY: _last_try,
    Finding.AUTH_NO_PASSWORD: _no_password,
    Finding.AUTH_TRIES_ERROR: _tries_error,
    Finding.AUTH_TRIES_UNTOLD: _tries_untold,
    Finding.SIGN_TRIES: _tries,
    Finding.SIGN_LOCKED: _locked,
    Finding.SIGN_LAST_TRY: _last_try,
    Finding.SIGN_NO_PASSWORD: _no_password,
    Finding.SIGN_TRIES_ERROR: _tries_error,
    Finding.SIGN_TRIES_UNTOLD: _tries_untold,
    Finding.AUTH_CERTIFICATE_GOOD: _good,
    Finding.AUTH_CERTIFICATE_EXPIRED: _expired,
    Finding.AUTH_CERTIFICATE_EARLY: _early,
    Finding.AUTH_CERTIFICATE_ENDS_SOON: _ends_soon,
    Finding.AUTH_CERTIFICATE_MISSING: _missing,
    Finding.AUTH_CERTIFICATE_ERROR: _certificate_error,
    Finding.AUTH_CERTIFICATE_GUARDED: _guarded,
    Finding.SIGN_CERTIFICATE_GUARDED: _guarded,
    Finding.SIGN_CERTIFICATE_MISSING: _sign_missing,
}
