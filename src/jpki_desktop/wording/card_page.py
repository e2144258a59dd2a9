"""What the main window says when there is no card to show: a picture, a sentence, a next step."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from jpki_desktop.card.connection import CardPresence
from jpki_desktop.card.profile import TokenKind
from jpki_desktop.errors import JpkiError, NotMyNumberCardError
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.passwords import token_name
from jpki_desktop.wording.placing import picture_description
from jpki_desktop.wording.reader_state import AllSeen

if TYPE_CHECKING:
    from jpki_desktop.operations.read_card import CardSummary


class Step(Enum):
    """What the one button of an empty page does."""

    NONE = "none"
    DIAGNOSE = "diagnose"
    SETTINGS = "settings"
    ADVICE = "advice"
    READ_AGAIN = "read-again"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class EmptyPage:
    """One state without certificates; `picture` names a file of `resources/pictures`.

    `step` is what its one button does; `manual_page` is what the manual says about the state.
    """

    picture: str
    description: str
    title: str
    text: str
    step: Step = Step.NONE
    manual_page: str = "start"


def step_label(step: Step) -> str:
    """Return the words on the button."""
    return {
        Step.NONE: "",
        Step.DIAGNOSE: translate("card_page", "Find out what is &wrong"),
        Step.SETTINGS: translate("card_page", "Show the card readers again (&W)"),
        Step.ADVICE: translate("main_window", "When it is not read &well"),
        Step.READ_AGAIN: translate("main_window", "Read &again"),
        Step.HELP: translate("card_page", "Which cards can be used (&W)"),
    }[step]


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
        Step.DIAGNOSE,
        "diagnose",
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
        Step.SETTINGS,
        "settings",
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
        Step.DIAGNOSE,
    )


def _no_card() -> EmptyPage:
    return EmptyPage(
        "place-card",
        picture_description(),
        translate("card_page", "Put the My Number card on the reader"),
        translate("card_page", "What is on it is shown at once; no password is needed for that."),
        Step.ADVICE,
    )


def _mute() -> EmptyPage:
    return EmptyPage(
        "place-card",
        picture_description(),
        translate("card_page", "The card does not react"),
        translate("card_page", "Something lies on the reader, but it does not answer."),
        Step.ADVICE,
    )


def _of_kind(summary: "CardSummary") -> EmptyPage | None:
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
        Step.HELP,
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
        Step.HELP if other else Step.READ_AGAIN,
    )
