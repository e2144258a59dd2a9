"""The smart-card service, the readers and the card.

Classes carry facts, never sentences: those are in `wording`.
"""

from jpki_desktop.errors.base import JpkiError


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


class ServiceStartError(JpkiError):
    """The service could not be started for the user.

    `reason` is `refused` (no password, or the wrong one), `missing` (no systemd or pkexec here) or
    `failed`.
    """

    code = "JD-2006"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoReaderError(NoCardAccessError):
    """No reader is connected."""

    code = "JD-1002"


class ReadersHiddenError(NoCardAccessError):
    """There are readers, and the user has hidden all of them."""

    code = "JD-1810"


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


class ServiceSilentError(NoCardAccessError):
    """The smart-card service hangs: a call to it that concerns no reader has not come back."""

    code = "JD-2055"


class SeveralCardsError(NoCardAccessError):
    """Several cards are present and a password must not go to the wrong one."""

    code = "JD-1007"


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
