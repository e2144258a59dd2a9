"""自分の証明書: select, place the card, look, ask, read, show.

Look and read are operations on the card thread; the questions between them are dialogs. A card
that is taken away closes the question, never the program.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.card.password import Password
from jpki_desktop.card.profile import MY_NUMBER_CARD, CertificateFile, PasswordKind
from jpki_desktop.card.worker import CardJob
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CancelledError,
    CardChangedError,
    JpkiError,
    PasswordLockedError,
    ReaderBusyError,
    TriesChangedError,
    WrongPasswordError,
)
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.dialogs.enter_password import EnterPasswordDialog
from jpki_desktop.gui.dialogs.place_card import PlaceCardDialog
from jpki_desktop.gui.dialogs.select_certificate import SelectCertificateDialog
from jpki_desktop.gui.dialogs.show_certificate import ShowCertificateDialog
from jpki_desktop.gui.widgets.busy_panel import BusyPanel
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.operations.show_certificate import (
    CertificateLook,
    look_at_certificate,
    read_protected_certificate,
)
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.reader_state import in_the_way

T = TypeVar("T")

# Commands of a usual reading, for the progress bar: select, look, read in 256-byte parts.
_EXPECTED_EXCHANGES = 14


class ShowOwnCertificate(QObject):
    """One run from the menu to the certificate; `ended` says that another one may begin."""

    ended = Signal()

    def __init__(
        self, window: QWidget, world: Environment, background: Background, watcher: CardWatcher
    ) -> None:
        super().__init__(window)
        self._window = window
        self._world = world
        self._background = background
        self._watcher = watcher
        self._which = CertificateFile.AUTH
        self._place: PlaceCardDialog | None = None
        self._question: EnterPasswordDialog | None = None
        self._look: CertificateLook | None = None
        self._insertion = -1
        self._busy: BusyPanel | None = None
        self._watcher.changed.connect(self._card_changed)

    # --- select, place ----------------------------------------------------------------------

    def start(self) -> None:
        """Ask which certificate."""
        dialog = SelectCertificateDialog(self._window)
        dialog.accepted.connect(lambda: self._selected(dialog.choice))
        dialog.rejected.connect(self._end)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _selected(self, which: CertificateFile) -> None:
        self._which = which
        if self._ready_reader():
            self._begin_look()
            return
        self._place = PlaceCardDialog(self._window)
        self._place.rejected.connect(self._end)
        self._place.show_reason(in_the_way(self._watcher.view))
        self._place.open()

    def _ready_reader(self) -> str:
        """Return the current reader when a card of which something is known lies on it."""
        current = self._watcher.view.current
        return current.state.name if current is not None and current.summary is not None else ""

    def _card_changed(self) -> None:
        if self._place is not None:
            self._place.show_reason(in_the_way(self._watcher.view))
            if self._ready_reader():
                place, self._place = self._place, None
                place.rejected.disconnect(self._end)
                place.close()
                place.deleteLater()
                self._begin_look()
        elif self._question is not None and not self._same_card():
            question, self._question = self._question, None
            question.rejected.disconnect(self._end)
            question.close()
            question.deleteLater()
            self._end()

    def _same_card(self) -> bool:
        """Whether the card that the open question is about still lies where it was."""
        if self._look is None:
            return False
        reader = self._look.reader
        return any(
            view.state.name == reader
            and view.state.has_card
            and view.state.insertion == self._insertion
            for view in self._watcher.view.readers
        )

    # --- look, ask --------------------------------------------------------------------------

    def _begin_look(self) -> None:
        reader = self._ready_reader()
        current = self._watcher.view.current
        self._insertion = current.state.insertion if current is not None else -1
        self._run(
            partial(look_at_certificate, self._world.cards, reader, self._which),
            then=self._ask,
        )

    def _ask(self, look: CertificateLook) -> None:
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
        dialog.rejected.connect(self._end)
        self._question = dialog
        dialog.open()

    def _known(self, look: CertificateLook) -> Certificate | None:
        """Return the certificate that this very card has already given without a password."""
        current = self._watcher.view.current
        summary = current.summary if current is not None else None
        if summary is None or self._which is not CertificateFile.AUTH:
            return None
        return summary.certificate if summary.identity == look.identity else None

    # --- read -------------------------------------------------------------------------------

    def _show_known(self) -> None:
        """Show what was read when the card came; the card need not be asked twice."""
        certificate = self._known(self._look) if self._look is not None else None
        if certificate is None:
            self._fail(CardChangedError())
            return
        self._show(certificate)

    def _submitted(self, password: Password, last_try: bool) -> None:
        look, question = self._look, self._question
        if look is None or question is None or self._busy is not None:
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
        dialog = ShowCertificateDialog(self._window, certificate, self._world.clock())
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        self._end(read_again=True)

    # --- running and failing ----------------------------------------------------------------

    def _run(
        self,
        operation: Callable[[CancelToken], T],
        *,
        then: Callable[[T], None],
        finally_: Callable[[], None] = lambda: None,
    ) -> None:
        question = self._question
        parent = self._window if question is None else question
        if question is not None:
            question.set_waiting(waiting=True)

        def cancel() -> None:
            if not job.cancel() and self._busy is not None:
                self._busy.cannot_cancel()

        def done(value: T) -> None:
            self._not_busy()
            finally_()
            then(value)

        def failed(error: JpkiError) -> None:
            self._not_busy()
            finally_()
            self._fail(error)

        self._busy = BusyPanel(
            parent,
            progress=lambda: job.token.exchanges,
            expected=_EXPECTED_EXCHANGES,
            cancel=cancel,
        )
        reader = self._look.reader if self._look is not None else self._ready_reader()
        job: CardJob[T] = self._background.run(
            operation,
            reader=reader,
            then=done,
            failed=failed,
        )
        job.token.on_cancel(finally_)
        self._busy.begin()

    def _not_busy(self) -> None:
        if self._busy is not None:
            self._busy.finish()
            self._busy = None
        if self._question is not None:
            self._question.set_waiting(waiting=False)

    def _fail(self, error: JpkiError) -> None:
        """Keep the question open where another answer makes sense; otherwise close it and say."""
        question = self._question
        if question is not None and isinstance(error, WrongPasswordError | TriesChangedError):
            self._again(question, error)
        elif question is not None and isinstance(error, PasswordLockedError):
            question.show_locked()
            self._read_again()
        elif question is not None and isinstance(error, ReaderBusyError):
            text = describe_error(error)
            question.show_problem(text.title, text.next_step)
        elif isinstance(error, CancelledError):
            if question is None:
                self._end()
        else:
            self._close_question()
            show_error(self._window, error)
            self._end(read_again=True)

    def _again(
        self, question: EnterPasswordDialog, error: WrongPasswordError | TriesChangedError
    ) -> None:
        if isinstance(error, WrongPasswordError):
            question.show_wrong(error.tries_left)
        else:
            text = describe_error(error)
            question.show_changed(error.tries_left, text.detail)
        self._read_again()

    def _read_again(self) -> None:
        if self._look is not None:
            self._watcher.read_again(self._look.reader)

    def _close_question(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.rejected.disconnect(self._end)
            question.close()
            question.deleteLater()

    def _end(self, *, read_again: bool = False) -> None:
        if read_again:
            self._read_again()
        self._watcher.changed.disconnect(self._card_changed)
        self.ended.emit()
        self.deleteLater()
