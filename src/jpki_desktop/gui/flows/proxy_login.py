"""Asks for user and password of a proxy that wants them, and goes on or gives up.

Any flow whose operation was stopped by a proxy may use it; what is typed goes to the proxy alone.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jpki_desktop.card.cancel import CancelToken
from jpki_desktop.environment import Environment
from jpki_desktop.errors import JpkiError, SettingsFileError
from jpki_desktop.gui.background import Background
from jpki_desktop.gui.dialogs.proxy_login import ProxyAnswer, ProxyLoginDialog
from jpki_desktop.gui.widgets.error_box import show_error
from jpki_desktop.operations.proxy_login import ProxyWish


class ProxyLogin(QObject):
    """One question; `then` goes on with what was typed, `given_up` goes on without."""

    def __init__(
        self,
        window: QWidget,
        world: Environment,
        background: Background,
        wish: ProxyWish,
        *,
        then: Callable[[], None],
        given_up: Callable[[], None],
    ) -> None:
        settings = world.settings
        dialog = ProxyLoginDialog(
            window, wish, settings.settings.proxy_user, fixed="proxy_user" in settings.managed
        )
        super().__init__(dialog)
        self.dialog = dialog
        self._window = window
        self._world = world
        self._background = background
        self._wish = wish
        self._then = then
        dialog.submitted.connect(self._give)
        dialog.rejected.connect(given_up)
        dialog.finished.connect(dialog.deleteLater)
        problem = world.proxy_password.problem
        if problem is not None and not wish.refused:
            dialog.show_keyring_problem(problem)
        background.run_aside(
            lambda _cancel: world.proxy_password.can_keep(),
            then=self._show_keyring,
            failed=lambda _error: None,
        )
        dialog.open()

    def _show_keyring(self, there: bool) -> None:
        if isValid(self.dialog):
            self.dialog.show_keyring(there=there)

    def _give(self, answer: ProxyAnswer) -> None:
        settings = self._world.settings
        if answer.user != settings.settings.proxy_user:
            try:
                settings.change(proxy_user=answer.user)
            except SettingsFileError as problem:
                # It holds for this run all the same.
                show_error(self._window, problem)

        def give(_cancel: CancelToken) -> None:
            self._world.proxy_password.give(
                self._wish.address, answer.user, answer.password, keep=answer.keep
            )

        self.dialog.set_waiting()
        self._background.run_aside(give, then=lambda _nothing: self._go_on(), failed=self._go_on)

    def _go_on(self, problem: JpkiError | None = None) -> None:
        if isValid(self.dialog):
            self.dialog.accept()
        if not isValid(self._window):
            return
        self._then()
        if problem is not None:
            show_error(self._window, problem)
