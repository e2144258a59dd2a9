"""Which of the two passwords to change or to check, with the tries left of each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.profile import PasswordKind
from jpki_desktop.gui.dialogs.four_passwords import FourPasswords
from jpki_desktop.gui.style import SPACE, WIDE_SPACE, Tone, lines
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.operations.look_at_passwords import PasswordsLook
from jpki_desktop.wording.card import tries_text
from jpki_desktop.wording.language import translate


class SelectPasswordDialog(QDialog):
    """Asks for one of the two; user authentication comes first, as on the card's page."""

    def __init__(self, parent: QWidget, look: PasswordsLook, *, title: str, question: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._group = QButtonGroup(self)
        self._choices: dict[int, PasswordKind] = {}
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
        layout.addWidget(self._button_row())
        self.setMinimumWidth(lines(self, 30))

    def _add(
        self, layout: QVBoxLayout, kind: PasswordKind, name: str, state: PasswordState
    ) -> None:
        number = len(self._choices)
        tries = tries_text(state, kind)
        button = QRadioButton(name)
        button.setEnabled(state.present)
        button.setChecked(state.present and self._group.checkedId() < 0)
        button.setAccessibleDescription(tries)
        self._choices[number] = kind
        self._group.addButton(button, number)
        few = state.locked or state.tries_left == 1
        note = text_label(tries, Tone.BAD if few else Tone.QUIET)
        note.setIndent(self.fontMetrics().height() + SPACE)
        layout.addWidget(button)
        layout.addWidget(note)

    def _button_row(self) -> QDialogButtonBox:
        row = QDialogButtonBox()
        ok = QPushButton(translate("select_password", "OK"))
        ok.setDefault(True)
        ok.setEnabled(self._group.checkedId() >= 0)
        cancel = QPushButton(translate("select_password", "Cancel"))
        row.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
        row.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        row.accepted.connect(self.accept)
        row.rejected.connect(self.reject)
        return row

    def choose(self, kind: PasswordKind) -> None:
        """Select one of the two."""
        number = next(number for number, choice in self._choices.items() if choice is kind)
        self._group.button(number).setChecked(True)

    @property
    def choice(self) -> PasswordKind:
        """The chosen password."""
        return self._choices[self._group.checkedId()]
