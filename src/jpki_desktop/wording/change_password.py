"""The sentences around changing a password and checking one.

The rules and the tries are worded in `wording.password_rules`, the errors in
`wording.password_errors`.
"""

from jpki_desktop.card.weak_password import Weakness
from jpki_desktop.wording.language import one_after_another, translate
from jpki_desktop.wording.passwords import as_heading, password_name


def change_question(password: object) -> str:
    """Return the request at the top of the window that changes a password."""
    if password == "auth":
        return translate("change_password", "Change the user authentication password (4 digits).")
    return translate(
        "change_password", "Change the signature password (6 to 16 letters and digits)."
    )


def same_twice_rule() -> str:
    """Return the rule that the new password is typed twice alike."""
    return translate("change_password", "Typed the same twice")


def differ_note() -> str:
    """Return why nothing was sent when the two new passwords differ."""
    return translate(
        "change_password",
        "Not sent to the card (no try was spent): the two new passwords are different.",
    )


def weakness_text(weakness: Weakness) -> str:
    """Return why a new password could be guessed."""
    return {
        Weakness.SAME_AS_OLD: translate("change_password", "It is the same as the present one."),
        Weakness.REPEATED: translate("change_password", "It repeats one character."),
        Weakness.RUN: translate("change_password", "Its characters follow one another in order."),
        Weakness.BIRTH_DATE: translate(
            "change_password", "It holds a birthday that can be read from the card."
        ),
        Weakness.LOOKS_LIKE_DATE: translate(
            "change_password", "It could be a date, such as a birth date."
        ),
    }[weakness]


def weak_warning(found: tuple[Weakness, ...]) -> str:
    """Return the warning under the field, or an empty text."""
    if not found:
        return ""
    reasons = one_after_another(weakness_text(weakness) for weakness in found)
    return translate("change_password", "Could be guessed easily: {reasons}").format(
        reasons=reasons
    )


def guide_advice() -> str:
    """Return what the guide of JPKI asks for."""
    return translate(
        "change_password",
        "The guide of JPKI asks you to avoid numbers that others can guess easily, such as birth "
        "dates and telephone numbers.",
    )


def changed_title(password: object) -> str:
    """Return that the password was changed."""
    return translate("change_password", "The {password} was changed").format(
        password=password_name(password)
    )


def changed_detail() -> str:
    """Return what follows from it."""
    return translate(
        "change_password",
        "The card has confirmed the new password. It holds from now on, at every site.",
    )


def not_confirmed_detail() -> str:
    """Return what is known when the card went away right after the change."""
    return translate(
        "change_password",
        "The card has taken the new password, so the new one holds. But it went away before the "
        "new one could be checked once more.",
    )


def check_offer() -> str:
    """Return what a check of the new password costs."""
    return translate(
        "change_password",
        "You can check the new password now. If it is right, no try is spent. If it is wrong, the "
        "check costs exactly one try.",
    )


def right_title(password: object) -> str:
    """Return that a password is right."""
    return translate("change_password", "The {password} is right").format(
        password=password_name(password)
    )


def right_detail(most: int) -> str:
    """Return what a right password does to the counter."""
    return translate(
        "change_password",
        "The card has accepted it. The tries left are full again ({most}).",
    ).format(most=most)


def check_notice(password: object) -> str:
    """Return what a check costs, before it is made."""
    return translate(
        "change_password",
        "{password}: the check sends it to the card once. A wrong one costs one try; a right one "
        "sets the tries back to full.",
    ).format(password=as_heading(password_name(password)))
