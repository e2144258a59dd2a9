"""Names of the passwords, certificates and cards, and where a locked password is set anew.

Errors about them are in `wording.password_errors`.
"""

from jpki_desktop.wording.language import translate


def as_heading(text: str) -> str:
    """Return a name as it begins a line (English names begin with a capital letter there)."""
    return text[:1].upper() + text[1:]


def password_name(kind: object) -> str:
    """Return the name of one of the two passwords."""
    if kind == "auth":
        return translate("passwords", "user authentication password")
    return translate("passwords", "signature password")


def certificate_name(kind: object) -> str:
    """Return the name of one of the four certificates of the card."""
    return {
        "auth": translate("passwords", "user authentication certificate"),
        "sign": translate("passwords", "digital signature certificate"),
        "auth-ca": translate("passwords", "CA certificate for user authentication"),
        "sign-ca": translate("passwords", "CA certificate for digital signatures"),
    }[str(kind)]


def token_name(kind: object) -> str:
    """Return the name of a kind of card."""
    return {
        "mynumber": translate("passwords", "My Number card"),
        "juki": translate("passwords", "Basic Resident Register card"),
        "android": translate("passwords", "smartphone (Android)"),
        "ios": translate("passwords", "smartphone (iPhone)"),
    }.get(str(kind), translate("passwords", "JPKI card of an unknown kind"))


def where_to_unlock(password: object) -> str:
    """Return where a locked password is set anew; this program cannot do it."""
    if password == "auth":
        return translate(
            "passwords",
            "The counter of your city, ward, town or village sets a new password; bring the card. "
            "If you know the signature password, the phone app for resetting passwords and the "
            "kiosk of a convenience store can do it too.",
        )
    return translate(
        "passwords",
        "The counter of your city, ward, town or village sets a new password; bring the card. If "
        "you know the user authentication password, the phone app for resetting passwords and "
        "the kiosk of a convenience store can do it too.",
    )


def if_it_locks(password: object) -> str:
    """Return what a wrong last try leads to."""
    return translate("passwords", "If it is wrong, it locks. Then: {way}").format(
        way=where_to_unlock(password)
    )
