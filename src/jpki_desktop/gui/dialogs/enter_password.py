"""パスワード入力: asks for one password of the card, with the tries left and the rules in view.

The dialog checks the form and hands the password over; sending it is the flow's work. It stays
open after a wrong password and shows where to go when the password is locked.
"""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.password import Password, adapt, broken_rules, rules_of
from jpki_desktop.card.profile import PasswordRules
from jpki_desktop.gui.style import SPACE, WIDE_SPACE, Tone, lines, set_tone
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.gui.widgets.password_field import PasswordField
from jpki_desktop.gui.widgets.rule_list import RuleList
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.password_dialog import (
    field_label,
    lock_notice,
    question,
    which_password,
)
from jpki_desktop.wording.password_rules import (
    adapted_note,
    not_sent_note,
    rule_text,
    tries_sentence,
    wrong_sentence,
)
from jpki_desktop.wording.passwords import password_name, where_to_unlock


class EnterPasswordDialog(QDialog):
    """Emits `submitted` with a checked password, or `without_password`."""

    submitted = Signal(object, bool)
    without_password = Signal()

    def __init__(
        self, parent: QWidget, rules: PasswordRules, state: PasswordState, *, can_skip: bool
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._state = state
        self._can_skip = can_skip
        self._waiting = False
        self.setWindowTitle(translate("password_dialog", "Enter password"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._build()
        self._show_state()

    # --- layout -----------------------------------------------------------------------------

    def _build(self) -> None:
        kind = self._rules.kind.value
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(heading_label(question(kind), 1.15))
        layout.addWidget(text_label(which_password(kind), Tone.QUIET))
        self._tries = heading_label("", 1.1)
        layout.addWidget(self._tries)
        self._entry = self._entry_area()
        layout.addWidget(self._entry)
        self._locked = text_label(where_to_unlock(kind))
        layout.addWidget(self._locked)
        layout.addStretch(1)
        layout.addWidget(self._button_row())
        self.setMinimumWidth(lines(self, 30))

    def _entry_area(self) -> QWidget:
        area = QWidget()
        layout = QVBoxLayout(area)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self._field = PasswordField()
        self._field.setAccessibleName(password_name(self._rules.kind.value))
        self._field.setAccessibleDescription(lock_notice(self._rules))
        self._field.textEdited.connect(self._typed)
        label = QLabel(field_label())
        label.setBuddy(self._field)
        self._show = QCheckBox(translate("password_dialog", "Show the pass&word"))
        self._show.toggled.connect(lambda on: self._field.set_shown(shown=on))
        self._note = text_label("", Tone.WARNING)
        self._message = text_label("", Tone.BAD)
        self._list = RuleList([rule_text(rule, self._rules) for rule in rules_of(self._rules)])
        layout.addWidget(label)
        for widget in (self._field, self._show, self._list, self._note, self._message):
            layout.addWidget(widget)
        layout.addWidget(text_label(lock_notice(self._rules), Tone.QUIET))
        return area

    def _button_row(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._ok = QPushButton(translate("password_dialog", "OK"))
        self._skip = QPushButton(translate("password_dialog", "Show &without password"))
        self._cancel = QPushButton(translate("password_dialog", "Cancel"))
        buttons.addButton(self._skip, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._ok.clicked.connect(self.submit)
        self._skip.clicked.connect(self.without_password)
        self._cancel.clicked.connect(self.reject)
        self._skip.setVisible(self._can_skip)
        for button in (self._ok, self._skip, self._cancel):
            button.setAutoDefault(False)
        self._default_button().setDefault(True)
        return buttons

    def _default_button(self) -> QPushButton:
        """What Enter does: the way that cannot cost a try, where there is one."""
        return self._skip if self._can_skip else self._ok

    # --- what it shows ----------------------------------------------------------------------

    def show_wrong(self, tries_left: int) -> None:
        """Stay open after a wrong password, emptied, with the new count."""
        self._state = replace(self._state, tries_left=tries_left, locked=False)
        self._field.empty()
        self._typed("")
        self._show_state()
        self._say(wrong_sentence(tries_left))
        self._field.setFocus()

    def show_changed(self, tries_left: int, reason: str) -> None:
        """Stay open, emptied, when the counter is not what was shown; nothing was sent."""
        self._state = replace(self._state, tries_left=tries_left, locked=tries_left == 0)
        self._field.empty()
        self._typed("")
        self._show_state()
        self._say(reason)

    def show_locked(self) -> None:
        """Replace the field by where to go."""
        self._field.empty()
        self._state = replace(self._state, tries_left=0, locked=True)
        self._show_state()

    def show_problem(self, title: str, next_step: str) -> None:
        """Stay open after something that was no answer to the password."""
        self._field.empty()
        self._typed("")
        self._say(f"{title}\n{next_step}")

    def set_waiting(self, *, waiting: bool) -> None:
        """Take no input while the card works, so that one press sends one password."""
        self._waiting = waiting
        for widget in (self._entry, self._ok, self._skip, self._cancel):
            widget.setEnabled(not waiting)
        if not waiting and not self._state.locked:
            self._field.setFocus()

    def reject(self) -> None:
        """Close, but not while the card works: the panel over this dialog has its own cancel."""
        if not self._waiting:
            super().reject()

    @property
    def state(self) -> PasswordState:
        """The state of the password as last told by the card."""
        return self._state

    def done(self, result: int) -> None:
        """Close, leaving nothing in the field."""
        self._field.empty()
        super().done(result)

    def _show_state(self) -> None:
        locked = self._state.locked
        if locked:
            self._tries.setText(translate("password_dialog", "This password is locked."))
        else:
            self._tries.setText(tries_sentence(self._state, self._rules))
        few = locked or self._state.tries_left == 1
        set_tone(self._tries, Tone.BAD if few else Tone.PLAIN)
        self._entry.setVisible(not locked)
        self._locked.setVisible(locked)
        self._ok.setVisible(not locked)
        if locked:
            self._cancel.setText(translate("password_dialog", "Close"))
        else:
            self._field.setFocus()
        self.adjustSize()

    def _say(self, text: str) -> None:
        self._message.setText(text)

    # --- what the user does -----------------------------------------------------------------

    def _typed(self, text: str) -> None:
        """Convert what was typed in place, say so, and tick the rules."""
        adapted, changes = adapt(text, self._rules)
        if adapted != text:
            position = self._field.cursorPosition()
            self._field.setText(adapted)
            self._field.setCursorPosition(position)
        note = adapted_note(changes)
        if note or not text:
            self._note.setText(note)
        broken = broken_rules(adapted, self._rules)
        # An empty field breaks no alphabet, but nothing is met by it either.
        self._list.show_met(
            [bool(adapted) and rule not in broken for rule in rules_of(self._rules)]
        )
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
        if last_try and not self.confirm_last_try():
            return
        password = Password.from_text(self._field.text(), self._rules)
        self._field.empty()
        self._typed("")
        self.submitted.emit(password, last_try)

    def confirm_last_try(self) -> bool:
        """Ask in words before the last try; stopping is the default."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("password_dialog", "The last try"))
        box.setText(translate("password_dialog", "Only one try is left. Send this password?"))
        box.setInformativeText(where_to_unlock(self._rules.kind.value))
        send = box.addButton(
            translate("password_dialog", "Send it"), QMessageBox.ButtonRole.DestructiveRole
        )
        stop = box.addButton(
            translate("password_dialog", "Do not send"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(stop)
        box.setEscapeButton(stop)
        box.exec()
        return box.clickedButton() is send
