"""Which of the two passwords to change or to check, with the tries left of each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.gui.dialogs.four_passwords import FourPasswords
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, lines
from jpki_desktop.gui.widgets.choice import Choice
from jpki_desktop.gui.widgets.labels import heading_label
from jpki_desktop.operations.look_at_passwords import PasswordsLook
from jpki_desktop.wording.card import tries_text
from jpki_desktop.wording.language import translate


class PasswordChoice(QDialog):
    """A window that asks for one of the two passwords, or for what one of them guards."""

    @property
    def choice(self) -> PasswordKind:
        """The chosen password."""
        raise NotImplementedError


class SelectPasswordDialog(PasswordChoice):
    """Asks for one of the two; user authentication comes first, as on the card's page."""

    def __init__(self, parent: QWidget, look: PasswordsLook, *, title: str, question: str) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "four-passwords")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._choice: Choice[PasswordKind] = Choice(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(heading_label(question, 1.15))
        auth = translate("select_password", "&User authentication password (4 digits)")
        sign = translate("select_password", "&Signature password (6 to 16 letters and digits)")
        self._add(layout, PasswordKind.AUTH, auth, look.auth)
        self._add(layout, PasswordKind.SIGN, sign, look.sign)
        layout.addStretch(1)
        layout.addWidget(FourPasswords(), stretch=20)
        layout.addWidget(self._choice.buttons())
        self.setMinimumWidth(lines(self, 30))

    def _add(
        self, layout: QVBoxLayout, kind: PasswordKind, name: str, state: PasswordState
    ) -> None:
        few = state.locked or state.tries_left == 1
        tone = Tone.BAD if few else Tone.QUIET
        self._choice.add(layout, kind, name, tries_text(state, kind), tone, enabled=state.present)

    def choose(self, kind: PasswordKind) -> None:
        """Select one of the two."""
        self._choice.choose(kind)

    @property
    def choice(self) -> PasswordKind:
        """The chosen password."""
        return self._choice.value
