"""The four passwords of a My Number card in a table, with the other names that sites use for them.

Facts about this program's own two are in `card.profile`; the other two belong to applications of
the card that this program never touches.
"""

from dataclasses import dataclass

from jpki_desktop.wording.language import translate


@dataclass(frozen=True, slots=True)
class PasswordRow:
    """One password; `kind` is empty for the two that belong to other applications."""

    kind: str
    name: str
    form: str
    use: str


def table_title() -> str:
    """Return the title, with its mnemonic."""
    return translate("four_passwords", "The card's &four passwords")


def table_heads() -> tuple[str, str, str]:
    """Return the heads of the columns."""
    return (
        translate("four_passwords", "Name"),
        translate("four_passwords", "Form"),
        translate("four_passwords", "Other names, and where it is used"),
    )


def this_one() -> str:
    """Return the mark of the row that the window is about."""
    return translate("four_passwords", "This one")


def table_rows() -> tuple[PasswordRow, ...]:
    """Return the four passwords; only the first two can be changed by this program."""
    digits = translate("four_passwords", "4 digits (locks after 3)")
    return (
        PasswordRow(
            "sign",
            translate("four_passwords", "For signatures"),
            translate("four_passwords", "6 to 16 letters and digits (locks after 5)"),
            translate(
                "four_passwords",
                "“PIN of the signature certificate”, “alphanumeric password”. e-Tax and other "
                "applications that are signed.",
            ),
        ),
        PasswordRow(
            "auth",
            translate("four_passwords", "For user authentication"),
            digits,
            translate(
                "four_passwords",
                "“PIN of the user authentication certificate”, “login PIN”. Mynaportal, "
                "convenience stores, health insurance.",
            ),
        ),
        PasswordRow(
            "",
            translate("four_passwords", "For input support of the card's face"),
            digits,
            translate(
                "four_passwords",
                "“Card PIN”, “PIN for reading name and address”. Applications that fill in name "
                "and address from the card.",
            ),
        ),
        PasswordRow(
            "",
            translate("four_passwords", "For the Basic Resident Register"),
            digits,
            translate(
                "four_passwords",
                "“PIN of the Individual Number Card”. The counter of the city, for example when "
                "moving.",
            ),
        ),
    )


def table_note() -> str:
    """Return what the table is good for."""
    return translate(
        "four_passwords",
        "This program uses the first two. The other two are changed at the counter of your city, "
        "ward, town or village. Many people have chosen the same four digits for all three.",
    )
