"""What every window has that asks for a password of the card: tries, lock, messages, the last try.

A subclass adds its fields and its buttons. It checks the form and hands the password over; sending
it is the flow's work. The window stays open after a wrong password.
"""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from jpki_desktop.card.jpki_session import PasswordState
from jpki_desktop.card.password import Adapted, adapt
from jpki_desktop.card.profile import PasswordRules
from jpki_desktop.gui.announce import announce
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, lines, set_tone
from jpki_desktop.gui.widgets.labels import heading_label, text_label
from jpki_desktop.gui.widgets.message import fill
from jpki_desktop.gui.widgets.password_field import PasswordField
from jpki_desktop.gui.widgets.tall_body import TallBody
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.password_dialog import which_password
from jpki_desktop.wording.password_rules import tries_sentence, wrong_sentence
from jpki_desktop.wording.passwords import (
    as_heading,
    if_it_locks,
    password_name,
    where_to_unlock,
)


class PasswordQuestion(QDialog):
    """A window about one password; `_fields` and `_buttons` are the subclass's."""

    def __init__(self, parent: QWidget, rules: PasswordRules, state: PasswordState) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "four-passwords")
        self._rules = rules
        self._state = state
        self._waiting = False
        self._fields: list[PasswordField] = []
        self._buttons: list[QPushButton] = []
        self.setWindowModality(Qt.WindowModality.WindowModal)

    # --- layout -----------------------------------------------------------------------------

    def _build(self, question: str) -> None:
        kind = self._rules.kind.value
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        self._body = TallBody()
        layout.addWidget(self._body, stretch=1)
        rows = self._body.rows
        for widget in self._above():
            rows.addWidget(widget)
        self._heading = heading_label(question, 1.15)
        rows.addWidget(self._heading)
        rows.addWidget(text_label(which_password(kind), Tone.QUIET))
        self._tries = heading_label("", 1.1)
        rows.addWidget(self._tries)
        self._message = text_label("", Tone.BAD)
        self._entry = self._entry_area()
        rows.addWidget(self._entry)
        self._locked = text_label(where_to_unlock(kind))
        rows.addWidget(self._locked)
        rows.addStretch(1)
        for widget in self._footing():
            rows.addWidget(widget)
        layout.addWidget(self._button_row())
        self.setMinimumWidth(lines(self, 30))

    def _entry_area(self) -> QWidget:
        """Return the fields and what belongs to them; hidden when the password is locked."""
        raise NotImplementedError

    def _above(self) -> tuple[QWidget, ...]:
        """Return what stands over the question."""
        return ()

    def _footing(self) -> tuple[QWidget, ...]:
        """Return what stands above the buttons, also when the password is locked."""
        return ()

    def _button_row(self) -> QDialogButtonBox:
        """Make `_ok`, `_cancel` and any others, and list them in `_buttons`."""
        raise NotImplementedError

    def _plain_button(
        self, row: QDialogButtonBox, text: str, role: QDialogButtonBox.ButtonRole
    ) -> QPushButton:
        button = QPushButton(text)
        # Which button Enter presses is decided once, and not by where the focus happens to be.
        button.setAutoDefault(False)
        row.addButton(button, role)
        self._buttons.append(button)
        return button

    def _show_box(self) -> QCheckBox:
        box = QCheckBox(translate("password_dialog", "Show the pass&word"))
        box.toggled.connect(self._show_characters)
        return box

    def _show_characters(self, on: bool) -> None:
        for field in self._fields:
            field.set_shown(shown=on)

    # --- what it shows ----------------------------------------------------------------------

    def show_wrong(self, tries_left: int) -> None:
        """Stay open after a wrong password, emptied, with the new count."""
        self._state = replace(self._state, tries_left=tries_left, locked=False)
        self._empty()
        self._show_state()
        self._say(wrong_sentence(tries_left))
        self._fields[0].setFocus()

    def show_changed(self, tries_left: int, reason: str) -> None:
        """Stay open, emptied, when the counter is not what was shown; nothing was sent."""
        self._state = replace(self._state, tries_left=tries_left, locked=tries_left == 0)
        self._empty()
        self._show_state()
        self._say(reason)

    def show_locked(self) -> None:
        """Replace the fields by where to go."""
        self._empty()
        self._state = replace(self._state, tries_left=0, locked=True)
        self._show_state()

    def show_problem(self, title: str, next_step: str) -> None:
        """Stay open after something that was no answer to the password."""
        self._empty()
        self._say(f"{title}\n{next_step}")

    def set_waiting(self, *, waiting: bool) -> None:
        """Take no input while the card works, so that one press sends one password."""
        self._waiting = waiting
        for widget in (self._entry, *self._buttons):
            widget.setEnabled(not waiting)
        if not waiting and not self._state.locked:
            self._fields[0].setFocus()

    def reject(self) -> None:
        """Close, but not while the card works: the panel over this dialog has its own cancel."""
        if not self._waiting:
            super().reject()

    @property
    def state(self) -> PasswordState:
        """The state of the password as last told by the card."""
        return self._state

    def done(self, result: int) -> None:
        """Close, leaving nothing in the fields."""
        for field in self._fields:
            field.empty()
        super().done(result)

    def _empty(self) -> None:
        """Empty the fields and what was said about their contents."""
        for field in self._fields:
            field.empty()

    def _show_state(self) -> None:
        locked = self._state.locked
        if locked:
            # There is nothing to enter.
            self._heading.setText(as_heading(password_name(self._rules.kind.value)))
            self._tries.setText(translate("password_dialog", "This password is locked."))
        else:
            self._tries.setText(tries_sentence(self._state, self._rules))
        # What a screen reader says when the window opens.
        self.setAccessibleDescription(self._tries.text())
        few = locked or self._state.tries_left == 1
        set_tone(self._tries, Tone.BAD if few else Tone.PLAIN)
        self._entry.setVisible(not locked)
        self._locked.setVisible(locked)
        self._ok.setVisible(not locked)
        if locked:
            self._cancel.setText(translate("password_dialog", "Close"))
        else:
            self._fields[0].setFocus()
        self._body.fit()

    def _say(self, text: str) -> None:
        """Show a message, and bring it into view where the window scrolls."""
        self._message.setText(text)
        announce(self, text, urgent=True)
        if text:
            self._body.fit()
            self._body.ensureWidgetVisible(self._message)

    _ok: QPushButton
    _cancel: QPushButton

    # --- what the user does -----------------------------------------------------------------

    def confirm_last_try(self) -> bool:
        """Ask in words before the last try; stopping is the default."""
        return ask_in_words(
            self,
            title=translate("password_dialog", "The last try"),
            text=translate("password_dialog", "Only one try is left. Send this password?"),
            detail=if_it_locks(self._rules.kind.value),
            go_on=translate("password_dialog", "Send it"),
            stop=translate("password_dialog", "Do not send"),
        )


def ask_in_words(
    parent: QWidget, *, title: str, text: str, detail: str, go_on: str, stop: str
) -> bool:
    """Ask a question whose answers are words; stopping is the default."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    fill(box, QMessageBox.Icon.Warning, text, detail)
    yes = box.addButton(go_on, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(stop, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    # The manual beside it stays usable.
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.exec()
    # A card that was taken away has closed the question, and this box with it.
    return isValid(box) and box.clickedButton() is yes


def adapt_in_place(field: PasswordField, rules: PasswordRules) -> Adapted:
    """Convert what was typed, where it stands, and return what was changed."""
    text = field.text()
    adapted, changes = adapt(text, rules)
    if adapted != text:
        position = field.cursorPosition()
        field.setText(adapted)
        field.setCursorPosition(position)
    return changes
