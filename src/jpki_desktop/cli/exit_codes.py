"""The exit codes of `jpki`, and which error ends with which."""

from enum import IntEnum

from jpki_desktop import errors


class ExitCode(IntEnum):
    """What a script learns without reading the text."""

    DONE = 0
    NEGATIVE = 1
    USAGE = 2
    NO_CARD = 3
    WRONG_PASSWORD = 4
    LOCKED = 5
    UNKNOWN = 6
    UNREADABLE = 7
    CANCELLED = 8


# The first class that fits decides, so leaves stand before their parents.
_BY_ERROR: tuple[tuple[type[errors.JpkiError], ExitCode], ...] = (
    (errors.UsageError, ExitCode.USAGE),
    (errors.RevocationServerError, ExitCode.USAGE),
    (errors.PasswordFormatError, ExitCode.USAGE),
    (errors.ReminderNotFoundError, ExitCode.USAGE),
    (errors.OutputExistsError, ExitCode.USAGE),
    (errors.PasswordLockedError, ExitCode.LOCKED),
    (errors.WrongPasswordError, ExitCode.WRONG_PASSWORD),
    (errors.PasswordResultUnknownError, ExitCode.UNKNOWN),
    (errors.ChangeResultUnknownError, ExitCode.UNKNOWN),
    (errors.TriesChangedError, ExitCode.UNKNOWN),
    (errors.LastTryError, ExitCode.CANCELLED),
    (errors.NewPasswordRefusedError, ExitCode.NEGATIVE),
    (errors.PasswordNeededError, ExitCode.NO_CARD),
    (errors.CancelledError, ExitCode.CANCELLED),
    (errors.SettingError, ExitCode.USAGE),
    (errors.NoManualProxyError, ExitCode.USAGE),
    (errors.CertificateError, ExitCode.UNREADABLE),
    (errors.CertificateFileError, ExitCode.UNREADABLE),
    (errors.SerialTextError, ExitCode.UNREADABLE),
    (errors.LedgerFileError, ExitCode.UNREADABLE),
    (errors.LedgerVersionError, ExitCode.UNREADABLE),
    (errors.NoCardAccessError, ExitCode.NO_CARD),
    (errors.VirtualCardError, ExitCode.NO_CARD),
    (errors.JpkiError, ExitCode.UNKNOWN),
)


def exit_code(error: errors.JpkiError) -> ExitCode:
    """Return the exit code for an error."""
    return next(code for kind, code in _BY_ERROR if isinstance(error, kind))
