"""Words for what the diagnosis finds beside the card: clock, revocation server, browsers."""

from collections.abc import Callable

from jpki_desktop.machine.service import System
from jpki_desktop.operations.diagnosis import Finding, Outcome
from jpki_desktop.wording.diagnosis_machine import names
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.network_errors import network_cause

Words = tuple[str, str, str]


def _clock_plausible(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The clock is plausible"),
        translate("diagnosis", "It was compared with dates only, not with a time server."),
        "",
    )


def _set_clock(system: System) -> str:
    return {
        System.LINUX: translate(
            "diagnosis",
            "Set the clock; this command sets it by itself: sudo timedatectl set-ntp on",
        ),
        System.WINDOWS: translate(
            "diagnosis", "Open “Settings”, “Time & language”, “Date & time” and choose “Sync now”."
        ),
        System.MACOS: translate(
            "diagnosis",
            "Open “System Settings”, “General”, “Date & Time” and set it automatically.",
        ),
    }[system]


def _clock_behind(_outcome: Outcome, system: System) -> Words:
    return (
        translate("diagnosis", "The clock is behind"),
        translate(
            "diagnosis",
            "It shows a time before this program or the certificate was made. Validity cannot be "
            "judged like this.",
        ),
        _set_clock(system),
    )


def _clock_ahead(_outcome: Outcome, system: System) -> Words:
    return (
        translate("diagnosis", "The clock is far ahead"),
        translate("diagnosis", "It shows a time many years after this program was made."),
        _set_clock(system),
    )


def _clock_jumped(outcome: Outcome, system: System) -> Words:
    return (
        translate("diagnosis", "The clock was changed just now"),
        translate("diagnosis", "It moved by {number} seconds during the diagnosis.").format(
            number=outcome.number or 0
        ),
        _set_clock(system),
    )


def _server_answers(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The revocation server answers"),
        translate("diagnosis", "It says that the user authentication certificate is not revoked."),
        "",
    )


def _server_not_set(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "No server is set"),
        translate("diagnosis", "No connection was made, and revocation was not checked."),
        translate("diagnosis", "To check it, open the certificate and press “Check validity”."),
    )


def _server_nothing_to_ask(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "No certificate to ask about"),
        translate("diagnosis", "No connection was made: no certificate could be read before."),
        translate("diagnosis", "Put the card on the reader and run the diagnosis again."),
    )


def _server_not_asked(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The server was not asked"),
        translate(
            "diagnosis",
            "The certificate does not lead to an authority that this program trusts, or its dates "
            "do not hold.",
        ),
        translate("diagnosis", "Open the certificate and press “Check validity” to see why."),
    )


def _server_unreached(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The revocation server cannot be reached"),
        network_cause(outcome.detail),
        translate(
            "diagnosis",
            "Check the network, the proxy and the address of the server in the settings.",
        ),
    )


def _server_useless(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The revocation server gave no answer that can be used"),
        translate("diagnosis", "It was reached, but its answer proves nothing ({word}).").format(
            word=outcome.detail or "–"
        ),
        translate("diagnosis", "Open the certificate and press “Check validity” to see why."),
    )


def _server_says_revoked(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "The certificate has been revoked or stopped"),
        translate("diagnosis", "The server answers and says so. Sites will refuse it."),
        translate(
            "diagnosis",
            "The counter of your city, ward, town or village can tell why and issue a new one.",
        ),
    )


def _pieces_found(outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "Found: {names}").format(names=names(outcome)),
        translate("diagnosis", "They lie at their usual places; they were not tried out."),
        "",
    )


def _pieces_none(_outcome: Outcome, _system: System) -> Words:
    return (
        translate("diagnosis", "None found"),
        translate(
            "diagnosis",
            "No browser lies at the usual places. This program itself needs none.",
        ),
        "",
    )


WORDS: dict[Finding, Callable[[Outcome, System], Words]] = {
    Finding.CLOCK_PLAUSIBLE: _clock_plausible,
    Finding.CLOCK_BEHIND: _clock_behind,
    Finding.CLOCK_AHEAD: _clock_ahead,
    Finding.CLOCK_JUMPED: _clock_jumped,
    Finding.SERVER_ANSWERS: _server_answers,
    Finding.SERVER_NOT_SET: _server_not_set,
    Finding.SERVER_NOTHING_TO_ASK: _server_nothing_to_ask,
    Finding.SERVER_NOT_ASKED: _server_not_asked,
    Finding.SERVER_UNREACHED: _server_unreached,
    Finding.SERVER_USELESS: _server_useless,
    Finding.SERVER_SAYS_REVOKED: _server_says_revoked,
    Finding.PIECES_FOUND: _pieces_found,
    Finding.PIECES_NONE: _pieces_none,
}
