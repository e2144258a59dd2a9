"""The root of the exception tree, and what can happen anywhere.

Classes carry facts, never sentences: those are in `wording`.
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
    """A defect of this program: an exception that nobody foresaw.

    `places` are files and lines for a report; no value of the exception is kept.
    """

    code = "JD-1900"

    def __init__(self, kind: str, places: tuple[str, ...] = ()) -> None:
        super().__init__(kind)
        self.kind = kind
        self._places = places

    @property
    def places(self) -> tuple[str, ...]:
        """Where it happened, the innermost place last."""
        return self._places


class CancelledError(JpkiError):
    """The user gave up; nothing more is sent."""

    code = "JD-1901"


class UsageError(JpkiError):
    """The command line asks for something that cannot be meant (`topic` says what)."""

    code = "JD-1902"

    def __init__(self, topic: str) -> None:
        super().__init__(topic)
        self.topic = topic
