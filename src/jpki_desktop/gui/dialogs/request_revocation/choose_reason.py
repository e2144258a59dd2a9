"""Why the certificate shall be revoked, in everyday words."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jpki_desktop.gui.dialogs.request_revocation.page import Page
from jpki_desktop.gui.style import Tone
from jpki_desktop.gui.widgets.choice import Choice
from jpki_desktop.revocation_request.model import RevocationReason
from jpki_desktop.wording import revocation_request as words
from jpki_desktop.wording.language import translate

# What people mostly come for stands first, and is chosen at first.
_ORDER = (
    RevocationReason.CESSATION_OF_OPERATION,
    RevocationReason.SUPERSEDED,
    RevocationReason.AFFILIATION_CHANGED,
    RevocationReason.KEY_COMPROMISE,
    RevocationReason.UNSPECIFIED,
)


class ChooseReasonDialog(Page):
    """Asks for one of the reasons that a holder can state."""

    def __init__(self, parent: QWidget, banners: Sequence[str]) -> None:
        super().__init__(
            parent,
            translate("request_revocation", "Request a revocation"),
            words.choose_reason(),
            banners,
        )
        self._choice: Choice[RevocationReason] = Choice(self)
        for reason in _ORDER:
            name = words.revocation_reason_name(reason)
            warning = words.reason_warning(reason)
            self._choice.add(self.body, reason, name, warning, Tone.BAD)
        self.body.addStretch(1)
        self.add_steps()

    def choose(self, reason: RevocationReason) -> None:
        """Select one of them."""
        self._choice.choose(reason)
        self._choice.focus()

    @property
    def choice(self) -> RevocationReason:
        """The chosen reason."""
        return self._choice.value
