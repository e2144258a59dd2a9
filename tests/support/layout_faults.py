"""Finds what a person would see as a bad layout: cut, covered or unreachable words.

Looks at real widgets after Qt has laid them out. What can be scrolled into view is no fault; what
is cut in the middle of a word, lies under another control or hangs out of its window is.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QWidget,
)

from jpki_desktop.wording.pseudo import CLOSING, OPENING

# Rounding of font sizes: what Qt itself draws may be a pixel off.
_SLACK = 1


def faults(window: QWidget) -> list[str]:
    """Return one line for every fault in the window."""
    return [
        *_too_large(window),
        *(line for widget in _shown(window) for line in _cut(widget)),
        *(line for widget in _shown(window) for line in _outside(window, widget)),
        *(line for widget in (window, *_shown(window)) for line in _overlaps(widget)),
    ]


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.window() is window and not widget.size().isEmpty():
            yield widget


def _name(widget: QWidget) -> str:
    text = widget.property("text") or widget.property("title") or widget.accessibleName()
    return f"{type(widget).__name__} {str(text or widget.objectName())[:40]!r}"


def _too_large(window: QWidget) -> Iterator[str]:
    screen = window.screen().availableGeometry().size()
    size = window.frameGeometry().size()
    if size.width() > screen.width() or size.height() > screen.height():
        yield f"{_name(window)}: {_text(size)} on a screen of {_text(screen)}"


def _text(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


# --- cut --------------------------------------------------------------------------------------


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        needed = _needed_by_label(widget)
    elif isinstance(widget, QTabBar):
        needed = _needed_by_tabs(widget)
    elif isinstance(widget, QComboBox):
        needed = _needed_by_choice(widget)
    elif isinstance(widget, QHeaderView):
        yield from _cut_headings(widget)
        return
    elif isinstance(widget, QTableView):
        yield from _cut_cells(widget)
        return
    elif isinstance(widget, QLineEdit):
        needed = QSize(0, widget.fontMetrics().height())
    elif isinstance(widget, QAbstractButton | QGroupBox):
        needed = widget.minimumSizeHint()
    else:
        return
    if needed.width() > widget.width() + _SLACK or needed.height() > widget.height() + _SLACK:
        yield f"{_name(widget)}: cut, needs {_text(needed)}, has {_text(widget.size())}"


def _needed_by_label(label: QLabel) -> QSize:
    """Return the size in which every word of the label can be read."""
    text = label.text()
    if not text or not label.pixmap().isNull():
        return QSize(0, 0)
    margins = label.contentsMargins()
    rim = 2 * label.margin()
    wide = margins.left() + margins.right() + rim
    high = margins.top() + margins.bottom() + rim
    inner = label.width() - wide
    if "<" in text and label.textFormat() is not Qt.TextFormat.PlainText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(text)
        if label.wordWrap():
            document.setTextWidth(inner)
        size = document.size().toSize()
    else:
        flags = Qt.TextFlag.TextExpandTabs | Qt.TextFlag.TextShowMnemonic
        if label.wordWrap():
            flags |= Qt.TextFlag.TextWordWrap
        room = QRect(0, 0, inner if label.wordWrap() else 1 << 20, 1 << 20)
        size = label.fontMetrics().boundingRect(room, flags, text).size()
    return QSize(size.width() + wide, size.height() + high)


def _needed_by_tabs(bar: QTabBar) -> QSize:
    """Return the width of all tabs written out; buttons that scroll them count as room."""
    if bar.usesScrollButtons() and bar.count() > 1 and bar.sizeHint().width() > bar.width():
        return QSize(0, bar.sizeHint().height())
    for index in range(bar.count()):
        words = bar.fontMetrics().horizontalAdvance(bar.tabText(index).replace("&", ""))
        if words > bar.tabRect(index).width():
            return QSize(bar.width() + words, 0)
    return QSize(0, 0)


def _needed_by_choice(choice: QComboBox) -> QSize:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        choice,
    )
    # A long name may end in dots where the whole of it can be read as a tool tip.
    if choice.toolTip() == choice.currentText():
        return QSize(0, choice.fontMetrics().height())
    words = choice.fontMetrics().horizontalAdvance(choice.currentText())
    return QSize(words + choice.width() - field.width(), choice.fontMetrics().height())


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if header.orientation() is not Qt.Orientation.Horizontal:
        return
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        words = str(model.headerData(section, header.orientation()))
        if header.fontMetrics().horizontalAdvance(words) > header.sectionSize(section):
            yield f"heading {words!r}: cut at {header.sectionSize(section)}"


def _cut_cells(table: QTableView) -> Iterator[str]:
    """Yield rows that are too low; a cell that ends in dots has its tool tip."""
    model = table.model()
    for row in range(min(model.rowCount(), 60)):
        if table.rowHeight(row) < table.fontMetrics().height():
            yield f"{_name(table)}: row {row} is lower than its words"


# --- outside and over each other --------------------------------------------------------------


def _outside(window: QWidget, widget: QWidget) -> Iterator[str]:
    """Yield what hangs out of a parent that cannot be scrolled."""
    if not _has_words(widget):
        return
    parent = widget.parentWidget()
    place = widget.geometry()
    while parent is not None and parent is not window.parentWidget():
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return
        if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
            yield f"{_name(widget)}: hangs out of {_name(parent)}"
            return
        place.translate(parent.pos())
        if parent is window:
            return
        parent = parent.parentWidget()


def _overlaps(parent: QWidget) -> Iterator[str]:
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisibleTo(parent)
        and not child.isWindow()
        and not isinstance(child, QSplitterHandle)
        and not child.property("overlay")
    ]
    for one, other in combinations(children, 2):
        if not (_words_within(one) and _words_within(other)):
            continue
        common = one.geometry().intersected(other.geometry())
        if common.width() > _SLACK and common.height() > _SLACK and not _belongs(one, other):
            yield f"{_name(one)} lies over {_name(other)}"


def _belongs(one: QWidget, other: QWidget) -> bool:
    """Return whether Qt itself lays one over the other, as a table its headings."""
    return any(
        isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")
        for widget in (one, other)
    )


def _has_words(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox)


def _words_within(widget: QWidget) -> bool:
    return _has_words(widget) or any(
        _has_words(child) and child.isVisibleTo(widget) for child in widget.findChildren(QWidget)
    )


# --- texts that are not translated ------------------------------------------------------------


_MARKED = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")
# What is read from a card or a file: names by attribute, hexadecimal, dates, names of files.
_DATA = re.compile(
    r"\b[A-Z]{1,2}=[^\n]*|[0-9A-F:]{4,}|\d+ [A-Z][a-z]+ \d{4}"
    r"|[\w-]+\.(?:p12|cer|pem)|Demo Reader \d+|https?://\S+|\bJST\b"
)


def unmarked(window: QWidget) -> list[str]:
    """Return the words of controls that have not gone through the made-up language."""
    found = [f"title {window.windowTitle()!r}"] if _is_unmarked(window.windowTitle()) else []
    for widget in _shown(window):
        found += [
            f"{type(widget).__name__}: {text!r} is not translated"
            for text in _words(widget)
            if _is_unmarked(text)
        ]
    return found


def _is_unmarked(text: str) -> bool:
    while _MARKED.search(text):
        text = _MARKED.sub("", text)
    return re.search("[A-Za-z]{3}", _DATA.sub("", text)) is not None


def _words(widget: QWidget) -> list[str]:
    names = [widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text(), *names]
    if isinstance(widget, QGroupBox):
        return [widget.title(), *names]
    if isinstance(widget, QTabBar):
        return [widget.tabText(index) for index in range(widget.count())]
    if isinstance(widget, QTableView) and widget.model() is not None:
        model = widget.model()
        return [
            str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            for column in range(model.columnCount())
        ]
    return names
