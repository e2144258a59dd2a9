"""What the desktop around the program did not do: login start, notifications.

Classes carry facts, never sentences: those are in `wording`.
"""

from jpki_desktop.errors.base import JpkiError


class LoginStartError(JpkiError):
    """The start at login could not be switched at `place`.

    `reason` is `no-program`, `too-long`, `managed`, or the system's word for it.
    """

    code = "JD-1861"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason
