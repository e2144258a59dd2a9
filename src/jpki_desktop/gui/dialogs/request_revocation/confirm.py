"""The last question: what will stop working, and that nothing takes it back.

Enter never sends: the button that does is reached by its letter, by the space bar or the mouse.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QWidget
from shiboken6 import isValid

from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.gui.dialogs.request_revocation.page import Page, rows_grid
from jpki_desktop.gui.style import Tone
from jpki_desktop.gui.widgets.labels import panel, text_label
from jpki_desktop.revocation_request.model import RevocationReason, Server
from jpki_desktop.wording import revocation_request as words
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.names import escape_controls
from jpki_desktop.wording.passwords import as_heading, certificate_name
from jpki_desktop.wording.print_sheet import SheetRow


class ConfirmDialog(Page):
    """Asks in words; stopping is the default."""

    def __init__(
        self,
        parent: QWidget,
        kind: PasswordKind,
        reason: RevocationReason,
        server: Server,
        banners: Sequence[str],
    ) -> None:
        super().__init__(
            parent,
            translate("request_revocation", "Please confirm"),
            words.confirm_question(kind.value),
            banners,
        )
        self.body.addWidget(text_label(words.what_stops(kind.value)))
        self.body.addWidget(text_label(words.cannot_be_undone(), Tone.BAD))
        frame, layout = panel()
        layout.addLayout(rows_grid(_rows(kind, reason, server)))
        self.body.addWidget(frame)
        in_clear = words.in_clear(kind.value, server)
        if in_clear:
            self.body.addWidget(text_label(in_clear, Tone.WARNING))
        self.body.addStretch(1)
        role = QDialogButtonBox.ButtonRole
        self.revoke = self.add_button(
            translate("request_revocation", "&Revoke"), role.DestructiveRole
        )
        self.stop = self.add_button(
            translate("request_revocation", "Do &not revoke"), role.RejectRole, default=True
        )
        self.revoke.clicked.connect(self.accept)
        self.stop.clicked.connect(self.reject)
        self.stop.setFocus()

    def ask(self) -> bool:
        """Return whether to go on; a card that was taken away has closed this question too."""
        agreed = self.exec() == int(self.DialogCode.Accepted)
        if isValid(self):
            self.deleteLater()
            return agreed
        return False


def _rows(kind: PasswordKind, reason: RevocationReason, server: Server) -> tuple[SheetRow, ...]:
    return (
        SheetRow(
            translate("request_revocation", "Certificate"),
            as_heading(certificate_name(kind.value)),
        ),
        SheetRow(translate("request_revocation", "Reason"), words.revocation_reason_name(reason)),
        SheetRow(translate("request_revocation", "Server"), escape_controls(server.url)),
    )
