"""ネットワーク: the proxy, its user and password, and a test of the connection."""

import sys

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLineEdit,
    QRadioButton,
)

from jpki_desktop.environment import Environment
from jpki_desktop.errors import SettingError, SettingValueError
from jpki_desktop.gui.dialogs.settings.connection_box import ConnectionBox
from jpki_desktop.gui.dialogs.settings.page import Page
from jpki_desktop.gui.style import WIDE_SPACE
from jpki_desktop.gui.widgets.labels import heading_label
from jpki_desktop.gui.widgets.password_field import PasswordField
from jpki_desktop.operations.change_settings import uses_manual_proxy
from jpki_desktop.operations.check_connection import ProxyTrial, usual_server
from jpki_desktop.settings.rules import validate
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.settings import for_example, misfit_words

# Longer than any password that people have.
_LONGEST = 1024


class NetworkPage(Page):
    """Emits `test_wanted` with an address and the proxy as it stands in the fields."""

    test_wanted = Signal(str, object)

    def __init__(self, world: Environment) -> None:
        super().__init__(world)
        self._add_choice_of_proxy()
        self._add_account()
        self.rows.addSpacing(WIDE_SPACE)
        self.rows.addWidget(heading_label(translate("settings_dialog", "Connection test"), 1.1))
        self.connection = ConnectionBox(usual_server(world))
        self.connection.wanted.connect(self._test)
        self.connection.changed.connect(self._show_result)
        self.rows.addWidget(self.connection)
        self.rows.addStretch(1)
        self._show_fields()

    def _add_choice_of_proxy(self) -> None:
        saved = self.saved("proxy")
        self.system = QRadioButton(translate("settings_dialog", "Proxy of the s&ystem"))
        self.none = QRadioButton(translate("settings_dialog", "&No proxy"))
        self.manual = QRadioButton(translate("settings_dialog", "This &proxy:"))
        group = QButtonGroup(self)
        for button, chosen in (
            (self.system, saved in ("", "system")),
            (self.none, saved == "none"),
            (self.manual, uses_manual_proxy(saved)),
        ):
            group.addButton(button)
            button.setChecked(chosen)
            button.toggled.connect(lambda _on: self._show_fields())
            self.rows.addWidget(button)
        self.address = QLineEdit(saved if uses_manual_proxy(saved) else "")
        self.address.setPlaceholderText(for_example("proxy.example.jp:8080"))
        self.address.setAccessibleName(translate("settings_dialog", "Address of the proxy"))
        self.rows.addWidget(self.address)
        self.manage("proxy", self.address, self._choice)
        for button in (self.system, self.none, self.manual):
            button.setEnabled(not self.is_managed("proxy"))
        self._system_note = self.add_note(
            translate(
                "settings_dialog",
                "The proxy of the system is that of the environment (http_proxy, https_proxy); "
                "the desktop’s own settings are not looked at.",
            )
        )
        self.add_note(
            translate(
                "settings_dialog",
                "Proxy scripts (PAC) are not supported. LDAP never goes through a proxy.",
            )
        )

    def _add_account(self) -> None:
        self.user = self.add_line(
            "proxy_user", translate("settings_dialog", "&User name for the proxy"), ""
        )
        self.password = PasswordField()
        self.password.setMaxLength(_LONGEST)
        self.add_labelled(translate("settings_dialog", "Pass&word for the proxy"), self.password)
        self.keep = QCheckBox(
            translate("settings_dialog", "&Keep the password in the keyring of this computer")
        )
        self.keep.setEnabled(False)
        self.rows.addWidget(self.keep)
        self.keyring_note = self.add_note("")
        self.add_note(
            translate(
                "settings_dialog",
                "An empty field leaves a kept password as it is. Without one you are asked when "
                "the proxy wants it.",
            )
        )

    # --- what is in the fields --------------------------------------------------------------

    def _choice(self) -> str:
        if self.manual.isChecked():
            # No address at all is no address either.
            return self.address.text().strip() or ":"
        if self.none.isChecked():
            return "none"
        # What was not chosen stays so.
        return "" if self.saved("proxy") == "" else "system"

    def take_password(self) -> bytearray | None:
        """Return what was typed in a buffer that its taker wipes, and empty the field."""
        # Typed before another choice was made, it belongs to no proxy.
        text = self.password.text() if self.manual.isChecked() else ""
        self.password.empty()
        return bytearray(text, "utf-8") if text else None

    def _show_fields(self) -> None:
        manual = self.manual.isChecked()
        self.address.setEnabled(manual and not self.is_managed("proxy"))
        self.user.setEnabled(not self.none.isChecked() and not self.is_managed("proxy_user"))
        self.password.setEnabled(manual)
        self._system_note.setVisible(sys.platform == "linux" and self.system.isChecked())
        self.keep.setVisible(manual)
        self.keyring_note.setVisible(manual and bool(self.keyring_note.text()))

    def show_keyring(self, *, there: bool) -> None:
        """Offer to keep the password only where that is possible."""
        self.keep.setEnabled(there)
        self.keep.setChecked(there)
        if not there:
            self.keyring_note.setText(
                translate(
                    "settings_dialog",
                    "No keyring runs on this computer: the password is not kept, and is asked for "
                    "in each run.",
                )
            )
        self._show_fields()

    # --- the test ---------------------------------------------------------------------------

    def _test(self, url: str) -> None:
        try:
            # What may be asked for by http is the same for every server.
            checked = str(validate("ocsp_url", url))
            trial = self._trial()
        except SettingValueError as problem:
            # Without the name of the setting by whose rule the address was judged.
            self.connection.show_message(misfit_words(problem.reason))
            return
        except SettingError as problem:
            self.connection.show_message(describe_error(problem).detail)
            return
        if checked:
            self.test_wanted.emit(checked, trial)

    def _show_result(self) -> None:
        """Bring the result into view once it has its place."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.connection.steps))

    def _trial(self) -> ProxyTrial:
        choice = self.saved("proxy")
        if not self.is_managed("proxy"):
            choice = str(validate("proxy", self._choice()))
        user = str(validate("proxy_user", self.user.text()))
        text = self.password.text() if self.manual.isChecked() else ""
        return ProxyTrial(choice, user, bytearray(text, "utf-8") if text else None)
