"""パスワード入力: asks for one password of the card, with the tries left and the rules in view.

The dialog checks the form and hands the password over; sending it is the flow's work. It stays
open after a wrong password and shows where to go when the password is locked.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.password import Password, broken_rules, rules_of
from jpki_desktop.card.profile import PasswordRules
from jpki_desktop.gui.dialogs.password_question import PasswordQuestion, adapt_in_place
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, Tone
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.gui.widgets.password_field import PasswordField
from jpki_desktop.gui.widgets.rule_list import RuleList
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.password_dialog import field_label, lock_notice, question
from jpki_desktop.wording.password_rules import adapted_note, not_sent_note, rule_text
from jpki_desktop.wording.passwords import password_name


class EnterPasswordDialog(PasswordQuestion):
    """Emits `submitted` with a checked password, or `without_password`.

    `purpose` says what the password is asked for, where that is not a certificate.
    """

    submitted = Signal(object, bool)
    without_password = Signal()

    def __init__(
        self,
        parent: QWidget,
        rules: PasswordRules,
        state: PasswordState,
        *,
        can_skip: bool,
        purpose: str = "",
    ) -> None:
        super().__init__(parent, rules, state)
        self.setProperty(MANUAL_PAGE, "four-passwords")
        self._can_skip = can_skip
        self._purpose = purpose
        self.setWindowTitle(translate("password_dialog", "Enter password"))
        self._build(question(rules.kind.value))
        self._show_state()

    # --- layout -----------------------------------------------------------------------------

    def _entry_area(self) -> QWidget:
        area = self._entry_widget()
        layout = QVBoxLayout(area)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        if self._purpose:
            layout.addWidget(text_label(self._purpose))
        self._field = PasswordField()
        self._fields.append(self._field)
        self._field.setAccessibleName(password_name(self._rules.kind.value))
        self._field.setAccessibleDescription(lock_notice())
        self._field.textEdited.connect(self._typed)
        label = QLabel(field_label())
        label.setBuddy(self._field)
        self._note = text_label("", Tone.WARNING)
        self._list = RuleList([rule_text(rule, self._rules) for rule in rules_of(self._rules)])
        layout.addWidget(label)
        for widget in (self._field, self._show_box(), self._list, self._note, self._message):
            layout.addWidget(widget)
        layout.addWidget(text_label(lock_notice(), Tone.QUIET))
        return area

    def _entry_widget(self) -> QWidget:
        """Return what holds the field and the notes around it."""
        return QWidget()

    def _button_row(self) -> QDialogButtonBox:
        row = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._skip = self._plain_button(
            row, translate("password_dialog", "Show &without password"), role.ActionRole
        )
        self._ok = self._plain_button(row, translate("password_dialog", "OK"), role.AcceptRole)
        self._cancel = self._plain_button(
            row, translate("password_dialog", "Cancel"), role.RejectRole
        )
        self._ok.clicked.connect(self.submit)
        self._skip.clicked.connect(self.without_password)
        self._cancel.clicked.connect(self.reject)
        self._skip.setVisible(self._can_skip)
        self._choose_default("")
        return row

    def _choose_default(self, text: str) -> None:
        """Let Enter take the way that costs no try, unless a password has been typed for it."""
        skip = self._can_skip and not text
        (self._skip if skip else self._ok).setDefault(True)

    # --- what the user does -----------------------------------------------------------------

    def _empty(self) -> None:
        super()._empty()
        self._typed("")

    def _typed(self, text: str) -> None:
        """Convert what was typed in place, say so, and tick the rules."""
        note = adapted_note(adapt_in_place(self._field, self._rules))
        if note or not text:
            self._note.setText(note)
        adapted = self._field.text()
        broken = broken_rules(adapted, self._rules)
        # An empty field breaks no alphabet, but nothing is met by it either.
        self._list.show_met(
            [bool(adapted) and rule not in broken for rule in rules_of(self._rules)]
        )
        self._choose_default(adapted)
        if text:
            self._say("")

    def type_text(self, text: str) -> None:
        """Fill the field as if `text` had been typed."""
        self._field.setText(text)
        self._typed(text)

    def submit(self) -> None:
        """Check the form and hand the password over; what the OK button does."""
        broken = broken_rules(self._field.text(), self._rules)
        if broken:
            self._say(not_sent_note(broken, self._rules))
            self._field.setFocus()
            return
        last_try = self._state.tries_left == 1
        if not self._may_send() or (last_try and not self.confirm_last_try()):
            return
        password = Password.from_text(self._field.text(), self._rules)
        self._empty()
        self.submitted.emit(password, last_try)

    def _may_send(self) -> bool:
        """Whether to go on; a window for more than reading asks here, before the card is used."""
        return True
