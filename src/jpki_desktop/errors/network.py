"""Everything beyond this machine.

Classes carry facts, never sentences: those are in `wording`.
"""

from jpki_desktop.errors.base import JpkiError


class NetworkError(JpkiError):
    """Something could not be fetched: `cause` is one of a few words, `detail` a technical one."""

    code = "JD-1601"

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(f"{cause} {detail}".rstrip())
        self.cause = cause
        self.detail = detail
