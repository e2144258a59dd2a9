"""The ledger of certificates that were seen.

Classes carry facts, never sentences: those are in `wording`.
"""

from jpki_desktop.errors.base import JpkiError


class LedgerFileError(JpkiError):
    """The ledger could not be read or written; `path` and `reason` say which and why."""

    code = "JD-1851"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class LedgerVersionError(JpkiError):
    """A later version of this program wrote the ledger, in the form `version`; it is untouched."""

    code = "JD-1852"

    def __init__(self, version: int) -> None:
        super().__init__(str(version))
        self.version = version


class ReminderNotFoundError(JpkiError):
    """No entry, or more than one, begins with `mark`."""

    code = "JD-1853"

    def __init__(self, mark: str) -> None:
        super().__init__(mark)
        self.mark = mark
