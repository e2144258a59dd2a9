"""What every page of 設定 shares: rows, the mark of what an administrator has decided.

A page gives texts, which are checked elsewhere; it keeps nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.environment import Environment
from jpki_desktop.gui.style import SPACE, WIDE_SPACE, Tone, see_through
from jpki_desktop.gui.widgets.labels import text_label
from jpki_desktop.gui.widgets.picture import Picture
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.settings import for_example, setting_value


class Page(QScrollArea):
    """One page; it scrolls where the screen is too small for it."""

    def __init__(self, world: Environment) -> None:
        super().__init__()
        self.world = world
        self._readers: dict[str, Callable[[], str]] = {}
        self._fields: dict[str, QWidget] = {}
        body = QWidget()
        self.rows = QVBoxLayout(body)
        self.rows.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        self.rows.setSpacing(SPACE)
        self.setWidget(body)
        see_through(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # --- for the dialog ---------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        """Return what stands in the fields that the user may change."""
        managed = self.world.settings.managed
        return {name: read() for name, read in self._readers.items() if name not in managed}

    def has(self, name: str) -> bool:
        """Whether a setting has its field on this page."""
        return name in self._fields

    def focus_on(self, name: str) -> None:
        """Bring the user to the field of a setting."""
        self._fields[name].setFocus()
        self.ensureWidgetVisible(self._fields[name])

    # --- for the pages ----------------------------------------------------------------------

    def saved(self, name: str) -> str:
        """Return the value in force as text; lists have a line for each."""
        value = getattr(self.world.settings.settings, name)
        return value if isinstance(value, str) else "\n".join(value)

    def is_managed(self, name: str) -> bool:
        """Whether an administrator has decided a setting."""
        return name in self.world.settings.managed

    def manage(self, name: str, field: QWidget, read: Callable[[], str]) -> None:
        """Let `field` stand for a setting; disabled and marked where it is decided elsewhere."""
        self._fields[name] = field
        self._readers[name] = read
        if self.is_managed(name):
            field.setEnabled(False)
            self.rows.addLayout(_managed_mark())

    def add_choice(self, name: str, label: str, values: tuple[str, ...]) -> QComboBox:
        """Add a list of values, of which the empty one comes first."""
        box = QComboBox()
        for value in ("", *values):
            box.addItem(setting_value(name, value), value)
        box.setCurrentIndex(max(box.findData(self.saved(name)), 0))
        self.add_labelled(label, box)
        self.manage(name, box, lambda: str(box.currentData()))
        return box

    def add_line(
        self, name: str, label: str, example: str, beside: tuple[QWidget, ...] = ()
    ) -> QLineEdit:
        """Add a field for an address or a path."""
        line = QLineEdit(self.saved(name))
        line.setPlaceholderText(for_example(example) if example else "")
        self.add_labelled(label, line, *beside)
        self.manage(name, line, line.text)
        for widget in beside:
            widget.setEnabled(not self.is_managed(name))
        return line

    def add_labelled(self, text: str, field: QWidget, *beside: QWidget) -> None:
        """Add a label with its letter above a field and what stands beside it."""
        label = QLabel(text)
        label.setBuddy(field)
        self.rows.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(field, stretch=1)
        for widget in beside:
            row.addWidget(widget)
        self.rows.addLayout(row)

    def add_note(self, text: str, tone: Tone = Tone.QUIET) -> QLabel:
        """Add a sentence."""
        label = text_label(text, tone)
        self.rows.addWidget(label)
        return label


def _managed_mark() -> QHBoxLayout:
    words = translate("settings_dialog", "Decided by the administrator of this computer.")
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    row.addWidget(Picture("lock", translate("settings_dialog", "Picture: a lock."), 1))
    row.addWidget(text_label(words, Tone.WARNING), stretch=1)
    return row
