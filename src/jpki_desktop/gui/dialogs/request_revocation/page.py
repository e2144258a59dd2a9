"""What every page of the request has: the band of a test, a heading, a part that scrolls, buttons.

What stands on a page, and which page comes next, is not known here.
"""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jpki_desktop.gui.style import MANUAL_PAGE, SPACE, WIDE_SPACE, fitting, lines, number_font
from jpki_desktop.gui.widgets.labels import (
    CopyButton,
    banner_label,
    heading_label,
    in_lines,
    value_label,
)
from jpki_desktop.gui.widgets.shrinking import Shrinking
from jpki_desktop.wording.language import translate
from jpki_desktop.wording.print_sheet import SheetRow

_WIDTH = 38
_HIGHEST = 60
# Longer numbers are broken, since nothing in them tells a label where it may wrap.
_NUMBER_LINE = 32


class Page(QDialog):
    """A page on which nothing is decided by Enter but its default button; Esc closes it."""

    back = Signal()

    def __init__(self, parent: QWidget, title: str, heading: str, banners: Iterable[str]) -> None:
        super().__init__(parent)
        self.setProperty(MANUAL_PAGE, "revocation")
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(WIDE_SPACE, WIDE_SPACE, WIDE_SPACE, WIDE_SPACE)
        self._outside.setSpacing(SPACE)
        for banner in banners:
            self._outside.addWidget(banner_label(banner))
        self.heading = heading_label(heading, 1.2)
        self._outside.addWidget(self.heading)
        self._area = _Area(heading)
        self.body = self._area.body
        self._outside.addWidget(self._area, stretch=1)
        self.buttons = QDialogButtonBox()
        self._outside.addWidget(self.buttons)
        self._placed = False

    def add_button(
        self,
        text: str,
        role: QDialogButtonBox.ButtonRole = QDialogButtonBox.ButtonRole.ActionRole,
        *,
        default: bool = False,
    ) -> QPushButton:
        """Add a button; Enter presses the one that is the default, wherever the focus is."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setDefault(default)
        self.buttons.addButton(button, role)
        return button

    def add_steps(self, *, can_go_back: bool = True) -> None:
        """Add Next, which Enter presses, Back and Cancel."""
        role = QDialogButtonBox.ButtonRole
        self.next = self.add_button(
            translate("request_revocation", "&Next"), role.AcceptRole, default=True
        )
        if can_go_back:
            # On the left, as nothing is decided by it.
            back = self.add_button(translate("request_revocation", "&Back"), role.ResetRole)
            back.clicked.connect(self.back)
        self.add_button(translate("widgets", "Cancel"), role.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the text needs, as far as the screen has it."""
        super().showEvent(event)
        if not self._placed:
            self._placed = True
            self.resize(self.sizeHint().boundedTo(fitting(self, _WIDTH + 4, _HIGHEST)))


class _Area(QScrollArea):
    """Scrolls what does not fit, and asks for the height at which everything does."""

    def __init__(self, name: str) -> None:
        super().__init__()
        inside = Shrinking()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """As wide as a line that reads well, and as high as its text then is."""
        width = lines(self, _WIDTH)
        return QSize(width, self.body.totalHeightForWidth(width - SPACE))


def rows_grid(rows: Iterable[SheetRow], *, copied: Iterable[str] = ()) -> QGridLayout:
    """Return labels and values that can be selected; those whose label is `copied` get a button."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(WIDE_SPACE)
    grid.setVerticalSpacing(SPACE)
    grid.setColumnStretch(1, 1)
    wanted = frozenset(copied)
    for number, row in enumerate(rows):
        value = _value(row)
        name = QLabel(row.label)
        name.setBuddy(value)
        grid.addWidget(name, number, 0)
        grid.addWidget(value, number, 1)
        if row.label not in wanted:
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
        else:
            copy = CopyButton(row.label)
            copy.set_text_to_copy(row.value)
            grid.addWidget(copy, number, 2)
    return grid


def _value(row: SheetRow) -> QLabel:
    value = value_label(row.value)
    if row.is_number:
        value.setText(in_lines(row.value, _NUMBER_LINE))
        value.setFont(number_font(value))
    value.setAccessibleName(f"{row.label}: {row.value}")
    return value
