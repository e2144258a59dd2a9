"""設定: open the window, check and keep what was changed, use it at once.

The keyring and the network are asked beside; what a person has to be told comes back to the window.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.environment import Environment
from jpki_desktop.errors import (
    CancelledError,
    JpkiError,
    LedgerFileError,
    LoginStartError,
    NoManualProxyError,
    SettingError,
    SettingsFileError,
)
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.card_watcher import CardWatcher
from jpki_desktop.gui.dialogs.settings import SettingsDialog
from jpki_desktop.gui.style import apply_appearance
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.login_start import LoginStart
from jpki_desktop.network.connection_steps import StepResult
from jpki_desktop.operations.change_settings import change_settings, manual_proxy
from jpki_desktop.operations.check_connection import ProxyTrial, check_connection
from jpki_desktop.settings.proxy_password import wipe
from jpki_desktop.wording.errors import describe_error


class ChangeSettings(QObject):
    """One window of 設定 and what comes of it; `used` says that new settings hold."""

    used = Signal()

    def __init__(
        self,
        window: QWidget,
        world: Environment,
        background: Background,
        watcher: CardWatcher,
        *,
        login: LoginStart | None,
        open_reminders: Callable[[], None] | None = None,
    ) -> None:
        self.dialog = SettingsDialog(
            window, world, watcher.connected, login, open_reminders=open_reminders
        )
        # Lives as long as its window.
        super().__init__(self.dialog)
        self._window = window
        self._world = world
        self._background = background
        self._watcher = watcher
        self._testing = False
        self.dialog.submitted.connect(self._apply)
        self.dialog.network.test_wanted.connect(self._test)
        self.dialog.finished.connect(self.dialog.deleteLater)
        background.run_aside(
            lambda _cancel: world.proxy_password.can_keep(),
            then=self._show_keyring,
            failed=lambda _error: None,
        )
        self.dialog.open()

    # --- OK -----------------------------------------------------------------------------------

    def _apply(self) -> None:
        unsaved: SettingsFileError | LedgerFileError | None = None
        try:
            change_settings(self._world, self.dialog.texts())
        except SettingError as problem:
            self.dialog.show_problem(describe_error(problem).detail, problem.name)
            return
        except (SettingsFileError, LedgerFileError) as problem:
            unsaved = problem
        self._use()
        try:
            self.dialog.notice.apply_login()
        except LoginStartError as problem:
            self.dialog.tabs.setCurrentWidget(self.dialog.notice)
            self.dialog.show_problem(describe_error(problem).detail)
            return
        if unsaved is not None:
            self._close(unsaved)
            return
        self._give_password()

    def _use(self) -> None:
        """Let what was chosen hold at once."""
        settings = self._world.settings.settings
        self._watcher.use(settings)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_appearance(application, settings.appearance)
        self.used.emit()

    def _give_password(self) -> None:
        password = self.dialog.network.take_password()
        if password is None:
            self._close()
            return
        try:
            address, user = manual_proxy(self._world)
        except NoManualProxyError as problem:
            wipe(password)
            self.dialog.show_problem(describe_error(problem).detail, "proxy_user")
            return
        keep = self.dialog.network.keep.isChecked() and self.dialog.network.keep.isEnabled()

        def give(_cancel: CancelToken) -> None:
            self._world.proxy_password.give(address, user, password, keep=keep)

        self.dialog.set_waiting(waiting=True)
        self._background.run_aside(give, then=lambda _nothing: self._close(), failed=self._close)

    def _close(self, problem: JpkiError | None = None) -> None:
        if isValid(self.dialog):
            self.dialog.accept()
        if problem is not None and isValid(self._window):
            show_error(self._window, problem)

    # --- beside -------------------------------------------------------------------------------

    def _show_keyring(self, there: bool) -> None:
        if isValid(self.dialog):
            self.dialog.network.show_keyring(there=there)

    def _test(self, url: str, trial: ProxyTrial) -> None:
        if self._testing:
            wipe(trial.password)
            return
        self._testing = True
        self.dialog.network.connection.show_waiting()

        def ask(cancel: CancelToken) -> tuple[StepResult, ...]:
            try:
                return check_connection(self._world, url, cancel, trial)
            finally:
                wipe(trial.password)

        job = self._background.run_aside(
            ask, then=partial(self._tested, None), failed=lambda error: self._tested(error, ())
        )
        # Given up before it began, it wipes nothing by itself.
        job.token.on_cancel(partial(wipe, trial.password))
        self.dialog.finished.connect(lambda _result: job.cancel())

    def _tested(self, error: JpkiError | None, steps: tuple[StepResult, ...]) -> None:
        self._testing = False
        if not isValid(self.dialog) or isinstance(error, CancelledError):
            return
        if error is None:
            self.dialog.network.connection.show_steps(steps)
        else:
            self.dialog.network.connection.show_message(describe_error(error).detail)
