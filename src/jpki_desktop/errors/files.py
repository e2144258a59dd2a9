"""Certificates, files that are read and written, settings, the virtual card.

Classes carry facts, never sentences: those are in `wording`.
"""

from jpki_desktop.errors.base import JpkiError


class CertificateError(JpkiError):
    """The bytes are not a certificate that can be read; `reason` is a short technical cause."""

    code = "JD-1301"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CertificateFileError(JpkiError):
    """The certificate file at `path` could not be opened; `reason` is a short cause or empty."""

    def __init__(self, path: str, reason: str = "") -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


class FileUnreadableError(CertificateFileError):
    """The system does not let us read the file; `reason` is its own word for it."""

    code = "JD-1302"


class NotAFileError(CertificateFileError):
    """The path is no file: `reason` is `folder`, `device`, `pipe` or `socket`."""

    code = "JD-1303"


class FileTooLargeError(CertificateFileError):
    """The file has more bytes (`size`) than are ever read (`limit`)."""

    code = "JD-1304"

    def __init__(self, path: str, size: int, limit: int) -> None:
        super().__init__(path)
        self.size = size
        self.limit = limit


class NoCertificateFileError(CertificateFileError):
    """The file holds nothing that is known here; `reason` is a short technical cause."""

    code = "JD-1305"


class FilePasswordNeededError(CertificateFileError):
    """The file (PKCS#12) opens only with its password."""

    code = "JD-1306"


class FilePasswordError(CertificateFileError):
    """The password does not open the file (PKCS#12); nothing counts these tries."""

    code = "JD-1307"


class FileTooCostlyError(CertificateFileError):
    """Opening the file would take more than is allowed of `what`.

    `what` is `iterations`, `memory` or `seconds`; `limit` is the most that is allowed.
    """

    code = "JD-1308"

    def __init__(self, path: str, what: str, limit: int) -> None:
        super().__init__(path)
        self.what = what
        self.limit = limit


class FileDamagedError(CertificateFileError):
    """The file (PKCS#12) is damaged or of an unknown form; `reason` is a short technical cause."""

    code = "JD-1309"


class FilePartError(CertificateFileError):
    """What was chosen in the file is not shown; `reason` is one of the words of `Unreadable`."""

    code = "JD-1311"

    def __init__(self, path: str, reason: str, detail: str = "") -> None:
        super().__init__(path, reason)
        self.detail = detail


class SerialTextError(JpkiError):
    """A text is no serial number; `reason` is `empty`, `characters` or `too-long`."""

    code = "JD-1310"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class OutputError(JpkiError):
    """The file at `path` could not be written and is as it was; `reason` is a short cause."""

    def __init__(self, path: str, reason: str = "") -> None:
        super().__init__(path)
        self.path = path
        self.reason = reason


class OutputExistsError(OutputError):
    """There is a file of that name, and nobody said that it may be replaced."""

    code = "JD-1402"


class OutputFolderError(OutputError):
    """The folder does not exist or cannot be written to; `reason` is the system's word for it."""

    code = "JD-1403"


class OutputFullError(OutputError):
    """There is no space left for the file."""

    code = "JD-1404"


class OutputTargetError(OutputError):
    """Something stands there that is no file: a folder, a device."""

    code = "JD-1405"


class OutputFailedError(OutputError):
    """Writing failed in a way that has no better name; `reason` is the system's word for it."""

    code = "JD-1406"


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
