"""The support report before it leaves: all of it to be read, and each extra a choice of its own."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.gui.save_file import ChooseFile, choose_with_dialog, save_file
from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, Tone, fitting, lines, number_font
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.operations.support_report import Extra
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.support_report import extra_name, report_name


class ReportDialog(QDialog):
    """A preview that is exactly what is copied or saved."""

    def __init__(
        self,
        parent: QWidget,
        make: Callable[[frozenset[Extra]], str],
        *,
        choose: ChooseFile = choose_with_dialog,
    ) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "diagnose")
        self._make = make
        self._choose = choose
        self.setWindowTitle(translate("report_dialog", "Support report"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(
            text_label(
                translate(
                    "report_dialog",
                    "This is the whole report. Without the items below it holds no name, no "
                    "address, no serial number, no password and no name of a computer. Nothing "
                    "is sent by itself.",
                )
            )
        )
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(translate("report_dialog", "Text of the report"))
        self.preview.setFont(number_font(self.preview))
        layout.addWidget(self.preview, stretch=1)
        layout.addWidget(
            text_label(
                translate("report_dialog", "Add only what you were asked for and want to give:")
            )
        )
        self.boxes: dict[Extra, QCheckBox] = {}
        for extra in Extra:
            box = QCheckBox(extra_name(extra))
            box.toggled.connect(lambda _on: self._show())
            self.boxes[extra] = box
            layout.addWidget(box)
        self._told = text_label("", Tone.GOOD)
        self._told.setMinimumHeight(lines(self._told, 1))
        layout.addWidget(self._told)
        layout.addWidget(self._buttons())
        self._show()
        self.resize(fitting(self, 44, 40))
        self.preview.setFocus()

    @property
    def text(self) -> str:
        """What is shown, copied and saved."""
        return self.preview.toPlainText()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.copy = QPushButton(translate("report_dialog", "C&opy"))
        self.save = QPushButton(translate("report_dialog", "&Save…"))
        self.close_button = QPushButton(translate("report_dialog", "&Close"))
        for button in (self.copy, self.save, self.close_button):
            button.setAutoDefault(False)
        buttons.addButton(self.copy, role.ActionRole)
        buttons.addButton(self.save, role.ActionRole)
        buttons.addButton(self.close_button, role.RejectRole)
        buttons.rejected.connect(self.reject)
        self.copy.clicked.connect(lambda _checked: self._copy())
        self.save.clicked.connect(lambda _checked: self._save())
        return buttons

    def _show(self) -> None:
        chosen = frozenset(extra for extra, box in self.boxes.items() if box.isChecked())
        self.preview.setPlainText(self._make(chosen))
        self._told.clear()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self._told.setText(translate("report_dialog", "Copied."))

    def _save(self) -> None:
        pattern = translate("report_dialog", "Text (*.txt)")
        path = save_file(
            self, report_name(), self.text.encode, pattern=pattern, choose=self._choose
        )
        if path:
            self._told.setText(translate("report_dialog", "Saved."))
