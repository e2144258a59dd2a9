"""How to place the card, in words."""

from jpki_desktop.wording.language import translate


def placing_advice() -> str:
    """Return what to try, in this order, when a card is not read well."""
    return translate(
        "place_card",
        "1. Lift the card off and set it again, slowly, flat in the middle of the reader.\n"
        "2. Turn it over. In a slot reader the gold contact goes in first, on most readers facing "
        "up.\n"
        "3. Take it out of its case; keep it away from metal, phones and other cards.\n"
        "4. Leave it still until the reading is done.",
    )


def picture_description() -> str:
    """Return the picture of the placed card, for people who do not see it."""
    return translate(
        "place_card", "Picture: the card lies flat in the middle of the reader, face up."
    )
