"""Follows the certificates that are seen and the calendar: what to remember, ask and tell.

Nothing is shown here. The calendar is looked at in minutes of the wall clock, so that a computer
that slept over midnight tells what is due soon after it wakes.
"""

import logging
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from jpki_desktop.certificate.japanese_calendar import jst_date
from jpki_desktop.certificate.model import Certificate
from jpki_desktop.environment import Environment
from jpki_desktop.errors import JpkiError
from jpki_desktop.expiry.model import LedgerEntry, Notice, Replaces
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.login_start import LoginStart
from jpki_desktop.operations import remind

_LOG = logging.getLogger(__name__)

_LOOK_MS = 5 * 60 * 1000


class Reminders(QObject):
    """The reminders of this program; `due` brings what is to be told, once for each day."""

    changed = Signal()
    due = Signal(tuple)
    failed = Signal(object)

    def __init__(
        self,
        world: Environment,
        watcher: CardWatcher,
        login_start: LoginStart | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._world = world
        self._watcher = watcher
        # Without a login start (the demo) nothing of the machine is changed.
        self.login_start = login_start
        self._looked_on: date | None = None
        self._seen: set[bytes] = set()
        # Only until the question is answered, and never on a disk.
        self._unasked: list[Certificate] = []
        self._replacements: list[Replaces] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._tick)
        watcher.changed.connect(self._look_at_cards)
        watcher.certificate_opened.connect(self.see)

    # --- the calendar ---------------------------------------------------------------------------

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self._tick()

    def on_tick(self, action: Callable[[], None]) -> None:
        """Do something else at the same moments: one more timer would be one more wake-up."""
        self._timer.timeout.connect(action)

    def _tick(self) -> None:
        """Look where the day has changed in Japan, in whatever direction."""
        self._look_at_settings()
        today = jst_date(self._world.clock())
        if today == self._looked_on:
            return
        # A ledger that could not be used is tried again at the next moment.
        self._looked_on = today if self.look() else None

    def look(self) -> bool:
        """Tell what is due now; False when the ledger could not be used."""
        try:
            notices = remind.due(self._world)
        except JpkiError as problem:
            # Nobody has asked; who opens the window of the reminders is told.
            _LOG.info("the ledger could not be used: %s", problem.code)
            return False
        if notices:
            self.due.emit(notices)
        self.changed.emit()
        return True

    # --- what is seen ---------------------------------------------------------------------------

    def _look_at_cards(self) -> None:
        for view in self._watcher.view.readers:
            if view.summary is not None and view.summary.certificate is not None:
                self.see(view.summary.certificate)

    def _look_at_settings(self) -> None:
        """Hear of a yes or a no that was said in a terminal while this runs for days."""
        before = self._world.settings.settings.update_notice
        self._world.settings.look_again()
        if self._world.settings.settings.update_notice != before:
            self.changed.emit()

    def see(self, certificate: Certificate) -> None:
        """A certificate of a card was read; remember it where that is allowed."""
        self._look_at_settings()
        if not remind.is_asked(self._world):
            if certificate not in self._unasked:
                self._unasked.append(certificate)
                self.changed.emit()
            return
        waiting, self._unasked = self._unasked, []
        if not self.allowed:
            # Switched on again, wherever that is done, the card in place is new again.
            self._seen.clear()
            return
        for one in (*waiting, certificate):
            if one.der not in self._seen:
                self._seen.add(one.der)
                self._remember(one)

    def _remember(self, certificate: Certificate) -> None:
        try:
            outcome = remind.remember_certificate(self._world, certificate)
        except JpkiError as problem:
            _LOG.info("the certificate could not be remembered: %s", problem.code)
            return
        if isinstance(outcome, Replaces):
            self._replacements.append(outcome)
        self.changed.emit()

    # --- the questions --------------------------------------------------------------------------

    @property
    def asks_to_keep(self) -> bool:
        """Whether it is time to ask if anything may be kept: a certificate has been seen."""
        return bool(self._unasked) and not remind.is_asked(self._world)

    @property
    def replacement(self) -> Replaces | None:
        """What the user is to be asked about a newer certificate, if anything."""
        return self._replacements[0] if self._replacements else None

    @property
    def decided(self) -> bool:
        """Whether an administrator says if certificates are remembered."""
        return "update_notice" in self._world.settings.managed

    @property
    def allowed(self) -> bool:
        """Whether certificates are remembered."""
        return remind.may_keep(self._world)

    def allow(self, *, allowed: bool) -> None:
        """Take the answer; a yes also starts the program at login, where reminders are told."""
        self._attempt(lambda: remind.allow(self._world, allowed))
        for certificate in list(self._unasked):
            self.see(certificate)
        if self.allowed:
            self._look_at_cards()
            self.start_at_login(on=True)
        self.changed.emit()

    def answer(self, yes: bool) -> None:
        """Take the answer wherever it was asked for."""
        self.allow(allowed=yes)

    def settings_changed(self) -> None:
        """Look at what the settings say now: after a "no" nothing stays kept."""
        self.look()
        self.changed.emit()

    def start_at_login(self, *, on: bool) -> None:
        """Switch the start at login, where there is one."""
        login = self.login_start
        if login is not None and login.state().starts is not on:
            self._attempt(login.enable if on else login.disable)
        self.changed.emit()

    def answer_replacement(self, *, replaces: bool) -> None:
        """Take the answer to the question of `replacement`."""
        if not self._replacements:
            return
        answer = self._replacements.pop(0)
        act = remind.replace_old if replaces else remind.keep_both
        self._attempt(lambda: act(self._world, answer))
        self.changed.emit()

    # --- what is kept ---------------------------------------------------------------------------

    def entries(self) -> tuple[LedgerEntry, ...]:
        """Return what is kept; an error is told and gives nothing."""
        try:
            return remind.entries(self._world)
        except JpkiError as problem:
            self.failed.emit(problem)
            return ()

    @property
    def set_aside(self) -> str:
        """Where what was kept lies since it was found broken in this run, or an empty text."""
        path = self._world.ledger.set_aside
        return "" if path is None else str(path)

    @property
    def clock_doubted(self) -> bool:
        """Whether nothing is told for now, since the date has jumped."""
        try:
            return self._world.ledger.clock().doubted is not None
        except JpkiError:
            return False

    def standing(self) -> tuple[Notice, ...]:
        """Return what holds now, told or not, for the icon's line; silent about errors."""
        try:
            return remind.standing(self._world)
        except JpkiError:
            return ()

    def forget(self, mark: str) -> None:
        """Delete one entry."""
        self._attempt(lambda: remind.forget(self._world, mark))
        self.changed.emit()

    def forget_all(self) -> None:
        """Delete everything that is kept."""
        self._attempt(lambda: remind.forget_all(self._world))
        self.changed.emit()

    def set_silenced(self, mark: str, *, silenced: bool) -> None:
        """Tell no more about one certificate, or tell again."""
        self._attempt(lambda: remind.set_silenced(self._world, mark, silenced=silenced))
        self.changed.emit()

    def mark_told(self, notice: Notice) -> None:
        """The user has seen the notice."""
        try:
            remind.mark_told(self._world, notice)
        except JpkiError as problem:
            # It may be told twice; an error message on top would be a third time.
            _LOG.info("the notice could not be noted: %s", problem.code)

    def snooze(self, notice: Notice) -> None:
        """Tell the same tomorrow."""
        self._attempt(lambda: remind.snooze(self._world, notice))
        self.changed.emit()

    def silence(self, notice: Notice) -> None:
        """Tell no more about this certificate."""
        self._attempt(lambda: remind.silence(self._world, notice))
        self.changed.emit()

    def _attempt(self, action: Callable[[], None]) -> None:
        try:
            action()
        except JpkiError as problem:
            self.failed.emit(problem)
