"""更新通知: whether ends are remembered and told, and whether the program starts at login."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPushButton, QRadioButton

from jpki_desktop.environment import Environment
from jpki_desktop.gui.dialogs.settings.page import Page
from jpki_desktop.gui.style import MANUAL_PAGE, WIDE_SPACE
from jpki_desktop.login_start import LoginStart, LoginState
from jpki_desktop.settings.rules import CHOICES
from jpki_desktop.wording.language import translate


class NoticePage(Page):
    """The notice has no answer until the user gives one."""

    def __init__(
        self,
        world: Environment,
        login: LoginStart | None,
        open_reminders: Callable[[], None] | None,
    ) -> None:
        super().__init__(world)
        self.setProperty(MANUAL_PAGE, "reminders")
        self._login = login
        self._state = LoginState.OFF if login is None else login.state()
        self._add_notice()
        if open_reminders is not None:
            reminders = QPushButton(translate("settings_dialog", "See the &reminders…"))
            reminders.setAutoDefault(False)
            reminders.clicked.connect(lambda _checked: open_reminders())
            self.rows.addWidget(reminders)
        self.rows.addSpacing(WIDE_SPACE)
        self._add_login()
        self.rows.addSpacing(WIDE_SPACE)
        self._add_closing()
        self.rows.addStretch(1)

    def _add_notice(self) -> None:
        self.on = QRadioButton(translate("settings_dialog", "&Tell me before a certificate ends"))
        self.off = QRadioButton(translate("settings_dialog", "Do not tell me (&F)"))
        group = QButtonGroup(self)
        for button, note in (
            (
                self.on,
                translate(
                    "settings_dialog",
                    "You are told from three months before the end. For this the kind of the "
                    "certificate, its end and a value that cannot be turned back are kept on this "
                    "computer; no name, no serial number.",
                ),
            ),
            (self.off, translate("settings_dialog", "Nothing is kept.")),
        ):
            group.addButton(button)
            button.setAccessibleDescription(note)
            self.rows.addWidget(button)
            label = self.add_note(note)
            label.setIndent(self.fontMetrics().height() + WIDE_SPACE)
        chosen = self.saved("update_notice")
        self.on.setChecked(chosen == "yes")
        self.off.setChecked(chosen == "no")
        self.manage("update_notice", self.on, self._notice)
        self.off.setEnabled(self.on.isEnabled())

    def _add_closing(self) -> None:
        label = translate("settings_dialog", "When the &window is closed")
        closing = self.add_choice("closing", label, CHOICES["closing"])
        if not self.is_managed("closing"):
            # Without reminders the program ends with its window.
            closing.setEnabled(self.on.isChecked())
            self.on.toggled.connect(closing.setEnabled)

    def _notice(self) -> str:
        if self.on.isChecked():
            return "yes"
        return "no" if self.off.isChecked() else ""

    def _add_login(self) -> None:
        self.at_login = QCheckBox(
            translate("settings_dialog", "&Start in the background when I log in")
        )
        self.at_login.setChecked(self._state.starts)
        self.at_login.setEnabled(self._login is not None)
        self.rows.addWidget(self.at_login)
        if self._state is not LoginState.FOR_ALL:
            # A start at login is of no use without the notice, and the notice comes at login.
            self.on.clicked.connect(lambda: self._follow(on=True))
            self.off.clicked.connect(lambda: self._follow(on=False))
        if self._login is None:
            self.add_note(translate("settings_dialog", "The demo does not start at login."))
        elif self._state is LoginState.FOR_ALL:
            self.add_note(
                translate(
                    "settings_dialog",
                    "The administrator starts it for everybody. You can switch it off for you.",
                )
            )
        else:
            self.add_note(
                translate("settings_dialog", "Without this you are told only while it is open.")
            )

    def _follow(self, *, on: bool) -> None:
        if self._login is not None:
            self.at_login.setChecked(on)

    def apply_login(self) -> None:
        """Switch the start at login on or off, where it was changed.

        Raises:
            LoginStartError: nothing was changed.
        """
        wanted = self.at_login.isChecked()
        if self._login is None or wanted is self._state.starts:
            return
        if wanted:
            self._login.enable()
        else:
            self._login.disable()
        self._state = self._login.state()
