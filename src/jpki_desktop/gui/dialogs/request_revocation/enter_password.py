"""The password by which the card signs the request, and the last question before it is sent."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.profile import PasswordRules
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.request_revocation.confirm import ConfirmDialog
from jpki_desktop.gui.widgets.labels import banner_label
from jpki_desktop.gui.widgets.shrinking import Shrinking
from jpki_desktop.revocation_request.model import RevocationReason, Server
from jpki_desktop.wording.language import translate

_WIDTH = 36


class RevocationPasswordDialog(EnterPasswordDialog):
    """Emits `submitted` only after a yes in words; nothing has touched the card before."""

    def __init__(
        self,
        parent: QWidget,
        rules: PasswordRules,
        state: PasswordState,
        *,
        reason: RevocationReason,
        server: Server,
        banners: Sequence[str],
    ) -> None:
        purpose = translate(
            "request_revocation",
            "The card signs the request with it. Before anything is sent you are asked once more.",
        )
        self._reason = reason
        self._server = server
        self._banners = banners
        super().__init__(parent, rules, state, can_skip=False, purpose=purpose)
        self.setWindowTitle(translate("request_revocation", "Request a revocation"))

    def _above(self) -> tuple[QWidget, ...]:
        return tuple(banner_label(banner) for banner in self._banners)

    def _entry_widget(self) -> QWidget:
        return Shrinking()

    def _may_send(self) -> bool:
        return ConfirmDialog(
            self, self._rules.kind, self._reason, self._server, self._banners
        ).ask()
