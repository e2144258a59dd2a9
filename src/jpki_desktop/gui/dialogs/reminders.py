"""更新通知: the certificates that are remembered, and what is told about each of them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.expiry.model import LedgerEntry, Notice
from jpki_desktop.expiry.reminders import days_left, reached
from jpki_desktop.gui.reminders import Reminders
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, fitting
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.gui.widgets.message import fill
from jpki_desktop.gui.widgets.question_bar import QuestionBar
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.reminder_questions import ask_to_keep
from jpki_desktop.wording.reminders import (
    card_end_hint,
    certificate_text,
    clock_text,
    end_text,
    left_text,
    none_kept_text,
    notice_text,
    set_aside_text,
    sign_hint,
    state_text,
    what_lapses,
)


class RemindersDialog(QDialog):
    """Emits `own_certificate` when the user wants to open a certificate, so that it is known."""

    own_certificate = Signal()

    def __init__(
        self, parent: QWidget | None, reminders: Reminders, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "reminders")
        self._reminders = reminders
        self._clock = clock
        self._entries: tuple[LedgerEntry, ...] = ()
        self.setWindowTitle(translate("reminder_window", "Reminders"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        self.question = QuestionBar()
        layout.addWidget(self.question)
        self._note = text_label("", Tone.WARNING)
        layout.addWidget(self._note)
        self.table = self._table()
        layout.addWidget(self.table, stretch=1)
        self._advice = text_label()
        layout.addWidget(self._advice)
        layout.addLayout(self._entry_buttons())
        self.login = QCheckBox(translate("reminder_window", "Tell me when I &log in"))
        self.login.clicked.connect(lambda on: reminders.start_at_login(on=on))
        layout.addWidget(self.login)
        layout.addLayout(self._sign_row())
        layout.addWidget(self._buttons())
        reminders.changed.connect(self._show)
        self.resize(fitting(self, 46, 32))
        self._show()
        self.table.setFocus()

    # --- layout ---------------------------------------------------------------------------------

    def _table(self) -> QTableWidget:
        heads = [
            translate("reminder_window", "Certificate"),
            translate("reminder_window", "Valid until"),
            translate("reminder_window", "Left"),
            translate("reminder_window", "State"),
        ]
        table = QTableWidget(0, len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(translate("reminder_window", "Remembered certificates"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        table.itemSelectionChanged.connect(self._selected)
        return table

    def _entry_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self.silence = QPushButton()
        self.silence.clicked.connect(self._silence)
        self.delete = QPushButton(translate("reminder_window", "&Delete"))
        self.delete.clicked.connect(self._delete)
        self.delete_all = QPushButton(translate("reminder_window", "Delete &all"))
        self.delete_all.clicked.connect(self._ask_to_delete_all)
        # As wide as the longer of its two texts, so that nothing moves when it is pressed.
        widths = []
        for on in (True, False):
            self.silence.setText(_silence_label(on=on))
            widths.append(self.silence.sizeHint().width())
        self.silence.setMinimumWidth(max(widths))
        for button in (self.silence, self.delete, self.delete_all):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _sign_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(text_label(sign_hint(), Tone.QUIET), stretch=1)
        self.open_own = QPushButton(translate("reminder_window", "My certificates (&U)"))
        self.open_own.setAutoDefault(False)
        self.open_own.clicked.connect(self.own_certificate)
        row.addWidget(self.open_own, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.stop = QPushButton(translate("reminder_window", "S&witch reminders off"))
        self.stop.clicked.connect(self._ask_to_stop)
        self.stop.setAutoDefault(False)
        close = QPushButton(translate("reminder_window", "&Close"))
        buttons.addButton(self.stop, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons

    # --- what it shows --------------------------------------------------------------------------

    def _show(self) -> None:
        on = self._reminders.allowed
        self._show_entries(self._reminders.entries() if on else ())
        for widget in (self.table, self._advice, self.silence, self.delete, self.delete_all):
            widget.setVisible(on)
        decided = self._reminders.decided
        self.stop.setVisible(on and not decided)
        self._show_note(decided=decided)
        login = self._reminders.login_start
        self.login.setVisible(on and login is not None)
        if login is not None:
            self.login.setChecked(login.state().starts)
        if on or decided:
            self.question.hide()
        else:
            ask_to_keep(self.question.ask, lambda yes: self._answer(yes=yes))
        self._selected()

    def _show_note(self, *, decided: bool) -> None:
        """Say what is not as the user may expect it."""
        texts = []
        if decided:
            texts.append(
                translate("settings_dialog", "Decided by the administrator of this computer.")
            )
        if self._reminders.set_aside:
            texts.append(set_aside_text(self._reminders.set_aside))
        if self._reminders.clock_doubted:
            texts.append(clock_text())
        self._note.setText("\n".join(texts))
        self._note.setVisible(bool(texts))

    def _show_entries(self, entries: tuple[LedgerEntry, ...]) -> None:
        chosen = self._chosen()
        self._entries = entries
        now = self._clock()
        self.table.blockSignals(True)
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            texts = (
                certificate_text(entry),
                end_text(entry),
                left_text(entry, now),
                state_text(entry, now),
            )
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        marks = [entry.mark for entry in entries]
        if entries:
            old = marks.index(chosen.mark) if chosen is not None and chosen.mark in marks else 0
            self.table.selectRow(old)
        self.table.blockSignals(False)

    def _chosen(self) -> LedgerEntry | None:
        row = self.table.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _selected(self) -> None:
        entry = self._chosen()
        for button in (self.silence, self.delete):
            button.setEnabled(entry is not None)
        self.delete_all.setEnabled(bool(self._entries))
        self.silence.setText(_silence_label(on=entry is None or not entry.silenced))
        self._advice.setText(none_kept_text() if entry is None else self._words(entry))

    def _words(self, entry: LedgerEntry) -> str:
        now = self._clock()
        threshold = reached(entry.ends_at, now)
        if threshold is None:
            # Before the first threshold no counter renews it.
            return "\n".join((what_lapses(entry.kind, ended=False), card_end_hint()))
        left = days_left(entry.ends_at, now)
        return notice_text(Notice(entry, threshold, left, entry.ends_at))

    # --- what the user does ---------------------------------------------------------------------

    def _answer(self, *, yes: bool) -> None:
        self._reminders.allow(allowed=yes)
        if not yes:
            self.reject()

    def _silence(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self._reminders.set_silenced(entry.mark, silenced=not entry.silenced)

    def _delete(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self._reminders.forget(entry.mark)

    def _ask_to_delete_all(self) -> None:
        self._confirm(
            translate("reminder_window", "Delete all remembered certificates?"),
            translate("reminder_window", "They are remembered again when they are seen again."),
            translate("reminder_window", "Delete all"),
            self._reminders.forget_all,
        )

    def _ask_to_stop(self) -> None:
        self._confirm(
            translate("reminder_window", "Switch reminders off?"),
            translate(
                "reminder_window",
                "All that is remembered is deleted, and nothing is told any more.",
            ),
            translate("reminder_window", "Switch off"),
            self._switch_off,
        )

    def _switch_off(self) -> None:
        self._reminders.start_at_login(on=False)
        self._reminders.allow(allowed=False)

    def _confirm(self, title: str, detail: str, label: str, action: Callable[[], None]) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.windowTitle())
        fill(box, QMessageBox.Icon.Question, title, detail)
        yes = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(
            translate("reminder_window", "Cancel"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.finished.connect(lambda: action() if box.clickedButton() is yes else None)
        box.open()


def _silence_label(*, on: bool) -> str:
    if on:
        return translate("reminder_window", "No more reminders (&N)")
    return translate("reminder_window", "Remind again (&N)")
