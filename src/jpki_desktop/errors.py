"""The whole exception tree of the program.

A class carries facts, never sentences: `wording.errors` turns each of them into a title, an
explanation and a next step in Japanese and English. Every leaf has one stable `code` that a person
can read out on the telephone. Results such as "expired" are values and do not live here.
"""

from typing import ClassVar


class JpkiError(Exception):
    """The program could not do what was asked."""

    code: ClassVar[str] = "JD-1900"

    @property
    def facts(self) -> dict[str, str | int]:
        """Public facts of this error by name, for wording and reports; never a secret."""
        return {name: value for name, value in vars(self).items() if not name.startswith("_")}


class UnexpectedError(JpkiError):
    """A defect of this program: an exception that nobody foresaw."""

    code = "JD-1900"

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class CancelledError(JpkiError):
    """The user gave up; nothing more is sent."""

    code = "JD-1901"


class UsageError(JpkiError):
    """The command line asks for something that cannot be meant (`topic` says what)."""

    code = "JD-1902"

    def __init__(self, topic: str) -> None:
        super().__init__(topic)
        self.topic = topic


# --- The smart-card service and the readers -----------------------------------------------------


class NoCardAccessError(JpkiError):
    """No service, reader, card or applet: everything that ends a command with exit code 3."""


class NoServiceError(NoCardAccessError):
    """The smart-card service (pcscd) does not run or went away.

    `result` is the PC/SC code; `was_running` tells a lost service from one that was not there.
    """

    code = "JD-1001"

    def __init__(self, result: int = 0, *, was_running: bool = False) -> None:
        super().__init__(f"{result:#010x}")
        self.result = result
        self.was_running = was_running


class NoReaderError(NoCardAccessError):
    """No reader is connected."""

    code = "JD-1002"


class ReaderNotFoundError(NoCardAccessError):
    """The reader that was asked for is not connected."""

    code = "JD-1003"

    def __init__(self, reader: str) -> None:
        super().__init__(reader)
        self.reader = reader


class ReaderBusyError(NoCardAccessError):
    """Another program uses the card in a way that shuts us out."""

    code = "JD-1004"

    def __init__(self, reader: str) -> None:
        super().__init__(reader)
        self.reader = reader


class ReaderSilentError(NoCardAccessError):
    """The reader or the card has not answered for a long time; the operation was given up."""

    code = "JD-1005"

    def __init__(self, reader: str) -> None:
        super().__init__(reader)
        self.reader = reader


class ReaderError(NoCardAccessError):
    """PC/SC failed in a way that has no better name. `result` is its code."""

    code = "JD-1006"

    def __init__(self, result: int) -> None:
        super().__init__(f"{result:#010x}")
        self.result = result


class SeveralCardsError(NoCardAccessError):
    """Several cards are present and a password must not go to the wrong one."""

    code = "JD-1007"


# --- The card -----------------------------------------------------------------------------------


class NoCardError(NoCardAccessError):
    """No card lies on the reader."""

    code = "JD-1101"


class CardGoneError(NoCardAccessError):
    """The card was taken away or slipped while it was being read."""

    code = "JD-1102"


class CardResetError(NoCardAccessError):
    """Another program reset the card in the middle of the operation."""

    code = "JD-1103"


class CardMuteError(NoCardAccessError):
    """A card is present but cannot be powered or does not react (upside down, slipped, broken)."""

    code = "JD-1104"


class NotMyNumberCardError(NoCardAccessError):
    """The card has no JPKI applet: a driving licence, a transport card, a staff card."""

    code = "JD-1105"


class CardKindError(NoCardAccessError):
    """A JPKI token of another `kind` (`juki`, `android`, `ios`) that cannot do what was asked."""

    code = "JD-1106"

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class CardAnswerError(NoCardAccessError):
    """The card answered `command` with a status word that is neither success nor a known refusal.

    `status` is the status word as four hexadecimal digits, or empty when the answer was no answer.
    """

    code = "JD-1107"

    def __init__(self, command: str, status: str) -> None:
        super().__init__(f"{command}: {status}")
        self.command = command
        self.status = status


class CardChangedError(NoCardAccessError):
    """Another card lies on the reader than the one that the question was about."""

    code = "JD-1108"


class CertificateMissingError(NoCardAccessError):
    """The card does not hold the certificate of this `certificate` kind."""

    code = "JD-1109"

    def __init__(self, certificate: str) -> None:
        super().__init__(certificate)
        self.certificate = certificate


# --- Passwords ----------------------------------------------------------------------------------


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


# --- Certificates and files ---------------------------------------------------------------------


class CertificateError(JpkiError):
    """The bytes are not a certificate that can be read; `reason` is a short technical cause."""

    code = "JD-1301"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SettingsFileError(JpkiError):
    """The settings file could not be read or written; `path` and `reason` say which and why."""

    code = "JD-1401"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class VirtualCardError(JpkiError):
    """The virtual card could not reach its reader or keep its state; `reason` says why."""

    code = "JD-1501"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
