"""自分の証明書: select, place the card, look, ask, read, show.

Look and read are operations on the card thread; the questions between them are dialogs.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, PasswordKind
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.errors import CardChangedError
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.select_certificate import SelectCertificateDialog
from jpki_desktop.gui.flows.card_flow import CardFlow
from jpki_desktop.gui.flows.certificate_window import CertificateWindow
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.operations.show_certificate import (
    CertificateLook,
    look_at_certificate,
    read_protected_certificate,
)


class ShowOwnCertificate(CardFlow):
    """One run from the menu to the certificate."""

    def __init__(
        self, window: QWidget, world: Environment, background: Background, watcher: CardWatcher
    ) -> None:
        super().__init__(window, world, background, watcher)
        self._which = CertificateFile.AUTH
        self._look: CertificateLook | None = None

    # --- select, look, ask ------------------------------------------------------------------

    def start(self) -> None:
        """Ask which certificate."""
        dialog = SelectCertificateDialog(self._window)
        dialog.accepted.connect(lambda: self._selected(dialog.choice))
        dialog.rejected.connect(self._end)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _selected(self, which: CertificateFile) -> None:
        self._which = which
        self._with_card(self._begin_look)

    def _begin_look(self) -> None:
        self._run(
            partial(look_at_certificate, self._world.cards, self._reader, self._which),
            then=self._ask_password,
        )

    def _ask_password(self, look: CertificateLook) -> None:
        self._look = look
        if not self._same_card():
            self._fail(CardChangedError())
            return
        rules = MY_NUMBER_CARD.passwords[PasswordKind(self._which.value)]
        dialog = EnterPasswordDialog(
            self._window, rules, look.password, can_skip=self._known(look) is not None
        )
        dialog.submitted.connect(self._submitted)
        dialog.without_password.connect(self._show_known)
        self._ask(dialog)

    def _known(self, look: CertificateLook) -> Certificate | None:
        """Return the certificate that this very card has already given without a password."""
        current = self._watcher.view.current
        summary = current.summary if current is not None else None
        if summary is None or self._which is not CertificateFile.AUTH:
            return None
        return summary.certificate if summary.identity == look.identity else None

    # --- read, show -------------------------------------------------------------------------

    def _show_known(self) -> None:
        """Show what was read when the card came; the card need not be asked twice."""
        certificate = self._known(self._look) if self._look is not None else None
        if certificate is None:
            self._fail(CardChangedError())
            return
        self._show(certificate)

    def _submitted(self, password: Password, last_try: bool) -> None:
        look, question = self._look, self._password_question()
        if look is None or question is None or self._busy:
            password.wipe()
            return
        shown = replace(look, password=question.state)

        def read(cancel: CancelToken) -> Certificate:
            return read_protected_certificate(
                self._world.cards, shown, password, cancel, last_try_confirmed=last_try
            )

        self._run(read, then=self._show, finally_=password.wipe)

    def _show(self, certificate: Certificate) -> None:
        look = self._look
        self._close_question()
        if look is not None and self._which is CertificateFile.SIGN:
            self._watcher.remember_sign_period(look.identity, certificate.period)
            self._watcher.certificate_opened.emit(certificate)
        source = ReadingSource(True, self._reader, self._world.clock())
        CertificateWindow(self._window, self._world, self._background, certificate, source)
        self._end(read_again=True)
