"""What the entries of the main window start; at most one job with the card at a time.

What an entry needs is loaded at its first press: the window opens before it.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jpki_desktop.environment import Environment
from jpki_desktop.errors import SettingsFileError
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.detailed_log import DetailedLog
from jpki_desktop.gui.reminders import Reminders

if TYPE_CHECKING:
    from jpki_desktop.gui.dialogs.reminders import RemindersDialog
    from jpki_desktop.gui.dialogs.settings import SettingsDialog
    from jpki_desktop.gui.flows.card_flow import CardFlow
    from jpki_desktop.gui.flows.open_files import OpenFiles
    from jpki_desktop.gui.manual.manual import Manual
    from jpki_desktop.gui.widgets.question_bar import QuestionBar


_LOG = logging.getLogger(__name__)


class Entries(QObject):
    """Starts jobs over one window; `card_left` says that one was ended by taking the card."""

    card_left = Signal()
    # A window of a job wants the main window in front.
    wants_window = Signal()

    def __init__(
        self,
        window: QWidget,
        world: Environment,
        background: Background,
        watcher: CardWatcher,
        reminders: Reminders,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._world = world
        self._background = background
        self._watcher = watcher
        self._reminders = reminders
        self.detailed_log = DetailedLog(world, window)
        self._flow: CardFlow | None = None
        self._files: OpenFiles | None = None
        self._manual: Manual | None = None
        self._welcoming = False
        self._reminders_dialog: RemindersDialog | None = None
        self._settings_dialog: SettingsDialog | None = None

    def _start(self, kind: "type[CardFlow]") -> None:
        """Start a flow; a second press changes nothing while one runs."""
        if self._flow is not None:
            return
        self._flow = kind(self._window, self._world, self._background, self._watcher)
        self._flow.ended.connect(self._flow_ended)
        self._flow.card_left.connect(self.card_left)
        self._flow.start()

    @property
    def busy(self) -> bool:
        """Whether something is being done with the card that would be lost by ending now."""
        return self._flow is not None

    def _flow_ended(self) -> None:
        self._flow = None

    # --- with the card --------------------------------------------------------------------------

    def own_certificate(self) -> None:
        """自分の証明書."""
        from jpki_desktop.gui.flows.show_own_certificate import ShowOwnCertificate

        self._start(ShowOwnCertificate)

    def authorities(self) -> None:
        """認証局の証明書."""
        from jpki_desktop.gui.flows.show_authorities import ShowAuthorities

        self._start(ShowAuthorities)

    def change_password(self) -> None:
        """パスワード変更."""
        from jpki_desktop.gui.flows.change_password import ChangePassword

        self._start(ChangePassword)

    def verify_password(self) -> None:
        """パスワードを確かめる."""
        from jpki_desktop.gui.flows.verify_password import VerifyPassword

        self._start(VerifyPassword)

    def request_revocation(self) -> None:
        """証明書の失効申請."""
        from jpki_desktop.gui.flows.request_revocation import RequestRevocation

        self._start(RequestRevocation)

    # --- without it -----------------------------------------------------------------------------

    @property
    def files(self) -> "OpenFiles":
        """What opens files from the menu, a drop, the command line or a second start."""
        if self._files is None:
            from jpki_desktop.gui.flows.open_files import OpenFiles

            self._files = OpenFiles(self._window, self._world, self._background)
        return self._files

    def ask_for_files(self) -> None:
        """証明書ファイルを開く."""
        self.files.ask()

    def open_files(self, paths: list[Path]) -> None:
        """Open files that were named elsewhere."""
        self.files.open(paths)

    def convert_serial(self) -> None:
        """シリアル番号の変換."""
        from jpki_desktop.gui.dialogs.convert_serial import ConvertSerialDialog

        dialog = ConvertSerialDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def reminders(self) -> None:
        """更新通知: open the window of the reminders, or bring it to the front."""
        from jpki_desktop.gui.dialogs.reminders import RemindersDialog

        if self._reminders_dialog is None:
            dialog = RemindersDialog(self._window, self._reminders, self._world.clock)
            dialog.own_certificate.connect(dialog.accept)
            dialog.own_certificate.connect(self.wants_window)
            dialog.own_certificate.connect(self.own_certificate)
            dialog.finished.connect(self._reminders_closed)
            self._reminders_dialog = dialog
        self._reminders_dialog.show()
        self._reminders_dialog.raise_()
        self._reminders_dialog.activateWindow()

    def _reminders_closed(self) -> None:
        if self._reminders_dialog is not None:
            self._reminders_dialog.deleteLater()
            self._reminders_dialog = None

    def diagnose(self) -> None:
        """動作確認."""
        from jpki_desktop.gui.flows.diagnose import Diagnose

        Diagnose(self._window, self._world, self._background, self._watcher, self.detailed_log)

    def settings(self) -> None:
        """設定: a second window, as from the tray, would write old values over new ones."""
        if self._settings_dialog is not None:
            self._settings_dialog.raise_()
            self._settings_dialog.activateWindow()
            return
        from jpki_desktop.gui.flows.change_settings import ChangeSettings

        flow = ChangeSettings(
            self._window,
            self._world,
            self._background,
            self._watcher,
            # A demonstration changes nothing on this computer and so has no login start.
            login=self._reminders.login_start,
            open_reminders=self.reminders,
        )
        flow.used.connect(self._settings_used)
        self._settings_dialog = flow.dialog
        flow.dialog.finished.connect(self._settings_closed)

    def _settings_closed(self) -> None:
        self._settings_dialog = None

    def welcome(self) -> None:
        """The first minute; whatever ends it, it does not come by itself again."""
        from jpki_desktop.gui.dialogs.welcome import WelcomeDialog

        unanswered = not self._world.settings.settings.update_notice
        answer = self._reminders.answer if unanswered else None
        self._welcoming = True
        self._reminders.changed.emit()
        dialog = WelcomeDialog(self._window, self._watcher, answer)
        dialog.finished.connect(self._welcomed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def asks(self) -> bool:
        """Whether a question waits; that of the welcome is not asked twice at the same time."""
        reminders = self._reminders
        waits = reminders.asks_to_keep or reminders.replacement is not None
        return waits and not self._welcoming

    def ask(self, band: "QuestionBar") -> None:
        """Put the question that waits into the band, if there is one; nothing stops for it."""
        from jpki_desktop.wording.reminder_questions import ask_to_keep, ask_to_replace

        reminders = self._reminders
        replacement = reminders.replacement
        if not self.asks:
            band.hide()
        elif replacement is None or reminders.asks_to_keep:
            ask_to_keep(band.ask, reminders.answer)
        else:
            ask_to_replace(
                band.ask,
                replacement,
                lambda yes: reminders.answer_replacement(replaces=yes),
            )

    def _welcomed(self) -> None:
        self._welcoming = False
        self._reminders.changed.emit()
        try:
            self._world.settings.change(welcome="done")
        except SettingsFileError as problem:
            # It comes once more; nobody has asked for anything that could not be done.
            _LOG.info("the welcome could not be noted: %s", problem.code)

    def open_manual(self, page: str = "") -> None:
        """ヘルプ: open the manual, or bring it to the front."""
        if self._manual is None:
            from jpki_desktop.gui.manual.manual import Manual

            self._manual = Manual()
        self._manual.open(page)

    def close(self) -> None:
        """The program ends: nothing of it stays on the screen."""
        if self._manual is not None:
            self._manual.window.close()

    def _settings_used(self) -> None:
        self.detailed_log.follow()
        self._reminders.settings_changed()
