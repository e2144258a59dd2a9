"""Gives message boxes our own signs, and a title that stands out from what follows it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMessageBox, QSpacerItem

from jpki_desktop.gui.icons import picture_icon
from jpki_desktop.gui.style import heading_font, lines

_SIGNS = {
    QMessageBox.Icon.Information: "sign-unneeded",
    QMessageBox.Icon.Question: "sign-question",
    QMessageBox.Icon.Warning: "sign-attention",
}
_WIDTH = 24


def fill(
    box: QMessageBox, icon: QMessageBox.Icon, title: str, detail: str = "", sign: str = ""
) -> None:
    """Put texts, which are never read as HTML, and the sign of a kind, or another, into a box."""
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(detail)
    size = QSize(lines(box, 2), lines(box, 2))
    box.setIconPixmap(picture_icon(sign or _SIGNS[icon]).pixmap(size, box.devicePixelRatio()))
    shown = box.findChild(QLabel, "qt_msgbox_label")
    if detail and isinstance(shown, QLabel):
        # The box measures with the font; the style sheet would put its own in its place.
        shown.setFont(heading_font(box, 1.0))
        shown.setProperty("titled", True)
    # Lines long enough to be read well; each of the above lays the box out anew.
    layout = box.layout()
    if isinstance(layout, QGridLayout):
        room = QSpacerItem(lines(box, _WIDTH), 0)
        layout.addItem(room, layout.rowCount(), 0, 1, layout.columnCount())
