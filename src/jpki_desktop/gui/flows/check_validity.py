"""有効性確認 of the certificate window.

The check runs beside the card thread. The card is only asked for its authority's certificate, and
the user, once, whether JPKI's own servers may be.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.profile import CertificateFile
from jpki_desktop.card.worker import CardJob
from jpki_desktop.certificate.model import Certificate, CertificateKind
from jpki_desktop.environment import Environment
from jpki_desktop.errors import CancelledError, JpkiError, SettingsFileError
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.flows.busy_run import busy_run
from jpki_desktop.gui.flows.proxy_login import ProxyLogin
from jpki_desktop.gui.save_file import confirm
from jpki_desktop.gui.widgets.busy_panel import card_words, check_words
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.operations.check_validity import CheckChoice, check_validity, read_issuer
from jpki_desktop.operations.find_chain import find_chain
from jpki_desktop.operations.proxy_login import ProxyWish, wish_of_verdict
from jpki_desktop.operations.reading_source import ReadingSource
from jpki_desktop.validity.check import Subject
from jpki_desktop.validity.result import Cause, PathState, Verdict
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.validity import consent_question

_OWN = {
    CertificateKind.AUTH: CertificateFile.AUTH,
    CertificateKind.SIGN: CertificateFile.SIGN,
}
_ALLOWED = "allowed"
# Select, token kind, and a file of some 1,300 bytes in 256-byte parts.
_EXPECTED_EXCHANGES = 8


class CheckValidity(QObject):
    """The checks of one certificate, made from its window."""

    def __init__(
        self,
        dialog: ShowCertificateDialog,
        world: Environment,
        background: Background,
        certificate: Certificate,
        source: ReadingSource,
        *,
        beside: tuple[Certificate, ...],
    ) -> None:
        # Lives as long as its window.
        super().__init__(dialog)
        self._dialog = dialog
        self._world = world
        self._background = background
        self._certificate = certificate
        self._source = source
        self._seen = beside
        self._checking = False

    def start(self) -> None:
        """Check once; a second press changes nothing while a check runs."""
        if self._checking:
            return
        self._checking = True
        which = self._issuer_on_card()
        if which is None:
            self._ask_servers(official_allowed=self._allowed())
            return
        busy_run(
            self._dialog,
            partial(self._read_issuer, which),
            words=card_words(),
            expected=_EXPECTED_EXCHANGES,
            then=self._issuer_read,
            failed=self._failed,
        )

    def complete_path(self) -> None:
        """Read the issuer for the path tab; without the card the tab says what is missing."""
        which = self._issuer_on_card()
        if which is None or self._checking:
            return

        def read(seen: tuple[Certificate, ...]) -> None:
            if isValid(self):
                self._see(seen)

        self._read_issuer(which, read, lambda _error: None)

    def _issuer_on_card(self) -> CertificateFile | None:
        """Return beside which certificate of the card the issuer still has to be read."""
        if not self._source.from_card or self._seen:
            return None
        return _OWN.get(self._certificate.kind)

    def _read_issuer(
        self,
        which: CertificateFile,
        then: Callable[[tuple[Certificate, ...]], None],
        failed: Callable[[JpkiError], None],
    ) -> CardJob[tuple[Certificate, ...]]:
        return self._background.run(
            partial(read_issuer, self._world.cards, self._source.name, which),
            reader=self._source.name,
            then=then,
            failed=failed,
        )

    def _issuer_read(self, seen: tuple[Certificate, ...]) -> None:
        self._seen = seen
        self._see(seen)
        self._ask_servers(official_allowed=self._allowed())

    def _see(self, seen: tuple[Certificate, ...]) -> None:
        """Keep the issuer that was read; one of another card that lies there now is none."""
        chain = find_chain(self._certificate, self._world.authorities, seen)
        if len(chain) > 1:
            self._seen = seen
            self._dialog.path_tab.show_chain(chain)

    def _allowed(self) -> bool:
        return self._world.settings.settings.official_servers == _ALLOWED

    # --- asking -----------------------------------------------------------------------------

    def _ask_servers(self, *, official_allowed: bool) -> None:
        choice = CheckChoice(official_allowed=official_allowed)
        between = tuple(one for one in self._seen if one.is_ca)
        subject = Subject(self._certificate, between)

        def check(cancel: CancelToken) -> Verdict:
            return check_validity(self._world, subject, between, choice, cancel)

        busy_run(
            self._dialog,
            lambda then, failed: self._background.run_aside(check, then=then, failed=failed),
            words=check_words(),
            expected=0,
            then=partial(self._judged, official_allowed=official_allowed),
            failed=self._failed,
        )

    def _judged(self, verdict: Verdict, *, official_allowed: bool) -> None:
        wish = wish_of_verdict(verdict)
        if wish is not None:
            self._log_in(wish, verdict, official_allowed=official_allowed)
            return
        if _waits_for_consent(verdict) and self._consents():
            self._ask_servers(official_allowed=True)
            return
        self._show(verdict)

    def _log_in(self, wish: ProxyWish, verdict: Verdict, *, official_allowed: bool) -> None:
        """Ask for the proxy's password and check again; each try is the user's own."""
        ProxyLogin(
            self._dialog,
            self._world,
            self._background,
            wish,
            then=lambda: self._ask_servers(official_allowed=official_allowed),
            given_up=lambda: self._show(verdict),
        )

    def _show(self, verdict: Verdict) -> None:
        self._checking = False
        self._dialog.show_verdict(verdict)

    def _consents(self) -> bool:
        """Ask once whether the servers of JPKI may be asked; a yes is remembered."""
        agreed = confirm(
            self._dialog, consent_question(), translate("validity", "Ask the servers of JPKI")
        )
        if agreed:
            try:
                self._world.settings.change(official_servers=_ALLOWED)
            except SettingsFileError as problem:
                show_error(self._dialog, problem)
        return agreed

    def _failed(self, error: JpkiError) -> None:
        self._checking = False
        if not isinstance(error, CancelledError):
            show_error(self._dialog, error)


def _waits_for_consent(verdict: Verdict) -> bool:
    found = verdict.decisive
    return (
        verdict.path.state is PathState.OK
        and found is not None
        and found.cause is Cause.NOT_ALLOWED
    )
