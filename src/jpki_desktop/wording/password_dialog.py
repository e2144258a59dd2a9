"""The sentences of the password dialog that depend on which password it is."""

from jpki_desktop.wording.language import translate


def question(password: object) -> str:
    """Return the request at the top."""
    if password == "auth":
        return translate("password_dialog", "Enter the user authentication password (4 digits).")
    return translate(
        "password_dialog", "Enter the signature password (6 to 16 letters and digits)."
    )


def which_password(password: object) -> str:
    """Return what this password is also called, since each site names it differently."""
    if password == "auth":
        return translate(
            "password_dialog",
            "Also called the PIN of the user authentication certificate. It is used for logging "
            "in, for example to Mynaportal or at a convenience-store kiosk.",
        )
    return translate(
        "password_dialog",
        "Also called the PIN of the digital signature certificate. It is used for signing, for "
        "example in e-Tax.",
    )


def field_label() -> str:
    """Return the label of the field, with its mnemonic."""
    return translate("password_dialog", "&Password")


def lock_notice() -> str:
    """Return the warning about the lock."""
    return translate(
        "password_dialog",
        "Note: when this password locks, only the counter of your city, ward, town or village (or "
        "a kiosk with the phone app) can set a new one.",
    )
