"""The two passwords of the card.

Classes carry facts, never sentences: those are in `wording`.
"""

from jpki_desktop.errors.base import JpkiError


class PasswordError(JpkiError):
    """Something about a password of the card; `password` is `auth` or `sign`."""

    def __init__(self, password: str) -> None:
        super().__init__(password)
        self.password = password


class PasswordNeededError(PasswordError):
    """The card gives this certificate only after its password."""

    code = "JD-1201"


class PasswordFormatError(PasswordError):
    """The text cannot be this password, so it was not sent; `rule` names the broken rule."""

    code = "JD-1202"

    def __init__(self, password: str, rule: str) -> None:
        super().__init__(password)
        self.rule = rule


class WrongPasswordError(PasswordError):
    """The card refused the password; `tries_left` is at least one."""

    code = "JD-1203"

    def __init__(self, password: str, tries_left: int) -> None:
        super().__init__(password)
        self.tries_left = tries_left


class PasswordLockedError(PasswordError):
    """No tries are left: only the municipal window (or a kiosk) can set a new password."""

    code = "JD-1204"


class PasswordResultUnknownError(PasswordError):
    """The card went away after the password was sent: a try may be spent or not."""

    code = "JD-1205"


class TriesChangedError(PasswordError):
    """The counter is lower than what the user was shown, so nothing was sent."""

    code = "JD-1206"

    def __init__(self, password: str, tries_left: int) -> None:
        super().__init__(password)
        self.tries_left = tries_left


class LastTryError(PasswordError):
    """One try is left and the user has not said in words that it may be used."""

    code = "JD-1207"


class NewPasswordRefusedError(PasswordError):
    """The card refused the new password; the old one still holds. `status` is its status word."""

    code = "JD-1208"

    def __init__(self, password: str, status: str) -> None:
        super().__init__(password)
        self.status = status


class ChangeResultUnknownError(PasswordError):
    """The new password was sent and no clear answer came: the old one or the new one may hold."""

    code = "JD-1209"
