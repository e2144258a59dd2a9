"""What the program says when it meets somebody for the first time."""

from jpki_desktop.card.connection import CardPresence
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.reader_state import AllSeen, in_the_way


def window_title() -> str:
    """Return the title of the window."""
    return translate("welcome", "Welcome to JPKI Desktop (unofficial)")


def sign_description() -> str:
    """Return what the sign of the program shows, for people who do not see it."""
    return translate("welcome", "Picture: a card with a seal.")


def done_description() -> str:
    """Return what the last page shows where nothing is left to ask."""
    return translate("welcome", "Picture: a check mark.")


def about_heading() -> str:
    """Return the heading of the first page."""
    return translate("welcome", "See and check the certificates of your My Number card")


def about_lines() -> str:
    """Return what this program is, and what it is not."""
    return translate(
        "welcome",
        "With this program you see the certificates on a My Number card, their serial number in "
        "decimal, and the tries left for the passwords. Passwords can be changed, and validity be "
        "checked.",
    )


def unofficial_lines() -> str:
    """Return that nobody official has made it."""
    return translate(
        "welcome",
        "It is unofficial: not made by J-LIS or the Digital Agency. Nothing is installed on the "
        "card, and no password of it is kept.",
    )


def card_heading() -> str:
    """Return the heading of the second page."""
    return translate("welcome", "Put the My Number card on the reader")


def card_lines() -> str:
    """Return that nothing needs to be pressed."""
    return translate("welcome", "No password is needed. It goes on by itself.")


def checks(seen: AllSeen, *, started: bool) -> tuple[tuple[bool, str], ...]:
    """Return for service, reader and card whether it is there, and what to say of it."""
    if not started:
        return ((False, translate("welcome", "Looking for card readers…")),)
    service = seen.service_running
    reader = service and seen.current is not None
    card = seen.current is not None and seen.current.summary is not None
    return (
        (service, _service(running=service)),
        (reader, _reader(seen) if reader else translate("welcome", "Card reader: not connected")),
        (card, _card(seen, there=card)),
    )


def _service(*, running: bool) -> str:
    if running:
        return translate("welcome", "Smart-card service: running")
    return translate(
        "welcome", "Smart-card service: not running. “Diagnosis” says how to start it."
    )


def _reader(seen: AllSeen) -> str:
    name = seen.current.state.name if seen.current is not None else ""
    return translate("welcome", "Card reader: {name}").format(name=name)


def _card(seen: AllSeen, *, there: bool) -> str:
    if there:
        return translate("welcome", "My Number card: read")
    current = seen.current
    if current is not None and current.state.presence is not CardPresence.ABSENT:
        return in_the_way(seen) or translate("welcome", "My Number card: reading…")
    return translate("welcome", "My Number card: not yet on the reader")


def check_sign(*, done: bool) -> str:
    """Return the sign before a check, which says the same as its words."""
    return "✓" if done else "…"


def last_heading() -> str:
    """Return the heading of the last page where nothing is left to ask."""
    return translate("welcome", "That is all")


def last_lines() -> str:
    """Return where everything else is found."""
    return translate(
        "welcome",
        "The serial number of a card stands on the main window. “Help (H)” or the key F1 explains "
        "every window.",
    )


def labels() -> tuple[str, str, str, str]:
    """Return the buttons: back, next, the end, and no welcome at all."""
    return (
        translate("welcome", "&Back"),
        translate("welcome", "&Next"),
        translate("welcome", "&Start"),
        translate("welcome", "S&kip"),
    )
