"""What the main window says when there is no card to show: a picture, a sentence, a next step."""

from dataclasses import dataclass

from jpki_desktop.card.connection import CardPresence
from jpki_desktop.card.profile import TokenKind
from jpki_desktop.errors import JpkiError, NotMyNumberCardError
from jpki_desktop.operations.read_card import CardSummary
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import token_name
from jpki_desktop.wording.placing import picture_description
from jpki_desktop.wording.reader_state import AllSeen


@dataclass(frozen=True, slots=True)
class EmptyPage:
    """One state without certificates; `picture` names a file of `resources/pictures`."""

    picture: str
    description: str
    title: str
    text: str
    can_read_again: bool = False
    shows_advice: bool = False


def empty_page(seen: AllSeen) -> EmptyPage | None:
    """Return the page for the present state, or None when there is a card to show."""
    current = seen.current
    if not seen.service_running:
        return _no_service()
    if current is None:
        return _all_hidden() if seen.hidden else _no_reader()
    if current.state.presence is not CardPresence.PRESENT:
        return _mute() if current.state.presence is CardPresence.MUTE else _no_card()
    if current.summary is not None:
        return _of_kind(current.summary)
    return _reading() if current.error is None else _failed(current.error)


def _reading() -> EmptyPage:
    return EmptyPage(
        "place-card", picture_description(), translate("card_page", "Reading the card…"), ""
    )


def _no_service() -> EmptyPage:
    return EmptyPage(
        "no-service",
        translate("card_page", "Picture: a plug that is not connected."),
        translate("card_page", "The smart-card service is not running"),
        translate(
            "card_page",
            "Start it, and the program goes on by itself.\n"
            "Linux: sudo systemctl start pcscd.socket\n"
            "Windows: Services → Smart Card → Start",
        ),
    )


def _all_hidden() -> EmptyPage:
    return EmptyPage(
        "no-reader",
        translate("card_page", "Picture: a card reader and a USB plug."),
        translate("card_page", "All card readers are hidden"),
        translate(
            "card_page",
            "A card reader is connected, but hidden in the settings. Show it again in “Settings”, "
            "page “Card readers”.",
        ),
    )


def _no_reader() -> EmptyPage:
    return EmptyPage(
        "no-reader",
        translate("card_page", "Picture: a card reader and a USB plug."),
        translate("card_page", "Connect a card reader"),
        translate(
            "card_page",
            "Plug in an IC card reader that can read My Number cards. It is found by itself.",
        ),
    )


def _no_card() -> EmptyPage:
    return EmptyPage(
        "place-card",
        picture_description(),
        translate("card_page", "Put the My Number card on the reader"),
        translate("card_page", "What is on it is shown at once; no password is needed for that."),
        shows_advice=True,
    )


def _mute() -> EmptyPage:
    return EmptyPage(
        "place-card",
        picture_description(),
        translate("card_page", "The card does not react"),
        translate("card_page", "Something lies on the reader, but it does not answer."),
        shows_advice=True,
    )


def _of_kind(summary: CardSummary) -> EmptyPage | None:
    """A 住基カード is explained; a phone and a My Number card are shown."""
    if summary.kind is not TokenKind.JUKI:
        return None
    return EmptyPage(
        "other-card",
        translate("card_page", "Picture: a card with a question mark."),
        translate("card_page", "This is a {kind}").format(kind=token_name(summary.kind.value)),
        translate(
            "card_page",
            "It is the predecessor of the My Number card, and its certificates have all ended. "
            "Put your My Number card on the reader.",
        ),
    )


def _failed(error: JpkiError) -> EmptyPage:
    text = describe_error(error)
    code = translate("card_page", "Code: {code}").format(code=error.code)
    other = isinstance(error, NotMyNumberCardError)
    return EmptyPage(
        "other-card" if other else "place-card",
        translate("card_page", "Picture: a card with a question mark.")
        if other
        else picture_description(),
        text.title,
        f"{text.detail}\n{text.next_step}\n{code}",
        can_read_again=True,
        shows_advice=not other,
    )
