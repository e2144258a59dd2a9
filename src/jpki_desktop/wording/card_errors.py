"""Words for what goes wrong with the service, the readers and the card.

Passwords are in `wording.password_errors`; the table of all errors is in `wording.errors`.
"""

from collections.abc import Callable

from jpki_desktop import errors
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import certificate_name, token_name

Facts = dict[str, str | int]
Words = tuple[str, str, str]


def _no_service(_: Facts) -> Words:
    return (
        translate("errors", "The smart-card service is not running"),
        translate("errors", "Without it no program can see a card reader."),
        translate(
            "errors",
            "Start the service (on Linux: sudo systemctl start pcscd.socket) and try again.",
        ),
    )


def _service_start(facts: Facts) -> Words:
    if facts["reason"] == "refused":
        detail = translate("errors", "The system did not allow it, or the password was not given.")
    else:
        detail = translate("errors", "The system could not start it.")
    return (
        translate("errors", "The smart-card service could not be started"),
        detail,
        translate(
            "errors",
            "Type this into a terminal: sudo systemctl start pcscd.socket – or restart "
            "the computer.",
        ),
    )


def _no_reader(_: Facts) -> Words:
    return (
        translate("errors", "No card reader is connected"),
        translate("errors", "The system reports no IC card reader."),
        translate(
            "errors",
            "Plug a reader in that can read My Number cards. If it is plugged in, use another "
            "USB port or install its driver.",
        ),
    )


def _readers_hidden(_: Facts) -> Words:
    return (
        translate("errors", "All card readers are hidden"),
        translate("errors", "Card readers are connected, but all are hidden in the settings."),
        translate("errors", "Show one again: screen “Settings”, page “Card readers”."),
    )


def _reader_not_found(facts: Facts) -> Words:
    return (
        translate("errors", "The card reader was not found"),
        translate("errors", "No connected reader has the name “{reader}”.").format(**facts),
        translate("errors", "Choose one of the connected readers (jpki readers lists them)."),
    )


def _reader_busy(_: Facts) -> Words:
    return (
        translate("errors", "Another program is using the card"),
        translate("errors", "The reader lets only one program in at this moment."),
        translate(
            "errors",
            "Close the browser page or the program that uses the card, and try again. No password "
            "was sent.",
        ),
    )


def _reader_silent(facts: Facts) -> Words:
    return (
        translate("errors", "The card reader does not answer"),
        translate(
            "errors", "“{reader}” has not answered for a long time, so the program stopped waiting."
        ).format(**facts),
        translate(
            "errors",
            "Take the card off, unplug the reader and plug it in again. Other readers can be used.",
        ),
    )


def _service_silent(_: Facts) -> Words:
    return (
        translate("errors", "The smart-card service does not answer"),
        translate(
            "errors",
            "It is running, but it has not answered for a long time, so the program stopped "
            "waiting.",
        ),
        translate(
            "errors",
            "Restart the service (on Linux: sudo systemctl restart pcscd). The program goes on by "
            "itself then.",
        ),
    )


def _reader_error(facts: Facts) -> Words:
    result = int(facts["result"])
    return (
        translate("errors", "The card reader reported a fault"),
        translate("errors", "The smart-card service answered with code {code}.").format(
            code=f"0x{result:08X}"
        ),
        translate("errors", "Take the card off, set it again, and try once more."),
    )


def _several_cards(_: Facts) -> Words:
    return (
        translate("errors", "There are several My Number cards"),
        translate("errors", "A password must not be sent to the wrong card, so none was sent."),
        translate("errors", "Leave one card in place, or name the reader to use."),
    )


def _no_card(_: Facts) -> Words:
    return (
        translate("errors", "There is no card on the reader"),
        translate("errors", "The reader is ready and waits for a card."),
        translate("errors", "Put the My Number card on the reader."),
    )


def _card_gone(_: Facts) -> Words:
    return (
        translate("errors", "The card was taken away or slipped"),
        translate("errors", "The conversation with the card broke off. No try was spent."),
        translate("errors", "Set the card again and leave it still until the reading is done."),
    )


def _card_reset(_: Facts) -> Words:
    return (
        translate("errors", "Another program reset the card"),
        translate("errors", "The conversation was interrupted by another program."),
        translate("errors", "Close other programs that use the card, and try again."),
    )


def _card_mute(_: Facts) -> Words:
    return (
        translate("errors", "The card does not react"),
        translate("errors", "Something lies on the reader, but it does not answer."),
        translate(
            "errors",
            "Lift the card, turn it over, and set it again in the middle of the reader, away from "
            "metal and other cards.",
        ),
    )


def _not_my_number(_: Facts) -> Words:
    return (
        translate("errors", "This is not a My Number card"),
        translate(
            "errors",
            "The card answers, but it holds no JPKI application: it may be a driving licence, a "
            "staff card or a transport card.",
        ),
        translate("errors", "Put your My Number card on the reader."),
    )


def _card_kind(facts: Facts) -> Words:
    if facts["kind"] == "juki":
        return (
            translate("errors", "This is a Basic Resident Register card"),
            translate(
                "errors",
                "It is the predecessor of the My Number card. Its certificates have all ended.",
            ),
            translate("errors", "Put your My Number card on the reader."),
        )
    return (
        translate("errors", "This card cannot do that"),
        translate("errors", "It is a {kind}, which does not offer this.").format(
            kind=token_name(facts["kind"])
        ),
        translate("errors", "Put your My Number card on the reader."),
    )


def _card_answer(facts: Facts) -> Words:
    return (
        translate("errors", "The card gave an unexpected answer"),
        translate(
            "errors",
            "Command {command} was answered with {status}. This says nothing about a password.",
        ).format(command=facts["command"], status=facts["status"] or "–"),
        translate("errors", "Take the card off, set it again, and try once more."),
    )


def _card_changed(_: Facts) -> Words:
    return (
        translate("errors", "Another card lies on the reader now"),
        translate("errors", "The question was about a different card, so nothing was sent."),
        translate("errors", "Check which card is on the reader and start again."),
    )


def _certificate_missing(facts: Facts) -> Words:
    detail = translate("errors", "The {certificate} is not on this card.").format(
        certificate=certificate_name(facts["certificate"])
    )
    if facts["certificate"] == "sign":
        detail += translate(
            "errors",
            " People under 15 and holders of a card without passwords do not get one, and some "
            "people asked for none.",
        )
    return (
        translate("errors", "The card does not hold this certificate"),
        detail,
        translate("errors", "The counter of your city, ward, town or village can issue one."),
    )


WORDS: dict[type[errors.JpkiError], Callable[[Facts], Words]] = {
    errors.NoServiceError: _no_service,
    errors.ServiceStartError: _service_start,
    errors.NoReaderError: _no_reader,
    errors.ReadersHiddenError: _readers_hidden,
    errors.ReaderNotFoundError: _reader_not_found,
    errors.ReaderBusyError: _reader_busy,
    errors.ReaderSilentError: _reader_silent,
    errors.ServiceSilentError: _service_silent,
    errors.ReaderError: _reader_error,
    errors.SeveralCardsError: _several_cards,
    errors.NoCardError: _no_card,
    errors.CardGoneError: _card_gone,
    errors.CardResetError: _card_reset,
    errors.CardMuteError: _card_mute,
    errors.NotMyNumberCardError: _not_my_number,
    errors.CardKindError: _card_kind,
    errors.CardAnswerError: _card_answer,
    errors.CardChangedError: _card_changed,
    errors.CertificateMissingError: _certificate_missing,
}
