"""証明書の失効申請: what must be known, the certificate, the reason, the password, send, receipt.

Everything is asked before the password leaves its field: then one VERIFY and one signature follow
without a person in between, the card is let go, and the request goes out once.
"""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, PasswordKind
from jpki_desktop.certificate.model import Certificate, Origin
from jpki_desktop.certificate.period import Period
from jpki_desktop.environment import Environment
from jpki_desktop.errors import CancelledError, CardChangedError, JpkiError, PasswordNeededError
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.dialogs.password_question import ask_in_words
from jpki_desktop.gui.dialogs.request_revocation.choose_certificate import ChooseCertificateDialog
from jpki_desktop.gui.dialogs.request_revocation.choose_reason import ChooseReasonDialog
from jpki_desktop.gui.dialogs.request_revocation.enter_password import RevocationPasswordDialog
from jpki_desktop.gui.dialogs.request_revocation.notice import NoticeDialog
from jpki_desktop.gui.dialogs.request_revocation.show_certificate import (
    KnownCertificate,
    SeeCertificateDialog,
)
from jpki_desktop.gui.dialogs.select_password import PasswordChoice
from jpki_desktop.gui.flows.busy_run import busy_run
from jpki_desktop.gui.flows.password_flow import PasswordFlow
from jpki_desktop.gui.flows.receipt_window import ReceiptWindow
from jpki_desktop.gui.widgets.busy_panel import request_words, server_words
from jpki_desktop.gui.widgets.done_box import show_done
from jpki_desktop.operations.check_validity import read_issuer
from jpki_desktop.operations.look_at_passwords import PasswordsLook
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.operations.request_revocation import (
    configured_server,
    prepare_request,
    send_request,
)
from jpki_desktop.operations.show_certificate import look_at_certificate, read_open_certificate
from jpki_desktop.revocation_request.model import (
    Receipt,
    RevocationReason,
    Server,
    SignedRequest,
)
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.revocation_request import earlier_notice, trial_banner


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the card shows openly; `earlier` says that a request may still take effect."""

    certificate: Certificate | None
    beside: tuple[Certificate, ...]
    earlier: bool


class RequestRevocation(PasswordFlow):
    """One run from the menu to the receipt."""

    def __init__(
        self, window: QWidget, world: Environment, background: Background, watcher: CardWatcher
    ) -> None:
        super().__init__(window, world, background, watcher)
        self._server: Server | None = None
        self._reason = RevocationReason.CESSATION_OF_OPERATION
        self._seen = _Seen(None, (), earlier=False)

    # --- what must be known first -----------------------------------------------------------

    def start(self) -> None:
        """Look whether there is a server; the first page needs neither a card nor a reader."""

        def server(cancel: CancelToken) -> Server | None:
            del cancel
            return configured_server(self._world)

        busy_run(
            self._window,
            lambda then, failed: self._background.run_aside(server, then=then, failed=failed),
            words=server_words(),
            expected=0,
            then=self._show_notice,
            failed=self._without_server,
        )

    def _without_server(self, error: JpkiError) -> None:
        if isinstance(error, CancelledError):
            self._end()
            return
        text = describe_error(error)
        code = translate("widgets", "Code: {code}").format(code=text.code)
        self._show_notice(None, f"{text.title}\n{text.detail}\n{text.next_step}\n{code}")

    def _show_notice(self, server: Server | None, problem: str = "") -> None:
        self._server = server
        notice = NoticeDialog(self._window, server, problem)
        notice.accepted.connect(partial(self._with_card, self._begin_look))
        notice.rejected.connect(self._end)
        notice.finished.connect(notice.deleteLater)
        notice.open()

    # --- which certificate, why -------------------------------------------------------------

    def _choice_dialog(self, look: PasswordsLook) -> PasswordChoice:
        return ChooseCertificateDialog(self._window, look, self._banners())

    def _banners(self) -> tuple[str, ...]:
        demo = self._server is not None and self._server.demo
        seen = self._seen.certificate
        test = seen is not None and seen.origin is Origin.JPKI_TEST
        banner = trial_banner(demo=demo, test=test)
        return (banner,) if banner else ()

    def _ask_password(self, look: PasswordsLook, kind: PasswordKind) -> None:
        """Read what the card shows openly before the password is asked for."""
        del look
        self._run(partial(self._read, CertificateFile(kind.value)), then=self._see)

    def _read(self, which: CertificateFile, cancel: CancelToken) -> _Seen:
        cards, reader = self._world.cards, self._reader
        # Says before anything is asked that the card does not hold it.
        look_at_certificate(cards, reader, which, cancel)
        certificate = None
        if which is CertificateFile.AUTH:
            try:
                certificate = read_open_certificate(cards, reader, which, cancel)
            except PasswordNeededError:
                # A phone guards this one too.
                certificate = None
        earlier = certificate is not None and self._is_requested(certificate)
        return _Seen(certificate, read_issuer(cards, reader, which, cancel), earlier)

    def _is_requested(self, certificate: Certificate) -> bool:
        return self._world.requests.is_open(certificate, self._world.clock())

    def _see(self, seen: _Seen) -> None:
        self._seen = seen
        self._show_certificate()

    def _show_certificate(self) -> None:
        look, kind = self._look, self._kind
        if look is None or kind is None:
            return
        seen = self._seen
        known = KnownCertificate(kind, seen.certificate, self._sign_period(), earlier=seen.earlier)
        page = SeeCertificateDialog(self._window, known, self._banners())
        page.accepted.connect(self._ask_reason)
        page.back.connect(self._choose_again)
        self._ask_next(page)

    def _sign_period(self) -> Period | None:
        """Return the period of the signature certificate, where it was read before."""
        current = self._watcher.view.current
        summary = current.summary if current is not None else None
        return None if summary is None else self._watcher.sign_period(summary)

    def _choose_again(self) -> None:
        self._close_question()
        self._seen = _Seen(None, (), earlier=False)
        self._kind = None
        if self._look is not None:
            self._looked(self._look)

    def _ask_reason(self) -> None:
        page = ChooseReasonDialog(self._window, self._banners())
        page.choose(self._reason)
        page.accepted.connect(lambda: self._reason_chosen(page.choice))
        page.back.connect(self._show_certificate)
        self._ask_next(page)

    def _ask_next(self, page: QDialog) -> None:
        """Put a page in the place of the one before, if it is still about the same card."""
        self._close_question()
        if self._same_card():
            self._ask(page)
        else:
            page.deleteLater()
            self._fail(CardChangedError())

    # --- the password, and one signature ----------------------------------------------------

    def _reason_chosen(self, reason: RevocationReason) -> None:
        look, kind, server = self._look, self._kind, self._server
        if look is None or kind is None or server is None:
            return
        self._reason = reason
        dialog = RevocationPasswordDialog(
            self._window,
            MY_NUMBER_CARD.passwords[kind],
            look.password(kind),
            reason=reason,
            server=server,
            banners=self._banners(),
        )
        dialog.submitted.connect(self._submitted)
        self._ask_next(dialog)

    def _submitted(self, password: Password, last_try: bool) -> None:
        shown, server = self._shown(), self._server
        if shown is None or server is None:
            password.wipe()
            return
        cards, clock, reason = self._world.cards, self._world.clock, self._reason

        def sign(cancel: CancelToken) -> tuple[SignedRequest, bool]:
            signed = prepare_request(
                cards, clock, shown, password, reason, server, cancel, last_try_confirmed=last_try
            )
            return signed, self._is_requested(signed.certificate)

        self._run(sign, then=self._signed, finally_=password.wipe)

    def _signed(self, found: tuple[SignedRequest, bool]) -> None:
        signed, earlier = found
        self._close_question()
        self._read_again()
        # A signature certificate is known only now; the card has been let go.
        if earlier and not self._seen.earlier and not self._sends_again():
            self._say_nothing_sent()
            return
        self._send(signed)

    def _sends_again(self) -> bool:
        return ask_in_words(
            self._window,
            title=translate("request_revocation", "Requested before"),
            text=earlier_notice(),
            detail=translate("request_revocation", "The new request has not been sent yet."),
            go_on=translate("request_revocation", "Send it all the same"),
            stop=translate("request_revocation", "Do not send"),
        )

    # --- sending, once ----------------------------------------------------------------------

    def _send(self, signed: SignedRequest) -> None:
        def send(stop: CancelToken) -> Receipt:
            return send_request(self._world, signed, stop)

        busy_run(
            self._window,
            lambda then, failed: self._background.run_aside(send, then=then, failed=failed),
            words=request_words(),
            expected=0,
            then=self._show_receipt,
            failed=self._not_sent,
        )

    def _not_sent(self, error: JpkiError) -> None:
        if isinstance(error, CancelledError):
            self._say_nothing_sent()
        else:
            self._fail(error)

    def _say_nothing_sent(self) -> None:
        show_done(
            self._window,
            translate("request_revocation", "Given up"),
            translate("request_revocation", "Nothing was sent. The certificate is as before."),
            "revocation",
        )
        self._end()

    def _show_receipt(self, receipt: Receipt) -> None:
        source = ReadingSource(True, self._reader, receipt.sent_at)
        ReceiptWindow(
            self._window, self._world, self._background, receipt, source, beside=self._seen.beside
        )
        self._end()
