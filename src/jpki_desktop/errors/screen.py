"""What a window needs from the system: a screen and characters to write with.

Classes carry facts, never sentences: those are in `wording`.
"""

from jpki_desktop.errors.base import JpkiError


class NoDisplayError(JpkiError):
    """No window can be opened here; `reason` is what the toolkit says about it."""

    code = "JD-2056"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoFontsError(JpkiError):
    """Fonts are missing: Japanese ones, or all of them (`any_font` tells whether there is one)."""

    code = "JD-2057"

    def __init__(self, *, any_font: bool) -> None:
        super().__init__(str(any_font))
        self.any_font = int(any_font)
