"""Requests to revoke a certificate.

Classes carry facts, never sentences: those are in `wording`.
"""

from jpki_desktop.errors.base import JpkiError


class RevocationServerError(JpkiError):
    """There is no server that a request could be sent to, or not enough is known of it.

    `reason` is `none`, `address` or `trust`; `url` is the address as it was given.
    """

    code = "JD-1701"

    def __init__(self, reason: str, url: str = "") -> None:
        super().__init__(f"{reason} {url}".rstrip())
        self.reason = reason
        self.url = url


class RequestNotKeptError(JpkiError):
    """A request could not be remembered on this computer, so nothing was sent.

    `path` and `reason` say where and why.
    """

    code = "JD-1702"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class SigningError(JpkiError):
    """The card's signature cannot be used; nothing was sent.

    `reason` is `key` (a kind of key that is not supported) or `signature` (it does not belong to
    the certificate).
    """

    code = "JD-1703"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
