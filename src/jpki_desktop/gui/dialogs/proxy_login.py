"""Asks for user name and password of a proxy. Which proxy wants them comes from outside."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.errors import KeyringError, SettingError
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, lines
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.gui.widgets.password_field import PasswordField
from jpki_desktop.operations.proxy_login import ProxyWish
from jpki_desktop.settings.rules import validate
from jpki_desktop.wording.errors import describe_error
from jpki_desktop.wording.language import translate

# Longer than any password that people have.
_LONGEST = 1024


@dataclass(frozen=True, slots=True)
class ProxyAnswer:
    """What was typed; the buffer belongs to its taker."""

    user: str
    password: bytearray = field(repr=False)
    keep: bool


class ProxyLoginDialog(QDialog):
    """Emits `submitted` with a `ProxyAnswer`."""

    submitted = Signal(object)

    def __init__(self, parent: QWidget, wish: ProxyWish, user: str, *, fixed: bool) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "settings")
        self.setWindowTitle(translate("proxy_login", "Password of the proxy"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(
            heading_label(
                translate("proxy_login", "The proxy wants a user name and a password."), 1.15
            )
        )
        layout.addWidget(
            text_label(translate("proxy_login", "Proxy: {address}").format(address=wish.address))
        )
        layout.addWidget(
            text_label(
                translate(
                    "proxy_login",
                    "This is not a password of the My Number card. Ask the administrator of your "
                    "network for it.",
                ),
                Tone.WARNING,
            )
        )
        self.user = QLineEdit(user)
        self.user.setEnabled(not fixed)
        self.field = PasswordField()
        self.field.setMaxLength(_LONGEST)
        for text, widget in (
            (translate("proxy_login", "&User name"), self.user),
            (translate("proxy_login", "&Password"), self.field),
        ):
            label = QLabel(text)
            label.setBuddy(widget)
            layout.addWidget(label)
            layout.addWidget(widget)
        self.keep = QCheckBox(
            translate("proxy_login", "&Keep the password in the keyring of this computer")
        )
        self.keep.setEnabled(False)
        self._message = text_label("", Tone.BAD)
        layout.addWidget(self.keep)
        layout.addWidget(self._message)
        layout.addStretch(1)
        layout.addWidget(self._buttons())
        if wish.refused:
            self._message.setText(
                translate("proxy_login", "The proxy refused the user name or the password.")
            )
        self.setMinimumWidth(lines(self, 28))
        (self.field if user else self.user).setFocus()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._ok = QPushButton(translate("proxy_login", "OK"))
        self._ok.setDefault(True)
        cancel = QPushButton(translate("proxy_login", "Cancel"))
        buttons.addButton(self._ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.submit)
        buttons.rejected.connect(self.reject)
        return buttons

    def submit(self) -> None:
        """Hand over what was typed; the field is emptied."""
        try:
            user = str(validate("proxy_user", self.user.text()))
        except SettingError as problem:
            self._message.setText(describe_error(problem).detail)
            return
        if not user:
            self._message.setText(translate("proxy_login", "Enter the user name."))
            self.user.setFocus()
            return
        password = bytearray(self.field.text(), "utf-8")
        self.field.empty()
        keep = self.keep.isEnabled() and self.keep.isChecked()
        self.submitted.emit(ProxyAnswer(user, password, keep))

    def set_waiting(self) -> None:
        """Take no second press while the keyring is asked."""
        self._ok.setEnabled(False)

    def show_keyring(self, *, there: bool) -> None:
        """Offer to keep the password only where that is possible."""
        self.keep.setEnabled(there)

    def show_keyring_problem(self, problem: KeyringError) -> None:
        """Say why a kept password is not used."""
        self._message.setText(describe_error(problem).detail)

    @property
    def problem(self) -> str:
        """What was wrong before, or an empty text."""
        return self._message.text()

    def done(self, result: int) -> None:
        """Close, leaving nothing in the field."""
        self.field.empty()
        super().done(result)
