"""パスワード変更: the present password, the new one, the new one again, with everything in view.

Rules are ticked while one types, easy ones are warned about, and nothing that cannot be right is
sent. Sending is the flow's work.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.password import Adapted, Password, broken_rules, rules_of
from jpki_desktop.card.profile import PasswordRules
from jpki_desktop.card.weak_password import BirthDay, Weakness, weaknesses
from jpki_desktop.gui.dialogs.four_passwords import FourPasswords
from jpki_desktop.gui.dialogs.password_question import (
    PasswordQuestion,
    adapt_in_place,
    ask_in_words,
)
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, Tone, lines
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.gui.widgets.password_field import PasswordField
from jpki_desktop.gui.widgets.rule_list import RuleList
from jpki_desktop.wording.change_password import (
    change_question,
    differ_note,
    guide_advice,
    same_twice_rule,
    weak_warning,
)
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.password_dialog import lock_notice
from jpki_desktop.wording.password_rules import adapted_note, not_sent_note, rule_text


class ChangePasswordDialog(PasswordQuestion):
    """Emits `submitted` with the present password, the new one, and whether the last try may go."""

    submitted = Signal(object, object, bool)

    def __init__(
        self,
        parent: QWidget,
        rules: PasswordRules,
        state: PasswordState,
        birth_days: Sequence[BirthDay] = (),
    ) -> None:
        super().__init__(parent, rules, state)
        self.setProperty(MANUAL_PAGE, "change-password")
        self._birth_days = birth_days
        self.setWindowTitle(translate("change_password", "Change password"))
        self._build(change_question(rules.kind.value))
        self.setMinimumWidth(lines(self, 34))
        self._show_state()

    # --- layout -----------------------------------------------------------------------------

    def _entry_area(self) -> QWidget:
        area = QWidget()
        layout = QVBoxLayout(area)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        grid = QGridLayout()
        grid.setSpacing(SPACE)
        self._old = self._add(grid, translate("change_password", "&Present password"))
        self._new = self._add(grid, translate("change_password", "&New password"))
        self._again = self._add(grid, translate("change_password", "New password &again"))
        layout.addLayout(grid)
        self._adapted = ""
        self._notes = text_label("", Tone.WARNING)
        self._list = RuleList(
            [*(rule_text(rule, self._rules) for rule in rules_of(self._rules)), same_twice_rule()]
        )
        for widget in (self._show_box(), self._list, self._notes, self._message):
            layout.addWidget(widget)
        layout.addWidget(text_label(lock_notice(), Tone.QUIET))
        return area

    def _add(self, grid: QGridLayout, text: str) -> PasswordField:
        field = PasswordField()
        field.setAccessibleDescription(lock_notice())
        field.textEdited.connect(lambda: self._typed(field))
        label = QLabel(text)
        label.setBuddy(field)
        row = len(self._fields)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
        self._fields.append(field)
        return field

    def _footing(self) -> tuple[QWidget, ...]:
        self.four_passwords = FourPasswords(self._rules.kind.value)
        self.four_passwords.folded.connect(self._unfolded)
        return (self.four_passwords,)

    def _unfolded(self) -> None:
        self._body.fit()
        self._body.ensureWidgetVisible(self.four_passwords.button)

    def _button_row(self) -> QDialogButtonBox:
        row = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._ok = self._plain_button(row, translate("change_password", "&Change"), role.AcceptRole)
        self._cancel = self._plain_button(
            row, translate("password_dialog", "Cancel"), role.RejectRole
        )
        self._ok.clicked.connect(self.submit)
        self._cancel.clicked.connect(self.reject)
        self._ok.setDefault(True)
        return row

    # --- what the user does -----------------------------------------------------------------

    def _empty(self) -> None:
        super()._empty()
        self._adapted = ""
        self._tick()

    def _typed(self, field: PasswordField) -> None:
        """Convert what was typed in place, say so, and tick the rules."""
        self._note_changes(field, adapt_in_place(field, self._rules))
        self._say("")
        self._tick()

    def _note_changes(self, field: PasswordField, changes: Adapted) -> None:
        note = adapted_note(changes)
        if note or not field.text():
            self._adapted = note

    def _tick(self) -> None:
        new = self._new.text()
        broken = broken_rules(new, self._rules)
        met = [bool(new) and rule not in broken for rule in rules_of(self._rules)]
        self._list.show_met([*met, bool(new) and new == self._again.text()])
        notes = (self._adapted, weak_warning(self._weaknesses()))
        self._notes.setText("\n".join(note for note in notes if note))

    def _weaknesses(self) -> tuple[Weakness, ...]:
        """What speaks against the new password, once it keeps the rules."""
        new = self._new.text()
        if broken_rules(new, self._rules):
            return ()
        return weaknesses(new, old=self._old.text(), birth_days=self._birth_days)

    def type_texts(self, old: str, new: str, again: str) -> None:
        """Fill the fields as if the texts had been typed."""
        for field, text in zip(self._fields, (old, new, again), strict=True):
            field.setText(text)
            self._typed(field)

    def submit(self) -> None:
        """Check the forms, ask what must be asked, and hand both passwords over."""
        if not self._is_well_formed():
            return
        found = self._weaknesses()
        if found and not self.confirm_weak(found):
            self._again.clear()
            self._new.selectAll()
            self._new.setFocus()
            return
        last_try = self._state.tries_left == 1
        if last_try and not self.confirm_last_try():
            return
        old = Password.from_text(self._old.text(), self._rules)
        new = Password.from_text(self._new.text(), self._rules)
        self._empty()
        self.submitted.emit(old, new, last_try)

    def _is_well_formed(self) -> bool:
        """Whether all three texts can be sent; says why not."""
        for field in (self._old, self._new):
            broken = broken_rules(field.text(), self._rules)
            if broken:
                self._say(not_sent_note(broken, self._rules))
                field.setFocus()
                return False
        if self._new.text() != self._again.text():
            self._say(differ_note())
            self._again.setFocus()
            return False
        return True

    def confirm_weak(self, found: tuple[Weakness, ...]) -> bool:
        """Warn about a password that is easy to guess; choosing another one is the default."""
        return ask_in_words(
            self,
            title=translate("change_password", "Easy to guess"),
            text=weak_warning(found),
            detail=guide_advice(),
            go_on=translate("change_password", "Use it all the same"),
            stop=translate("change_password", "Choose another one"),
        )
